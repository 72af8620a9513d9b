// All the rules of a run, ready to match. In: specs and their matchers, from loader.h. Out: the
// specs by index and, from runner.h, findings. Refuses: change once built; safe to share.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/rules/advices.h"
#include "analyzer/rules/matcher.h"
#include "analyzer/rules/rule.h"
#include "analyzer/rules/terms.h"

namespace limpide {

struct LoadedRule {
  RuleSpec spec;
  std::unique_ptr<const Matcher> matcher;
};

// Who wrote rules: ours, then the folders of --rules in their order.
struct RuleLayer {
  std::string name;
  std::string version;  // "" when it has none
  std::string folder;   // as given; "" for ours
};

struct RuleSet {
  std::vector<LoadedRule> rules;  // by id
  AdviceTable advices;            // of all the rules; faults moved below
  std::unique_ptr<const TermTable> terms;
  std::unique_ptr<const AcronymTable> acronyms;
  std::unique_ptr<const WordLists> lists;
  Depth depth = Depth::kWords;  // what the rules need
  // Rules that name their words are only run on documents that have one of them.
  std::unordered_map<std::string, std::vector<std::uint32_t>> rules_of_key;
  std::vector<bool> keyed;        // by rule
  std::vector<Error> faults;      // rules left out, each with its place
  std::vector<Error> notices;     // what imports could not carry over
  std::vector<RuleLayer> layers;  // by RuleSpec::layer; never empty
  std::string version;            // rules/fr/VERSION

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
  [[nodiscard]] const RuleSpec& spec(std::uint32_t index) const { return rules[index].spec; }
};

}  // namespace limpide
