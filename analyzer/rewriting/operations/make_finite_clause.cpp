// To be written.
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

std::vector<Suggestion> make_finite_clause(const OperationInput& /*input*/) { return {}; }

}  // namespace limpide
