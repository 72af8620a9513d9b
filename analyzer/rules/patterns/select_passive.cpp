// <passive agent= agent-within= confidence= verb= not-verb= impersonal= finite=>: a passive form,
// with "etre" or reduced ("les pieces demandees par"). finite="no" asks for the reduced ones. Marks
// from "etre" to the participle, with "ne" before. Arguments: participe, agent (its noun and what
// "de" adds).
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/patterns/item_range.h"
#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

class PassiveSelector final : public Selector {
 public:
  explicit PassiveSelector(AttributeReader& attributes)
      : confidence_(attributes.choices("confidence", voice_confidence_name, 4)),
        agent_(attributes.yes_no("agent")),
        agent_within_(attributes.number("agent-within", 0xFFFFFFFF)),
        impersonal_(attributes.yes_no("impersonal")),
        finite_(attributes.yes_no("finite")),
        verbs_(attributes.words("verb")),
        not_verbs_(attributes.words("not-verb")) {
    std::sort(verbs_.begin(), verbs_.end());
    std::sort(not_verbs_.begin(), not_verbs_.end());
  }

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    const Analysis& analysis = context.analysis;
    const auto& passives = analysis.clauses.passives;
    const auto range =
        items_within(passives, within, [](const Passive& item) { return item.participle; });
    for (std::uint32_t i = range.first; i < range.second; ++i) {
      const Passive& passive = passives[i];
      if (!fits(analysis, passive)) continue;
      const WordIndex first = first_word(analysis, passive);
      const WordRange words{first, with_set_words(analysis, passive.participle + 1)};
      const Clause* clause =
          passive.clause == kNoClause ? nullptr : &analysis.clauses.clauses[passive.clause];
      places.push_back({span_of_words(analysis, words), words, passive.participle,
                        sentence_of_word(analysis, passive.participle), i, clause});
    }
  }

  void describe(const MatchContext& context, const MatchPlace& place,
                MessageArguments& arguments) const override {
    const Analysis& analysis = context.analysis;
    const Passive& passive = analysis.clauses.passives[place.item];
    const WordRange participle{passive.participle, passive.participle + 1};
    arguments.emplace_back("participe", written(analysis, span_of_words(analysis, participle)));
    arguments.emplace_back(
        "agent", written(analysis, span_of_words(analysis, name_of(analysis, passive.agent))));
  }
  [[nodiscard]] std::vector<std::string> keys() const override { return verbs_; }

 private:
  // "pris | en charge", "prise | en compte": words that the verb does not go without.
  static WordIndex with_set_words(const Analysis& analysis, WordIndex end) {
    constexpr std::array<std::string_view, 4> kSet{"charge", "compte", "main",
                                                   "consid\xC3\xA9ration"};
    const bool room = end + 1 < analysis.segmentation.words.size();
    if (!room || lower_form(analysis, end) != "en") return end;
    const std::string_view next = lower_form(analysis, end + 1);
    return std::find(kSet.begin(), kSet.end(), next) == kSet.end() ? end : end + 2;
  }

  // "les 2 parents | deux ans avant", "l'employeur | de tout arret": not a part of the name.
  static bool ends_name(const Analysis& analysis, WordIndex word, WordIndex end) {
    const std::string_view form = lower_form(analysis, word);
    if (analysis.tagging.words[word].upos == Upos::kNum || form == "qui" || form == "que" ||
        form.substr(0, 1) == "{" || lemma_of(analysis, word) == "tout") {
      return true;
    }
    return form == "de" && word + 1 < end && lemma_of(analysis, word + 1) == "tout";
  }

  // "la caisse | et", "la caisse | ensuite", "la caisse | le mois d'apres": the sentence goes on.
  static bool goes_on(const Analysis& analysis, WordIndex word, Upos before) {
    const Upos upos = analysis.tagging.words[word].upos;
    if (upos == Upos::kDet) return before != Upos::kAdp;
    // "une personne mandatee", "le ministre charge de la culture": which one it is.
    const Features& features = analysis.tagging.words[word].features;
    const bool noun_before = before == Upos::kNoun || before == Upos::kAdj;
    if (upos == Upos::kVerb && noun_before && features.verb_form == VerbForm::kPart &&
        features.tense == Tense::kPast) {
      return false;
    }
    return upos == Upos::kCconj || upos == Upos::kSconj || upos == Upos::kAdv ||
           upos == Upos::kVerb || upos == Upos::kAux;
  }

  // "des droits | et de l'autonomie", "de l'emploi |, du travail": the name goes on with "de".
  static bool joins_de(const Analysis& analysis, WordIndex word, WordIndex end, bool after_de) {
    if (!after_de || word + 1 >= end || lower_form(analysis, word + 1) != "de") return false;
    return analysis.tagging.words[word].upos == Upos::kCconj || lower_form(analysis, word) == ",";
  }

  // "le prefet du departement de | {{ champ }}": what a preposition lacks.
  static WordIndex without_hanging(const Analysis& analysis, WordRange name) {
    WordIndex end = name.end;
    while (end > name.first + 1) {
      const Upos upos = analysis.tagging.words[end - 1].upos;
      if (upos != Upos::kAdp && upos != Upos::kDet && upos != Upos::kCconj &&
          upos != Upos::kPunct) {
        break;
      }
      --end;
    }
    return end;
  }

  // "l'Association | pour la garantie des salaires": the name of a body, in capitals, goes on.
  static WordIndex with_purpose(const Analysis& analysis, WordIndex end) {
    const Segmentation& text = analysis.segmentation;
    if (end == 0 || end + 2 >= text.words.size() || lower_form(analysis, end) != "pour") return end;
    const bool capital = text.forms[text.words[end - 1].form].casing == Casing::kCapitalized;
    if (!capital || analysis.tagging.words[end + 1].upos != Upos::kDet) return end;
    WordIndex last = end + 2;
    while (last < text.words.size()) {
      const Upos upos = analysis.tagging.words[last].upos;
      const bool joins = upos == Upos::kAdp && lower_form(analysis, last) == "de";
      if (!joins && upos != Upos::kNoun && upos != Upos::kAdj && upos != Upos::kDet) break;
      ++last;
    }
    return last;
  }

  // The agent as a message names it: "le medecin du travail" and neither the mark, the bracket, the
  // figure nor the time that follows; what is too long ends before its first "de".
  static WordRange name_of(const Analysis& analysis, WordRange agent) {
    constexpr WordIndex kLongest = 10;  // words of the trees: "du" is two
    WordIndex end = agent.first;
    WordIndex first_de = agent.end;
    bool named = false;  // the noun was met
    Upos before = Upos::kPunct;
    for (; end < agent.end; ++end) {
      const Upos upos = analysis.tagging.words[end].upos;
      const std::string_view form = lower_form(analysis, end);
      if (named && ends_name(analysis, end, agent.end)) break;
      if (joins_de(analysis, end, agent.end, first_de < end)) {
        before = Upos::kPunct;
        continue;
      }
      if (upos == Upos::kPunct && end > agent.first) break;
      if (named && goes_on(analysis, end, before)) break;
      before = upos;
      named = named || upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron;
      if (named && form == "de" && first_de == agent.end) first_de = end;
    }
    if (!named) return agent;
    if (end - agent.first > kLongest && first_de < end && first_de > agent.first) end = first_de;
    return {agent.first, with_purpose(analysis, without_hanging(analysis, {agent.first, end}))};
  }

  // "a ete transmis" begins with "a", which the tree hangs from the participle; "n'est pas" with
  // "n'".
  static WordIndex first_word(const Analysis& analysis, const Passive& passive) {
    constexpr WordIndex kReach = 4;  // "n'a donc pas ete transmis"
    WordIndex first = std::min(passive.etre, passive.participle);
    for (WordIndex back = 1; back <= kReach && back <= first; ++back) {
      const Arc& arc = analysis.trees.arcs[first - back];
      if (arc.head == passive.participle && arc.relation == Relation::kAuxTense) {
        first -= back;
        break;
      }
    }
    for (WordIndex back = 1; back <= 2 && back <= first; ++back) {  // "n'y est pas", "ne lui est"
      const std::string_view form = lower_form(analysis, first - back);
      if (form == "ne" || form == "n'") return first - back;
    }
    return first;
  }

  [[nodiscard]] bool fits(const Analysis& analysis, const Passive& passive) const {
    if (!chosen(confidence_, passive.confidence)) return false;
    if (agent_ && *agent_ != (passive.agent.first < passive.agent.end)) return false;
    if (passive.agent_marker != kNoWord && passive.agent_marker > passive.participle &&
        passive.agent_marker - passive.participle - 1 > agent_within_) {
      return false;
    }
    if (impersonal_ && *impersonal_ != passive.impersonal) return false;
    if (finite_ && *finite_ != (passive.etre != kNoWord)) return false;
    const std::string_view lemma = lemma_of(analysis, passive.participle);
    const auto among = [lemma](const std::vector<std::string>& sorted) {
      return std::binary_search(sorted.begin(), sorted.end(), lemma, std::less<>());
    };
    return (verbs_.empty() || among(verbs_)) && !among(not_verbs_);
  }

  std::uint32_t confidence_;
  std::optional<bool> agent_;
  std::uint32_t agent_within_;  // words between the participle and "par", at most
  std::optional<bool> impersonal_, finite_;
  std::vector<std::string> verbs_, not_verbs_;
};

}  // namespace

SelectorResult make_passive_selector(AttributeReader& attributes, const RuleResources&) {
  return std::unique_ptr<const Selector>(std::make_unique<PassiveSelector>(attributes));
}

}  // namespace limpide
