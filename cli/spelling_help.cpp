#include "cli/spelling_help.h"

#include <algorithm>
#include <utility>

namespace limpide {
namespace {

constexpr std::size_t kMostSuggestions = 5;

bool suggests_already(const Finding& finding, const std::string& word) {
  return std::any_of(finding.suggestions.begin(), finding.suggestions.end(),
                     [&](const Suggestion& suggestion) {
                       return !suggestion.edits.empty() && suggestion.edits.front().text == word;
                     });
}

}  // namespace

SpellingHelp::SpellingHelp(const std::string& data_folder, std::vector<std::string> user_words)
    : dictionary_(data_folder + "/fr/hunspell"), user_words_(std::move(user_words)) {}

bool SpellingHelp::open() {
  if (suggester_) return true;
  if (error_) return false;
  Result<HunspellSuggester> opened = HunspellSuggester::open(dictionary_, user_words_);
  if (!opened) {
    error_ = opened.error();
    return false;
  }
  suggester_.emplace(*std::move(opened));
  return true;
}

void SpellingHelp::complete(DocumentReport& report) {
  for (Finding& finding : report.findings) {
    if (finding.operation.kind != OperationKind::kSpelling) continue;
    if (!open() || suggester_->exhausted()) return;
    const std::string_view word = slice(report.document.text, finding.span);
    for (const std::string& close : suggester_->suggest(word, kMostSuggestions)) {
      if (suggests_already(finding, close) || finding.suggestions.size() >= kMostSuggestions)
        continue;
      finding.suggestions.push_back({{{finding.span, close}}, false});
    }
  }
}

}  // namespace limpide
