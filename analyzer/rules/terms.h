// The table of terms that an expert edits, compiled so that a document is searched once for all of
// them. In: dictionaries/fr/terms.tsv and the language resources. Out: entries, and the places
// where they stand in an Analysis. Refuses: a row that is not of the eight columns, or whose
// pattern needs more than words (the error names the line). Cost of a search: one look-up a
// distinct form, then one a token, whatever the number of entries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/base/result.h"
#include "analyzer/rules/form_symbols.h"

namespace limpide {

enum class TermOperation : std::uint8_t { kReplace, kDelete, kAdvice };

struct TermEntry {
  std::string pattern;  // as the expert wrote it
  std::string rule;     // id of the rule that reports it
  TermOperation operation = TermOperation::kAdvice;
  std::vector<std::string> replacements;  // best first
  std::uint8_t risk = 1;                  // 0 safe, 1 to be read, 2 legal term
  std::string register_name;
  std::string note;
  std::string example;     // with [[marks]]
  std::uint32_t line = 0;  // in the file
};

struct TermHit {
  std::uint32_t entry = 0;  // into TermTable::entries
  std::uint32_t first_token = 0;
  std::uint32_t token_end = 0;
};

struct TermTable {
  std::vector<TermEntry> entries;
  std::vector<Error> faults;  // rows left out

  // Compiled index: words and lemmas are symbols, patterns are paths of a trie.
  FormSymbols symbols_of_form;                             // by lower key
  std::unordered_map<std::uint64_t, std::uint32_t> edges;  // node << 32 | symbol -> node
  std::vector<std::vector<std::uint32_t>> entries_of_node;
};

[[nodiscard]] TermTable compile_terms(std::string_view tsv, const std::string& path,
                                      const LanguageResources& language);

// Longest match at each place for each rule, in the order of the text. Hits over protected spans,
// quoted law and names are left out.
[[nodiscard]] std::vector<TermHit> find_terms(const TermTable& table, const Analysis& analysis);

}  // namespace limpide
