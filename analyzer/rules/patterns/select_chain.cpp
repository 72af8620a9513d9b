// <chain links-min="3">: "la date de depot de la demande de carte". Argument: nombre.
#include "analyzer/rules/patterns/item_range.h"
#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

class ChainSelector final : public Selector {
 public:
  explicit ChainSelector(AttributeReader& attributes)
      : links_min_(attributes.number("links-min", 1)) {}

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    const Analysis& analysis = context.analysis;
    const auto& chains = analysis.clauses.noun_chains;
    const auto range =
        items_within(chains, within, [](const NounChain& item) { return item.span.first; });
    for (std::uint32_t i = range.first; i < range.second; ++i) {
      if (chains[i].links < links_min_) continue;
      const WordRange words = chains[i].span;
      places.push_back({span_of_words(analysis, words), words, words.first,
                        sentence_of_word(analysis, words.first), i, nullptr});
    }
  }
  void describe(const MatchContext& context, const MatchPlace& place,
                MessageArguments& arguments) const override {
    arguments.emplace_back("nombre",
                           std::to_string(context.analysis.clauses.noun_chains[place.item].links));
  }

 private:
  std::uint32_t links_min_;
};

}  // namespace

SelectorResult make_chain_selector(AttributeReader& attributes, const RuleResources&) {
  return std::unique_ptr<const Selector>(std::make_unique<ChainSelector>(attributes));
}

}  // namespace limpide
