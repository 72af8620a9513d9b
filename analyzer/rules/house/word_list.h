// A list of words of a house: one rule of its own. In: a table of spreadsheet (CSV), or a Vale
// style (vale_style.h). Out: the rule with its rows. Refuses: nothing as a whole; a bad row is
// left out, with its place.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analyzer/base/catalogue.h"
#include "analyzer/base/result.h"
#include "analyzer/rules/rule.h"
#include "analyzer/rules/terms.h"

namespace limpide {

struct WordListFile {
  std::string_view text;  // UTF-8, without a mark
  std::string path;       // for messages and the source of the rule
  std::string stem;       // name of the file without its ending
  std::string layer;      // name of the layer
};

// `rule` has no rows when nothing of the file could be kept: it is then no rule.
struct ImportedList {
  RuleSpec rule;
  TermRows rows;  // its faults: of rows
  std::vector<Error> notices;
};

// `texts`: dictionaries/fr/house.txt, the words of rules that come from lists.
[[nodiscard]] ImportedList read_csv_list(const WordListFile& file, const Catalogue& texts);

// One key of a list with what it stands for.
struct WordListRow {
  std::string key;
  std::string replacements;  // between bars
  std::string note;
  std::string example;
  Location place;
};

// Shared by the readers of lists: adds the rows of one key; a key that cannot be read is a notice
// (KeyManner::kPattern) or a fault (kPlain).
class WordListBuilder {
 public:
  WordListBuilder(const WordListFile& file, const Catalogue& texts);

  [[nodiscard]] RuleSpec& rule() { return list_.rule; }
  void add(const WordListRow& row, bool vale, bool any_case);
  void fault(Location place, std::string key, MessageArguments arguments);
  void notice(Location place, std::string key, MessageArguments arguments);
  [[nodiscard]] bool full() const;  // a limit was reached
  [[nodiscard]] ImportedList take() { return std::move(list_); }

 private:
  bool add_variant(const WordListRow& row, const std::string& text, bool exact);
  ImportedList list_;
  std::unordered_set<std::string> known_;  // patterns
};

// "Liste 2 (service)" -> "liste-2-service", without accents; "" when no letter is left.
[[nodiscard]] std::string rule_id_from(std::string_view stem);

}  // namespace limpide
