// Suggestions of Hunspell for words that the lexicon refuses, when the user asks for them. In: a
// report, the dictionary of the data folder, the user's own words. Out: more suggestions in the
// report. Refuses: to open Hunspell before the first such word, and more than the words a run that
// HunspellSuggester allows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/lexicon/hunspell_suggester.h"
#include "analyzer/reports/report.h"

namespace limpide {

class SpellingHelp {
 public:
  SpellingHelp(const std::string& data_folder, std::vector<std::string> user_words);
  void complete(DocumentReport& report);
  // Set once the dictionary could not be opened.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  bool open();

  std::string dictionary_;
  std::vector<std::string> user_words_;
  std::optional<HunspellSuggester> suggester_;
  std::optional<Error> error_;
};

}  // namespace limpide
