// A close word of the lexicon, never safe: the writer knows which.
#include "analyzer/lexicon/spelling.h"
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {
namespace {

constexpr std::size_t kMostSuggestions = 3;

}  // namespace

std::vector<Suggestion> correct_spelling(const OperationInput& input) {
  const LanguageResources& language = *input.analysis.language;
  const std::string& key = form_of_token(input.analysis, input.range.first).key;
  std::vector<Suggestion> suggestions;
  for (const std::string& word :
       suggest_close(language.lexicon, language.familiarity, key, kMostSuggestions)) {
    suggestions.push_back({{{input.span, word}}, false});
  }
  return suggestions;
}

}  // namespace limpide
