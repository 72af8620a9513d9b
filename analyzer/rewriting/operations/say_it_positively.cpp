// To be written.
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

std::vector<Suggestion> say_it_positively(const OperationInput& /*input*/) { return {}; }

}  // namespace limpide
