#include "CPapers.h"

#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

#include <leptonica/allheaders.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>
#include <tesseract/baseapi.h>

namespace {

std::string language;
std::unique_ptr<tesseract::TessBaseAPI> engine;

bool is_ready() {
  if (engine) return true;
  if (language.empty()) return false;
  auto made = std::make_unique<tesseract::TessBaseAPI>();
  if (made->Init(language.data(), (int)language.size(), "fra", tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false,
                 nullptr) != 0)
    return false;
  engine = std::move(made);
  return true;
}

int read_image(Pix *image, int resolution, paper_give give, void *who) {
  engine->SetPageSegMode(tesseract::PSM_AUTO);
  engine->SetImage(image);
  engine->SetSourceResolution(resolution);
  std::unique_ptr<char[]> text(engine->GetUTF8Text());
  engine->Clear();
  if (text) give(who, 1, text.get(), std::strlen(text.get()));
  return text ? paper_read : paper_broken;
}

constexpr double resolution = 200;
// More points than a page scanned at 300 points an inch has: a photograph is made smaller.
constexpr unsigned long long most = 12000000;

}  // namespace

void words_open(void) {
  setMsgSeverity(L_SEVERITY_NONE);
  for (const char *place : {"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata"}) {
    std::FILE *file = std::fopen((std::string(place) + "/fra.traineddata").c_str(), "rb");
    if (!file) continue;
    char part[1 << 16];
    for (size_t count; (count = std::fread(part, 1, sizeof part, file)) > 0;) language.append(part, count);
    std::fclose(file);
    return;
  }
}

int words_can(void) { return !language.empty(); }

const char *words_version(void) { return tesseract::TessBaseAPI::Version(); }

int words_of_picture(const unsigned char *bytes, size_t count, paper_give give, void *who) {
  l_int32 format, width, height;
  if (!is_ready() || pixReadHeaderMem(bytes, count, &format, &width, &height, nullptr, nullptr, nullptr) != 0)
    return paper_broken;
  unsigned long long points = (unsigned long long)width * (unsigned)height;
  int reduction = 1;
  while (reduction < 8 && points / (unsigned)(reduction * reduction) > most) reduction *= 2;
  bool is_jpeg = format == IFF_JFIF_JPEG;
  if (!is_jpeg && points > most * 2) return paper_too_large;
  Pix *image = is_jpeg ? pixReadMemJpeg(bytes, count, 0, reduction, nullptr, 0) : pixReadMem(bytes, count);
  if (!image) return paper_broken;
  int end = read_image(image, (int)resolution, give, who);
  pixDestroy(&image);
  return end;
}

int words_of_page(const unsigned char *bytes, size_t count, int page, paper_give give, void *who) {
  if (!is_ready()) return paper_broken;
  try {
    std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(reinterpret_cast<const char *>(bytes), (int)count));
    std::unique_ptr<poppler::page> one(document && !document->is_locked() ? document->create_page(page - 1) : nullptr);
    if (!one) return paper_broken;
    auto size = one->page_rect();
    double dots = resolution;
    while (dots > 40 && size.width() / 72 * dots * size.height() / 72 * dots > (double)most) dots /= 2;
    if (size.width() / 72 * dots * size.height() / 72 * dots > (double)most * 2) return paper_too_large;
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    poppler::image drawn = renderer.render_page(one.get(), dots, dots);
    if (!drawn.is_valid()) return paper_broken;
    Pix *image = pixCreate(drawn.width(), drawn.height(), 8);
    if (!image) return paper_too_large;
    for (int line = 0; line < drawn.height(); line += 1)
      for (int column = 0; column < drawn.width(); column += 1)
        pixSetPixel(image, column, line, (unsigned char)drawn.const_data()[line * drawn.bytes_per_row() + column]);
    int end = read_image(image, (int)dots, give, who);
    pixDestroy(&image);
    return end;
  } catch (...) {
    return paper_broken;
  }
}
