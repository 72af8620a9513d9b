#include "analyzer/rules/rule.h"

namespace limpide {
namespace {

constexpr std::array<const char*, kProfileCount> kIds{"courrier", "formulaire", "courriel", "web",
                                                      "falc"};

}  // namespace

const char* profile_id(Profile profile) { return kIds[static_cast<std::size_t>(profile)]; }

Result<Profile> profile_from_id(std::string_view id) {
  for (std::size_t i = 0; i < kProfileCount; ++i) {
    if (id == kIds[i]) return static_cast<Profile>(i);
  }
  return make_error(ErrorCode::kUsage, "error.profile", {{"name", std::string(id)}});
}

std::vector<Role> prose_roles() {
  return {Role::kBody, Role::kListItem, Role::kClosing, Role::kSalutation, Role::kObject};
}

const HouseDecision* RuleSpec::mute() const {
  const HouseDecision* found = nullptr;
  for (const HouseDecision& decision : decisions) {
    if (decision.kind == HouseDecisionKind::kMuted) found = &decision;
    // A later file that writes the rule anew, too, wants it at work.
    const bool works = decision.kind == HouseDecisionKind::kRestored ||
                       decision.kind == HouseDecisionKind::kReplaced;
    if (works) found = nullptr;
  }
  return found;
}

}  // namespace limpide
