// Multiply-adds of floats a second.
#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

#if defined(LC_SCALAR)
#define PRODUCTS 1
typedef float sums_t, operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    return __builtin_fmaf(a, b, sums);
}
#elif defined(__AVX512F__)
#define PRODUCTS 16
typedef __m512 sums_t, operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    return _mm512_fmadd_ps(a, b, sums);
}
#elif defined(__AVX2__)
#define PRODUCTS 8
typedef __m256 sums_t, operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) {
    return _mm256_fmadd_ps(a, b, sums);
}
#elif defined(__ARM_NEON)
#define PRODUCTS 4
typedef float32x4_t sums_t, operand_t;
static inline sums_t step(sums_t sums, operand_t a, operand_t b) { return vfmaq_f32(sums, a, b); }
#endif
#include "products.h"
