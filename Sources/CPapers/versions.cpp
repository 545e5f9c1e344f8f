#define POINTERHOLDER_TRANSITION 4
#include "CPapers.h"

#include <string>

#include <cstdio>
#include <iconv.h>
#include <jpeglib.h>
#include <png.h>
#include <poppler/cpp/poppler-version.h>
#include <qpdf/QPDF.hh>

void papers_open(void) {
  // Poppler turns every text from one form of Unicode into another, by modules that iconv opens as files.
  static iconv_t held[] = {iconv_open("UTF-16", "UTF-8"), iconv_open("UTF-8", "UTF-16"), iconv_open("UTF-16LE", "UTF-8")};
  (void)held;
}

const char *papers_versions(void) {
  static const std::string text = "poppler-" + poppler::version_string() + "_qpdf-" + QPDF::QPDFVersion() + "_jpeg-" +
                                  std::to_string(JPEG_LIB_VERSION) + "_png-" + png_get_libpng_ver(nullptr);
  return text.c_str();
}
