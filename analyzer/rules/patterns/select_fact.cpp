// <fact kind= party= strength= detail= unit=>: what the text states: date, amount, deadline...
// kinds as `limpide analyse` prints them. party="yes": a deadline with its start, a duty with its
// bearer.
#include <algorithm>
#include <array>
#include <optional>

#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

constexpr std::uint32_t kFactKinds = static_cast<std::uint32_t>(FactKind::kRestriction) + 1;
constexpr std::uint32_t kUnits = static_cast<std::uint32_t>(TimeUnit::kYear) + 1;

const char* unit_name(TimeUnit unit) {
  constexpr std::array<const char*, kUnits> kNames = {
      "none",      "minute", "hour",  "day",         "workday", "business-day",
      "clear-day", "week",   "month", "clear-month", "year"};
  return kNames[static_cast<std::size_t>(unit)];
}
const char* strength_name(Strength strength) {
  return strength == Strength::kDuty ? "duty" : "request";
}

class FactSelector final : public Selector {
 public:
  explicit FactSelector(AttributeReader& attributes)
      : kind_(attributes.choices("kind", fact_kind_name, kFactKinds)),
        unit_(attributes.choices("unit", unit_name, kUnits)),
        strength_(attributes.choices("strength", strength_name, 2)),
        party_(attributes.yes_no("party")),
        details_(attributes.words("detail")) {}

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    if (within.first >= within.end) return;
    const Analysis& analysis = context.analysis;
    const Span bytes = span_of_words(analysis, within);
    auto at = std::lower_bound(
        analysis.facts.begin(), analysis.facts.end(), bytes.begin,
        [](const Fact& fact, std::uint32_t begin) { return fact.span.begin < begin; });
    for (; at != analysis.facts.end() && at->span.begin < bytes.end; ++at) {
      if (!fits(*at)) continue;
      const WordRange words = words_in(analysis, at->sentence, at->span);
      places.push_back({at->span, words, words.first, at->sentence,
                        static_cast<std::uint32_t>(at - analysis.facts.begin()), nullptr});
    }
  }

 private:
  static WordRange words_in(const Analysis& analysis, std::uint32_t sentence, Span span) {
    WordRange words = words_of_sentence(analysis, sentence);
    const auto token_of = [&analysis](WordIndex word) {
      return analysis.segmentation.tokens[analysis.segmentation.words[word].token].span;
    };
    while (words.first + 1 < words.end && token_of(words.first).end <= span.begin) ++words.first;
    while (words.end > words.first + 1 && token_of(words.end - 1).begin >= span.end) --words.end;
    return words;
  }

  [[nodiscard]] bool fits(const Fact& fact) const {
    if (!chosen(kind_, fact.kind) || !chosen(strength_, fact.strength)) return false;
    if (unit_ != 0 && !chosen(unit_, fact.duration.unit)) return false;
    if (party_ && *party_ != !(fact.party.empty() && fact.party_key.empty())) return false;
    return details_.empty() ||
           std::find(details_.begin(), details_.end(), fact.detail) != details_.end();
  }

  std::uint32_t kind_, unit_, strength_;
  std::optional<bool> party_;
  std::vector<std::string> details_;
};

}  // namespace

SelectorResult make_fact_selector(AttributeReader& attributes, const RuleResources&) {
  return std::unique_ptr<const Selector>(std::make_unique<FactSelector>(attributes));
}

}  // namespace limpide
