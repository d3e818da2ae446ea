// Compares kernels of instruction sets that tests cannot choose on this machine with the plain ones:
// every result has the same bits. CrossKernelTests compiles it, for another processor as for this one.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CKernels.h"

extern const lc_kernels lc_kernels_plain;
#if defined(__aarch64__)
extern const lc_kernels lc_kernels_neon, lc_kernels_dotprod, lc_kernels_i8mm;
static const lc_kernels *const others[] = {&lc_kernels_neon, &lc_kernels_dotprod, &lc_kernels_i8mm};
#else
extern const lc_kernels lc_kernels_avxvnni;
static const lc_kernels *const others[] = {&lc_kernels_avxvnni};
#endif

enum { MOST = 1 << 18, OFFSET = 121 };

/// What a kernel makes of the same inputs.
typedef struct {
    float scores[MOST], gradient[MOST], numbers[3][MOST];
    int32_t products[MOST];
    uint64_t moments[2][MOST];
    double doubles[64];
} results;

static uint64_t state;
static uint32_t random_below(uint32_t limit) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % limit;
}
static float random_number(void) { return (float)random_below(200001) / 50000 - 2; }

static void *memory(size_t size) {
    void *bytes = calloc(1, size + 64);
    if (bytes == NULL) exit(2);
    return bytes;
}

static uint8_t *bytes;
static float *floats;
static const uint8_t *byte_rows[1024];
static const float *float_rows[1024];
static float *weights, *factor, *slopes, *mean;

static void prepare(size_t count, size_t dimension, size_t classes) {
    state = count * 7919 + dimension;
    bytes = memory(count * dimension);
    floats = memory(count * dimension * sizeof(float));
    weights = memory(classes * dimension * sizeof(float));
    factor = memory(dimension * sizeof(float));
    mean = memory(dimension * sizeof(float));
    slopes = memory((count + 4) * classes * sizeof(float));
    for (size_t i = 0; i < count * dimension; i++) {
        bytes[i] = (uint8_t)random_below(256);
        floats[i] = random_number();
    }
    for (size_t i = 0; i < classes * dimension; i++) weights[i] = random_number();
    for (size_t i = 0; i < dimension; i++) factor[i] = random_number(), mean[i] = random_number();
    for (size_t r = 0; r < count; r++) {
        byte_rows[r] = bytes + r * dimension;
        float_rows[r] = floats + r * dimension;
    }
}

static void forget(void) {
    free(bytes), free(floats), free(weights), free(factor), free(slopes), free(mean);
}

static void score(const lc_kernels *k, size_t count, size_t dimension, size_t classes,
                  int is_bytes, results *out) {
    size_t padded = (dimension + 15) / 16 * 16;
    float *folded = memory(classes * padded * sizeof(float)), *bias = memory(classes * sizeof(float));
    for (size_t c = 0; c < classes; c++) bias[c] = (float)c;
    for (size_t c = 0; c < classes; c++)
        k->fold_weights(weights + c * dimension, factor, c, classes, dimension, 0, dimension, folded);
    // In grains of 64 columns when there are several, as a minibatch's scores are made.
    size_t grain = is_bytes && dimension > 200 ? 64 : dimension;
    size_t apart = grain == dimension ? 0 : count * classes;
    if (apart * (dimension / grain + 1) > MOST) grain = dimension, apart = 0;
    lc_columns columns = {0, dimension, grain, apart};
    if (is_bytes)
        k->scores_u8(byte_rows, count, &columns, dimension, OFFSET, folded, bias, classes, out->scores);
    else k->scores_f32(float_rows, count, &columns, dimension, folded, bias, classes, out->scores);
    free(folded), free(bias);
}

/// The gradient by slopes that are any numbers, or whole ones of at most `largest`, as many of which
/// as fit bytes of every instruction set. Each row has one of at most 600 where that is `is_far`.
static void differentiate(const lc_kernels *k, size_t count, size_t dimension, size_t classes,
                          int is_bytes, uint32_t largest, int is_far, results *out) {
    size_t stride = (dimension + 15) / 16 * 16;
    lc_packed_slopes packed = {memory((count + 4) * classes), memory(count * sizeof(lc_excess))};
    state = 77;
    for (size_t i = 0; i < count * classes; i++) {
        slopes[i] = largest ? (float)random_below(2 * largest + 1) - (float)largest : random_number();
        if (is_far && i % classes == i / classes % classes) slopes[i] = (float)random_below(600) - 599;
    }
    int32_t most = k->pack_slopes(slopes, count, classes, &packed);
    if (largest == 0 && most >= 0 && count * classes > 8) exit(3);
    if (largest > 0 && largest <= 64 && most < 0) exit(3);
    int is_packed = most >= 0 && most <= LC_MOST_WHOLE;
    if (is_bytes)
        k->gradient_u8(byte_rows, NULL, count, 0, dimension, OFFSET, slopes, is_packed ? &packed : NULL,
                       classes, is_far, out->gradient, stride);
    else
        k->gradient_f32(float_rows, NULL, count, 0, dimension, slopes, classes, 1, out->gradient, stride);
    // What stands after the last column means nothing.
    for (size_t c = 0; c < classes; c++)
        for (size_t d = dimension; d < stride; d++) out->gradient[c * stride + d] = 0;
    free(packed.bytes), free(packed.excess);
}

/// Products with weights of at most `largest`.
static void multiply(const lc_kernels *k, size_t count, size_t dimension, size_t vectors,
                     uint32_t largest, results *out) {
    int8_t *placed = memory(k->placed_size(vectors, dimension)), *row = memory(dimension);
    state = 99;
    for (size_t v = 0; v < vectors; v++) {
        for (size_t d = 0; d < dimension; d++)
            row[d] = (int8_t)((int)random_below(2 * largest + 1) - (int)largest);
        double own = k->place_weights(row, mean, dimension, v, vectors, placed);
        if (v < 8) out->doubles[v] = own;
    }
    k->products_u8s8(byte_rows, count, 0, dimension, placed, vectors, out->products);
    free(placed), free(row);
}

static void others_of(const lc_kernels *k, size_t count, size_t dimension, results *out) {
    size_t n = dimension;
    k->moments_u8(byte_rows, count, dimension, out->moments[0], out->moments[1]);
    lc_step step = {0.1f, 0.9f, 0.03f, 0.01f, 0.02f, 1};
    lc_adam_step adam = {0.01f, 0.9f, 0.99f, 1.5f, 1e-8f, 0.1f, 0.01f, 0.02f};
    for (int i = 0; i < 3; i++) memcpy(out->numbers[i], weights, n * sizeof(float));
    k->descend(&step, factor, n, out->numbers[0], out->numbers[1]);
    for (size_t i = 0; i < n; i++) out->numbers[2][i] *= out->numbers[2][i];
    k->adapt(&adam, factor, n, out->numbers[0], out->numbers[1], out->numbers[2]);
    k->unfold(out->numbers[0], mean, factor, n, 0.3f, 0.125f, out->numbers[0]);
    out->doubles[10] = k->exponentials(factor, n, 2, out->numbers[1]);
    double *values = memory(2 * n * sizeof(double));
    for (size_t i = 0; i < 2 * n; i++) values[i] = weights[i % n] / 16;
    out->doubles[11] = k->ramp_change(values, values + n, n, 0.1, -0.1, 1);
    out->doubles[12] = k->log_sum_exp_change(values, values + n, n, 0.01);
    free(values);
}

/// A step that unfolds, moves and folds: the bits of the plain kernels, whose tests say what these are.
static void step_folded(const lc_kernels *k, size_t dimension, results *out) {
    size_t padded = (dimension + 15) / 16 * 16;
    lc_step step = {0.1f, 0.9f, 0.03f, 0.01f, 0.02f, 1};
    float *folded = memory(3 * padded * sizeof(float));
    lc_folded_row row = {factor, mean, mean, 0.3f, 0.125f, 1, 3, dimension, 0, folded};
    lc_columns columns = {0, dimension, dimension, 0};
    memcpy(out->numbers[0], weights, dimension * sizeof(float));
    k->descend_folded(&step, &row, dimension, out->numbers[0], out->numbers[1]);
    k->scores_f32(float_rows, 1, &columns, dimension, folded, out->numbers[2], 3, out->scores);
    free(folded);
}

static int compare(const lc_kernels *k, size_t count, size_t dimension, size_t classes) {
    static results ours, plain;
    results *both[] = {&ours, &plain};
    const lc_kernels *kernels[] = {k, &lc_kernels_plain};
    int failures = 0;
    for (int test = 0; test < 12; test++) {
        for (int i = 0; i < 2; i++) {
            memset(both[i], 0, sizeof ours);
            if (test < 2) score(kernels[i], count, dimension, classes, test == 0, both[i]);
            else if (test < 4) differentiate(kernels[i], count, dimension, classes, test == 2, 0, 0, both[i]);
            else if (test < 8) {
                static const uint32_t largest[] = {1, 9, 64, 1};
                differentiate(kernels[i], count, dimension, classes, 1, largest[test - 4], test == 7, both[i]);
            } else if (test < 10)
                multiply(kernels[i], count, dimension, classes, test == 8 ? 20 : 127, both[i]);
            else if (test < 11) others_of(kernels[i], count, dimension, both[i]);
            else step_folded(kernels[i], dimension, both[i]);
        }
        if (memcmp(&ours, &plain, sizeof ours) == 0) continue;
        printf("%s differs from plain: test %d, %zu rows, %zu columns, %zu classes\n", k->name, test,
               count, dimension, classes);
        failures++;
    }
    return failures;
}

int main(void) {
    static const size_t shapes[][3] = {
        {1, 1, 2},    {3, 7, 2},     {5, 15, 3},   {4, 16, 5},  {9, 17, 10},  {8, 33, 11},
        {13, 64, 7},  {6, 100, 31},  {5, 3073, 10}, {130, 321, 3}, {67, 600, 12}, {2, 40, 1000},
        {33, 700, 6}, {11, 6500, 4}, {70, 50, 1},  {34, 785, 9}, {512, 20, 17},
    };
    int failures = 0;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const size_t *s = shapes[i];
        prepare(s[0], s[1], s[2]);
        for (size_t k = 0; k < sizeof others / sizeof *others; k++)
            failures += compare(others[k], s[0], s[1], s[2]);
        forget();
    }
    for (size_t k = 0; k < sizeof others / sizeof *others; k++) printf("compared %s\n", others[k]->name);
    return failures != 0;
}
