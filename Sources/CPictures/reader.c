#include "reader.h"

#include <stdlib.h>
#include <string.h>

lc_picture_format lc_picture_format_of(const uint8_t *bytes, size_t count) {
    static const uint8_t jpeg[] = {0xFF, 0xD8, 0xFF};
    static const uint8_t png[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    if (count >= sizeof jpeg && memcmp(bytes, jpeg, sizeof jpeg) == 0) return LC_JPEG;
    if (count >= sizeof png && memcmp(bytes, png, sizeof png) == 0) return LC_PNG;
    return LC_NO_PICTURE;
}

uint32_t lc_picture_reduced(uint32_t size, uint32_t eighths) {
    return (uint32_t)(((uint64_t)size * eighths + 7) / 8);
}

#ifdef LC_PICTURES

void lc_note(lc_picture_reader *reader, const char *problem) {
    snprintf(reader->problem, LC_PROBLEM_LENGTH, "%s", problem);
}

lc_picture_reader *lc_picture_reader_create(bool (*is_given_up)(void)) {
    lc_picture_reader *reader = calloc(1, sizeof *reader);
    if (reader == NULL) return NULL;
    reader->is_given_up = is_given_up;
    if (lc_jpeg_create(reader)) return reader;
    free(reader);
    return NULL;
}

void lc_picture_reader_destroy(lc_picture_reader *reader) {
    if (reader == NULL) return;
    lc_jpeg_destroy(reader);
    lc_png_end(reader);
    free(reader);
}

bool lc_picture_begin(
    lc_picture_reader *reader, const uint8_t *bytes, size_t count, lc_picture_header *header) {
    memset(&reader->header, 0, sizeof reader->header);
    lc_note(reader, "no JPEG or PNG");
    bool is_read = false;
    switch (lc_picture_format_of(bytes, count)) {
    case LC_JPEG:
        is_read = lc_jpeg_begin(reader, bytes, count);
        break;
    case LC_PNG:
        is_read = lc_png_begin(reader, bytes, count);
        break;
    case LC_NO_PICTURE:
        break;
    }
    if (!is_read) reader->header.format = LC_NO_PICTURE;
    *header = reader->header;
    return is_read;
}

bool lc_picture_read(
    lc_picture_reader *reader, uint32_t eighths, uint32_t channels, uint8_t *pixels, size_t count) {
    const lc_picture_header header = reader->header;
    // A picture is read once.
    reader->header.format = LC_NO_PICTURE;
    const bool is_jpeg = header.format == LC_JPEG;
    const bool is_reduced = eighths == 1 || eighths == 2 || eighths == 4;
    const bool is_whole = eighths == 8;
    if (header.format == LC_NO_PICTURE || (channels != 1 && channels != 3)
        || !(is_whole || (is_jpeg && is_reduced)) || (!is_jpeg && channels < header.channels)) {
        lc_note(reader, "no picture was begun");
        return false;
    }
    const size_t width = lc_picture_reduced(header.width, eighths);
    const size_t height = lc_picture_reduced(header.height, eighths);
    if (count / channels / width != height || count != width * height * channels) {
        lc_note(reader, "a picture of another size");
        return false;
    }
    return is_jpeg ? lc_jpeg_read(reader, eighths, channels, pixels)
                   : lc_png_read(reader, channels, pixels);
}

const char *lc_picture_problem(const lc_picture_reader *reader) { return reader->problem; }

#else

lc_picture_reader *lc_picture_reader_create(bool (*is_given_up)(void)) {
    (void)is_given_up;
    return NULL;
}

void lc_picture_reader_destroy(lc_picture_reader *reader) { (void)reader; }

bool lc_picture_begin(
    lc_picture_reader *reader, const uint8_t *bytes, size_t count, lc_picture_header *header) {
    (void)reader, (void)bytes, (void)count;
    memset(header, 0, sizeof *header);
    return false;
}

bool lc_picture_read(
    lc_picture_reader *reader, uint32_t eighths, uint32_t channels, uint8_t *pixels, size_t count) {
    (void)reader, (void)eighths, (void)channels, (void)pixels, (void)count;
    return false;
}

const char *lc_picture_problem(const lc_picture_reader *reader) {
    (void)reader;
    return "lc was built without pictures";
}

#endif
