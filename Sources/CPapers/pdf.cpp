#define POINTERHOLDER_TRANSITION 4
#include "CPapers.h"

#include <climits>
#include <cstdio>
#include <cstring>
#include <memory>
#include <new>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>
#include <poppler/cpp/poppler-version.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/Buffer.hh>

namespace {

// Actions by their type (ISO 32000-1, 12.6.4): those that run something, and those that lead out of the document.
const std::set<std::string> running = {"/JavaScript", "/Launch", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute"};
const std::set<std::string> leaving = {"/SubmitForm", "/GoToR", "/GoToE", "/ImportData", "/Thread"};
const std::set<std::string> media = {"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"};

std::string nameOf(QPDFObjectHandle object) { return object.isName() ? object.getName() : ""; }

void lookAt(QPDFObjectHandle dictionary, pdf_facts *facts) {
  for (auto const &key : dictionary.getKeys()) {
    if (key == "/JS" || key == "/RichMediaContent") facts->acts = 1;
    if (key == "/EmbeddedFiles" || key == "/Collection" || key == "/EF") facts->carries = 1;
  }
  std::string action = nameOf(dictionary.getKey("/S"));
  if (running.count(action) && (action != "/Sound" || dictionary.hasKey("/Sound"))) facts->acts = 1;
  if (leaving.count(action) && (action != "/Thread" || dictionary.hasKey("/F"))) facts->calls = 1;
  std::string type = nameOf(dictionary.getKey("/Type"));
  if (type == "/EmbeddedFile") facts->carries = 1;
  if (type == "/Sig" || dictionary.hasKey("/ByteRange")) facts->signatures += 1;
  std::string kind = nameOf(dictionary.getKey("/Subtype"));
  if (media.count(kind) && dictionary.hasKey("/Rect")) facts->acts = 1;
}

// Notes, fields and properties: what a page may not show.
const std::set<std::string> speaking = {"/Contents", "/V", "/TU", "/RC", "/Title", "/Subject", "/Keywords", "/Author"};

void say(QPDFObjectHandle dictionary, std::string &said) {
  for (auto const &key : speaking) {
    QPDFObjectHandle value = dictionary.getKey(key);
    if (value.isString() && said.size() < (1u << 20)) said += value.getUTF8Value() + "\n";
  }
}

// Nested or chained beyond what any document is: it is not read on, and that is said.
[[noreturn]] void tooDeep() { throw std::length_error("depth"); }

// Every dictionary of an object, those written in place included; references are objects of their own.
void walk(QPDFObjectHandle object, pdf_facts *facts, std::string &said, int depth) {
  if (depth > 200) tooDeep();
  if (object.isStream()) object = object.getDict();
  if (object.isDictionary()) {
    lookAt(object, facts);
    say(object, said);
    for (auto const &key : object.getKeys()) {
      QPDFObjectHandle value = object.getKey(key);
      if (!value.isIndirect()) walk(value, facts, said, depth + 1);
    }
  } else if (object.isArray()) {
    int count = object.getArrayNItems();
    for (int index = 0; index < count; index += 1) {
      QPDFObjectHandle value = object.getArrayItem(index);
      if (!value.isIndirect()) walk(value, facts, said, depth + 1);
    }
  }
}

// An action that nobody asked for, and what follows it: to an address, it leads out.
void unasked(QPDFObjectHandle first, pdf_facts *facts) {
  std::vector<QPDFObjectHandle> waiting = {first};
  std::set<QPDFObjGen> seen;
  for (int count = 0; !waiting.empty(); count += 1) {
    if (count > 100000) tooDeep();
    QPDFObjectHandle action = waiting.back();
    waiting.pop_back();
    if (action.isIndirect() && !seen.insert(action.getObjGen()).second) continue;
    if (action.isArray())
      for (int index = 0; index < action.getArrayNItems(); index += 1) waiting.push_back(action.getArrayItem(index));
    if (!action.isDictionary()) continue;
    std::string type = nameOf(action.getKey("/S"));
    if (type == "/URI" || leaving.count(type)) facts->calls = 1;
    waiting.push_back(action.getKey("/Next"));
  }
}

void triggers(QPDFObjectHandle owner, pdf_facts *facts) {
  if (!owner.isDictionary()) return;
  unasked(owner.getKey("/OpenAction"), facts);
  QPDFObjectHandle more = owner.getKey("/AA");
  if (!more.isDictionary()) return;
  for (auto const &key : more.getKeys()) unasked(more.getKey(key), facts);
}

void form(QPDFObjectHandle root, pdf_facts *facts, paper_give give, void *who) {
  QPDFObjectHandle fields = root.getKey("/AcroForm");
  if (!fields.isDictionary()) return;
  facts->has_fields = fields.getKey("/Fields").isArray() && fields.getKey("/Fields").getArrayNItems() > 0;
  if (!fields.hasKey("/XFA")) return;
  facts->is_xfa = 1;
  std::string whole;
  QPDFObjectHandle packets = fields.getKey("/XFA");
  auto add = [&](QPDFObjectHandle stream) {
    if (!stream.isStream() || whole.size() > (32u << 20)) return;
    auto data = stream.getStreamData(qpdf_dl_generalized);
    whole.append(reinterpret_cast<const char *>(data->getBuffer()), data->getSize());
  };
  if (packets.isArray())
    for (int index = 0; index < packets.getArrayNItems(); index += 1) add(packets.getArrayItem(index));
  else
    add(packets);
  if (whole.find("<script") != std::string::npos) facts->xfa_acts = 1;
  size_t start = whole.find("<xfa:datasets"), end = whole.rfind("</xfa:datasets");
  if (start == std::string::npos || end == std::string::npos || end < start) return;
  size_t close = whole.find('>', end);
  if (close != std::string::npos) give(who, 0, whole.data() + start, close + 1 - start);
}

void pages(QPDF &document, pdf_facts *facts) {
  for (auto &page : QPDFPageDocumentHelper(document).getAllPages()) {
    facts->pages += 1;
    QPDFObjectHandle turn = page.getAttribute("/Rotate", false);
    if (turn.isInteger() && turn.getIntValue() % 360 != 0) facts->is_turned = 1;
    QPDFObjectHandle box = page.getMediaBox();
    if (box.isRectangle()) {
      auto sides = box.getArrayAsRectangle();
      if (facts->pages == 1 && (sides.llx == sides.urx || sides.lly == sides.ury)) facts->is_flat = 1;
    }
    triggers(page.getObjectHandle(), facts);
  }
}

void stated(QPDF &document, pdf_facts *facts) {
  QPDFObjectHandle info = document.getTrailer().getKey("/Info");
  if (!info.isDictionary()) return;
  QPDFObjectHandle made = info.getKey("/CreationDate");
  if (!made.isString()) return;
  std::string text = made.getUTF8Value();
  const char *start = text.c_str() + (text.compare(0, 2, "D:") == 0 ? 2 : 0);
  int year = 0, month = 0, day = 0;
  if (std::sscanf(start, "%4d%2d%2d", &year, &month, &day) == 3) {
    facts->year = year;
    facts->month = month;
    facts->day = day;
  }
}

void silent(const std::string &, void *) {}

}  // namespace

int pdf_look(const unsigned char *bytes, size_t count, pdf_facts *facts, paper_give give, void *who) {
  std::memset(facts, 0, sizeof *facts);
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("paper", reinterpret_cast<const char *>(bytes), count);
    pages(document, facts);
    stated(document, facts);
    std::string said;
    for (auto &object : document.getAllObjects()) walk(object, facts, said, 0);
    walk(document.getTrailer(), facts, said, 0);
    give(who, -1, said.data(), said.size());
    triggers(document.getRoot(), facts);
    form(document.getRoot(), facts, give, who);
    // What its parser gives up on, it replaces by nothing.
    for (auto const &warning : document.getWarnings())
      if (warning.getMessageDetail().find("deeply nested") != std::string::npos) tooDeep();
    return paper_read;
  } catch (const QPDFExc &problem) {
    return problem.getErrorCode() == qpdf_e_password ? paper_locked : paper_broken;
  } catch (const std::bad_alloc &) {
    return paper_too_large;
  } catch (const std::length_error &) {
    return paper_too_large;
  } catch (...) {
    return paper_broken;
  }
}

int pdf_text(const unsigned char *bytes, size_t count, paper_give give, void *who) {
  if (count > INT_MAX) return paper_too_large;
  try {
    poppler::set_debug_error_function(silent, nullptr);
    std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(reinterpret_cast<const char *>(bytes), (int)count));
    if (!document) return paper_broken;
    if (document->is_locked()) return paper_locked;
    for (int index = 0; index < document->pages(); index += 1) {
      std::unique_ptr<poppler::page> page(document->create_page(index));
      if (!page) continue;
      // To turn it into UTF-8 it would open a file of iconv’s.
      auto text = page->text();
      give(who, index + 1, reinterpret_cast<const char *>(text.data()), text.size() * 2);
    }
    return paper_read;
  } catch (const std::bad_alloc &) {
    return paper_too_large;
  } catch (...) {
    return paper_broken;
  }
}
