// What people are given to fill: a workbook written by libxlsxwriter, a container of Word or OpenDocument by libzip. Both are
// made in memory.
#ifndef CMODELS_H
#define CMODELS_H

#include <stddef.h>

struct sheets;

/// How a cell looks, and what a spreadsheet makes of what is typed there.
enum sheets_style { sheets_plain, sheets_text, sheets_day, sheets_heading, sheets_help };

/// Opens a workbook that is written in memory; its date is always the same.
struct sheets *sheets_open(void);

/// Begins a sheet; one that is hidden holds the lists.
void sheets_begin(struct sheets *book, const char *name, int is_hidden);

/// Rows and columns from 0.
void sheets_write(struct sheets *book, unsigned row, unsigned column, const char *text, enum sheets_style style);

/// How wide a column is, in signs, and how its empty cells behave.
void sheets_column(struct sheets *book, unsigned column, double width, enum sheets_style style);

/// Prints the sheet on one page in width.
void sheets_fit(struct sheets *book);

/// How high a row is, in points.
void sheets_row(struct sheets *book, unsigned row, double height);

/// Offers a list, from some rows of a column of the sheet « Listes », in cells from one row to another.
void sheets_offer(struct sheets *book, unsigned first, unsigned last, unsigned column, unsigned list, unsigned count);

/// Keeps the first rows and columns in sight.
void sheets_freeze(struct sheets *book, unsigned rows, unsigned columns);

/// Ends the workbook. Gives its bytes, to be freed; nothing when it could not be written.
unsigned char *sheets_close(struct sheets *book, size_t *count);

struct container;

/// Opens a container; the date of its parts is always the same.
struct container *container_open(void);

/// Adds a part; one that is stored is not compressed.
void container_add(struct container *container, const char *name, const void *bytes, size_t count, int is_stored);

/// Ends the container. Gives its bytes, to be freed; nothing when it could not be written.
unsigned char *container_close(struct container *container, size_t *count);

#endif
