// <protected kind="law-reference url" words-min= letters-min=>: dates, amounts, references, phone
// numbers, addresses of pages... as the segmentation protects them. Argument: mots.
#include <algorithm>

#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

constexpr std::uint32_t kKinds = static_cast<std::uint32_t>(ProtectedKind::kMergeField) + 1;

class ProtectedSelector final : public Selector {
 public:
  explicit ProtectedSelector(AttributeReader& attributes)
      : kind_(attributes.choices("kind", protected_kind_name, kKinds)),
        words_min_(attributes.number("words-min", 0)),
        letters_min_(attributes.number("letters-min", 0)) {}

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    const Segmentation& cut = context.analysis.segmentation;
    if (within.first >= within.end) return;
    const std::uint32_t first_token = cut.words[within.first].token;
    const std::uint32_t last_token = cut.words[within.end - 1].token;
    auto at = std::lower_bound(
        cut.protected_spans.begin(), cut.protected_spans.end(), first_token,
        [](const ProtectedSpan& span, std::uint32_t token) { return span.first_token < token; });
    for (; at != cut.protected_spans.end() && at->first_token <= last_token; ++at) {
      const Span text = protected_text(cut, *at);
      if (!chosen(kind_, at->kind) || text.end - text.begin < letters_min_) continue;
      if (count_words(cut, at->first_token, at->token_end) < words_min_) continue;
      const WordIndex first = cut.tokens[at->first_token].first_word;
      const WordIndex end = at->token_end < cut.tokens.size()
                                ? cut.tokens[at->token_end].first_word
                                : static_cast<WordIndex>(cut.words.size());
      places.push_back({text,
                        {first, end},
                        first,
                        context.analysis.sentence_of_token[at->first_token],
                        static_cast<std::uint32_t>(at - cut.protected_spans.begin()),
                        nullptr});
    }
  }
  void describe(const MatchContext& context, const MatchPlace& place,
                MessageArguments& arguments) const override {
    const Segmentation& cut = context.analysis.segmentation;
    const ProtectedSpan& span = cut.protected_spans[place.item];
    arguments.emplace_back("mots",
                           std::to_string(count_words(cut, span.first_token, span.token_end)));
  }
  [[nodiscard]] bool needs_trees() const override { return false; }

 private:
  std::uint32_t kind_, words_min_, letters_min_;
};

}  // namespace

SelectorResult make_protected_selector(AttributeReader& attributes, const RuleResources&) {
  return std::unique_ptr<const Selector>(std::make_unique<ProtectedSelector>(attributes));
}

}  // namespace limpide
