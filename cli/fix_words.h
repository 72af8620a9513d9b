// Words that `fix` has no rewrite for. In: the findings of a document. Out: the words that only
// their trade can explain (terms of law, risk class 2), each once, in the order of the text.
// Refuses: findings that have a proposal, or an equivalent to think about.
#pragma once

#include <string>
#include <vector>

#include "analyzer/findings/finding.h"

namespace limpide {

[[nodiscard]] std::vector<std::string> words_to_explain(const std::vector<Finding>& findings);

}  // namespace limpide
