// What writing in small letters a text in capitals must know: names with capitals of their own,
// words of addresses, acronyms. In: the tables fr/capitals.tsv, fr/acronyms.tsv and
// fr/known-acronyms.txt of the data. Out: an immutable value. Refuses: a missing file, an unknown
// key, an empty list (one Error with its line).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

using CapitalWordSet = std::set<std::string, std::less<>>;

struct CapitalWords {
  // Words of a name as they are written, "Banque", "de", "France"; elided ones keep their
  // apostrophe, which is straight.
  std::vector<std::vector<std::string>> names;
  CapitalWordSet streets;         // "rue": an address
  CapitalWordSet street_openers;  // "place": an address at the start or behind a number
  CapitalWordSet before_letter;   // "annexe": a letter or a Roman number follows
  CapitalWordSet after_to;        // "A" before these is a preposition
  CapitalWordSet after_has;       // "A" before these is a verb
  CapitalWordSet before_has;      // and behind these
  CapitalWordSet bare;            // "du", although French has it with an accent as well
  CapitalWordSet after_from;      // "DES" before these has an accent
  CapitalWordSet acronyms;        // in capitals
};

[[nodiscard]] Result<CapitalWords> load_capital_words(const std::string& data_folder);
// Tests: the tables as text; `path` names the first in errors.
[[nodiscard]] Result<CapitalWords> parse_capital_words(std::string_view table,
                                                       std::string_view acronyms,
                                                       std::string_view well_known,
                                                       const std::string& path);

}  // namespace limpide
