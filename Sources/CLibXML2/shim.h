// What Swift cannot say of libxml2, each with its reason.
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

// The error callback's argument became const in 2.12.
#if LIBXML_VERSION >= 21200
typedef const xmlError *acquis_error;
#else
typedef xmlError *acquis_error;
#endif
