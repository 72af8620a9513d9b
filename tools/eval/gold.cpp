#include "tools/eval/gold.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

// Does a word go on over this place? An apostrophe or a hyphen on either side ends it.
bool cuts_word(std::string_view text, std::size_t at) {
  return at > 0 && at < text.size() && is_word_character(decode_before(text, at).code_point) &&
         is_word_character(decode_at(text, at).code_point);
}

bool at_word_limits(std::string_view text, std::size_t begin, std::size_t end) {
  return !cuts_word(text, begin) && !cuts_word(text, end);
}

// The occurrence-th place of the words, from 1; an empty span when there are fewer.
Span place_of(std::string_view text, std::string_view words, unsigned occurrence) {
  std::size_t from = 0;
  while (!words.empty()) {
    const std::size_t found = text.find(words, from);
    if (found == std::string_view::npos) break;
    const std::size_t end = found + words.size();
    if (at_word_limits(text, found, end) && --occurrence == 0) {
      return {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(end)};
    }
    from = found + 1;
  }
  return {};
}

// Takes `"..."` and `#2` off the front of the line.
bool take_quoted(std::string_view& line, std::string_view sentence, Span& span) {
  if (line.empty() || line.front() != '"') return false;
  const std::size_t end = line.find('"', 1);
  if (end == std::string_view::npos) return false;
  const std::string_view words = line.substr(1, end - 1);
  line.remove_prefix(end + 1);
  unsigned occurrence = 1;
  if (!line.empty() && line.front() == '#') {
    std::size_t digits = 1;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
    occurrence = static_cast<unsigned>(
        std::strtoul(std::string(line.substr(1, digits - 1)).c_str(), nullptr, 10));
    line.remove_prefix(digits);
  }
  span = place_of(sentence, words, occurrence);
  return !span.empty();
}

std::string_view take_bare(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(end);
  return word;
}

void skip_spaces(std::string_view& line) {
  while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
}

bool parse_item(std::string_view& line, std::string_view sentence, GoldLine& gold) {
  Span span;
  if (line.front() == '"') {
    if (!take_quoted(line, sentence, span)) return false;
    gold.parts.push_back(span);
    return true;
  }
  const std::size_t equals = line.find_first_of("= \"");
  if (equals != std::string_view::npos && line[equals] == '=') {
    const std::string name(line.substr(0, equals));
    line.remove_prefix(equals + 1);
    if (!line.empty() && line.front() == '"') {
      if (!take_quoted(line, sentence, span)) return false;
      gold.spans[name] = span;
      return true;
    }
    gold.values[name] = std::string(take_bare(line));
    return true;
  }
  const std::string_view word = take_bare(line);
  if (word == "?") {
    gold.debatable = true;
  } else if (word == "-") {
    gold.parts.emplace_back();
  } else if (gold.kind.empty()) {
    gold.kind = std::string(word);
  } else {
    return false;
  }
  return true;
}

bool parse_line(std::string_view line, std::string_view sentence, GoldLine& gold) {
  gold.type = std::string(take_bare(line));
  for (skip_spaces(line); !line.empty(); skip_spaces(line)) {
    if (!parse_item(line, sentence, gold)) return false;
  }
  return true;
}

}  // namespace

Result<std::vector<GoldRecord>> parse_gold(std::string_view text, const std::string& path) {
  std::vector<GoldRecord> records;
  bool sentence_next = false;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (line.substr(0, 2) == "@ ") {
      records.push_back({std::string(line.substr(2)), {}, {}});
      sentence_next = true;
      continue;
    }
    if (line.front() == '#' && !sentence_next) continue;
    GoldLine gold;
    const bool valid =
        !records.empty() && (sentence_next || parse_line(line, records.back().sentence, gold));
    if (!valid) {
      return make_error(ErrorCode::kInvalidInput, "error.treebank.line", {}, {path, number, 1});
    }
    if (sentence_next) {
      records.back().sentence = std::string(line);
    } else {
      records.back().lines.push_back(std::move(gold));
    }
    sentence_next = false;
  }
  return records;
}

}  // namespace limpide
