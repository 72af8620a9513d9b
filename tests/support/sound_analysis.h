// What must hold of every analysis, whatever the text: trees are trees, spans lie where they
// should. In: an Analysis made with Depth::kTrees. Out: "" or the first thing that is wrong.
// Refuses: to judge whether the French is understood.
#pragma once

#include <string>

#include "analyzer/analysis/analysis.h"

namespace limpide::testing {

[[nodiscard]] std::string unsound_because(const Analysis& analysis);

}  // namespace limpide::testing
