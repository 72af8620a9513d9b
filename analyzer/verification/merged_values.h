// Values that one text writes as two facts and the other as one: "deux mille euros et quinze
// centimes", "douze heures trente", "164 des 170 trimestres". In: facts that each text seems to
// lack. Out: the lists without them. Refuses: sums that differ.
#pragma once

#include "analyzer/verification/fact_changes.h"

namespace limpide {

void drop_merged(MissingFacts& missing, const StatedFacts& before, const StatedFacts& after);

}  // namespace limpide
