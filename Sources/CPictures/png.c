// PNG pictures, read by libpng: palettes become colours, 16 bits become 8, transparency is left out.
#include "reader.h"

#ifdef LC_PICTURES

#include <string.h>

_Noreturn static void fail(png_structp png, png_const_charp text) {
    lc_picture_reader *reader = png_get_error_ptr(png);
    lc_note(reader, text);
    longjmp(reader->failure, 1);
}

static void say_nothing(png_structp png, png_const_charp text) { (void)png, (void)text; }

static void give(png_structp png, png_bytep bytes, size_t count) {
    lc_picture_reader *reader = png_get_io_ptr(png);
    if (reader->is_given_up()) png_error(png, "interrupted");
    if (count > reader->png_left) png_error(png, "the file ends within the picture");
    memcpy(bytes, reader->png_bytes, count);
    reader->png_bytes += count;
    reader->png_left -= count;
}

void lc_png_end(lc_picture_reader *reader) {
    if (reader->png != NULL) png_destroy_read_struct(&reader->png, &reader->png_info, NULL);
    reader->png = NULL;
    reader->png_info = NULL;
}

bool lc_png_begin(lc_picture_reader *reader, const uint8_t *bytes, size_t count) {
    lc_png_end(reader);
    if (setjmp(reader->failure)) {
        lc_png_end(reader);
        return false;
    }
    reader->png_bytes = bytes;
    reader->png_left = count;
    reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, fail, say_nothing);
    if (reader->png == NULL) {
        lc_note(reader, "no memory");
        return false;
    }
    reader->png_info = png_create_info_struct(reader->png);
    if (reader->png_info == NULL) png_error(reader->png, "no memory");
    png_set_read_fn(reader->png, reader, give);
    // The caller judges sizes before it gives memory.
    png_set_user_limits(reader->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_read_info(reader->png, reader->png_info);
    const png_byte colour = png_get_color_type(reader->png, reader->png_info);
    reader->header = (lc_picture_header){
        .format = LC_PNG,
        .width = png_get_image_width(reader->png, reader->png_info),
        .height = png_get_image_height(reader->png, reader->png_info),
        .channels = colour & PNG_COLOR_MASK_COLOR ? 3 : 1,
        // Two rows of at most eight bytes a pixel.
        .memory = 16ull * png_get_image_width(reader->png, reader->png_info),
    };
    return true;
}

// Asks for 8 bits of one or three colours. Grey of coloured pictures is left to the caller: the library's
// would depend on the gamma that the file names.
static void choose_output(png_structp png, png_infop info, uint32_t channels) {
    const png_byte colour = png_get_color_type(png, info);
    const bool is_coloured = (colour & PNG_COLOR_MASK_COLOR) != 0;
    png_set_scale_16(png);
    if (colour == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png);
    if (colour == PNG_COLOR_TYPE_GRAY) png_set_expand_gray_1_2_4_to_8(png);
    // A transparent palette or colour expands to a channel of its own.
    png_set_strip_alpha(png);
    if (channels == 3 && !is_coloured) png_set_gray_to_rgb(png);
}

// Interlaced rows come in seven passes, each of which needs what the pass before it left.
static void read_rows(lc_picture_reader *reader, int passes, size_t width, uint8_t *pixels) {
    for (int pass = 0; pass < passes; pass++) {
        for (uint32_t y = 0; y < reader->header.height; y++) {
            png_read_row(reader->png, pixels + y * width, NULL);
        }
    }
}

bool lc_png_read(lc_picture_reader *reader, uint32_t channels, uint8_t *pixels) {
    if (setjmp(reader->failure)) {
        lc_png_end(reader);
        return false;
    }
    choose_output(reader->png, reader->png_info, channels);
    const int passes = png_set_interlace_handling(reader->png);
    png_read_update_info(reader->png, reader->png_info);
    const size_t width = (size_t)reader->header.width * channels;
    if (png_get_rowbytes(reader->png, reader->png_info) != width) {
        png_error(reader->png, "a picture of another size");
    }
    read_rows(reader, passes, width, pixels);
    png_read_end(reader->png, NULL);
    lc_png_end(reader);
    return true;
}

#endif
