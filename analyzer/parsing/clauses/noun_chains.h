// Cascades of "de": "la date de depot de la demande de carte". In: the text of the clause layer.
// Out: each chain once, from its head noun to its last noun, with the number of links. Refuses:
// "de" that completes a verb, told by the tree, and chains of fewer than two links.
#pragma once

#include <vector>

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

[[nodiscard]] std::vector<NounChain> find_noun_chains(const ClauseText& text);

}  // namespace limpide
