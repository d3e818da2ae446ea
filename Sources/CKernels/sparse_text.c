// Rows of sparse text, `label column:value column:value …`, eight bytes at a time.
#include <string.h>

#include "CText.h"

#define EIGHT(byte) (0x0101010101010101u * (uint64_t)(byte))
enum { MOST_DIGITS = 15, LARGEST_COLUMN = 10000000 };

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

static const uint64_t whole_powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};
static const double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};

/// How many of the next eight bytes are digits, and the number that fewer than eight are. At least eight
/// bytes are there.
static inline int some_digits(const uint8_t *place, uint64_t *number) {
    uint64_t digits;
    memcpy(&digits, place, 8);
    digits ^= EIGHT('0');
    uint64_t others = (digits + EIGHT(0x76) | digits) & EIGHT(0x80);
    if (others == 0) return 8;
    int count = __builtin_ctzll(others) / 8;
    if (count == 0) return 0;
    digits <<= 64 - 8 * count;
    digits = digits * 10 + (digits >> 8);
    *number = ((digits & 0x000000FF000000FFu) * 0x000F424000000064u +
               (digits >> 16 & 0x000000FF000000FFu) * 0x0000271000000001u) >>
              32;
    return count;
}

/// A number of a digit, a point and at most seven digits, in the bits that lc_decimal gives; NULL where that
/// has to look at it.
static inline const uint8_t *short_decimal(const uint8_t *place, const uint8_t *end, float *number) {
    if (end - place < 11) return NULL;
    int is_negative = *place == '-';
    place += is_negative;
    uint8_t whole = (uint8_t)(place[0] - '0');
    uint64_t fraction = 0;
    if (whole > 9 || place[1] != '.') return NULL;
    int count = some_digits(place + 2, &fraction);
    if (count == 0 || count == 8) return NULL;
    // Both are exact, so the quotient is rounded once to 53 bits; its rounding to 24 is that of the number
    // itself where it is not near the middle between two of these.
    double value = (double)(whole * whole_powers[count] + fraction) / powers[count];
    uint64_t bits;
    memcpy(&bits, &value, 8);
    int64_t from_middle = (int64_t)(bits & 0x1FFFFFFF) - 0x10000000;
    if (from_middle >= -8 && from_middle <= 8) return NULL;
    *number = is_negative ? -(float)value : (float)value;
    return place + 2 + count;
}
#else
static int some_digits(const uint8_t *place, uint64_t *number) { return 8; }

static const uint8_t *short_decimal(const uint8_t *place, const uint8_t *end, float *number) {
    return NULL;
}
#endif

/// The whole number of at most fifteen digits at a place, and the place behind it; NULL where there is none.
static inline const uint8_t *whole(const uint8_t *place, const uint8_t *end, uint64_t *number) {
    if (end - place >= 8) {
        int count = some_digits(place, number);
        if (count < 8) return count == 0 ? NULL : place + count;
    }
    const uint8_t *start = place;
    *number = 0;
    while (place < end && (uint8_t)(*place - '0') < 10 && place - start <= MOST_DIGITS)
        *number = *number * 10 + (*place++ - '0');
    return place > start && place - start <= MOST_DIGITS ? place : NULL;
}

static inline const uint8_t *value(const uint8_t *text, const uint8_t *place, const uint8_t *end,
                                   float *number) {
    const uint8_t *behind = short_decimal(place, end, number);
    if (behind == NULL) {
        size_t found = lc_decimal(text, (size_t)(place - text), (size_t)(end - text), '.', number);
        if (found == 0) return NULL;
        behind = text + found;
    }
    return behind == end || *behind <= ' ' ? behind : NULL;
}

/// Reads a row; the place of the next one, or NULL with the reason in `stop`.
static const uint8_t *row(const uint8_t *text, const uint8_t *place, const uint8_t *end,
                          lc_sparse_rows *rows, lc_sparse_stop *stop) {
    const uint8_t *start = place;
    int64_t first = -1, last = -1;
    size_t entries = rows->entries;
    int is_negative = place < end && *place == '-';
    if (is_negative || (place < end && *place == '+')) place++;
    uint64_t label;
    *stop = LC_SPARSE_OTHER;
    if (!(place = whole(place, end, &label))) return NULL;
    while (1) {
        const uint8_t *gap = place;
        if (place - start >= LC_SPARSE_LONGEST) return NULL;
        while (place < end && (*place == ' ' || *place == '\r')) place++;
        if (place == end || *place == '\n') break;
        uint64_t column;
        float number;
        if (place == gap || !(place = whole(place, end, &column))) return NULL;
        if ((int64_t)column <= last || column > LARGEST_COLUMN) return NULL;
        if (place == end || *place != ':') return NULL;
        if (!(place = value(text, place + 1, end, &number))) return NULL;
        if (last < 0) first = (int64_t)column;
        last = (int64_t)column;
        if (number == 0) continue;
        if (entries == rows->most_entries) {
            *stop = LC_SPARSE_FULL;
            return NULL;
        }
        rows->columns[entries] = (int32_t)column;
        rows->values[entries++] = number;
    }
    rows->labels[rows->count] = is_negative ? -(double)label : (double)label;
    rows->ends[rows->count++] = (int64_t)entries;
    rows->entries = entries;
    rows->has_zero |= first == 0;
    if (last > rows->largest) rows->largest = last;
    return place < end ? place + 1 : end;
}

lc_sparse_stop lc_read_sparse_rows(const uint8_t *text, size_t *place, size_t end,
                                   lc_sparse_rows *rows) {
    while (*place < end) {
        if (rows->count == rows->most_rows) return LC_SPARSE_FULL;
        lc_sparse_stop stop;
        const uint8_t *next = row(text, text + *place, text + end, rows, &stop);
        if (next == NULL) return stop;
        *place = (size_t)(next - text);
    }
    return LC_SPARSE_END;
}
