// Primitives for every CPU: vectors of four floats, which the compiler takes apart where it must.
// With LC_SMALL tiles are small: more would only be more code.
#pragma once

/// Floats of a vector; classes of a tile, the sums that its rows and classes make at most, and its
/// rows; vectors of columns of a gradient's tile; groups of classes that share what was made floats.
#define LC_WIDTH 4
#if LC_SMALL
#define LC_TILE_CLASSES 1
#define LC_TILE_SUMS 1
#else
#define LC_TILE_CLASSES 5
#define LC_TILE_SUMS 10
#endif
#define LC_TILE_ROWS 4
#define LC_TILE_VECTORS 4
#define LC_GROUPS 2
/// Steps of a chunk of weights; columns of a strip and rows of a part of the gradient.
#define LC_CHUNK_STEPS 48
#define LC_STRIP 256
#define LC_PART 64

typedef float vf __attribute__((vector_size(16), aligned(16)));

LC_INLINE vf vf_splat(float x) { return (vf){x, x, x, x}; }
LC_INLINE vf vf_load(const float *x) {
    vf values;
    memcpy(&values, x, sizeof values);
    return values;
}
LC_INLINE void vf_store(float *x, vf values) { memcpy(x, &values, sizeof values); }
LC_INLINE vf vf_add(vf a, vf b) { return a + b; }
LC_INLINE vf vf_fma(vf a, vf b, vf c) { return __builtin_elementwise_fma(a, b, c); }
/// Bytes as floats, less the offset.
LC_INLINE vf vf_bytes(const uint8_t *x, float offset) {
    typedef uint8_t bytes __attribute__((vector_size(4), aligned(1)));
    bytes values;
    memcpy(&values, x, sizeof values);
    return __builtin_convertvector(values, vf) - vf_splat(offset);
}

/// No vectors of integers: products are made one by one, and the gradient by floats.
#define LC_DOTS 0
#define LC_BYTES 0
#define LC_BYTE_SHIFT 0
#define LC_CLIPS 0
#define LC_HAS_INTEGER_GRADIENT 0
#define LC_PRODUCT_CHUNK 1024
