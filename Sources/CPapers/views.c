#include "CPapers.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <libheif/heif.h>
#include <tiffio.h>
#include <webp/decode.h>

// A picture decoded: rows of red, green and blue, perhaps followed by what is not looked at.
struct raster {
  unsigned width, height, pages;
  size_t stride;
  int channels, is_animated;
  const unsigned char *pixels;
  void *owner, *second;
  void (*drop)(struct raster *);
};

static void drop_heif(struct raster *raster) {
  heif_image_release(raster->owner);
  heif_context_free(raster->second);
}

static int heif(const unsigned char *bytes, size_t count, struct raster *raster) {
  struct heif_context *context = heif_context_alloc();
  struct heif_image_handle *handle = NULL;
  struct heif_image *image = NULL;
  if (!context) return paper_too_large;
  heif_context_set_max_decoding_threads(context, 0);
  struct heif_error error = heif_context_read_from_memory_without_copy(context, bytes, count, NULL);
  if (error.code == heif_error_Ok) error = heif_context_get_primary_image_handle(context, &handle);
  if (error.code == heif_error_Ok) {
    raster->width = (unsigned)heif_image_handle_get_width(handle);
    raster->height = (unsigned)heif_image_handle_get_height(handle);
    raster->is_animated = heif_context_get_number_of_top_level_images(context) > 1;
    if (!picture_is_absurd(raster->width, raster->height)) error = heif_decode_image(handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGB, NULL);
  }
  if (handle) heif_image_handle_release(handle);
  if (error.code != heif_error_Ok || !image) {
    heif_context_free(context);
    return error.code == heif_error_Memory_allocation_error ? paper_too_large : error.code == heif_error_Ok ? paper_read : paper_broken;
  }
  int stride = 0;
  raster->pixels = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
  raster->width = (unsigned)heif_image_get_width(image, heif_channel_interleaved);
  raster->height = (unsigned)heif_image_get_height(image, heif_channel_interleaved);
  raster->stride = (size_t)stride;
  raster->channels = 3;
  raster->pages = 1;
  raster->owner = image;
  raster->second = context;
  raster->drop = drop_heif;
  return raster->pixels ? paper_read : paper_broken;
}

static void drop_owner(struct raster *raster) { free(raster->owner); }

static int webp(const unsigned char *bytes, size_t count, struct raster *raster) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(bytes, count, &features) != VP8_STATUS_OK) return paper_broken;
  raster->width = (unsigned)features.width;
  raster->height = (unsigned)features.height;
  raster->is_animated = features.has_animation;
  if (picture_is_absurd(raster->width, raster->height) || features.has_animation) return paper_read;
  raster->stride = (size_t)raster->width * 3;
  raster->owner = malloc(raster->stride * raster->height);
  if (!raster->owner) return paper_too_large;
  raster->drop = drop_owner;
  if (!WebPDecodeRGBInto(bytes, count, raster->owner, raster->stride * raster->height, (int)raster->stride))
    return paper_broken;
  raster->pixels = raster->owner;
  raster->channels = 3;
  raster->pages = 1;
  return paper_read;
}

struct tiff_source {
  const unsigned char *bytes;
  toff_t count, place;
};

static tmsize_t tiff_read(thandle_t handle, void *where, tmsize_t wanted) {
  struct tiff_source *source = handle;
  if (source->place >= source->count) return 0;
  if ((toff_t)wanted > source->count - source->place) wanted = (tmsize_t)(source->count - source->place);
  memcpy(where, source->bytes + source->place, (size_t)wanted);
  source->place += (toff_t)wanted;
  return wanted;
}

static tmsize_t tiff_write(thandle_t handle, void *bytes, tmsize_t count) { return (void)handle, (void)bytes, (void)count, 0; }

static toff_t tiff_seek(thandle_t handle, toff_t place, int from) {
  struct tiff_source *source = handle;
  if (from == SEEK_CUR) place += source->place;
  if (from == SEEK_END) place += source->count;
  return source->place = place;
}

static int tiff_close(thandle_t handle) { return (void)handle, 0; }
static toff_t tiff_size(thandle_t handle) { return ((struct tiff_source *)handle)->count; }

// Of this file alone: other libraries set the handler that all files share.
static int count_trouble(TIFF *file, void *troubles, const char *module, const char *format, va_list list) {
  (void)file, (void)module, (void)format, (void)list;
  *(int *)troubles += 1;
  return 1;
}

static int tiff(const unsigned char *bytes, size_t count, unsigned page, struct raster *raster) {
  struct tiff_source source = {bytes, count, 0};
  int troubles = 0;
  TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
  if (!options) return paper_too_large;
  TIFFOpenOptionsSetErrorHandlerExtR(options, count_trouble, &troubles);
  TIFF *file =
      TIFFClientOpenExt("", "rm", &source, tiff_read, tiff_write, tiff_seek, tiff_close, tiff_size, NULL, NULL, options);
  TIFFOpenOptionsFree(options);
  if (!file) return paper_broken;
  int end = paper_broken;
  troubles = 0;
  raster->pages = TIFFNumberOfDirectories(file);
  // A chain of pages that breaks off says so, and no more.
  if (troubles == 0 && page <= PICTURE_MOST_PAGES && TIFFSetDirectory(file, (tdir_t)(page - 1)) &&
      TIFFGetField(file, TIFFTAG_IMAGEWIDTH, &raster->width) && TIFFGetField(file, TIFFTAG_IMAGELENGTH, &raster->height) &&
      raster->width > 0 && raster->height > 0) {
    if (picture_is_absurd(raster->width, raster->height)) {
      end = paper_read;
    } else {
      raster->stride = (size_t)raster->width * 4;
      raster->owner = malloc(raster->stride * raster->height);
      raster->drop = drop_owner;
      if (!raster->owner)
        end = paper_too_large;
      else if (TIFFReadRGBAImageOriented(file, raster->width, raster->height, raster->owner, ORIENTATION_TOPLEFT, 1))
        end = paper_read;
      raster->pixels = raster->owner;
      raster->channels = 4;
    }
  }
  TIFFClose(file);
  return end;
}

static int decode(enum picture_kind kind, const unsigned char *bytes, size_t count, unsigned page, struct raster *raster) {
  memset(raster, 0, sizeof *raster);
  switch (kind) {
    case picture_heif: return page == 1 ? heif(bytes, count, raster) : paper_broken;
    case picture_webp: return page == 1 ? webp(bytes, count, raster) : paper_broken;
    case picture_tiff: return tiff(bytes, count, page, raster);
  }
  return paper_broken;
}

void views_open(void) {
  heif_init(NULL);
}

int view_look(enum picture_kind kind, const unsigned char *bytes, size_t count, struct picture_facts *facts) {
  memset(facts, 0, sizeof *facts);
  unsigned pages = 1;
  int end = paper_read;
  for (unsigned page = 1; page <= pages && end == paper_read; page += 1) {
    struct raster raster;
    end = decode(kind, bytes, count, page, &raster);
    if (raster.drop) raster.drop(&raster);
    if (page == 1) {
      facts->width = raster.width;
      facts->height = raster.height;
      facts->is_animated = raster.is_animated;
      facts->pages = raster.pages;
      if (raster.pages > PICTURE_MOST_PAGES) return paper_too_large;
      pages = raster.pages;
    } else if (picture_is_absurd(raster.width, raster.height)) {
      facts->width = raster.width;
      facts->height = raster.height;
    }
  }
  return end;
}

struct jpeg_trouble {
  struct jpeg_error_mgr base;
  jmp_buf out;
};

static void give_up(j_common_ptr picture) { longjmp(((struct jpeg_trouble *)picture->err)->out, 1); }

static int encode(struct raster *raster, unsigned char **out, unsigned long *size) {
  struct jpeg_compress_struct picture;
  struct jpeg_trouble trouble;
  unsigned char *volatile row = malloc((size_t)raster->width * 3);
  if (!row) return paper_too_large;
  memset(&picture, 0, sizeof picture);
  picture.err = jpeg_std_error(&trouble.base);
  trouble.base.error_exit = give_up;
  if (setjmp(trouble.out)) {
    // As it grows, the library frees what `out` still points to, and says so only at its end.
    *out = NULL;
    jpeg_destroy_compress(&picture);
    free(row);
    return paper_too_large;
  }
  jpeg_create_compress(&picture);
  jpeg_mem_dest(&picture, out, size);
  picture.image_width = raster->width;
  picture.image_height = raster->height;
  picture.input_components = 3;
  picture.in_color_space = JCS_RGB;
  jpeg_set_defaults(&picture);
  jpeg_set_quality(&picture, 85, TRUE);
  jpeg_start_compress(&picture, TRUE);
  while (picture.next_scanline < picture.image_height) {
    const unsigned char *line = raster->pixels + (size_t)picture.next_scanline * raster->stride;
    for (size_t column = 0; column < raster->width; column += 1)
      memcpy(row + column * 3, line + column * (size_t)raster->channels, 3);
    JSAMPROW lines = row;
    jpeg_write_scanlines(&picture, &lines, 1);
  }
  jpeg_finish_compress(&picture);
  jpeg_destroy_compress(&picture);
  free(row);
  return paper_read;
}

int view_draw(
    enum picture_kind kind, const unsigned char *bytes, size_t count, unsigned page, paper_give give, void *who) {
  struct raster raster;
  unsigned char *out = NULL;
  unsigned long size = 0;
  int end = decode(kind, bytes, count, page, &raster);
  // A JPEG has at most 65,500 points a side.
  if (end == paper_read && (!raster.pixels || raster.width > 65500 || raster.height > 65500)) end = paper_broken;
  if (end == paper_read) end = encode(&raster, &out, &size);
  if (raster.drop) raster.drop(&raster);
  if (end == paper_read) give(who, (int)page, (const char *)out, size);
  free(out);
  return end;
}
