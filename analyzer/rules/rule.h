// A rule as its author wrote it, and what one run of the rules finds. In: rules/fr/<family>/*.xml
// (rules/schema/rule.rng) and dictionaries/fr/terms.tsv through loader.h. Out: plain values.
// Refuses: code in rules; a rule names one of the closed set of kinds (kinds.h) and sets its
// parameters, or combines the selectors of patterns/.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/findings/finding.h"
#include "analyzer/structure/structure.h"

namespace limpide {

enum class Profile : std::uint8_t { kCourrier, kFormulaire, kCourriel, kWeb, kFalc };
inline constexpr std::size_t kProfileCount = 5;
[[nodiscard]] const char* profile_id(Profile profile);  // "courrier", ...
[[nodiscard]] Result<Profile> profile_from_id(std::string_view id);

// Where a rule looks unless it says otherwise: "prose".
[[nodiscard]] std::vector<Role> prose_roles();

// A text with the words that the rule must mark: [[...]] in the rule file, once or more.
struct RuleExample {
  bool fires = false;
  bool at_document = false;  // fires on the whole, no words to mark
  std::string text;          // without marks
  std::vector<Span> marked;  // in text
  std::string rewrite;       // expected text once the first suggestion is applied, or ""
  Profile profile = Profile::kCourrier;
  std::uint32_t line = 0;  // in the rule file
};

struct RuleSource {
  std::string code;       // "EU", "SIG-R"
  std::string reference;  // "Rediger clairement, conseil 4"
};

// Parameters of a kind: the element's attributes, overridden by <for profile="...">.
using RuleParameters = std::map<std::string, std::string, std::less<>>;

// An element of a pattern, as written; patterns/ gives it its meaning.
struct ConditionNode {
  std::string name;
  RuleParameters attributes;
  std::vector<std::pair<Profile, RuleParameters>> overrides;  // <for profile="...">
  std::vector<ConditionNode> children;
  std::uint32_t line = 0;  // in the rule file, from 1
  std::uint32_t column = 0;
};

// What spares a place that the pattern found.
struct RuleException {
  std::string reason;
  std::vector<ConditionNode> conditions;  // all must hold
  std::vector<RuleExample> examples;      // silent thanks to this exception, and only to it
};

// What a layer of house rules decided about a rule (docs/adr/0006).
enum class HouseDecisionKind : std::uint8_t { kReplaced, kChanged, kMuted, kRestored };
struct HouseDecision {
  HouseDecisionKind kind = HouseDecisionKind::kChanged;
  std::uint32_t layer = 0;  // into RuleSet::layers
  std::string reason;       // "" when a file replaced the rule
};

struct RuleSpec {
  std::string id;
  std::uint32_t version = 1;
  Principle principle = Principle::kWords;
  std::array<Severity, kProfileCount> severity{};
  std::array<bool, kProfileCount> enabled{};
  std::string title;
  std::string message;  // ICU pattern over Finding::arguments
  std::string why;
  std::string advice;
  OperationKind operation = OperationKind::kNone;  // where the kind asks for none of its own
  std::vector<RuleSource> sources;
  std::string known_limits;
  std::vector<Role> roles;  // where it looks
  std::string kind;
  std::array<RuleParameters, kProfileCount> parameters{};
  ConditionNode condition;  // of the kind "pattern"
  std::vector<RuleException> exceptions;
  bool first_only = false;  // only the first place of a document is told
  std::vector<RuleExample> examples;
  std::string path;  // of the file, relative to the rules folder
  std::uint32_t line = 0;
  std::uint32_t layer = 0;               // that wrote it, into RuleSet::layers; 0: ours
  bool imported = false;                 // made of a word list: its examples are those of its rows
  std::vector<HouseDecision> decisions;  // in the order of the layers

  // The layer that silenced it in every profile, or null.
  [[nodiscard]] const HouseDecision* mute() const;
};

}  // namespace limpide
