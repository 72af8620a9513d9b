// How a dictionary would print the words of a hit. In: an Analysis, a hit, its entry. Out: the
// words as the text has them, on one line, in the singular where the pattern knows it ("titres
// executoires" by "titre|titres executoire|executoires"). Refuses: nothing; words that the pattern
// does not part stay as they are.
#pragma once

#include <string>

#include "analyzer/analysis/analysis.h"
#include "analyzer/rules/terms.h"

namespace limpide {

[[nodiscard]] std::string headword_of(const Analysis& analysis, const TermHit& found,
                                      const TermEntry& entry);

}  // namespace limpide
