// Does a rewrite keep the facts? In: two analysed texts, with trees. Out: what changed, each with
// its words on both sides; nothing when, as far as Limpide reads, both say the same. Refuses: texts
// too long to align (alignment.h); to say that a change is wrong: an expert decides.
#pragma once

#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/verification/said.h"
#include "analyzer/verification/verification_resources.h"

namespace limpide {

struct FactChange {
  Aspect aspect = Aspect::kFact;
  FactKind kind = FactKind::kDate;  // of kFact and kModality
  std::string what;                 // key of the fact, id of the marker class, verb
  Span before;                      // words of the first text; empty: what is new
  Span after;                       // words of the second text; empty: what was lost
};

struct Verification {
  std::vector<FactChange> changes;  // by the place before, then after
  [[nodiscard]] bool kept() const { return changes.empty(); }
};

// REQUIRES: both are analysed with trees.
[[nodiscard]] Result<Verification> verify_texts(const Analysis& before, const Analysis& after,
                                                const VerificationResources& resources);
// The same, for a text that is compared several times: what it says (said_by_sentence).
[[nodiscard]] Result<Verification> verify_texts(const Analysis& before,
                                                const std::vector<Said>& said_before,
                                                const Analysis& after,
                                                const VerificationResources& resources);

}  // namespace limpide
