// maison.xml: what a folder of house rules decides about rules that it did not write. In: the bytes
// of the file. Out: its decisions in their order, and the faults of the others with their place.
// Refuses: an element or attribute outside rules/schema/house.rng, a decision without a reason.
// Whether the rules and words exist is seen when layers are joined (layers.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rules/rule.h"

namespace limpide {

// <mute rule=""/>, <restore rule=""/>, <change rule="">: `rule` is always given.
struct RuleChange {
  HouseDecisionKind kind = HouseDecisionKind::kMuted;
  std::string rule;
  std::string reason;
  std::array<bool, kProfileCount> profiles{};  // which it is for
  bool every_profile = true;
  std::optional<Severity> severity;
  std::vector<std::pair<std::string, std::string>> values;  // <set name="" value=""/>
  Location place;
};

// <mute term=""/>: a word or locution, as the table writes it.
struct TermMute {
  std::string term;
  std::string rule;  // "": of every rule
  Location place;
};

struct HouseAcronym {
  std::string sigle;
  std::string expansion;
  bool known = false;  // by all its readers
};

struct HouseSettings {
  std::string name;
  std::string version;
  std::vector<RuleChange> rules;
  std::vector<TermMute> terms;
  std::vector<HouseAcronym> acronyms;
  std::vector<Error> faults;
};

[[nodiscard]] HouseSettings parse_house_settings(std::string_view xml, const std::string& path);

}  // namespace limpide
