// JPEG and PNG pictures become bytes, by libjpeg-turbo and libpng. Their errors end in a status here: no jump
// leaves this room. Without LC_PICTURES there are no libraries, and every call fails.
#ifndef CPICTURES_H
#define CPICTURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A reader of one picture after the other, which keeps its memory between them; for one thread at a time.
typedef struct lc_picture_reader lc_picture_reader;

typedef enum { LC_NO_PICTURE, LC_JPEG, LC_PNG } lc_picture_format;

typedef struct {
    lc_picture_format format;
    uint32_t width, height;
    // 1 (grey) or 3 (red, green, blue): what the file has, without transparency.
    uint32_t channels;
    // How many bytes the library takes at most to read it, beside the pixels.
    uint64_t memory;
} lc_picture_header;

// What the first bytes of a file say that it is.
lc_picture_format lc_picture_format_of(const uint8_t *bytes, size_t count);

// NULL where there is no memory or no library. `is_given_up` is asked now and then, and ends a reading.
lc_picture_reader *lc_picture_reader_create(bool (*is_given_up)(void));
void lc_picture_reader_destroy(lc_picture_reader *reader);

// Begins a picture, whose bytes must stay until it is read; false where they are no picture.
bool lc_picture_begin(
    lc_picture_reader *reader, const uint8_t *bytes, size_t count, lc_picture_header *header);

// The size that a picture is read in: a JPEG's, reduced to `eighths`/8 and rounded up; a PNG's is its own.
// `eighths` is 1, 2, 4 or 8.
uint32_t lc_picture_reduced(uint32_t size, uint32_t eighths);

// Reads the picture that was begun, once: rows from the top, `channels` bytes a pixel (1 is grey, 3 red, green,
// blue; a PNG with colours needs 3). `count` must be the size that this takes. False where the file is
// damaged or cut short.
bool lc_picture_read(
    lc_picture_reader *reader, uint32_t eighths, uint32_t channels, uint8_t *pixels, size_t count);

// Why the last call gave false: the library's words.
const char *lc_picture_problem(const lc_picture_reader *reader);

#endif
