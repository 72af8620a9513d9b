// Words that changed places: "deposez l'original, remettez une copie", then the other way round.
// And acronyms with other words before them. In: two analysed texts. Out: changes. Refuses: words
// that one text says twice; the words near them tell nothing sure.
#pragma once

#include <vector>

#include "analyzer/verification/value_places.h"

namespace limpide {

// Opposites (opposites.tsv) that both texts say both of. At most kMostValues of them.
[[nodiscard]] std::vector<FactChange> exchanged_words(const PlacedSide& before,
                                                      const PlacedSide& after,
                                                      const VerificationResources& resources);
// "caisse primaire d'assurance maladie (CARSAT)": letters that the words before do not hold.
[[nodiscard]] std::vector<FactChange> wrong_expansions(const PlacedSide& before,
                                                       const PlacedSide& after);

}  // namespace limpide
