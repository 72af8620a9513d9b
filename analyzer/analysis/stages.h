// The end of an analysis, for those of this room that come by their trees another way. In: an
// Analysis with tags and trees. Out: the same with clauses and facts. Refuses: nothing.
#pragma once

#include "analyzer/analysis/analysis.h"

namespace limpide {

// REQUIRES: one tag and one arc a word; the language was loaded with syntax.
void add_meaning(Analysis& analysis);

}  // namespace limpide
