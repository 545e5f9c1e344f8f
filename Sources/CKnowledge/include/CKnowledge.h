// The knowledge that ships inside the tool, as bytes: #embed costs the compiler nothing, where the array literals of
// an embedded resource would cost it a minute.
#pragma once
#include <stddef.h>

const unsigned char *acquis_certification_start(void);
extern const size_t acquis_certification_size;
const unsigned char *acquis_model_start(void);
extern const size_t acquis_model_size;
