// To be written.
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

std::vector<Suggestion> move_reference(const OperationInput& /*input*/) { return {}; }

}  // namespace limpide
