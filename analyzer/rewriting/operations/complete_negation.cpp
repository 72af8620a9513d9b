// To be written.
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

std::vector<Suggestion> complete_negation(const OperationInput& /*input*/) { return {}; }

}  // namespace limpide
