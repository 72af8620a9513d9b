#pragma once
#include "analyzer/structure/structure.h"
namespace limpide {
[[nodiscard]] Structure describe(const Document& document, const Segmentation& segmentation,
                                 const Lexicon& lexicon);
}
