// Whether a clause obliges, permits or forbids, and by which word. In: a clause with its verb group
// and subject. Out: verb.modality and verb.modal. Refuses: modality that only the sense shows
// ("vous paierez avant le 2 juin"); the words are those of modals.tsv, and "est a payer".
#pragma once

#include <vector>

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

// `negated`: the verb group has a negation (not a restriction).
void read_modality(const ClauseText& text, const std::vector<WordIndex>& verb_words, bool negated,
                   Clause& clause);

}  // namespace limpide
