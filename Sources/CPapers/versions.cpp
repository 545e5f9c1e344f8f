#define POINTERHOLDER_TRANSITION 4
#include "CPapers.h"

#include <string>

#include <cstdio>
#include <iconv.h>
#include <jpeglib.h>
#include <libheif/heif.h>
#include <png.h>
#include <poppler/cpp/poppler-version.h>
#include <qpdf/QPDF.hh>
#include <tiffvers.h>
#include <webp/decode.h>

void papers_open(void) {
  // Poppler turns every text from one form of Unicode into another, by modules that iconv opens as files.
  static iconv_t held[] = {iconv_open("UTF-16", "UTF-8"), iconv_open("UTF-8", "UTF-16"), iconv_open("UTF-16LE", "UTF-8")};
  (void)held;
  views_open();
  words_open();
}

const char *papers_versions(void) {
  static const std::string text = "poppler-" + poppler::version_string() + "_qpdf-" + QPDF::QPDFVersion() + "_jpeg-" +
                                  std::to_string(JPEG_LIB_VERSION) + "_png-" + png_get_libpng_ver(nullptr) +
                                  "_heif-" + heif_get_version() + "_webp-" + std::to_string(WebPGetDecoderVersion()) + "_tiff-" +
                                  std::to_string(TIFFLIB_VERSION) + "_tesseract-" + (words_can() ? words_version() : "none");
  return text.c_str();
}
