// From the rules folder to a RuleSet. In: <folder>/rules/fr/**/*.xml, <folder>/fr/terms.tsv and the
// sigles. Out: every rule that is sound, by id, and the faults of the others with file, line and
// column. Refuses: nothing as a whole but a missing folder; one bad rule never stops the others.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/base/result.h"
#include "analyzer/rules/rule_set.h"

namespace limpide {

// data_folder is share/limpide: rules in rules/fr, word lists in fr. `language` outlives the set.
[[nodiscard]] Result<RuleSet> load_rules(const std::string& data_folder,
                                         const LanguageResources& language);

// One rule file. path is for errors and RuleSpec::path.
[[nodiscard]] Result<RuleSpec> parse_rule(std::string_view xml, const std::string& path);

// Takes the [[...]] marks out of an example.
[[nodiscard]] bool take_marks(std::string_view marked, std::string& text, std::vector<Span>& spans);

}  // namespace limpide
