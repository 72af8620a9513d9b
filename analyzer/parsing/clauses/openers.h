// Words that open a clause and that the tree left without one. In: the clauses of a sentence as
// their relations give them. Out: the same clauses, some of them turned from main to subordinate:
// each opening word ("qui", "que", "si") goes to the first conjugated verb after it, clauses inside
// first. Refuses: opening words that the tree uses, comparisons ("plus que"), far verbs.
#pragma once

#include <vector>

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

// A clause that lies inside another, by the order of their opening words and verbs.
struct Nesting {
  ClauseIndex inner = kNoClause;
  ClauseIndex outer = kNoClause;
};

// `clauses`: those of one sentence, by their heads. `headed`: the clause that each word heads.
// `finite_clause`: scratch of one entry a word, all kNoClause; left so.
void adopt_openers(const ClauseText& text, WordRange sentence, std::vector<Clause>& clauses,
                   WordRange range, const std::vector<ClauseIndex>& headed,
                   std::vector<ClauseIndex>& finite_clause, std::vector<Nesting>& nestings);

}  // namespace limpide
