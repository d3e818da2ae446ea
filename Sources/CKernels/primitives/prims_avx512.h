// Primitives for x86 with AVX-512: vectors of sixteen floats, or of 64 bytes. With LC_DOTS an
// instruction adds products of four bytes to 32 bits (VNNI); without, two products to 16 bits.
#pragma once

/// What these are, prims_portable.h and prims_avx2.h say.
#define LC_WIDTH 16
#define LC_TILE_CLASSES 10
#define LC_TILE_SUMS 20
#define LC_TILE_ROWS 4
#define LC_TILE_VECTORS 2
#define LC_GROUPS 1
#define LC_CHUNK_STEPS 32
#define LC_STRIP 256
#define LC_PART 64

#if !LC_DOTS
#include "prims_corrections.h"
#endif

typedef __m512 vf;

LC_INLINE vf vf_splat(float x) { return _mm512_set1_ps(x); }
LC_INLINE vf vf_load(const float *x) { return _mm512_loadu_ps(x); }
LC_INLINE void vf_store(float *x, vf values) { _mm512_storeu_ps(x, values); }
LC_INLINE vf vf_add(vf a, vf b) { return _mm512_add_ps(a, b); }
LC_INLINE vf vf_fma(vf a, vf b, vf c) { return _mm512_fmadd_ps(a, b, c); }
LC_INLINE vf vf_bytes(const uint8_t *x, float offset) {
    typedef uint8_t byte_lanes __attribute__((vector_size(16), aligned(1)));
    // The bits 0x4700xx00 are the number 2¹⁵ + xx: a shuffle and a subtraction, nothing is rounded.
    // Written out, for the compiler would take a second shuffle for the load that broadcasts, and
    // another instruction for the constant bits.
    __m512i quarters, numbers = _mm512_set1_epi32(0x47000000);
    __m512i places = _mm512_set_epi32(0x0f00, 0x0e00, 0x0d00, 0x0c00, 0x0b00, 0x0a00, 0x0900,
                                      0x0800, 0x0700, 0x0600, 0x0500, 0x0400, 0x0300, 0x0200,
                                      0x0100, 0x0000);
    __mmask64 second = 0x2222222222222222;
    // Lest the loops make it anew at each step, on the port that multiplies.
    __asm__("" : "+Yk"(second));
    __asm__("vbroadcasti32x4 %1, %0" : "=v"(quarters) : "m"(*(const byte_lanes *)x));
    __asm__("vpshufb %2, %1, %0 %{%3%}"
            : "+v"(numbers)
            : "v"(quarters), "v"(places), "Yk"(second));
    return _mm512_sub_ps(_mm512_castsi512_ps(numbers), _mm512_set1_ps(32768 + offset));
}

#define LC_BYTES 64
#define LC_BYTE_SHIFT 0
#define LC_CLIPS (!LC_DOTS)
#define LC_HAS_INTEGER_GRADIENT 1
#define LC_WHOLE_VECTORS 2
#define LC_PRODUCT_ROWS 8
#if LC_DOTS
#define LC_PRODUCT_GROUPS 3
#define LC_PRODUCT_CHUNK 3072
#define LC_PRODUCT_AHEAD 4
#else
#define LC_PRODUCT_GROUPS 1
#define LC_PRODUCT_CHUNK 1024
#define LC_PRODUCT_AHEAD 0
#endif

typedef __m512i vi;

LC_INLINE vi vi_splat(int32_t x) { return _mm512_set1_epi32(x); }
LC_INLINE vi vi_load(const void *x) { return _mm512_loadu_si512(x); }
LC_INLINE void vi_store(void *x, vi values) { _mm512_storeu_si512(x, values); }
LC_INLINE vi vi_add(vi a, vi b) { return _mm512_add_epi32(a, b); }
LC_INLINE vi vi_splat_four(const int8_t *x) {
    int32_t four;
    memcpy(&four, x, sizeof four);
    return _mm512_set1_epi32(four);
}
LC_INLINE vi vi_splat_bytes(const uint8_t *x) { return vi_splat_four((const int8_t *)x); }
LC_INLINE void vi_totals(const vi *sums, int32_t *totals) { vi_store(totals, sums[0]); }

/// 64 columns of four rows from d on, a column's four bytes side by side, in four vectors: of each
/// sixteen columns four stand in each vector, for unpacking takes from each quarter of a vector.
LC_INLINE void vi_interleave(const uint8_t *const *rows, size_t d, vi *out) {
    vi x[4];
    for (int i = 0; i < 4; i++) x[i] = vi_load(rows[i] + d);
    vi a = _mm512_unpacklo_epi8(x[0], x[1]), b = _mm512_unpackhi_epi8(x[0], x[1]);
    vi c = _mm512_unpacklo_epi8(x[2], x[3]), e = _mm512_unpackhi_epi8(x[2], x[3]);
    out[0] = _mm512_unpacklo_epi16(a, c);
    out[1] = _mm512_unpackhi_epi16(a, c);
    out[2] = _mm512_unpacklo_epi16(b, e);
    out[3] = _mm512_unpackhi_epi16(b, e);
}

#if LC_DOTS
LC_INLINE vi vi_add_products(vi sums, vi x, vi y) { return _mm512_dpbusd_epi32(sums, x, y); }
LC_INLINE vi vi_whole(vi sums) { return sums; }
LC_INLINE vi vi_add_two(vi sums, vi x0, vi y0, vi x1, vi y1) {
    return _mm512_dpbusd_epi32(_mm512_dpbusd_epi32(sums, x0, y0), x1, y1);
}
LC_INLINE vi vi_add_far(vi sums, vi x, vi y) { return _mm512_dpbusd_epi32(sums, x, y); }
#else
LC_INLINE vi vi_add_products(vi sums, vi x, vi y) {
    return _mm512_add_epi16(sums, _mm512_maddubs_epi16(x, y));
}
LC_INLINE vi vi_whole(vi sums) { return _mm512_madd_epi16(sums, _mm512_set1_epi16(1)); }
LC_INLINE vi vi_add_two(vi sums, vi x0, vi y0, vi x1, vi y1) {
    vi products = _mm512_add_epi16(_mm512_maddubs_epi16(x0, y0), _mm512_maddubs_epi16(x1, y1));
    return vi_add(sums, vi_whole(products));
}
LC_INLINE vi vi_add_far(vi sums, vi x, vi y) {
    vi even = _mm512_and_si512(x, _mm512_set1_epi16(0x00ff)), odd = _mm512_xor_si512(x, even);
    sums = vi_add(sums, vi_whole(_mm512_maddubs_epi16(even, y)));
    return vi_add(sums, vi_whole(_mm512_maddubs_epi16(odd, y)));
}
#endif
