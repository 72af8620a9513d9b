// The beginning and the end of an analysis, for those of this room that come by their trees another
// way. In: a document; an Analysis with tags and trees. Out: its sentences and tokens; the same
// with clauses and facts. Refuses: roles of blocks and metrics, which a few sentences do not have.
#pragma once

#include "analyzer/analysis/analysis.h"

namespace limpide {

[[nodiscard]] Analysis cut_document(const Document& document, const LanguageResources& language);
// REQUIRES: one tag and one arc a word; the language was loaded with syntax.
void add_meaning(Analysis& analysis);

}  // namespace limpide
