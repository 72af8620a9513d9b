// To be written.
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

std::vector<Suggestion> address_reader(const OperationInput& /*input*/) { return {}; }

}  // namespace limpide
