// An analysis as a person reads it: each sentence with its tree, its clauses in French and what it
// states. In: an Analysis made with Depth::kTrees and the catalogue. Out: text for a terminal.
// Refuses: judgement; names of tags and relations stay those of Universal Dependencies.
#pragma once

#include <string>

#include "analyzer/analysis/analysis.h"
#include "analyzer/base/catalogue.h"

namespace limpide {

// `name`: of the file, as the user gave it.
[[nodiscard]] std::string tree_text(const Analysis& analysis, const Catalogue& texts,
                                    const std::string& name);

}  // namespace limpide
