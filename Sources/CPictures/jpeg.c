// JPEG pictures, read by libjpeg-turbo, reduced in its transform where they are larger than needed.
#include "reader.h"

#ifdef LC_PICTURES

#include <jerror.h>

// Every scan of a progressive picture goes over all of it; files that people make have some ten.
enum { LC_MOST_SCANS = 200 };

static lc_picture_reader *reader_of(j_common_ptr jpeg) { return jpeg->client_data; }

_Noreturn static void fail(j_common_ptr jpeg) {
    lc_picture_reader *reader = reader_of(jpeg);
    char text[JMSG_LENGTH_MAX];
    jpeg->err->format_message(jpeg, text);
    lc_note(reader, text);
    longjmp(reader->failure, 1);
}

// What the library goes on after: damage ends the reading, for it would be pixels that nobody took.
static void hear(j_common_ptr jpeg, int level) {
    if (level >= 0) return;
    jpeg->err->num_warnings++;
    switch (jpeg->err->msg_code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
    case JWRN_NOT_SEQUENTIAL:
        fail(jpeg);
    default:
        break;
    }
}

static void say_nothing(j_common_ptr jpeg) { (void)jpeg; }

static void look_around(j_common_ptr jpeg) {
    lc_picture_reader *reader = reader_of(jpeg);
    const char *problem = NULL;
    if (reader->is_given_up()) problem = "interrupted";
    if (((j_decompress_ptr)jpeg)->input_scan_number > LC_MOST_SCANS) problem = "too many scans";
    if (problem == NULL) return;
    lc_note(reader, problem);
    longjmp(reader->failure, 1);
}

bool lc_jpeg_create(lc_picture_reader *reader) {
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    jpeg->err = jpeg_std_error(&reader->jpeg_errors);
    reader->jpeg_errors.error_exit = fail;
    reader->jpeg_errors.emit_message = hear;
    reader->jpeg_errors.output_message = say_nothing;
    jpeg->client_data = reader;
    if (setjmp(reader->failure)) {
        jpeg_destroy_decompress(jpeg);
        return false;
    }
    jpeg_create_decompress(jpeg);
    reader->jpeg_progress.progress_monitor = look_around;
    jpeg->progress = &reader->jpeg_progress;
    return true;
}

void lc_jpeg_destroy(lc_picture_reader *reader) { jpeg_destroy_decompress(&reader->jpeg); }

// Rows of blocks, or all of a picture that comes in several scans: 16 bits a coefficient.
static uint64_t memory_of(struct jpeg_decompress_struct *jpeg) {
    const uint64_t width = jpeg->image_width + 64ull, height = jpeg->image_height + 64ull;
    const bool comes_in_scans = jpeg_has_multiple_scans(jpeg);
    return 2 * width * (comes_in_scans ? height : 64) * (uint64_t)jpeg->num_components + (1 << 20);
}

bool lc_jpeg_begin(lc_picture_reader *reader, const uint8_t *bytes, size_t count) {
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    if (setjmp(reader->failure)) {
        jpeg_abort_decompress(jpeg);
        return false;
    }
    jpeg_abort_decompress(jpeg);
    // The library of the system takes the bytes as constant or not, by its version.
    jpeg_mem_src(jpeg, (unsigned char *)bytes, (unsigned long)count);
    jpeg_read_header(jpeg, TRUE);
    reader->header = (lc_picture_header){
        .format = LC_JPEG,
        .width = jpeg->image_width,
        .height = jpeg->image_height,
        .channels = jpeg->jpeg_color_space == JCS_GRAYSCALE ? 1 : 3,
        .memory = memory_of(jpeg),
    };
    // More than this the library refuses itself to take for coefficients.
    jpeg->mem->max_memory_to_use = (long)reader->header.memory;
    return true;
}

// Ink becomes light: what is left of the paper's white. Adobe's programs store it the other way around.
static void mix_inks(const uint8_t *inks, uint32_t width, bool is_inverted, uint32_t channels, uint8_t *row) {
    for (uint32_t x = 0; x < width; x++) {
        uint32_t light[4];
        for (int k = 0; k < 4; k++) {
            const uint8_t value = inks[4 * x + k];
            light[k] = is_inverted ? value : 255u - value;
        }
        uint8_t colours[3];
        for (int k = 0; k < 3; k++) colours[k] = (uint8_t)((light[k] * light[3] + 127) / 255);
        if (channels == 3) {
            for (int k = 0; k < 3; k++) row[3 * x + k] = colours[k];
        } else {
            row[x] = (uint8_t)((colours[0] * 19595u + colours[1] * 38470u + colours[2] * 7471u + 32768u) >> 16);
        }
    }
}

static void choose_output(j_decompress_ptr jpeg, uint32_t eighths, uint32_t channels) {
    const bool is_ink = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
    jpeg->out_color_space = is_ink ? JCS_CMYK : channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg->scale_num = eighths;
    jpeg->scale_denom = 8;
}

bool lc_jpeg_read(
    lc_picture_reader *reader, uint32_t eighths, uint32_t channels, uint8_t *pixels) {
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    if (setjmp(reader->failure)) {
        jpeg_abort_decompress(jpeg);
        return false;
    }
    choose_output(jpeg, eighths, channels);
    jpeg_start_decompress(jpeg);
    const bool is_ink = jpeg->out_color_space == JCS_CMYK;
    const uint32_t width = lc_picture_reduced(reader->jpeg.image_width, eighths);
    const uint32_t height = lc_picture_reduced(reader->jpeg.image_height, eighths);
    if (jpeg->output_width != width || jpeg->output_height != height
        || jpeg->output_components != (is_ink ? 4 : (int)channels)) {
        lc_note(reader, "a picture of another size");
        jpeg_abort_decompress(jpeg);
        return false;
    }
    // The library's own pool, which ends with the picture.
    JSAMPARRAY inks = is_ink ? jpeg->mem->alloc_sarray((j_common_ptr)jpeg, JPOOL_IMAGE, 4 * width, 1) : NULL;
    while (jpeg->output_scanline < height) {
        JSAMPROW row = pixels + (size_t)jpeg->output_scanline * width * channels;
        jpeg_read_scanlines(jpeg, is_ink ? inks : &row, 1);
        if (is_ink) mix_inks(inks[0], width, jpeg->saw_Adobe_marker, channels, row);
    }
    jpeg_finish_decompress(jpeg);
    return true;
}

#endif
