// One folder of house rules, read as plain values. In: the folder. Out: its rules, rows, lists and
// decisions, and what was left out with its place. Refuses: a folder that cannot be opened; one bad
// file never stops the others. Layers are joined in layers.h.
#pragma once

#include <string>
#include <vector>

#include "analyzer/base/catalogue.h"
#include "analyzer/rules/house/house_settings.h"
#include "analyzer/rules/house/word_list.h"
#include "analyzer/rules/matcher.h"

namespace limpide {

struct HouseLayer {
  std::string name;                 // of maison.xml, else of the folder
  std::string version;              // of maison.xml, or ""
  std::string folder;               // as given
  std::vector<RuleSpec> rules;      // of files, by path; an id may come twice
  std::vector<TermRows> terms;      // of terms.tsv files
  std::vector<ImportedList> lists;  // that hold a row at least
  WordLists word_lists;             // lists/*.txt
  HouseSettings settings;
  std::vector<Error> faults;
  std::vector<Error> notices;
};

[[nodiscard]] Result<HouseLayer> read_house_layer(const std::string& folder, const Catalogue& texts,
                                                  bool examples = true);

}  // namespace limpide
