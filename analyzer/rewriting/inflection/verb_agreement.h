// The verbs of a subject that changes its gender and number: "l'ensemble des pieces [doit etre
// fourni]" -> "doivent etre fournies". In: an Analysis, the word that heads the subject, the place
// of the noun that is to head it. Out: the edits of its verb, participles and attribute. Refuses: a
// verb shared with another clause, words further on that speak of the subject again.
#pragma once

#include <optional>
#include <vector>

#include "analyzer/findings/finding.h"
#include "analyzer/rewriting/inflection/agreement.h"

namespace limpide {

// The clause that the word is the subject of; null when the tree gives it none.
[[nodiscard]] const Clause* clause_of_subject(const Analysis& analysis, std::uint32_t head);

[[nodiscard]] std::optional<std::vector<Edit>> verb_agreement_edits(const Analysis& analysis,
                                                                    const Clause& clause,
                                                                    NounPlace place);

}  // namespace limpide
