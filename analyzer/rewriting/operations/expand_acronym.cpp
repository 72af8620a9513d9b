// To be written.
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

std::vector<Suggestion> expand_acronym(const OperationInput& /*input*/) { return {}; }

}  // namespace limpide
