#include "CPapers.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>
#include <png.h>

struct jpeg_trouble {
  struct jpeg_error_mgr base;
  jmp_buf out;
  int code;
};

static void give_up(j_common_ptr picture) {
  struct jpeg_trouble *trouble = (struct jpeg_trouble *)picture->err;
  trouble->code = picture->err->msg_code;
  longjmp(trouble->out, 1);
}

static void say_nothing(j_common_ptr picture) { (void)picture; }

int jpeg_look(const unsigned char *bytes, size_t count, struct picture_facts *facts) {
  struct jpeg_decompress_struct picture;
  struct jpeg_trouble trouble;
  unsigned char *volatile row = NULL;
  volatile int end = paper_read;
  memset(facts, 0, sizeof *facts);
  picture.err = jpeg_std_error(&trouble.base);
  trouble.base.error_exit = give_up;
  trouble.base.output_message = say_nothing;
  trouble.code = 0;
  if (setjmp(trouble.out)) {
    end = trouble.code == JERR_OUT_OF_MEMORY ? paper_too_large : paper_broken;
  } else {
    jpeg_create_decompress(&picture);
    jpeg_mem_src(&picture, bytes, count);
    jpeg_read_header(&picture, TRUE);
    facts->width = picture.image_width;
    facts->height = picture.image_height;
    if (picture_is_absurd(facts->width, facts->height)) {
      jpeg_destroy_decompress(&picture);
      return paper_read;
    }
    jpeg_start_decompress(&picture);
    row = malloc((size_t)picture.output_width * (size_t)picture.output_components);
    if (!row) end = paper_too_large;
    while (end == paper_read && picture.output_scanline < picture.output_height) {
      JSAMPROW line = row;
      jpeg_read_scanlines(&picture, &line, 1);
    }
    if (end == paper_read) {
      jpeg_finish_decompress(&picture);
      facts->trailing = picture.src->bytes_in_buffer;
      // A warning means that rows were made up: the end came early, or the data do not decode.
      if (trouble.base.num_warnings > 0) end = paper_broken;
    }
  }
  jpeg_destroy_decompress(&picture);
  free(row);
  return end;
}

struct png_source {
  const unsigned char *bytes;
  size_t count, place;
};

static void png_bytes(png_structp picture, png_bytep where, size_t wanted) {
  struct png_source *source = png_get_io_ptr(picture);
  if (wanted > source->count - source->place) png_error(picture, "end");
  memcpy(where, source->bytes + source->place, wanted);
  source->place += wanted;
}

static void png_trouble(png_structp picture, png_const_charp words) {
  (void)words;
  png_longjmp(picture, 1);
}

static void png_nothing(png_structp picture, png_const_charp words) { (void)picture, (void)words; }

int png_look(const unsigned char *bytes, size_t count, struct picture_facts *facts) {
  struct png_source source = {bytes, count, 0};
  unsigned char *volatile row = NULL;
  volatile int end = paper_read;
  memset(facts, 0, sizeof *facts);
  png_structp picture = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, png_trouble, png_nothing);
  png_infop info = picture ? png_create_info_struct(picture) : NULL;
  if (!info) {
    png_destroy_read_struct(&picture, NULL, NULL);
    return paper_too_large;
  }
  if (setjmp(png_jmpbuf(picture))) {
    end = paper_broken;
  } else {
    png_set_read_fn(picture, &source, png_bytes);
    png_read_info(picture, info);
    facts->width = png_get_image_width(picture, info);
    facts->height = png_get_image_height(picture, info);
    if (picture_is_absurd(facts->width, facts->height)) {
      png_destroy_read_struct(&picture, &info, NULL);
      return paper_read;
    }
    int passes = png_set_interlace_handling(picture);
    png_read_update_info(picture, info);
    row = malloc(png_get_rowbytes(picture, info));
    if (!row) end = paper_too_large;
    for (int pass = 0; end == paper_read && pass < passes; pass += 1)
      for (unsigned line = 0; line < facts->height; line += 1) png_read_row(picture, row, NULL);
    if (end == paper_read) {
      png_read_end(picture, NULL);
      facts->trailing = source.count - source.place;
    }
  }
  // The chunk of animation stands before the data (APNG).
  for (size_t place = 8; place + 12 <= count;) {
    size_t length = (size_t)bytes[place] << 24 | (size_t)bytes[place + 1] << 16 | (size_t)bytes[place + 2] << 8 | bytes[place + 3];
    if (memcmp(bytes + place + 4, "acTL", 4) == 0) facts->is_animated = 1;
    if (memcmp(bytes + place + 4, "IDAT", 4) == 0 || length > count) break;
    place += 12 + length;
  }
  png_destroy_read_struct(&picture, &info, NULL);
  free(row);
  return end;
}
