// A verb that only carries a noun of action: "proceder a la verification". In: the text of the
// clause layer and the clause of each word. Out: pairs of words. Refuses: pairs that
// support-verbs.tsv and nominalisations.tsv do not name; the hidden verb is
// ClauseResources::verb_of_noun of the noun's lemma.
#pragma once

#include <vector>

#include "analyzer/parsing/clauses/clause_text.h"

namespace limpide {

// `owner`: the clause of each word.
[[nodiscard]] std::vector<VerbNoun> find_verb_nouns(const ClauseText& text,
                                                    const std::vector<ClauseIndex>& owner);

}  // namespace limpide
