// From the rules folders to a RuleSet. In: <folder>/rules/fr/**/*.xml, <folder>/fr/terms.tsv, the
// sigles, and folders of house rules, the later one stronger. Out: every rule that is sound, by id,
// and the faults of the others with file, line and column. Refuses: nothing as a whole but a
// missing folder; one bad rule never stops the others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rules/rule_set.h"

namespace limpide {

struct RuleSources {
  std::string data_folder;  // share/limpide: rules in rules/fr, word lists in fr
  std::vector<std::string> house_folders = {};  // the later one stronger
  bool examples = true;  // false: rules without their examples, for those who only run them
};

// `language` outlives the set.
[[nodiscard]] Result<RuleSet> load_rules(const RuleSources& sources,
                                         const LanguageResources& language);
inline Result<RuleSet> load_rules(const std::string& data_folder,
                                  const LanguageResources& language) {
  return load_rules(RuleSources{data_folder}, language);
}

// One rule file. path is for errors and RuleSpec::path.
[[nodiscard]] Result<RuleSpec> parse_rule(std::string_view xml, const std::string& path,
                                          bool examples = true);

// Takes the [[...]] marks out of an example.
[[nodiscard]] bool take_marks(std::string_view marked, std::string& text, std::vector<Span>& spans);

}  // namespace limpide
