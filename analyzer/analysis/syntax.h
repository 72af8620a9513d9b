// Tags and trees of a document, its sentences shared out between threads. In: a Segmentation, the
// resources, a memory a thread. Out: the same values whatever the number. Refuses: to share out a
// text so short that each thread would mostly meet the same words again.
#pragma once

#include <span>

#include "analyzer/analysis/analysis.h"
#include "analyzer/analysis/syntax_memory.h"

namespace limpide {

struct Syntax {
  Tagging tagging;
  Trees trees;
};

// REQUIRES: the language was loaded with syntax; one memory or more.
[[nodiscard]] Syntax find_syntax(const Segmentation& segmentation,
                                 const LanguageResources& language,
                                 std::span<SyntaxMemory> memories);

}  // namespace limpide
