// <verb-noun verb= noun=>: "proceder a la verification". Marks from the verb to the noun.
// Arguments: nom, verbe (the verb that the noun hides, "" when the table has none).
#include <algorithm>

#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/patterns/item_range.h"
#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

class VerbNounSelector final : public Selector {
 public:
  explicit VerbNounSelector(AttributeReader& attributes)
      : verbs_(attributes.words("verb")), nouns_(attributes.words("noun")) {
    std::sort(verbs_.begin(), verbs_.end());
    std::sort(nouns_.begin(), nouns_.end());
  }

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    const Analysis& analysis = context.analysis;
    const auto& pairs = analysis.clauses.verb_nouns;
    const auto range = items_within(pairs, within, [](const VerbNoun& item) { return item.verb; });
    for (std::uint32_t i = range.first; i < range.second; ++i) {
      const WordIndex first = std::min(pairs[i].verb, pairs[i].noun);
      const bool verb = verbs_.empty() || holds(verbs_, lemma_of(analysis, pairs[i].verb));
      const bool noun = nouns_.empty() || holds(nouns_, lemma_of(analysis, pairs[i].noun));
      if (!verb || !noun) continue;
      const WordRange words{first, std::max(pairs[i].verb, pairs[i].noun) + 1};
      const Clause* clause =
          pairs[i].clause == kNoClause ? nullptr : &analysis.clauses.clauses[pairs[i].clause];
      places.push_back({span_of_words(analysis, words), words, pairs[i].verb,
                        sentence_of_word(analysis, first), i, clause});
    }
  }

  void describe(const MatchContext& context, const MatchPlace& place,
                MessageArguments& arguments) const override {
    const Analysis& analysis = context.analysis;
    const VerbNoun& pair = analysis.clauses.verb_nouns[place.item];
    const std::string noun(lemma_of(analysis, pair.noun));
    const WordRange words{pair.noun, pair.noun + 1};
    arguments.emplace_back("nom", written(analysis, span_of_words(analysis, words)));
    arguments.emplace_back("verbe",
                           std::string(analysis.language->syntax->clauses.verb_of_noun(noun)));
  }
  [[nodiscard]] std::vector<std::string> keys() const override {
    return nouns_.empty() ? verbs_ : nouns_;
  }

 private:
  static bool holds(const std::vector<std::string>& sorted, std::string_view lemma) {
    return std::binary_search(sorted.begin(), sorted.end(), lemma, std::less<>());
  }

  std::vector<std::string> verbs_, nouns_;
};

}  // namespace

SelectorResult make_verb_noun_selector(AttributeReader& attributes, const RuleResources&) {
  return std::unique_ptr<const Selector>(std::make_unique<VerbNounSelector>(attributes));
}

}  // namespace limpide
