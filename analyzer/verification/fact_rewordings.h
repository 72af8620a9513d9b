// Facts with a value that two texts write otherwise: "quatorze aout deux mille vingt-cinq", "la
// moitie", "14 heures", "tous les trois mois". In: facts that one text states and the other seems
// not to. Out: the lists without what is the same. Refuses: values that differ.
#pragma once

#include <vector>

#include "analyzer/verification/fact_changes.h"
#include "analyzer/verification/said.h"

namespace limpide {

// A text with all that rewordings look at.
struct RewordedSide {
  const Analysis& analysis;
  const StatedFacts& stated;
  const std::vector<Said>& said;  // one a sentence
};

// A duration or a deadline that is counted from a start.
[[nodiscard]] bool is_span_of_time(const Fact& fact);
void drop_reworded(MissingFacts& missing, const RewordedSide& before, const RewordedSide& after,
                   const VerificationResources& resources);

}  // namespace limpide
