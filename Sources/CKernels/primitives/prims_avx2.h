// Primitives for x86 with AVX2: vectors of eight floats, or of 32 bytes. With LC_DOTS an instruction
// adds products of four bytes to 32 bits (AVX-VNNI); without, two products to 16 bits.
#pragma once

/// What these are, prims_portable.h says.
#define LC_WIDTH 8
#define LC_TILE_CLASSES 5
#define LC_TILE_SUMS 10
#define LC_TILE_ROWS 4
#define LC_TILE_VECTORS 2
#define LC_GROUPS 3
#define LC_CHUNK_STEPS 48
#define LC_STRIP 256
#define LC_PART 64

#if !LC_DOTS
#include "prims_corrections.h"
#endif

typedef __m256 vf;

LC_INLINE vf vf_splat(float x) { return _mm256_set1_ps(x); }
LC_INLINE vf vf_load(const float *x) { return _mm256_loadu_ps(x); }
LC_INLINE void vf_store(float *x, vf values) { _mm256_storeu_ps(x, values); }
LC_INLINE vf vf_add(vf a, vf b) { return _mm256_add_ps(a, b); }
LC_INLINE vf vf_fma(vf a, vf b, vf c) { return _mm256_fmadd_ps(a, b, c); }
/// Bytes as floats, less the offset.
LC_INLINE vf vf_bytes(const uint8_t *x, float offset) {
    __m256i whole = _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)x));
    return _mm256_sub_ps(_mm256_cvtepi32_ps(whole), _mm256_set1_ps(offset));
}

/// Bytes of a vector; what bytes are lessened by; whether weights are clipped.
#define LC_BYTES 32
#define LC_BYTE_SHIFT 0
#define LC_CLIPS (!LC_DOTS)
#define LC_HAS_INTEGER_GRADIENT 1
/// Vectors of a tile of the integer gradient; rows, groups of vectors and columns of a tile of
/// products, and how many steps ahead its weights are fetched.
#define LC_WHOLE_VECTORS 2
#define LC_PRODUCT_ROWS (LC_DOTS ? 6 : 3)
#define LC_PRODUCT_GROUPS 1
#define LC_PRODUCT_CHUNK 1024
#define LC_PRODUCT_AHEAD 0

typedef __m256i vi;

LC_INLINE vi vi_splat(int32_t x) { return _mm256_set1_epi32(x); }
LC_INLINE vi vi_load(const void *x) { return _mm256_loadu_si256((const __m256i *)x); }
LC_INLINE void vi_store(void *x, vi values) { _mm256_storeu_si256((__m256i *)x, values); }
LC_INLINE vi vi_add(vi a, vi b) { return _mm256_add_epi32(a, b); }
/// Four bytes, again and again.
LC_INLINE vi vi_splat_four(const int8_t *x) {
    int32_t four;
    memcpy(&four, x, sizeof four);
    return _mm256_set1_epi32(four);
}
LC_INLINE vi vi_splat_bytes(const uint8_t *x) { return vi_splat_four((const int8_t *)x); }
/// A group's sums, vector after vector.
LC_INLINE void vi_totals(const vi *sums, int32_t *totals) {
    vi_store(totals, sums[0]);
    vi_store(totals + 8, sums[1]);
}

/// 32 columns of four rows from d on, a column's four bytes side by side, in four vectors: of each
/// sixteen columns four stand in each vector, for unpacking takes from each half of a vector.
LC_INLINE void vi_interleave(const uint8_t *const *rows, size_t d, vi *out) {
    vi x[4];
    for (int i = 0; i < 4; i++) x[i] = vi_load(rows[i] + d);
    vi a = _mm256_unpacklo_epi8(x[0], x[1]), b = _mm256_unpackhi_epi8(x[0], x[1]);
    vi c = _mm256_unpacklo_epi8(x[2], x[3]), e = _mm256_unpackhi_epi8(x[2], x[3]);
    out[0] = _mm256_unpacklo_epi16(a, c);
    out[1] = _mm256_unpackhi_epi16(a, c);
    out[2] = _mm256_unpacklo_epi16(b, e);
    out[3] = _mm256_unpackhi_epi16(b, e);
}

#if LC_DOTS
/// Adds products of bytes with signed bytes, as vi_whole reads the sums.
LC_INLINE vi vi_add_products(vi sums, vi x, vi y) { return LC_DOT(sums, x, y); }
LC_INLINE vi vi_whole(vi sums) { return sums; }
/// Adds the products of two steps to sums of 32 bits.
LC_INLINE vi vi_add_two(vi sums, vi x0, vi y0, vi x1, vi y1) {
    return LC_DOT(LC_DOT(sums, x0, y0), x1, y1);
}
LC_INLINE vi vi_add_far(vi sums, vi x, vi y) { return LC_DOT(sums, x, y); }
#else
LC_INLINE vi vi_add_products(vi sums, vi x, vi y) {
    return _mm256_add_epi16(sums, _mm256_maddubs_epi16(x, y));
}
LC_INLINE vi vi_whole(vi sums) { return _mm256_madd_epi16(sums, _mm256_set1_epi16(1)); }
LC_INLINE vi vi_add_two(vi sums, vi x0, vi y0, vi x1, vi y1) {
    vi products = _mm256_add_epi16(_mm256_maddubs_epi16(x0, y0), _mm256_maddubs_epi16(x1, y1));
    return vi_add(sums, vi_whole(products));
}
/// The same for one step of any weights: 16 bits hold one product, whatever it is.
LC_INLINE vi vi_add_far(vi sums, vi x, vi y) {
    vi even = _mm256_and_si256(x, _mm256_set1_epi16(0x00ff)), odd = _mm256_xor_si256(x, even);
    sums = vi_add(sums, vi_whole(_mm256_maddubs_epi16(even, y)));
    return vi_add(sums, vi_whole(_mm256_maddubs_epi16(odd, y)));
}
#endif
