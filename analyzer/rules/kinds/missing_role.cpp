// A part that this kind of document should have and has not. Whole document, no argument.
#include <algorithm>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

class MissingRoleMatcher final : public Matcher {
 public:
  MissingRoleMatcher(std::string role, std::string kinds)
      : role_(std::move(role)), kinds_(" " + std::move(kinds) + " ") {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Structure& structure = context.analysis.structure;
    const std::string kind = std::string(" ") + document_kind_name(structure.kind) + " ";
    if (kinds_.find(kind) == std::string::npos || has_role(structure)) return;
    Hit hit;
    hits.push_back(std::move(hit));
  }

 private:
  [[nodiscard]] bool has_role(const Structure& structure) const {
    return std::any_of(
        structure.blocks.begin(), structure.blocks.end(),
        [this](const BlockStructure& block) { return role_ == role_name(block.role); });
  }

  std::string role_;
  std::string kinds_;
};

}  // namespace

MatcherResult make_missing_role(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"role", "kinds"});
  if (!known) return known.error();
  const Result<std::string> role = text_parameter(spec, "role", "object");
  const Result<std::string> kinds = text_parameter(spec, "kinds", "letter");
  return std::unique_ptr<const Matcher>(std::make_unique<MissingRoleMatcher>(*role, *kinds));
}

}  // namespace limpide
