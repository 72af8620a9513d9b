#include "analyzer/lexicon/hunspell_suggester.h"

#include <unistd.h>

#include <hunspell/hunspell.hxx>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::size_t kWordBytesAtMost = 255;

std::string straightened(std::string_view word) {
  std::string key = to_nfc(word);
  for (std::size_t at = key.find("\u2019"); at != std::string::npos; at = key.find("\u2019", at)) {
    key.replace(at, 3, 1, '\'');
  }
  return key;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

HunspellSuggester::HunspellSuggester() = default;
HunspellSuggester::HunspellSuggester(HunspellSuggester&& other) noexcept = default;
HunspellSuggester& HunspellSuggester::operator=(HunspellSuggester&& other) noexcept = default;
HunspellSuggester::~HunspellSuggester() = default;

Result<HunspellSuggester> HunspellSuggester::open(const std::string& folder,
                                                  const std::vector<std::string>& user_words) {
  const std::string affixes = folder + "/fr.aff";
  const std::string dictionary = folder + "/fr.dic";
  // Hunspell says nothing of a file that it cannot open.
  for (const std::string& path : {affixes, dictionary}) {
    if (::access(path.c_str(), R_OK) != 0) {
      return make_error(ErrorCode::kNotFound, "error.file.missing", {{"path", path}}, {path, 0, 0});
    }
  }
  HunspellSuggester suggester;
  suggester.hunspell_ = std::make_unique<Hunspell>(affixes.c_str(), dictionary.c_str());
  for (const std::string& word : user_words) {
    if (word.size() <= kWordBytesAtMost) suggester.hunspell_->add(straightened(word));
  }
  return suggester;
}

std::vector<std::string> HunspellSuggester::suggest(std::string_view word, std::size_t limit) {
  if (exhausted() || word.empty() || word.size() > kWordBytesAtMost) return {};
  ++asked_;
  std::vector<std::string> corrections = hunspell_->suggest(straightened(word));
  if (corrections.size() > limit) corrections.resize(limit);
  return corrections;
}

bool HunspellSuggester::is_spelled(std::string_view word) {
  return word.size() <= kWordBytesAtMost && hunspell_->spell(straightened(word));
}

Result<std::vector<std::string>> parse_user_words(std::string_view text, const std::string& path) {
  if (!is_valid_utf8(text)) {
    return make_error(ErrorCode::kInvalidInput, "error.words.utf8", {{"path", path}}, {path, 0, 0});
  }
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    const std::string_view word = trimmed(line.substr(0, line.find('#')));
    if (!word.empty()) words.push_back(straightened(word));
  }
  return words;
}

}  // namespace limpide
