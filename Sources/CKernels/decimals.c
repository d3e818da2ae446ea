// Decimal numbers in text: the bits that strtof gives, only sooner.
#include <string.h>

#include "CText.h"

#define EIGHT(byte) (0x0101010101010101u * (uint64_t)(byte))

/// Powers of ten, each rounded once.
static const double powers[] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11, 1e12,
    1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25,
    1e26, 1e27, 1e28, 1e29, 1e30, 1e31, 1e32, 1e33, 1e34, 1e35, 1e36, 1e37, 1e38,
    1e39, 1e40, 1e41, 1e42, 1e43, 1e44, 1e45, 1e46, 1e47, 1e48, 1e49, 1e50, 1e51,
    1e52, 1e53, 1e54, 1e55, 1e56, 1e57, 1e58, 1e59, 1e60, 1e61, 1e62, 1e63, 1e64};
enum { LARGEST_POWER = 64, MOST_DIGITS = 19, LONGEST = 4096 };

static const uint64_t whole_powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};

/// The whole number of eight digits, of which the first is in the lowest byte.
static uint64_t eight_digits(uint64_t digits) {
    digits = digits * 10 + (digits >> 8);
    return ((digits & 0x000000FF000000FFu) * 0x000F424000000064u +
            (digits >> 16 & 0x000000FF000000FFu) * 0x0000271000000001u) >>
           32;
}

/// Appends the digits that stand from a place on to a whole number, which may overflow, and gives the
/// place behind them.
static const uint8_t *add_digits(const uint8_t *place, const uint8_t *end, uint64_t *number) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    while (end - place >= 8) {
        uint64_t digits;
        memcpy(&digits, place, 8);
        digits ^= EIGHT('0');
        // The lowest byte that is not from 0 to 9 has its highest bit here; what carries goes above it.
        uint64_t others = (digits + EIGHT(0x76) | digits) & EIGHT(0x80);
        if (others == 0) {
            *number = *number * 100000000 + eight_digits(digits);
            place += 8;
            continue;
        }
        int count = __builtin_ctzll(others) / 8;
        if (count > 0)
            *number = *number * whole_powers[count] + eight_digits(digits << (64 - 8 * count));
        return place + count;
    }
#endif
    while (place < end && (uint8_t)(*place - '0') < 10) *number = *number * 10 + (*place++ - '0');
    return place;
}

/// The first nineteen digits but for zeros before them, and how many more stand before the point.
static uint64_t first_digits(const uint8_t *place, const uint8_t *end, uint8_t point,
                             int64_t *exponent) {
    uint64_t number = 0;
    int count = 0, is_fraction = 0;
    *exponent = 0;
    for (; place < end; place++) {
        if (*place == point) {
            is_fraction = 1;
            continue;
        }
        if (count < MOST_DIGITS) {
            number = number * 10 + (*place - '0');
            count += number > 0;
            *exponent -= is_fraction;
        } else {
            *exponent += !is_fraction;
        }
    }
    return number;
}

/// The whole number of at most four digits behind an `e`; the place behind it, or NULL.
static const uint8_t *add_exponent(const uint8_t *place, const uint8_t *end, int64_t *exponent) {
    int is_negative = place < end && *place == '-';
    if (is_negative || (place < end && *place == '+')) place++;
    const uint8_t *start = place;
    int64_t number = 0;
    while (place < end && (uint8_t)(*place - '0') < 10) {
        if (place - start == 4) return NULL;
        number = number * 10 + (*place++ - '0');
    }
    *exponent += is_negative ? -number : number;
    return place > start ? place : NULL;
}

/// digits · 10^exponent in single precision; 0 where that is not certain.
static int product(uint64_t digits, int64_t exponent, float *number) {
    if (digits == 0) {
        *number = 0;
        return 1;
    }
    if (exponent < -LARGEST_POWER || exponent > LARGEST_POWER) return 0;
    double value = exponent < 0 ? (double)digits / powers[-exponent]
                                : (double)digits * powers[exponent];
    // The digits, the power and the result are each rounded to 53 bits, and digits behind the
    // nineteenth are less than that: together, at most four units of the last bit. Rounded again, to 24
    // bits, the number is right but where it is so close to the middle between two of these.
    uint64_t bits;
    memcpy(&bits, &value, 8);
    int64_t from_middle = (int64_t)(bits & 0x1FFFFFFF) - 0x10000000;
    if (from_middle >= -8 && from_middle <= 8) return 0;
    if (value < 1e-37 || value > 3e38) return 0;
    *number = (float)value;
    return 1;
}

static const uint8_t *decimal(const uint8_t *place, const uint8_t *end, uint8_t point,
                              float *number) {
    int is_negative = place < end && *place == '-';
    if (is_negative || (place < end && *place == '+')) place++;
    const uint8_t *start = place;
    uint64_t digits = 0;
    place = add_digits(place, end, &digits);
    int64_t count = place - start, exponent = 0;
    if (place < end && *place == point) {
        const uint8_t *fraction = ++place;
        place = add_digits(place, end, &digits);
        exponent = fraction - place;
        count -= exponent;
    }
    if (count == 0) return NULL;
    if (count > MOST_DIGITS) digits = first_digits(start, place, point, &exponent);
    if (place < end && (*place | 0x20) == 'e') {
        place = add_exponent(place + 1, end, &exponent);
        if (place == NULL) return NULL;
    }
    if (exponent == 0 && count <= MOST_DIGITS) *number = (float)digits;
    else if (!product(digits, exponent, number)) return NULL;
    if (is_negative) *number = -*number;
    return place;
}

/// How far a number is read: a longer one ends among digits, which its caller takes for no end, so that
/// a gigabyte of digits keeps nobody waiting.
static const uint8_t *limit(const uint8_t *place, const uint8_t *end) {
    return end - place > LONGEST ? place + LONGEST : end;
}

size_t lc_decimal(const uint8_t *text, size_t place, size_t end, uint8_t point, float *number) {
    const uint8_t *start = text + place;
    const uint8_t *behind = decimal(start, limit(start, text + end), point, number);
    return behind == NULL ? 0 : (size_t)(behind - text);
}

lc_cells lc_decimal_cells(const uint8_t *text, size_t place, size_t end, uint8_t separator,
                          uint8_t point, size_t count, float *numbers) {
    lc_cells cells = {0, place, 0};
    const uint8_t *next = text + place, *last = text + end;
    while (cells.count < count) {
        while (next < last && *next == ' ') next++;
        int is_quoted = next < last && *next == '"';
        float number;
        next = decimal(next + is_quoted, limit(next, last), point, &number);
        if (next == NULL) return cells;
        if (is_quoted && (next == last || *next++ != '"')) return cells;
        while (next < last && (*next == ' ' || *next == '\r')) next++;
        int is_last = next == last || *next == '\n';
        if (!is_last && *next != separator) return cells;
        numbers[cells.count++] = number;
        cells.place = (size_t)(next - text);
        cells.is_behind = is_last || cells.count == count;
        if (cells.is_behind) return cells;
        cells.place++;
        next++;
    }
    return cells;
}
