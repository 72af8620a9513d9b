// Where a text holds words that a rewrite must not lose or add: "seulement", "au moins", "sauf".
// In: an Analysis, the tables. Out: hits in the order of the text, each with its class. Refuses:
// overlaps; the longest phrase that starts first wins, so "au plus tard" is no "au plus".
#pragma once

#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/verification/verification_resources.h"

namespace limpide {

struct MarkerHit {
  MarkerIndex marker = 0;
  TokenRange range;
};

// Linear in the tokens.
[[nodiscard]] std::vector<MarkerHit> find_markers(const Analysis& analysis,
                                                  const VerificationResources& resources);

}  // namespace limpide
