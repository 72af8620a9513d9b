// Corrections of Hunspell itself, for words that suggest_close cannot mend. In: the folder with
// fr.aff and fr.dic, the user's own words. Out: corrections. Refuses: a missing dictionary (one
// Error), and more than kSuggestedWordsAtMost words a run: a correction takes 70 to 200 ms and
// opening 55 ms, so that this is opened on request only, never on the default path.
// One handle a thread: Hunspell is not safe to share.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"

class Hunspell;

namespace limpide {

inline constexpr std::size_t kSuggestedWordsAtMost = 20;

class HunspellSuggester {
 public:
  static Result<HunspellSuggester> open(const std::string& folder,
                                        const std::vector<std::string>& user_words);
  HunspellSuggester(HunspellSuggester&& other) noexcept;
  HunspellSuggester& operator=(HunspellSuggester&& other) noexcept;
  ~HunspellSuggester();

  // Hunspell's own order, at most `limit`; empty once `exhausted`. REQUIRES: valid UTF-8.
  std::vector<std::string> suggest(std::string_view word, std::size_t limit);
  [[nodiscard]] bool exhausted() const { return asked_ >= kSuggestedWordsAtMost; }

  // With the user's words. REQUIRES: valid UTF-8.
  [[nodiscard]] bool is_spelled(std::string_view word);

 private:
  HunspellSuggester();
  std::unique_ptr<Hunspell> hunspell_;
  std::size_t asked_ = 0;  // words
};

// The user's list: one word a line, UTF-8, "#" comments, spaces at the ends dropped, typographic
// apostrophes made straight. kInvalidInput when it is not UTF-8.
Result<std::vector<std::string>> parse_user_words(std::string_view text, const std::string& path);

}  // namespace limpide
