#include "tools/lexicon/affix_file.h"

#include <algorithm>
#include <array>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t start = line.find_first_not_of(" \t\r", at);
    if (start == std::string_view::npos) break;
    const std::size_t end = std::min(line.find_first_of(" \t\r", start), line.size());
    words.emplace_back(line.substr(start, end - start));
    at = end;
  }
  return words;
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  return line;
}

std::vector<ConditionPart> parse_condition(std::string_view text) {
  std::vector<ConditionPart> parts;
  for (std::size_t i = 0; i < text.size();) {
    ConditionPart part;
    if (text[i] == '.') {
      part.any = true;
      ++i;
    } else if (text[i] == '[') {
      ++i;
      if (i < text.size() && text[i] == '^') {
        part.negated = true;
        ++i;
      }
      while (i < text.size() && text[i] != ']') {
        const std::size_t size = decode_at(text, i).size;
        part.characters.emplace_back(text.substr(i, size));
        i += size;
      }
      ++i;
    } else {
      const std::size_t size = decode_at(text, i).size;
      part.characters.emplace_back(text.substr(i, size));
      i += size;
    }
    parts.push_back(std::move(part));
  }
  if (parts.size() == 1 && parts[0].any) parts.clear();
  return parts;
}

bool part_holds(const ConditionPart& part, std::string_view character) {
  if (part.any) return true;
  const bool among =
      std::find(part.characters.begin(), part.characters.end(), character) != part.characters.end();
  return among != part.negated;
}

// SFX flag strip add[/flags] condition fields...
AffixEntry parse_entry(const std::vector<std::string>& words) {
  AffixEntry entry;
  if (words[2] != "0") entry.strip = words[2];
  const std::size_t slash = words[3].find('/');
  entry.add = words[3].substr(0, slash);
  if (entry.add == "0") entry.add.clear();
  if (slash != std::string::npos)
    entry.continuation = parse_flags(std::string_view(words[3]).substr(slash + 1));
  if (words.size() > 4) entry.condition = parse_condition(words[4]);
  for (std::size_t i = 5; i < words.size(); ++i) entry.fields.push_back(words[i]);
  return entry;
}

// ICONV is not among them: it only folds apostrophes, ligatures and NFD, as our keys do. OCONV is
// for what Hunspell proposes; BREAK is the affair of spelling.cpp.
bool is_unsupported(const std::string& directive) {
  static constexpr std::array<std::string_view, 11> kUnsupported = {"AF",
                                                                    "AM",
                                                                    "CHECKSHARPS",
                                                                    "COMPLEXPREFIXES",
                                                                    "COMPOUNDBEGIN",
                                                                    "COMPOUNDFLAG",
                                                                    "COMPOUNDRULE",
                                                                    "FORBIDWARN",
                                                                    "IGNORE",
                                                                    "LANG",
                                                                    "ONLYINCOMPOUND"};
  return std::find(kUnsupported.begin(), kUnsupported.end(), directive) != kUnsupported.end();
}

}  // namespace

std::vector<Flag> parse_flags(std::string_view text) {
  std::vector<Flag> flags;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) flags.emplace_back(text.substr(i, 2));
  return flags;
}

Result<AffixFile> parse_affix_file(std::string_view text, const std::string& path) {
  AffixFile file;
  std::uint32_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::string_view line = next_line(text);
    const std::size_t version =
        line.find("\xE2\x80\x9D v");  // its comment ends in: closing quote, v7.0
    if (!line.empty() && line[0] == '#') {
      if (version != std::string_view::npos) file.version = std::string(line.substr(version + 4));
      continue;
    }
    const std::vector<std::string> words = words_of(line);
    if (words.empty()) continue;
    const auto refuse = [&](const char* key) {
      return make_error(ErrorCode::kUnsupported, key, {{"directive", words[0]}}, {path, number, 0});
    };
    if (is_unsupported(words[0])) return refuse("error.dictionary.unsupported");
    if (words[0] == "SET" && words.at(1) != "UTF-8") return refuse("error.dictionary.unsupported");
    if (words[0] == "FLAG" && words.at(1) != "long") return refuse("error.dictionary.unsupported");
    if (words[0] == "NEEDAFFIX") file.needs_affix = words.at(1);
    if (words[0] == "KEEPCASE") file.keeps_case = words.at(1);
    if (words[0] == "NOSUGGEST") file.never_suggested = words.at(1);
    if (words[0] == "FORBIDDENWORD") file.forbidden = words.at(1);
    if (words[0] != "SFX" && words[0] != "PFX") continue;
    if (words.size() < 4) return refuse("error.dictionary.line");
    AffixRule& rule = file.rules[words[1]];
    // The head of a rule has four words, the last its number of entries.
    const bool head = words.size() == 4 && (words[2] == "Y" || words[2] == "N") &&
                      words[3].find_first_not_of("0123456789") == std::string::npos;
    if (head) {
      rule.prefix = words[0] == "PFX";
      rule.crosses = words[2] == "Y";
    } else {
      rule.entries.push_back(parse_entry(words));
    }
  }
  return file;
}

DictionaryEntry parse_dictionary_line(std::string_view line) {
  DictionaryEntry entry;
  std::vector<std::string> words = words_of(line);
  if (words.empty()) return entry;
  // A slash at the start is the word itself.
  const std::size_t slash = words[0].find('/', 1);
  entry.word = words[0].substr(0, slash);
  if (slash != std::string::npos)
    entry.flags = parse_flags(std::string_view(words[0]).substr(slash + 1));
  entry.fields.assign(words.begin() + 1, words.end());
  return entry;
}

Result<std::vector<DictionaryEntry>> parse_dictionary(std::string_view text,
                                                      const std::string& path) {
  if (!is_valid_utf8(text)) {
    return make_error(ErrorCode::kInvalidInput, "error.dictionary.line", {}, {path, 0, 0});
  }
  std::vector<DictionaryEntry> entries;
  next_line(text);
  while (!text.empty()) {
    DictionaryEntry entry = parse_dictionary_line(next_line(text));
    if (!entry.word.empty()) entries.push_back(std::move(entry));
  }
  return entries;
}

bool condition_holds(const AffixEntry& entry, bool prefix, std::string_view word) {
  const std::vector<ConditionPart>& parts = entry.condition;
  std::size_t at = prefix ? 0 : word.size();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (prefix ? at >= word.size() : at == 0) return false;
    const std::size_t size = prefix ? decode_at(word, at).size : decode_before(word, at).size;
    const std::string_view character =
        prefix ? word.substr(at, size) : word.substr(at - size, size);
    if (!part_holds(prefix ? parts[i] : parts[parts.size() - 1 - i], character)) return false;
    at = prefix ? at + size : at - size;
  }
  return true;
}

}  // namespace limpide
