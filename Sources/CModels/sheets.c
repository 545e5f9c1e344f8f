#define _GNU_SOURCE
#include "CModels.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

struct sheets {
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *styles[5];
  int memory;
};

struct sheets *sheets_open(void) {
  char path[32];
  struct sheets *book = calloc(1, sizeof *book);
  if (!book) return NULL;
  book->memory = memfd_create("workbook", MFD_CLOEXEC);
  snprintf(path, sizeof path, "/proc/self/fd/%d", book->memory);
  book->book = book->memory < 0 ? NULL : workbook_new(path);
  if (!book->book) {
    if (book->memory >= 0) close(book->memory);
    free(book);
    return NULL;
  }
  // Else the same workbook has other bytes each time.
  lxw_doc_properties properties = {.created = 1609459200};
  workbook_set_properties(book->book, &properties);
  for (int style = 0; style < 5; style += 1) {
    lxw_format *format = workbook_add_format(book->book);
    if (style != sheets_plain) format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    book->styles[style] = format;
  }
  format_set_num_format(book->styles[sheets_text], "@");
  format_set_num_format(book->styles[sheets_day], "dd/mm/yyyy");
  format_set_bold(book->styles[sheets_heading]);
  format_set_bg_color(book->styles[sheets_heading], 0xDCE6F1);
  format_set_italic(book->styles[sheets_help]);
  format_set_font_color(book->styles[sheets_help], 0x595959);
  return book;
}

void sheets_begin(struct sheets *book, const char *name, int is_hidden) {
  book->sheet = workbook_add_worksheet(book->book, name);
  if (!book->sheet) return;
  worksheet_set_landscape(book->sheet);
  // A4.
  worksheet_set_paper(book->sheet, 9);
  if (is_hidden) worksheet_hide(book->sheet);
}

void sheets_write(struct sheets *book, unsigned row, unsigned column, const char *text, enum sheets_style style) {
  if (book->sheet) worksheet_write_string(book->sheet, row, (lxw_col_t)column, text, book->styles[style]);
}

void sheets_column(struct sheets *book, unsigned column, double width, enum sheets_style style) {
  if (book->sheet) worksheet_set_column(book->sheet, (lxw_col_t)column, (lxw_col_t)column, width, book->styles[style]);
}

void sheets_fit(struct sheets *book) {
  if (book->sheet) worksheet_fit_to_pages(book->sheet, 1, 0);
}

void sheets_row(struct sheets *book, unsigned row, double height) {
  if (book->sheet) worksheet_set_row(book->sheet, row, height, NULL);
}

void sheets_offer(struct sheets *book, unsigned first, unsigned last, unsigned column, unsigned list, unsigned count) {
  char name[16], formula[64];
  if (!book->sheet) return;
  lxw_col_to_name(name, (lxw_col_t)list, 1);
  snprintf(formula, sizeof formula, "=Listes!%s$1:%s$%u", name, name, count);
  lxw_data_validation validation = {
      .validate = LXW_VALIDATION_TYPE_LIST_FORMULA, .value_formula = formula, .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING};
  worksheet_data_validation_range(book->sheet, first, (lxw_col_t)column, last, (lxw_col_t)column, &validation);
}

void sheets_freeze(struct sheets *book, unsigned rows, unsigned columns) {
  if (book->sheet) worksheet_freeze_panes(book->sheet, rows, (lxw_col_t)columns);
}

unsigned char *sheets_close(struct sheets *book, size_t *count) {
  unsigned char *bytes = NULL;
  *count = 0;
  if (workbook_close(book->book) == LXW_NO_ERROR) {
    off_t size = lseek(book->memory, 0, SEEK_END);
    bytes = size > 0 ? malloc((size_t)size) : NULL;
    if (bytes && pread(book->memory, bytes, (size_t)size, 0) == size) *count = (size_t)size;
  }
  close(book->memory);
  free(book);
  return bytes;
}
