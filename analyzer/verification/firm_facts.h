// Dates, amounts, deadlines, references, names, numbers: what of them a rewrite changed. In: two
// analysed texts. Out: facts lost, gained, and those that became others. Refuses: facts whose key
// follows the wording (duties, conditions); said.h has them.
#pragma once

#include <vector>

#include "analyzer/verification/verification.h"

namespace limpide {

[[nodiscard]] std::vector<FactChange> firm_changes(const Analysis& before, const Analysis& after,
                                                   const VerificationResources& resources);

}  // namespace limpide
