// What Swift cannot say of libxml2, each with its reason.

// Debian's libxml2 draws in the headers of ICU, whose types clash with those of Foundation's own ICU. They only
// add fields to a structure that we never look into.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
