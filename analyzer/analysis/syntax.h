// Tags and trees of a document, its sentences shared out between threads. In: a Segmentation, the
// resources, how many threads. Out: the same values whatever the number. Refuses: to share out a
// text so short that each thread would mostly meet the same words again.
#pragma once

#include "analyzer/analysis/analysis.h"

namespace limpide {

struct Syntax {
  Tagging tagging;
  Trees trees;
};

// REQUIRES: the language was loaded with syntax.
[[nodiscard]] Syntax find_syntax(const Segmentation& segmentation,
                                 const LanguageResources& language, unsigned threads);

}  // namespace limpide
