// What is said of a paper that someone handed in: the libraries of others, behind plain C.
#ifndef CPAPERS_H
#define CPAPERS_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How a look at a paper ended.
enum paper_end {
  /// It was read.
  paper_read = 0,
  /// It is broken, or no such paper.
  paper_broken = 1,
  /// It asks for a password.
  paper_locked = 2,
  /// It asks for more memory than there is.
  paper_too_large = 3,
};

/// What a PDF says of itself, without any of its pages being drawn.
struct pdf_facts {
  int pages;
  /// Whether a page is turned, or has no surface.
  int is_turned, is_flat;
  /// Whether it runs something, leads elsewhere, carries files.
  int acts, calls, carries;
  /// Whether it is a form of Adobe’s own kind; whether that form holds scripts.
  int is_xfa, xfa_acts;
  /// Whether it has fields to fill.
  int has_fields;
  int signatures;
  /// The day of its making, as stated; 0 when it is not.
  int year, month, day;
};

/// Gives bytes to whoever asked.
typedef void (*paper_give)(void *who, int page, const char *bytes, size_t count);

/// Looks into a PDF; gives the data packet of its XFA form, if it has one, as page 0, and
/// what its notes, fields and properties say, as page -1.
int pdf_look(const unsigned char *bytes, size_t count, struct pdf_facts *facts, paper_give give, void *who);

/// Gives the text of each page, in UTF-16 as the machine orders it.
int pdf_text(const unsigned char *bytes, size_t count, paper_give give, void *who);

/// What a picture says of itself, once decoded to its end.
struct picture_facts {
  unsigned width, height;
  int is_animated;
  /// Bytes after its end.
  size_t trailing;
  /// How many pages it has, where it can have several.
  unsigned pages;
};

/// Over this nobody can look at a picture: it is not decoded. Four times a telephone’s largest.
#define PICTURE_MOST_POINTS 200000000ULL

static inline bool picture_is_absurd(unsigned width, unsigned height) {
  return (unsigned long long)width * height > PICTURE_MOST_POINTS;
}

int jpeg_look(const unsigned char *bytes, size_t count, struct picture_facts *facts);
int png_look(const unsigned char *bytes, size_t count, struct picture_facts *facts);

/// More pages than anybody scans into one file.
#define PICTURE_MOST_PAGES 200

/// The pictures that not every screen shows: telephones’ own, the web’s, scanners’.
enum picture_kind { picture_heif = 0, picture_webp = 1, picture_tiff = 2 };

/// Decodes each page to its end.
int view_look(enum picture_kind kind, const unsigned char *bytes, size_t count, struct picture_facts *facts);

/// Gives a page, from 1, as a JPEG, turned as it is to be seen.
int view_draw(
    enum picture_kind kind, const unsigned char *bytes, size_t count, unsigned page, paper_give give, void *who);

/// What `papers_open` does for these.
void views_open(void);

/// Reads the language of the recognition of characters, where Debian’s tesseract-ocr-fra puts it.
void words_open(void);
/// Whether it was there.
int words_can(void);
const char *words_version(void);

/// Gives the words, in UTF-8, that a JPEG or PNG shows; that a page of a PDF shows, from 1.
int words_of_picture(const unsigned char *bytes, size_t count, paper_give give, void *who);
int words_of_page(const unsigned char *bytes, size_t count, int page, paper_give give, void *who);

/// Opens what the libraries need, before the doors are shut; held for the life of the reader.
void papers_open(void);

/// The versions of the libraries, in one line.
const char *papers_versions(void);

#ifdef __cplusplus
}
#endif
#endif
