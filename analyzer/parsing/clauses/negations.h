// Negations with all their parts. In: the text of the clause layer. Out: every "ne" with what it
// goes with, and negations without "ne" ("vous devez pas", "sans aucun frais"), in the order of
// the text. Refuses: "plus" of comparison and the nouns "pas", "rien", "personne"; an expletive
// "ne" ("avant qu'il ne parte") is given, but as what it is.
#pragma once

#include <vector>

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

[[nodiscard]] std::vector<Negation> find_negations(const ClauseText& text);

}  // namespace limpide
