// The checksum of zip and gzip by products without carries: Gopal, Ozturk, Guilford and others, "Fast CRC
// Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel, 2009.
#include "CChecksum.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define CLMUL __attribute__((target("pclmul,sse4.1")))

/// 128 bits whose remainder is that of `sum` followed by what the factors stand for, and of `next`.
CLMUL static inline __m128i fold(__m128i sum, __m128i factors, __m128i next) {
    __m128i low = _mm_clmulepi64_si128(sum, factors, 0x00);
    __m128i high = _mm_clmulepi64_si128(sum, factors, 0x11);
    return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

CLMUL static inline __m128i sixteen(const uint8_t *bytes) {
    return _mm_loadu_si128((const __m128i *)bytes);
}

CLMUL static size_t fold_all(uint32_t checksum, const uint8_t *bytes, size_t count, uint8_t *folded) {
    // x to the power of the distance, modulo the polynomial, its bits in reverse: 64 bytes and 16.
    const __m128i over_64 = _mm_set_epi64x(0x01c6e41596, 0x0154442bd4);
    const __m128i over_16 = _mm_set_epi64x(0x00ccaa009e, 0x01751997d0);
    __m128i sums[4];
    for (int k = 0; k < 4; k++) sums[k] = sixteen(bytes + 16 * k);
    sums[0] = _mm_xor_si128(sums[0], _mm_cvtsi32_si128((int)~checksum));
    size_t done = 64;
    for (; count - done >= 64; done += 64)
        for (int k = 0; k < 4; k++) sums[k] = fold(sums[k], over_64, sixteen(bytes + done + 16 * k));
    __m128i sum = sums[0];
    for (int k = 1; k < 4; k++) sum = fold(sum, over_16, sums[k]);
    for (; count - done >= 16; done += 16) sum = fold(sum, over_16, sixteen(bytes + done));
    _mm_storeu_si128((__m128i *)folded, sum);
    return done;
}

size_t lc_fold_checksum(uint32_t checksum, const uint8_t *bytes, size_t count, uint8_t *folded) {
    if (count < 64 || !__builtin_cpu_supports("pclmul") || !__builtin_cpu_supports("sse4.1")) return 0;
    return fold_all(checksum, bytes, count, folded);
}

#else

size_t lc_fold_checksum(uint32_t checksum, const uint8_t *bytes, size_t count, uint8_t *folded) {
    return 0;
}

#endif
