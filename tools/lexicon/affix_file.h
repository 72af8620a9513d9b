// Hunspell's .aff and .dic, as text. In: UTF-8 with FLAG long (two characters a flag). Out: affix
// rules by flag and entries with their flags and morphological fields. Refuses: another encoding or
// flag type, and directives that would make forms we do not make (COMPOUNDFLAG, CIRCUMFIX in use,
// BREAK, ICONV...): key error.dictionary.unsupported.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

using Flag = std::string;  // two bytes

// One element of a condition: any character, one of, or none of.
struct ConditionPart {
  bool negated = false;
  bool any = false;
  std::vector<std::string> characters;
};

struct AffixEntry {
  std::string strip;
  std::string add;
  std::vector<Flag> continuation;
  std::vector<ConditionPart> condition;
  std::vector<std::string> fields;  // "po:ppas", "is:fem"
};

struct AffixRule {
  bool prefix = false;
  bool crosses = false;  // combines with an affix of the other side
  std::vector<AffixEntry> entries;
};

struct AffixFile {
  std::map<Flag, AffixRule> rules;
  Flag needs_affix;  // empty when the file has none
  Flag keeps_case;
  Flag never_suggested;
  Flag forbidden;
  std::string version;  // "v7.0", from its comments
};

struct DictionaryEntry {
  std::string word;
  std::vector<Flag> flags;
  std::vector<std::string> fields;
};

Result<AffixFile> parse_affix_file(std::string_view text, const std::string& path);
// With the count on its first line, as Hunspell wants it.
Result<std::vector<DictionaryEntry>> parse_dictionary(std::string_view text,
                                                      const std::string& path);
// One line: word/flags fields.
DictionaryEntry parse_dictionary_line(std::string_view line);
std::vector<Flag> parse_flags(std::string_view text);

// Does the condition hold at the start (prefix) or at the end (suffix) of the word?
bool condition_holds(const AffixEntry& entry, bool prefix, std::string_view word);

}  // namespace limpide
