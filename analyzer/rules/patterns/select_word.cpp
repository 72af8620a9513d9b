// <word form= lemma= pos= features= relation= list= ends= casing= explained=>: one word.
// explained="no": not a sigle that the text before has spelled out, beside it in brackets or by the
// words of acronyms.tsv; explained="nowhere": nor that the text spells out further on.
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/rules/explanations.h"
#include "analyzer/rules/patterns/selectors.h"
#include "analyzer/rules/patterns/word_filter.h"

namespace limpide {
namespace {

// Which sigles that the text spells out are left.
enum class Unless : std::uint8_t { kNone, kBefore, kAnywhere };

class WordSelector final : public Selector {
 public:
  WordSelector(WordFilter filter, Unless unless) : filter_(std::move(filter)), unless_(unless) {}

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    const Analysis& analysis = context.analysis;
    for (WordIndex word = within.first; word < within.end; ++word) {
      if (!filter_.matches(analysis, word)) continue;
      if (unless_ == Unless::kBefore && context.explanations.stand_before(word)) continue;
      if (unless_ == Unless::kAnywhere && context.explanations.stand_anywhere(word)) continue;
      const WordRange words{word, word + 1};
      places.push_back({span_of_words(analysis, words), words, word,
                        sentence_of_word(analysis, word), word, nullptr});
    }
  }
  [[nodiscard]] bool needs_trees() const override { return filter_.needs_trees(); }
  [[nodiscard]] std::vector<std::string> keys() const override { return filter_.keys(); }

 private:
  WordFilter filter_;
  Unless unless_;
};

}  // namespace

SelectorResult make_word_selector(AttributeReader& attributes, const RuleResources& resources) {
  const std::string explained = attributes.text("explained");
  const bool before = explained == "no";
  const bool anywhere = explained == "nowhere";
  if (!explained.empty() && !before && !anywhere) attributes.refuse("explained", explained);
  const Unless unless = before ? Unless::kBefore : anywhere ? Unless::kAnywhere : Unless::kNone;
  return std::unique_ptr<const Selector>(
      std::make_unique<WordSelector>(WordFilter(attributes, resources), unless));
}

}  // namespace limpide
