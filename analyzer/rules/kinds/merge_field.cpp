// A place that a mailing should have filled. Argument: champ.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

class MergeFieldMatcher final : public Matcher {
 public:
  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    for (const ProtectedSpan& unit : analysis.segmentation.protected_spans) {
      if (unit.kind != ProtectedKind::kMergeField) continue;
      if (!context.judges_sentence(analysis.sentence_of_token[unit.first_token])) continue;
      Hit hit;
      hit.span = protected_text(analysis.segmentation, unit);
      hit.arguments = {{"champ", written(analysis, hit.span)}};
      hits.push_back(std::move(hit));
    }
  }
};

}  // namespace

MatcherResult make_merge_field(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {});
  if (!known) return known.error();
  return std::unique_ptr<const Matcher>(std::make_unique<MergeFieldMatcher>());
}

}  // namespace limpide
