// To be written.
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

std::vector<Suggestion> write_in_digits(const OperationInput& /*input*/) { return {}; }

}  // namespace limpide
