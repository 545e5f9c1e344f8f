#include "CKnowledge.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char certification[] = {
#embed "RNCP28236.xml"
};
const size_t acquis_certification_size = sizeof certification;
const unsigned char *acquis_certification_start(void) { return certification; }

// Learnt from the examples of the certification by `acquis learn`; a test learns it again and compares.
static const unsigned char model[] = {
#embed "RNCP28236.model"
};
const size_t acquis_model_size = sizeof model;
const unsigned char *acquis_model_start(void) { return model; }
