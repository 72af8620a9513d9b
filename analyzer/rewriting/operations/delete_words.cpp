// Words that say nothing are cut, with the blank and the commas that were theirs.
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {

std::vector<Suggestion> delete_words(const OperationInput& input) {
  std::vector<Edit> edits = delete_tokens(input.analysis, input.range);
  if (edits.empty()) return {};
  return {{std::move(edits), input.operation.safe}};
}

}  // namespace limpide
