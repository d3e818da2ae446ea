// The innermost loops of lc, written once in families/ and compiled per instruction set.
//
// Every instruction set gives the same bits: sums run over 16 fixed lanes with explicit fused
// multiply-adds and are folded in one fixed order.
//
// Rows are given by pointers, so that a minibatch, a subset or rows of several files need no copy.
// A matrix of gradients has `stride` floats a row, a multiple of LC_LANES. Weights lie as
// `fold_weights` of the same kernels leaves them.
#pragma once
#include <stddef.h>
#include <stdint.h>

#include "CChecksum.h"
#include "CText.h"

#define LC_LANES 16

/// Σ |slope| at most, for which products with bytes add to whole numbers that floats hold exactly: 2²⁴ / 255.
#define LC_MOST_WHOLE 65793

/// Columns from one to another, each a multiple of LC_LANES or the end of the row. Each `grain` of
/// them, a multiple of LC_LANES, makes scores of its own, `apart` floats after those before.
typedef struct {
    size_t from, to, grain, apart;
} lc_columns;

/// How a weight moves: v = momentum·v − rate·g, w += v (or Nesterov's look-ahead form of it), where
/// g includes 2λ·w as `quadratic` and λ·sign(w) as `absolute`; then w shrinks towards zero by
/// `shrinkage`, and no further.
typedef struct {
    float rate, momentum, quadratic, absolute, shrinkage;
    int nesterov;
} lc_step;

/// Columns of a class's weights, from `from` on, a multiple of LC_LANES: sums that unfold makes a
/// gradient of, by what else it takes, and where fold_weights puts the weights. `shift`, `factor` and
/// `sums` begin with these columns.
typedef struct {
    const float *sums, *shift, *factor;
    float slope, share;
    size_t class_number, classes, dimension, from;
    float *folded;
} lc_folded_row;

/// How Adam moves a weight, by its running means of g and g²: w −= α·m, where α is
/// rate / (√v · root + epsilon); `root` undoes the bias of v and `rate` has that of m in it. Then w
/// shrinks by α·shrinkage.
typedef struct {
    float rate, keep_mean, keep_square, root, epsilon, quadratic, absolute, shrinkage;
} lc_adam_step;

/// The slope of a row by one class less the byte that stands for it; `more` is 0 where bytes are enough.
typedef struct {
    int32_t class_number, more;
} lc_excess;

/// Slopes that are whole numbers: bytes, those of four rows together, a class after another, with
/// zeros after the last row; and what each row has beyond them.
typedef struct {
    int8_t *bytes;
    lc_excess *excess;
} lc_packed_slopes;

typedef struct {
    const char *name;
    /// scores[r*classes + c] = bias[c] + Σ_d (x[r][d] − offset) · weights(c, d), for folded weights
    /// and the d of some columns; the offset is a whole number from 0 to 255.
    void (*scores_u8)(const uint8_t *const *rows, size_t count, const lc_columns *columns,
                      size_t dimension, float offset, const float *weights, const float *bias,
                      size_t classes, float *scores);
    void (*scores_f32)(const float *const *rows, size_t count, const lc_columns *columns,
                       size_t dimension, const float *weights, const float *bias, size_t classes,
                       float *scores);
    /// Packs the slopes of at most 516 rows: (count rounded up to 4) · classes bytes. Returns the largest
    /// Σ |slope| of a class; −1 when a slope is no whole number, or is one of 65 536 or more, or
    /// two of a row do not fit bytes.
    int32_t (*pack_slopes)(const float *slopes, size_t count, size_t classes,
                           const lc_packed_slopes *packed);
    /// gradient[c*stride + d] = Σ_r slopes[r*classes + c] · (x[r][d] − offset), added to what is there
    /// where `adds` is not 0, for d in [from, to), summed over one row at least, in order; `from` is a
    /// multiple of LC_LANES, and numbers up to the next multiple after `to` mean nothing. `packed` is
    /// what pack_slopes made of the slopes, or NULL; the result is the same where Σ |slope| of each
    /// class is at most LC_MOST_WHOLE. The first quarter of these columns of as many `next` rows,
    /// unless NULL, is fetched meanwhile: so much as there is time for; what makes their scores
    /// fetches the others.
    void (*gradient_u8)(const uint8_t *const *rows, const uint8_t *const *next, size_t count,
                        size_t from, size_t to, float offset, const float *slopes,
                        const lc_packed_slopes *packed, size_t classes, int adds, float *gradient,
                        size_t stride);
    void (*gradient_f32)(const float *const *rows, const float *const *next, size_t count,
                         size_t from, size_t to, const float *slopes, size_t classes, int adds,
                         float *gradient, size_t stride);
    /// The bytes that `vectors` rows of integer weights take, as products_u8s8 of these kernels reads
    /// them.
    size_t (*placed_size)(size_t vectors, size_t dimension);
    /// Puts one of the rows, of weights from −127 to 127, in its place, and gives
    /// Σ_d mean[d] · weights[d]. All bytes are zero before.
    double (*place_weights)(const int8_t *weights, const float *mean, size_t dimension,
                            size_t vector, size_t vectors, int8_t *placed);
    /// products[r*vectors + v] = Σ_d x[r][d] · weights(v, d), exactly, for placed weights: those above
    /// zero of a vector, as those below, add to less than 2³¹/255. The next `next` rows, whose
    /// addresses follow, are fetched meanwhile.
    void (*products_u8s8)(const uint8_t *const *rows, size_t count, size_t next, size_t dimension,
                          const int8_t *weights, size_t vectors, int32_t *products);
    /// weights[d − from] · factor[d − from], of one class, for d in [from, to), in the order that scores of
    /// these kernels are made in: classes times the padded dimension floats. `from` is a multiple of
    /// LC_LANES.
    void (*fold_weights)(const float *weights, const float *factor, size_t class_number,
                         size_t classes, size_t dimension, size_t from, size_t to, float *folded);
    /// gradient[i] = (sums[i] − shift[i] · slope) · factor[i] · share; the gradient may be the sums.
    void (*unfold)(const float *sums, const float *shift, const float *factor, size_t count,
                   float slope, float share, float *gradient);
    /// Without momentum the velocity may be NULL.
    void (*descend)(const lc_step *step, const float *gradient, size_t count, float *weights,
                    float *velocity);
    /// Unfolds the sums, descends along that gradient, and folds the weights.
    void (*descend_folded)(const lc_step *step, const lc_folded_row *row, size_t count,
                           float *weights, float *velocity);
    void (*adapt)(const lc_adam_step *step, const float *gradient, size_t count, float *weights,
                  float *mean, float *square);
    /// sums[a] += Σ_r Σ_{c≠labels[r]} max(0, s_c − s_label + offset), or of the squares, of each of the
    /// stacked classifiers, whose scores s of row r and class c are
    /// unit · (products[(r*classes + c)*stacked + a] − centres[c*stacked + a]).
    void (*ramp_sums)(const int32_t *products, const int32_t *labels, size_t count,
                      const double *centres, double unit, double offset, int is_squared,
                      size_t classes, size_t stacked, double *sums);
    /// sums[a] + log(factors[a]) += Σ_r (log Σ_c e^{s_c} − s_label) of the same scores, where factors[a]
    /// is set to a product over the rows: classes^count must be a finite number.
    void (*log_sum_exp_sums)(const int32_t *products, const int32_t *labels, size_t count,
                             const double *centres, double unit, size_t classes, size_t stacked,
                             double *sums, double *factors);
    /// sums[d] += Σ_r x[r][d] and squares[d] += Σ_r x[r][d]², exactly.
    void (*moments_u8)(const uint8_t *const *rows, size_t count, size_t dimension, uint64_t *sums,
                       uint64_t *squares);
    /// Σ e^(x[i] − shift), added in order, for a shift of at least every x[i]; `out` gets each
    /// power and may be NULL, or x itself.
    double (*exponentials)(const float *x, size_t count, float shift, float *out);
    /// Σ max(0, v + up·x) − max(0, v + down·x), or of the squares; over eight fixed lanes.
    double (*ramp_change)(const double *values, const double *x, size_t count, double up,
                          double down, int is_squared);
    /// Σ log (1 + p(e^δ − 1)) − log (1 + p(e^−δ − 1)) for the shares p and δ = h·x, all |δ| at most ¼.
    double (*log_sum_exp_change)(const double *shares, const double *x, size_t count, double h);
    /// scores[c] += Σ_i values[i] · weights[columns[i]*classes + c], in order.
    void (*sparse_scores)(const int32_t *columns, const float *values, size_t count,
                          const float *weights, size_t classes, float *scores);
    /// The same in double precision.
    void (*sparse_scores_double)(const int32_t *columns, const float *values, size_t count,
                                 const double *weights, size_t classes, double *scores);
    /// weights[columns[i]*classes + c] += (values[i] · factor) · slopes[c], in order.
    void (*sparse_descend)(const int32_t *columns, const float *values, size_t count, float factor,
                           const float *slopes, size_t classes, float *weights);
    /// out[i*stride + j] += sign · Σ_k left[k*left_stride + i] · right[k*right_stride + j], in order of k.
    void (*add_product)(float *out, size_t stride, size_t rows, size_t columns, const float *left,
                        size_t left_stride, const float *right, size_t right_stride, size_t depth,
                        float sign);
    /// Solves Uᵀz = x in the place of each of `count` lists x, `apart` floats from one to the next, for an
    /// upper triangle U of `size` rows, `stride` floats each.
    void (*solve_transposed)(const float *upper, size_t stride, size_t size, float *x, size_t apart,
                             size_t count);
    /// Solves Uz = x in the same way.
    void (*solve_upper)(const float *upper, size_t stride, size_t size, float *x, size_t apart,
                        size_t count);
} lc_kernels;

/// The kernels of an instruction set that dispatch.c lists, or NULL where this CPU lacks it.
const lc_kernels *lc_kernels_named(const char *name);

/// Tells the CPU that this thread is only waiting.
static inline void lc_pause(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __builtin_arm_yield();
#endif
}
