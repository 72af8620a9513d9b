// <negation kind= half= verb=>: a negation. kind: negation, restriction, expletive, privative.
// half="yes": "ne" without "pas" ("ne saurait"), half="no": with both, or "pas" alone.
#include <algorithm>
#include <optional>

#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

WordIndex first_word(const Negation& negation) {
  return std::min({negation.first, negation.parts[0], negation.verb});
}

class NegationSelector final : public Selector {
 public:
  explicit NegationSelector(AttributeReader& attributes)
      : kind_(attributes.choices("kind", negation_kind_name, 4)),
        half_(attributes.yes_no("half")),
        verbs_(attributes.words("verb")) {
    std::sort(verbs_.begin(), verbs_.end());
  }

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    const Analysis& analysis = context.analysis;
    const auto& negations = analysis.clauses.negations;
    for (std::uint32_t i = start(negations, within); i < negations.size(); ++i) {
      const Negation& negation = negations[i];
      const WordIndex first = first_word(negation);
      if (first >= within.end + kSlack) break;
      if (first < within.first || first >= within.end || !fits(analysis, negation)) continue;
      WordIndex last = first;
      for (const WordIndex part : negation.parts) {
        if (part != kNoWord) last = std::max(last, part);
      }
      if (negation.parts[0] == kNoWord && negation.verb != kNoWord)
        last = std::max(last, negation.verb);
      const WordRange words{first, last + 1};
      const WordIndex verb = negation.verb == kNoWord ? first : negation.verb;
      places.push_back({span_of_words(analysis, words), words, verb,
                        sentence_of_word(analysis, first), i, nullptr});
    }
  }

 private:
  // Negations are in the order of the text, but a long one may be listed after one inside it.
  static constexpr std::uint32_t kSlack = 64;

  static std::uint32_t start(const std::vector<Negation>& negations, WordRange within) {
    const WordIndex from = within.first > kSlack ? within.first - kSlack : 0;
    const auto found = std::lower_bound(
        negations.begin(), negations.end(), from,
        [](const Negation& item, WordIndex word) { return first_word(item) < word; });
    return static_cast<std::uint32_t>(found - negations.begin());
  }

  [[nodiscard]] bool fits(const Analysis& analysis, const Negation& negation) const {
    if (!chosen(kind_, negation.kind)) return false;
    const bool half = negation.first != kNoWord && negation.parts[0] == kNoWord;
    if (half_ && *half_ != half) return false;
    if (verbs_.empty()) return true;
    return negation.verb != kNoWord &&
           std::binary_search(verbs_.begin(), verbs_.end(), lemma_of(analysis, negation.verb),
                              std::less<>());
  }

  std::uint32_t kind_;
  std::optional<bool> half_;
  std::vector<std::string> verbs_;
};

}  // namespace

SelectorResult make_negation_selector(AttributeReader& attributes, const RuleResources&) {
  return std::unique_ptr<const Selector>(std::make_unique<NegationSelector>(attributes));
}

}  // namespace limpide
