#include "CModels.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

struct container {
  zip_source_t *source;
  zip_t *zip;
  int has_failed;
};

struct container *container_open(void) {
  struct container *container = calloc(1, sizeof *container);
  if (!container) return NULL;
  container->source = zip_source_buffer_create(NULL, 0, 0, NULL);
  if (container->source) {
    // Else closing the container would free what it was written in.
    zip_source_keep(container->source);
    container->zip = zip_open_from_source(container->source, ZIP_TRUNCATE, NULL);
    if (container->zip) return container;
    zip_source_free(container->source);
    zip_source_free(container->source);
  }
  free(container);
  return NULL;
}

void container_add(struct container *container, const char *name, const void *bytes, size_t count, int is_stored) {
  // libzip reads the bytes when the container is closed, and frees them.
  void *copy = malloc(count ? count : 1);
  zip_source_t *source = copy ? zip_source_buffer(container->zip, copy, count, 1) : NULL;
  if (!source) {
    free(copy);
    container->has_failed = 1;
    return;
  }
  memcpy(copy, bytes, count);
  zip_int64_t index = zip_file_add(container->zip, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    container->has_failed = 1;
    return;
  }
  // 1 January 2021, in the terms of the format: it knows no time zone.
  const zip_uint16_t date = (41 << 9) | (1 << 5) | 1;
  if (zip_file_set_dostime(container->zip, (zip_uint64_t)index, 0, date, 0) != 0 ||
      zip_set_file_compression(container->zip, (zip_uint64_t)index, is_stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 9) != 0)
    container->has_failed = 1;
}

unsigned char *container_close(struct container *container, size_t *count) {
  unsigned char *bytes = NULL;
  zip_stat_t stat;
  *count = 0;
  int has_failed = container->has_failed;
  if (has_failed) {
    zip_discard(container->zip);
  } else if (zip_close(container->zip) != 0) {
    zip_discard(container->zip);
    has_failed = 1;
  }
  if (!has_failed && zip_source_stat(container->source, &stat) == 0 && zip_source_open(container->source) == 0) {
    bytes = malloc(stat.size ? stat.size : 1);
    if (bytes && zip_source_read(container->source, bytes, stat.size) == (zip_int64_t)stat.size) *count = stat.size;
    zip_source_close(container->source);
  }
  zip_source_free(container->source);
  free(container);
  return bytes;
}
