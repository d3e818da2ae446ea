// What stands in a text, eight bytes at a time.
#include <string.h>

#include "CText.h"

#define EIGHT(byte) (0x0101010101010101u * (uint64_t)(byte))

lc_text_counts lc_count_text(const uint8_t *text, size_t count) {
    lc_text_counts counts = {0, 0, 0};
    uint8_t high = 0;
    while (count > 0) {
        // Few enough for sums in single bytes, which a vector has many of.
        size_t part = count < 255 * 16 ? count : 255 * 16;
        uint8_t newlines[16] = {0}, quotes[16] = {0};
        size_t i = 0;
        for (; i + 16 <= part; i += 16)
            for (int lane = 0; lane < 16; lane++) {
                newlines[lane] += text[i + lane] == '\n';
                quotes[lane] += text[i + lane] == '"';
                high |= text[i + lane];
            }
        for (; i < part; i++) {
            counts.newlines += text[i] == '\n';
            counts.quotes += text[i] == '"';
            high |= text[i];
        }
        for (int lane = 0; lane < 16; lane++) {
            counts.newlines += newlines[lane];
            counts.quotes += quotes[lane];
        }
        text += part;
        count -= part;
    }
    counts.has_high = high > 127;
    return counts;
}

size_t lc_ascii_length(const uint8_t *text, size_t count) {
    size_t place = 0;
    for (; place + 8 <= count; place += 8) {
        uint64_t bytes;
        memcpy(&bytes, text + place, 8);
        if (bytes & EIGHT(0x80)) break;
    }
    while (place < count && text[place] < 0x80) place++;
    return place;
}

/// The highest bit of each byte that is zero, and perhaps of some above the lowest of these.
static uint64_t zeros(uint64_t bytes) { return (bytes - EIGHT(1)) & ~bytes & EIGHT(0x80); }

size_t lc_cell_end(const uint8_t *text, size_t place, size_t end, uint8_t separator) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    for (; place + 8 <= end; place += 8) {
        uint64_t bytes;
        memcpy(&bytes, text + place, 8);
        uint64_t found = zeros(bytes ^ EIGHT(separator)) | zeros(bytes ^ EIGHT('\n'));
        if (found) return place + (size_t)__builtin_ctzll(found) / 8;
    }
#endif
    while (place < end && text[place] != separator && text[place] != '\n') place++;
    return place;
}

uint64_t lc_text_hash(const uint8_t *text, size_t count, uint64_t seed) {
    uint64_t hash = seed ^ count;
    while (count > 0) {
        uint64_t bytes = 0;
        size_t part = count < 8 ? count : 8;
        memcpy(&bytes, text, part);
        __uint128_t product = (__uint128_t)(hash ^ bytes) * 0x9E3779B97F4A7C15u;
        hash = (uint64_t)product ^ (uint64_t)(product >> 64);
        text += part;
        count -= part;
    }
    return hash;
}

int lc_text_equal(const uint8_t *one, const uint8_t *other, size_t count) {
    return memcmp(one, other, count) == 0;
}
