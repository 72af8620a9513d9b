// <word form= lemma= pos= features= relation= list= ends= casing=>: one word.
#include "analyzer/rules/patterns/selectors.h"
#include "analyzer/rules/patterns/word_filter.h"

namespace limpide {
namespace {

class WordSelector final : public Selector {
 public:
  explicit WordSelector(WordFilter filter) : filter_(std::move(filter)) {}

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    const Analysis& analysis = context.analysis;
    for (WordIndex word = within.first; word < within.end; ++word) {
      if (!filter_.matches(analysis, word)) continue;
      const WordRange words{word, word + 1};
      places.push_back({span_of_words(analysis, words), words, word,
                        sentence_of_word(analysis, word), word, nullptr});
    }
  }
  [[nodiscard]] bool needs_trees() const override { return filter_.needs_trees(); }
  [[nodiscard]] std::vector<std::string> keys() const override { return filter_.keys(); }

 private:
  WordFilter filter_;
};

}  // namespace

SelectorResult make_word_selector(AttributeReader& attributes, const RuleResources& resources) {
  return std::unique_ptr<const Selector>(
      std::make_unique<WordSelector>(WordFilter(attributes, resources)));
}

}  // namespace limpide
