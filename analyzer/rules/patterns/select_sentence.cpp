// <sentence words-min= words-max= addressee=>: one sentence. addressee: vous, nous, third, none.
// Argument: mots.
#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

class SentenceSelector final : public Selector {
 public:
  explicit SentenceSelector(AttributeReader& attributes)
      : words_min_(attributes.number("words-min", 0)),
        words_max_(attributes.number("words-max", 0xFFFFFFFF)),
        addressee_(attributes.choices("addressee", addressee_name, 4)) {}

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    if (within.first >= within.end) return;
    const Analysis& analysis = context.analysis;
    const std::uint32_t last = sentence_of_word(analysis, within.end - 1);
    for (std::uint32_t i = sentence_of_word(analysis, within.first); i <= last; ++i) {
      const std::uint32_t count = analysis.metrics.sentence_words[i];
      if (count < words_min_ || count > words_max_) continue;
      if (addressee_ != 0 && !chosen(addressee_, analysis.clauses.addressees[i])) continue;
      const WordRange words = words_of_sentence(analysis, i);
      places.push_back({sentence_span(analysis.segmentation, analysis.segmentation.sentences[i]),
                        words, words.first, i, i, nullptr});
    }
  }
  void describe(const MatchContext& context, const MatchPlace& place,
                MessageArguments& arguments) const override {
    arguments.emplace_back("mots",
                           std::to_string(context.analysis.metrics.sentence_words[place.item]));
  }
  [[nodiscard]] bool needs_trees() const override { return addressee_ != 0; }

 private:
  std::uint32_t words_min_, words_max_, addressee_;
};

}  // namespace

SelectorResult make_sentence_selector(AttributeReader& attributes, const RuleResources&) {
  return std::unique_ptr<const Selector>(std::make_unique<SentenceSelector>(attributes));
}

}  // namespace limpide
