// Layers of rules joined, the later one wins (docs/adr/0006). In: our rules, then each house layer
// in its order, as plain values. Out: one value of each kind to compile, and the faults of
// decisions about rules and words that do not exist. Refuses: a word list that takes the id of a
// rule that is no list; what is muted and written in one folder.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/rules/house/house_layer.h"
#include "analyzer/rules/matcher.h"
#include "analyzer/rules/rule_set.h"

namespace limpide {

struct RuleDraft {
  RuleSpec spec;
  std::array<bool, kProfileCount> own_profiles{};  // before any mute
  std::vector<RuleChange> changes;                 // with values to set, in the order of layers
  std::vector<RuleSpec> earlier;                   // that it replaced, the last one last
};

struct JoinedRules {
  std::vector<RuleLayer> layers;
  std::map<std::string, RuleDraft, std::less<>> rules;
  TermRows terms;
  WordLists lists;
  AcronymTable acronyms;
  std::vector<Error> faults;
  std::vector<Error> notices;
};

[[nodiscard]] RuleDraft draft_of(RuleSpec spec);
void join_layer(JoinedRules& joined, HouseLayer layer);
// Leaves out the rows whose rule does not read them: silently when a later layer rewrote the rule.
void drop_idle_terms(JoinedRules& joined);
// One value of a rule set as the kind or the first element of its pattern has it.
void set_value(RuleSpec& spec, const RuleChange& change,
               const std::pair<std::string, std::string>& value);

}  // namespace limpide
