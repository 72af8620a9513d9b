// A place that a mailing should have filled. Arguments: champ, nombre (of fields in one remark).
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::size_t kMostTold = 10;     // beyond, the document is a model: one remark for all
constexpr std::size_t kShortestName = 3;  // letters; "[AA]" is a level or a note

// "<4.0>" and "[AA]" hold a value, not the name of one.
bool holds_value(std::string_view field) {
  std::size_t letters = 0;
  std::size_t others = 0;  // of a name: "{{x}}" is one, whatever its length
  for (const char byte : field) {
    const auto value = static_cast<unsigned char>(byte);
    const bool letter =
        value >= 0x80 || (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
    if (letter)
      ++letters;
    else if (byte == '{' || byte == '_')
      ++others;
  }
  return letters == 0 || (letters < kShortestName && others == 0);
}

class MergeFieldMatcher final : public Matcher {
 public:
  // The same field is told once; its other places, and those of a model's other fields, are
  // related to the first.
  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    std::map<std::string, std::size_t> told;  // hit of each field
    std::vector<Hit> found;
    for (const ProtectedSpan& unit : analysis.segmentation.protected_spans) {
      if (unit.kind != ProtectedKind::kMergeField) continue;
      if (!context.judges_sentence(analysis.sentence_of_token[unit.first_token])) continue;
      const Span span = protected_text(analysis.segmentation, unit);
      if (holds_value(slice(analysis.document->text, span))) continue;
      const auto first = told.emplace(written(analysis, span), found.size());
      if (!first.second) {
        found[first.first->second].related.push_back({span, {}});
        continue;
      }
      Hit hit;
      hit.span = span;
      hit.arguments = {{"champ", written(analysis, span)}, {"nombre", "1"}};
      found.push_back(std::move(hit));
    }
    if (found.size() > kMostTold) fold(found);
    for (Hit& hit : found) hits.push_back(std::move(hit));
  }

 private:
  static void fold(std::vector<Hit>& found) {
    Hit& first = found.front();
    first.arguments[1].second = std::to_string(found.size());
    for (std::size_t i = 1; i < found.size(); ++i) {
      first.related.push_back({found[i].span, {}});
      first.related.insert(first.related.end(), found[i].related.begin(), found[i].related.end());
    }
    std::sort(
        first.related.begin(), first.related.end(),
        [](const RelatedSpan& a, const RelatedSpan& b) { return a.span.begin < b.span.begin; });
    found.resize(1);
  }
};

}  // namespace

MatcherResult make_merge_field(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {});
  if (!known) return known.error();
  return std::unique_ptr<const Matcher>(std::make_unique<MergeFieldMatcher>());
}

}  // namespace limpide
