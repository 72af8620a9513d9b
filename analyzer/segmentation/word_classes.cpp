#include "analyzer/segmentation/word_classes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzer/base/hash.h"

namespace limpide {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordClass::kCount)> kNames = {
    "elision",
    "whole",
    "inflection",
    "unit",
    "tld",
    "abbreviation",
    "abbreviation-number",
    "title",
    "starter",
    "month",
    "weekday",
    "money",
    "magnitude",
    "hour",
    "hours",
    "time-introducer",
    "law-text",
    "law-adjective",
    "law-acronym",
    "article",
    "paragraph",
    "ordinal",
    "code",
    "series",
    "article-letter",
    "form",
    "case-label",
    "case-noun",
    "number-sign",
    "number-word",
    "repeat",
    "phone",
    "post-box",
    "not-field",
    "of",
    "article-word",
    "and",
    "to",
    "ordinal-suffix",
    "clitic",
    "particle",
    "takes-de",
    "reflexive",
    "de-verb",
    "takes-partitive",
    "partitive-verb"};

std::optional<WordClass> class_named(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<WordClass>(i);
  }
  return std::nullopt;
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::string_view next_word(std::string_view& line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) {
    line = {};
    return {};
  }
  line.remove_prefix(begin);
  const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(end);
  return word;
}

Error fault(const char* key, std::string_view what, const std::string& path, std::uint32_t line) {
  return make_error(ErrorCode::kInvalidInput, key, {{"name", std::string(what)}}, {path, line, 1});
}

}  // namespace

std::size_t WordClasses::Hash::operator()(std::string_view word) const {
  return static_cast<std::size_t>(hash_bytes(word));
}

Result<WordClasses> WordClasses::parse(std::string_view text, const std::string& path) {
  WordClasses classes;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    std::string_view line = next_line(text);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
      return fault("error.segmentation.no_colon", line, path, number);
    }
    const std::optional<WordClass> word_class = class_named(line.substr(0, colon));
    if (!word_class) {
      return fault("error.segmentation.unknown_class", line.substr(0, colon), path, number);
    }
    line.remove_prefix(colon + 1);
    for (std::string_view word = next_word(line); !word.empty(); word = next_word(line)) {
      classes.bits_[std::string(word)] |= bit_of(*word_class);
    }
  }
  return classes;
}

std::vector<std::string> WordClasses::words_of(WordClass word_class) const {
  std::vector<std::string> words;
  for (const auto& entry : bits_) {
    if (has_class(entry.second, word_class)) words.push_back(entry.first);
  }
  std::sort(words.begin(), words.end());
  return words;
}

ClassBits WordClasses::of(std::string_view lower) const {
  const auto found = bits_.find(lower);
  return found == bits_.end() ? 0 : found->second;
}

}  // namespace limpide
