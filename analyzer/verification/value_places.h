// Values that changed places: "18 euros pour les habitants et 32 pour les autres", then the other
// way round. And codes that no fact holds: "case 7UF", "section AM", "2025-2026". In: two analysed
// texts. Out: changes. Refuses: values that one text says twice; the words near them tell nothing
// sure.
#pragma once

#include <vector>

#include "analyzer/verification/said.h"
#include "analyzer/verification/verification.h"

namespace limpide {

struct PlacedSide {
  const Analysis& analysis;
  const std::vector<Said>& said;  // one a sentence
};

// Values of one kind are compared two by two: at most kMostValues of them.
inline constexpr std::size_t kMostValues = 40;
[[nodiscard]] std::vector<FactChange> exchanged_values(const PlacedSide& before,
                                                       const PlacedSide& after);
// "la commune et le departement paient respectivement 60 % et 40 %": items and values in order.
[[nodiscard]] std::vector<FactChange> changed_order(const PlacedSide& before,
                                                    const PlacedSide& after, MarkerIndex in_order);
[[nodiscard]] std::vector<FactChange> changed_codes(const PlacedSide& before,
                                                    const PlacedSide& after);

}  // namespace limpide
