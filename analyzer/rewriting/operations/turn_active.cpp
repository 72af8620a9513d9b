// To be written.
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

std::vector<Suggestion> turn_active(const OperationInput& /*input*/) { return {}; }

}  // namespace limpide
