// <chain links-min="3" compounds="LIST">: "la date de depot de la demande de carte". A compound of
// the list ("contrat de travail") is one noun: its "de" does not count. Argument: nombre.
#include <set>
#include <string>
#include <utility>

#include "analyzer/rules/patterns/item_range.h"
#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

class ChainSelector final : public Selector {
 public:
  ChainSelector(AttributeReader& attributes, const WordLists* lists)
      : links_min_(attributes.number("links-min", 1)) {
    const std::string name = attributes.text("compounds");
    if (name.empty()) return;
    const auto list = lists->find(name);
    if (list == lists->end()) {
      attributes.refuse("compounds", name);
      return;
    }
    for (const std::string& compound : list->second) {
      compounds_.emplace(compound.substr(0, compound.find(' ')),
                         compound.substr(compound.find_last_of(" '") + 1));
    }
  }

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    const Analysis& analysis = context.analysis;
    const auto& chains = analysis.clauses.noun_chains;
    const auto range =
        items_within(chains, within, [](const NounChain& item) { return item.span.first; });
    for (std::uint32_t i = range.first; i < range.second; ++i) {
      if (chains[i].links < links_min_) continue;
      if (chains[i].links < links_min_ + light_links(analysis, chains[i].span)) continue;
      const WordRange words = chains[i].span;
      places.push_back({span_of_words(analysis, words), words, first_noun(analysis, words),
                        sentence_of_word(analysis, words.first), i, nullptr});
    }
  }
  void describe(const MatchContext& context, const MatchPlace& place,
                MessageArguments& arguments) const override {
    arguments.emplace_back("nombre",
                           std::to_string(context.analysis.clauses.noun_chains[place.item].links));
  }

 private:
  // The main word: what the chain completes.
  static WordIndex first_noun(const Analysis& analysis, WordRange words) {
    for (WordIndex word = words.first; word < words.end; ++word) {
      const Upos upos = analysis.tagging.words[word].upos;
      if (upos == Upos::kNoun || upos == Upos::kPropn) return word;
    }
    return words.first;
  }

  // "de" inside a compound, and before a rate: "de 6 %".
  [[nodiscard]] std::uint32_t light_links(const Analysis& analysis, WordRange words) const {
    const auto form = [&analysis](WordIndex word) -> const std::string& {
      return analysis.segmentation.forms[analysis.segmentation.words[word].form].lower;
    };
    const auto lemma = [&analysis](WordIndex word) {
      return std::string(analysis.tagging.lemmas[analysis.tagging.words[word].lemma]);
    };
    std::uint32_t light = 0;
    for (WordIndex word = words.first; word < words.end; ++word) {
      if (form(word) == "%" && word > first_noun(analysis, words)) ++light;
      // "activite partielle de longue duree": adjectives stand inside a compound.
      WordIndex noun = word + 1;
      while (noun + 1 < words.end && analysis.tagging.words[noun].upos == Upos::kAdj) ++noun;
      if (noun + 1 >= words.end || lemma(noun) != "de") continue;
      ++noun;
      const auto before_noun = [&analysis](WordIndex at) {
        const Upos upos = analysis.tagging.words[at].upos;
        return upos == Upos::kDet || upos == Upos::kAdj;
      };
      while (before_noun(noun) && noun + 1 < words.end) ++noun;
      // "chiffres d'affaires": the list has the second noun as it is written.
      const bool compound = compounds_.count({lemma(word), lemma(noun)}) != 0 ||
                            compounds_.count({lemma(word), form(noun)}) != 0;
      if (compound) ++light;
    }
    return light;
  }

  std::uint32_t links_min_;
  std::set<std::pair<std::string, std::string>>
      compounds_;  // the lemma of the first, either of the last
};

}  // namespace

SelectorResult make_chain_selector(AttributeReader& attributes, const RuleResources& resources) {
  return std::unique_ptr<const Selector>(
      std::make_unique<ChainSelector>(attributes, resources.lists));
}

}  // namespace limpide
