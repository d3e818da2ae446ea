// The innermost loops over text: what stands in it, where its cells end, and the numbers in them.
//
// They are the same on every processor: eight bytes at a time as a whole number.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
    size_t newlines, quotes;
    /// Whether a byte is above 127.
    int has_high;
} lc_text_counts;

lc_text_counts lc_count_text(const uint8_t *text, size_t count);

/// How many bytes from the first on are at most 127.
size_t lc_ascii_length(const uint8_t *text, size_t count);

/// The place of the first separator or newline from `place` on; `end` where there is none.
size_t lc_cell_end(const uint8_t *text, size_t place, size_t end, uint8_t separator);

/// A number that is different for most different texts, and for each seed.
uint64_t lc_text_hash(const uint8_t *text, size_t count, uint64_t seed);

int lc_text_equal(const uint8_t *one, const uint8_t *other, size_t count);

/// The decimal number that begins at `place`, rounded once; 0, with nothing written, where none begins
/// there, and where double precision is not enough to be sure of the last bit. Otherwise the place
/// behind it.
size_t lc_decimal(const uint8_t *text, size_t place, size_t end, uint8_t point, float *number);

typedef struct {
    /// How many cells were read.
    size_t count;
    /// Where the first cell begins that was not read, or, with `is_behind`, where the last ends.
    size_t place;
    int is_behind;
} lc_cells;

/// Reads at most `count` cells of a record as numbers, the first at `place`. It ends before a cell that
/// lc_decimal reads no number in, behind the last cell of the record, and behind that of `count`.
/// Spaces and quotes may stand around a number.
lc_cells lc_decimal_cells(const uint8_t *text, size_t place, size_t end, uint8_t separator,
                          uint8_t point, size_t count, float *numbers);

/// A longer row than this many bytes is not read by lc_read_sparse_rows, so that nobody waits for it.
enum { LC_SPARSE_LONGEST = 1 << 20 };

/// Rows of sparse text, `label column:value …`: how many there are, and room for more.
typedef struct {
    size_t count, most_rows, entries, most_entries;
    double *labels;
    /// Where each row's entries end.
    int64_t *ends;
    int32_t *columns;
    float *values;
    /// The largest column, and whether there is a column 0.
    int64_t largest;
    int has_zero;
} lc_sparse_rows;

/// Why reading ended: at the end, for want of room, or before a row of another form.
typedef enum { LC_SPARSE_END, LC_SPARSE_FULL, LC_SPARSE_OTHER } lc_sparse_stop;

/// Appends rows of the usual form, ascending columns with numbers that lc_decimal reads, and moves `place`
/// behind them. Zeros are left out.
lc_sparse_stop lc_read_sparse_rows(const uint8_t *text, size_t *place, size_t end,
                                   lc_sparse_rows *rows);
