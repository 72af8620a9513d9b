// Which suggestions keep the facts. In: an analysed document, findings with suggestions. Out: the
// same findings without the suggestions that change a date, an amount, a duty, a condition, who
// does what; each sentence is analysed again as it would become, and compared with what it was.
// Refuses: documents analysed without trees, whose suggestions all go but literal ones.
#pragma once

#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/findings/finding.h"
#include "analyzer/verification/verification_resources.h"

namespace limpide {

// The sentences that the edits touch, from the first to the last of them; their text once edited.
struct EditedPassage {
  Span span;         // of the document, whole sentences
  std::string text;  // instead of it
};
// REQUIRES: edits in order, not overlapping, at least one.
[[nodiscard]] EditedPassage edited_passage(const Analysis& analysis,
                                           const std::vector<Edit>& edits);

// At most so many suggestions of a finding are read, the best first.
inline constexpr std::size_t kMostProofs = 3;

void keep_proved(const Analysis& analysis, const VerificationResources& resources,
                 std::vector<Finding>& findings);

}  // namespace limpide
