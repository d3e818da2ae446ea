// Sums of corrections of clipped weights, for x86 with AVX2.
#pragma once

/// The bytes of sixteen columns of sixteen rows, as 16-bit numbers, a column after another.
LC_INLINE void transpose_bytes(const uint8_t *const *rows, size_t d, int16_t (*laid)[16]) {
    __m128i x[16], y[16];
    for (int i = 0; i < 16; i++) x[i] = _mm_loadu_si128((const __m128i *)(rows[i] + d));
    // Four rounds that each zip the first half with the second one.
    for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 8; i++) {
            y[2 * i] = _mm_unpacklo_epi8(x[i], x[i + 8]);
            y[2 * i + 1] = _mm_unpackhi_epi8(x[i], x[i + 8]);
        }
        for (int i = 0; i < 16; i++) x[i] = y[i];
    }
    for (int i = 0; i < 16; i++)
        _mm256_store_si256((__m256i *)laid[i], _mm256_cvtepu8_epi16(x[i]));
}

/// Σ correction · x of sixteen rows, for the corrections of columns before `to`; two at a time.
LC_INLINE void sum_corrections(const uint32_t *corrections, int count, size_t from, size_t to,
                               int16_t (*laid)[16], int32_t *sums) {
    __m256i low = _mm256_setzero_si256(), high = low;
    for (int i = 0; i < count && corrections[i] >> 9 < to; i += 2) {
        uint32_t first = corrections[i], second = i + 1 < count ? corrections[i + 1] : 0;
        int32_t a = (int32_t)(first & 511) - 256, b = (int32_t)(second & 511) - 256;
        if (second >> 9 >= to || i + 1 >= count) second = first, b = 0;
        __m256i x = _mm256_load_si256((const __m256i *)laid[(first >> 9) - from]);
        __m256i y = _mm256_load_si256((const __m256i *)laid[(second >> 9) - from]);
        __m256i both = _mm256_set1_epi32((int32_t)((uint32_t)a & 0xffff) | (int32_t)((uint32_t)b << 16));
        low = _mm256_add_epi32(low, _mm256_madd_epi16(_mm256_unpacklo_epi16(x, y), both));
        high = _mm256_add_epi32(high, _mm256_madd_epi16(_mm256_unpackhi_epi16(x, y), both));
    }
    // Unpacking leaves rows 0 to 3 and 8 to 11 in the low sums, the others in the high ones.
    _mm256_storeu_si256((__m256i *)sums, _mm256_permute2x128_si256(low, high, 0x20));
    _mm256_storeu_si256((__m256i *)(sums + 8), _mm256_permute2x128_si256(low, high, 0x31));
}
