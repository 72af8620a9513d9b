// Suggestions of Hunspell for words that the lexicon refuses, when the user asks for them. In: a
// report, the dictionary of the data folder, the user's own words. Out: more suggestions in the
// report. Refuses: to open Hunspell before the first such word, and more than the words a run that
// HunspellSuggester allows.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "analyzer/lexicon/hunspell_suggester.h"
#include "analyzer/reports/report.h"
#include "analyzer/selection/selection.h"

namespace limpide {

// One word a line, "#" comments. kLimit over 1 MB.
[[nodiscard]] Result<UserWords> read_user_words(const std::string& path);

class SpellingHelp {
 public:
  SpellingHelp(std::string data_folder, const UserWords& user_words);
  void complete(DocumentReport& report);
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  bool open();

  std::string data_folder_;
  const UserWords& user_words_;
  std::optional<HunspellSuggester> suggester_;
  std::optional<Error> error_;
};

}  // namespace limpide
