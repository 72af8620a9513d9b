// The noun that a relative or participial clause says something of. In: the clause with its verb
// group. Out: the noun that the tree gives, or, when the verb does not agree with it, the nearest
// noun before that does. Refuses: nouns beyond another conjugated verb or further than a few words.
#pragma once

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

// REQUIRES: the clause hangs from a noun (link kNoun). kNoWord when it has no head above.
[[nodiscard]] WordIndex find_antecedent(const ClauseText& text, const Clause& clause);

}  // namespace limpide
