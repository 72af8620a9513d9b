#include "cli/fix_words.h"

#include <algorithm>

namespace limpide {
namespace {

// Null: the finding has no such argument.
const std::string* argument_of(const Finding& finding, const char* name) {
  const auto found = std::find_if(finding.arguments.begin(), finding.arguments.end(),
                                  [name](const auto& argument) { return argument.first == name; });
  return found == finding.arguments.end() ? nullptr : &found->second;
}

}  // namespace

std::vector<std::string> words_to_explain(const std::vector<Finding>& findings) {
  std::vector<std::string> words;
  for (const Finding& finding : findings) {
    const std::string* const word = argument_of(finding, "terme");
    const std::string* const equivalent = argument_of(finding, "remplacement");
    const bool bare = word != nullptr && (equivalent == nullptr || equivalent->empty());
    // A meaning that has no room in the text is to be asked for as well.
    const OperationKind kind = finding.operation.kind;
    const bool wordless = kind == OperationKind::kNone || kind == OperationKind::kExplain;
    if (!bare || !finding.suggestions.empty() || !wordless) continue;
    if (std::find(words.begin(), words.end(), *word) == words.end()) words.push_back(*word);
  }
  return words;
}

}  // namespace limpide
