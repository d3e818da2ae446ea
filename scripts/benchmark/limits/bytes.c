// Products of bytes, one factor signed, added up exactly in 32 bits, a second.
#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

#if defined(__AVX512VNNI__)
#define PRODUCTS 64
typedef __m512i sums_t, operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    return _mm512_dpbusd_epi32(sums, a, b);
}
#elif defined(__AVX512BW__)
#define PRODUCTS 128
typedef __m512i sums_t, operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    __m512i pairs = _mm512_add_epi16(_mm512_maddubs_epi16(a, b), _mm512_maddubs_epi16(b, a));
    return _mm512_add_epi32(sums, _mm512_madd_epi16(pairs, _mm512_set1_epi16(1)));
}
#elif defined(__AVXVNNI__)
#define PRODUCTS 32
typedef __m256i sums_t, operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    return _mm256_dpbusd_avx_epi32(sums, a, b);
}
#elif defined(__AVX2__)
#define PRODUCTS 64
typedef __m256i sums_t, operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    __m256i pairs = _mm256_add_epi16(_mm256_maddubs_epi16(a, b), _mm256_maddubs_epi16(b, a));
    return _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}
#elif defined(__ARM_FEATURE_MATMUL_INT8)
#define PRODUCTS 16
typedef int32x4_t sums_t;
typedef int8x16_t operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    return vusdotq_s32(sums, vreinterpretq_u8_s8(a), b);
}
#elif defined(__ARM_FEATURE_DOTPROD)
#define PRODUCTS 16
typedef int32x4_t sums_t;
typedef int8x16_t operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) { return vdotq_s32(sums, a, b); }
#elif defined(__ARM_NEON)
#define PRODUCTS 16
typedef int32x4_t sums_t;
typedef int8x8_t operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    return vpadalq_s16(sums, vmlal_s8(vmull_s8(a, b), b, a));
}
#endif
#include "products.h"
