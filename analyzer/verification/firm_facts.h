// Dates, amounts, deadlines, references, names, numbers: what of them a rewrite changed. In: two
// analysed texts. Out: facts lost, gained, and those that became others. Refuses: facts whose key
// follows the wording (duties, conditions); said.h has them.
#pragma once

#include <vector>

#include "analyzer/verification/said.h"
#include "analyzer/verification/verification.h"

namespace limpide {

// `old_said`, `new_said`: one a sentence (said.h).
[[nodiscard]] std::vector<FactChange> firm_changes(const Analysis& before, const Analysis& after,
                                                   const std::vector<Said>& old_said,
                                                   const std::vector<Said>& new_said,
                                                   const VerificationResources& resources);

}  // namespace limpide
