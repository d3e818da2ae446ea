// What a reader is made of, for the files of this room.
#ifndef LC_READER_H
#define LC_READER_H

#include "include/CPictures.h"

#ifdef LC_PICTURES

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>
#include <png.h>

enum { LC_PROBLEM_LENGTH = 200 };

struct lc_picture_reader {
    lc_picture_header header;
    bool (*is_given_up)(void);
    char problem[LC_PROBLEM_LENGTH];
    // Where an error of a library goes on, within the call that set it.
    jmp_buf failure;

    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr jpeg_errors;
    struct jpeg_progress_mgr jpeg_progress;

    // NULL while no PNG is read.
    png_structp png;
    png_infop png_info;
    const uint8_t *png_bytes;
    size_t png_left;
};

void lc_note(lc_picture_reader *reader, const char *problem);

bool lc_jpeg_create(lc_picture_reader *reader);
void lc_jpeg_destroy(lc_picture_reader *reader);
bool lc_jpeg_begin(lc_picture_reader *reader, const uint8_t *bytes, size_t count);
bool lc_jpeg_read(
    lc_picture_reader *reader, uint32_t eighths, uint32_t channels, uint8_t *pixels);

void lc_png_end(lc_picture_reader *reader);
bool lc_png_begin(lc_picture_reader *reader, const uint8_t *bytes, size_t count);
bool lc_png_read(lc_picture_reader *reader, uint32_t channels, uint8_t *pixels);

#endif
#endif
