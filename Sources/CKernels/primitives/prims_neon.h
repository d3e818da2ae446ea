// Primitives for 64-bit ARM: vectors of four floats, or of sixteen bytes. With LC_DOTS an instruction
// adds products of four bytes to 32 bits; with LC_MIXED_DOTS too, of unsigned with signed bytes.
// Otherwise bytes are lessened by 128 and become signed.
#pragma once

/// What these are, prims_portable.h and prims_avx2.h say. There are 32 registers.
#define LC_WIDTH 4
#define LC_TILE_CLASSES 5
#define LC_TILE_SUMS 20
#define LC_TILE_ROWS 4
#define LC_TILE_VECTORS 4
#define LC_GROUPS 2
#define LC_CHUNK_STEPS 48
#define LC_STRIP 256
#define LC_PART 64

typedef float32x4_t vf;

LC_INLINE vf vf_splat(float x) { return vdupq_n_f32(x); }
LC_INLINE vf vf_load(const float *x) { return vld1q_f32(x); }
LC_INLINE void vf_store(float *x, vf values) { vst1q_f32(x, values); }
LC_INLINE vf vf_add(vf a, vf b) { return vaddq_f32(a, b); }
LC_INLINE vf vf_fma(vf a, vf b, vf c) { return vfmaq_f32(c, a, b); }
/// Bytes as floats, less the offset.
LC_INLINE vf vf_bytes(const uint8_t *x, float offset) {
    uint32_t four;
    memcpy(&four, x, sizeof four);
    uint16x8_t wide = vmovl_u8(vreinterpret_u8_u32(vdup_n_u32(four)));
    return vsubq_f32(vcvtq_f32_u32(vmovl_u16(vget_low_u16(wide))), vdupq_n_f32(offset));
}

#define LC_BYTES 16
#define LC_BYTE_SHIFT (LC_MIXED_DOTS ? 0 : 128)
#define LC_CLIPS 0
#define LC_HAS_INTEGER_GRADIENT LC_DOTS
#define LC_WHOLE_VECTORS 4
#define LC_PRODUCT_ROWS (LC_DOTS ? 4 : 2)
#define LC_PRODUCT_GROUPS 1
#define LC_PRODUCT_CHUNK 1024
#define LC_PRODUCT_AHEAD 0
#define LC_DOTS_BY_LANE LC_DOTS

#if LC_DOTS
typedef int32x4_t vi;
#else
/// Of each vector of weights two sums, which vi_totals adds.
typedef struct {
    int32x4_t low, high;
} vi;
#endif

LC_INLINE int8x16_t signed_bytes(uint8x16_t x) {
    return vreinterpretq_s8_u8(LC_BYTE_SHIFT ? veorq_u8(x, vdupq_n_u8(LC_BYTE_SHIFT)) : x);
}
LC_INLINE int32x4_t four_bytes(const void *x) {
    int32_t four;
    memcpy(&four, x, sizeof four);
    return vdupq_n_s32(four);
}

#if LC_DOTS
LC_INLINE vi vi_splat(int32_t x) { return vdupq_n_s32(x); }
LC_INLINE vi vi_load(const void *x) { return vld1q_s32((const int32_t *)x); }
LC_INLINE void vi_store(void *x, vi values) { vst1q_s32((int32_t *)x, values); }
LC_INLINE vi vi_add(vi a, vi b) { return vaddq_s32(a, b); }
LC_INLINE vi vi_splat_four(const int8_t *x) { return four_bytes(x); }
LC_INLINE vi vi_splat_bytes(const uint8_t *x) {
    return vreinterpretq_s32_s8(signed_bytes(vreinterpretq_u8_s32(four_bytes(x))));
}
/// Adds products of bytes with signed bytes.
LC_INLINE vi vi_add_products(vi sums, vi x, vi y) {
#if LC_MIXED_DOTS
    return vusdotq_s32(sums, vreinterpretq_u8_s32(x), vreinterpretq_s8_s32(y));
#else
    return vdotq_s32(sums, vreinterpretq_s8_s32(x), vreinterpretq_s8_s32(y));
#endif
}
/// Eight bytes of a row, of which the first four or the second four are multiplied.
typedef int8x8_t vx;
LC_INLINE vx vx_load(const uint8_t *x) {
    uint8x8_t eight = vld1_u8(x);
    return vreinterpret_s8_u8(LC_BYTE_SHIFT ? veor_u8(eight, vdup_n_u8(LC_BYTE_SHIFT)) : eight);
}
#if LC_MIXED_DOTS
LC_INLINE vi vi_add_first(vi sums, vi y, vx x) {
    return vsudotq_lane_s32(sums, vreinterpretq_s8_s32(y), vreinterpret_u8_s8(x), 0);
}
LC_INLINE vi vi_add_second(vi sums, vi y, vx x) {
    return vsudotq_lane_s32(sums, vreinterpretq_s8_s32(y), vreinterpret_u8_s8(x), 1);
}
#else
LC_INLINE vi vi_add_first(vi sums, vi y, vx x) {
    return vdotq_lane_s32(sums, vreinterpretq_s8_s32(y), x, 0);
}
LC_INLINE vi vi_add_second(vi sums, vi y, vx x) {
    return vdotq_lane_s32(sums, vreinterpretq_s8_s32(y), x, 1);
}
#endif
LC_INLINE vi vi_whole(vi sums) { return sums; }
LC_INLINE vi vi_add_two(vi sums, vi x0, vi y0, vi x1, vi y1) {
    return vi_add_products(vi_add_products(sums, x0, y0), x1, y1);
}
LC_INLINE vi vi_add_far(vi sums, vi x, vi y) { return vi_add_products(sums, x, y); }
LC_INLINE void vi_totals(const vi *sums, int32_t *totals) {
    for (int i = 0; i < 4; i++) vst1q_s32(totals + 4 * i, sums[i]);
}

/// Sixteen columns of four rows from d on, a column's four bytes side by side, in four vectors.
LC_INLINE void vi_interleave(const uint8_t *const *rows, size_t d, vi *out) {
    int8x16_t x[4];
    for (int i = 0; i < 4; i++) x[i] = signed_bytes(vld1q_u8(rows[i] + d));
    int16x8_t a = vreinterpretq_s16_s8(vzip1q_s8(x[0], x[1]));
    int16x8_t b = vreinterpretq_s16_s8(vzip2q_s8(x[0], x[1]));
    int16x8_t c = vreinterpretq_s16_s8(vzip1q_s8(x[2], x[3]));
    int16x8_t e = vreinterpretq_s16_s8(vzip2q_s8(x[2], x[3]));
    out[0] = vreinterpretq_s32_s16(vzip1q_s16(a, c));
    out[1] = vreinterpretq_s32_s16(vzip2q_s16(a, c));
    out[2] = vreinterpretq_s32_s16(vzip1q_s16(b, e));
    out[3] = vreinterpretq_s32_s16(vzip2q_s16(b, e));
}
#else
LC_INLINE vi vi_splat(int32_t x) { return (vi){vdupq_n_s32(x), vdupq_n_s32(x)}; }
/// Only the low half of these is used where they hold bytes.
LC_INLINE vi vi_load(const void *x) { return (vi){vld1q_s32((const int32_t *)x), vdupq_n_s32(0)}; }
LC_INLINE vi vi_splat_bytes(const uint8_t *x) {
    return (vi){vreinterpretq_s32_s8(signed_bytes(vreinterpretq_u8_s32(four_bytes(x)))),
                vdupq_n_s32(0)};
}
/// Two products of signed bytes, the one factor never −128, fit 16 bits.
LC_INLINE vi vi_add_two(vi sums, vi x0, vi y0, vi x1, vi y1) {
    int8x16_t a = vreinterpretq_s8_s32(x0.low), b = vreinterpretq_s8_s32(y0.low);
    int8x16_t c = vreinterpretq_s8_s32(x1.low), e = vreinterpretq_s8_s32(y1.low);
    int16x8_t low = vmlal_s8(vmull_s8(vget_low_s8(a), vget_low_s8(b)), vget_low_s8(c), vget_low_s8(e));
    int16x8_t high = vmlal_high_s8(vmull_high_s8(a, b), c, e);
    return (vi){vpadalq_s16(sums.low, low), vpadalq_s16(sums.high, high)};
}
LC_INLINE vi vi_add_far(vi sums, vi x, vi y) {
    return vi_add_two(sums, x, y, vi_splat(0), vi_splat(0));
}
LC_INLINE void vi_totals(const vi *sums, int32_t *totals) {
    for (int i = 0; i < 4; i++)
        vst1q_s32(totals + 4 * i, vpaddq_s32(sums[i].low, sums[i].high));
}
#endif
