// Two groups of sentences that stand for each other: what one says and the other does not. In: what
// each says (said.h). Out: changes of duty, denial, condition, scope, time, term, role, addressee.
// Refuses: facts with a value; firm_facts.h has them.
#pragma once

#include <vector>

#include "analyzer/verification/said.h"
#include "analyzer/verification/verification.h"

namespace limpide {

[[nodiscard]] std::vector<FactChange> said_changes(const Said& before, const Said& after,
                                                   const VerificationResources& resources);

}  // namespace limpide
