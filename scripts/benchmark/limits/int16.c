// Products of 16-bit integers, added up in 32 bits, a second.
#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

#if defined(__AVX512VNNI__)
#define PRODUCTS 32
typedef __m512i sums_t, operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    return _mm512_dpwssd_epi32(sums, a, b);
}
#elif defined(__AVX512BW__)
#define PRODUCTS 32
typedef __m512i sums_t, operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    return _mm512_add_epi32(sums, _mm512_madd_epi16(a, b));
}
#elif defined(__AVXVNNI__)
#define PRODUCTS 16
typedef __m256i sums_t, operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    return _mm256_dpwssd_avx_epi32(sums, a, b);
}
#elif defined(__AVX2__)
#define PRODUCTS 16
typedef __m256i sums_t, operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    return _mm256_add_epi32(sums, _mm256_madd_epi16(a, b));
}
#elif defined(__ARM_NEON)
#define PRODUCTS 4
typedef int32x4_t sums_t;
typedef int16x4_t operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) { return vmlal_s16(sums, a, b); }
#endif
#include "products.h"
