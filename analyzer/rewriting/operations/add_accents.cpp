// To be written.
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

std::vector<Suggestion> add_accents(const OperationInput& /*input*/) { return {}; }

}  // namespace limpide
