// "vous voudrez bien envoyer", "merci de bien vouloir nous envoyer" -> "envoyez", "envoyez-nous".
// In: the words of the request; the infinitive follows them or is the last of them. Refuses: a
// request in a subordinate clause, a verb whose imperative French does not use, a second infinitive
// that may go with the first or not.
#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/operations/infinitive_group.h"
#include "analyzer/rewriting/operations/sentence_tokens.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

class Requester : private SentenceTokens {
 public:
  using SentenceTokens::SentenceTokens;

  [[nodiscard]] std::vector<Suggestion> run() {
    const std::uint32_t first = input_.range.first;
    const bool opens = first == sentence_.first_token || lower(first - 1) == ",";
    if (!opens || !may_be_order() || touches_protected(analysis_, input_.range)) return {};
    const auto group = group_asked();
    if (!group || is_polite(group->verb)) return {};
    const std::uint32_t word = word_of(group->verb);
    if (analysis_.tagging.words[word].upos != Upos::kVerb && lemma_of(analysis_, word) == "avoir") {
      return {};  // "avoir envoye": something past
    }
    const auto text = imperative_text(analysis_, *group);
    if (!text || (group->denied && next_is_infinitive(*group))) return {};
    const auto& tokens = analysis_.segmentation.tokens;
    const Span span{tokens[first].span.begin, tokens[group->verb].span.end};
    edits_.push_back({span, starts_with_capital(analysis_, first) ? capitalized(*text) : *text});
    if (!put_others(*group)) return {};
    return {{edits_, false}};
  }

 private:
  [[nodiscard]] bool is_infinitive(std::uint32_t token) const {
    return token < sentence_.token_end &&
           analysis_.tagging.words[word_of(token)].features.verb_form == VerbForm::kInf;
  }
  [[nodiscard]] bool is_will(std::uint32_t token) const {
    return lemma_of(analysis_, word_of(token)) == input_.resources.will;
  }
  // "faire parvenir" is one verb, "pouvoir attendre" is none to ask for.
  [[nodiscard]] bool next_is_infinitive(const InfinitiveGroup& group) const {
    return is_infinitive(group.verb + 1);
  }

  // "Par la presente, je vous demande de": no order can follow what the writer says of the letter.
  [[nodiscard]] bool may_be_order() const {
    if (input_.range.first == sentence_.first_token) return true;
    return may_precede_order(analysis_, input_.resources.formulas, sentence_);
  }

  // "bien vouloir": the verb that counts comes next.
  [[nodiscard]] std::optional<InfinitiveGroup> group_asked() const {
    std::uint32_t at = input_.range.end;
    const std::uint32_t last = input_.range.end - 1;
    if (is_infinitive(last) && !is_will(last)) at = last;
    if (at < sentence_.token_end && is_infinitive(at) && is_will(at)) ++at;
    auto group = infinitive_group(analysis_, at, sentence_.token_end);
    if (!group || is_will(group->verb)) return std::nullopt;
    const std::string& lemma = lemma_of(analysis_, word_of(group->verb));
    if (next_is_infinitive(*group) && lemma != "faire" && lemma != "laisser" && lemma != "venir") {
      return std::nullopt;
    }
    return group;
  }

  [[nodiscard]] bool is_polite(std::uint32_t token) const {
    const FactWord* listed =
        analysis_.language->syntax->facts.find(lemma_of(analysis_, word_of(token)));
    return listed != nullptr && (listed->roles & bit_of(FactRole::kPolite)) != 0;  // "agreer"
  }

  // The preposition of a coordinated infinitive: "et DE nous renvoyer".
  [[nodiscard]] bool is_preposition(std::uint32_t token) const {
    const std::string& word = lower(token);
    return word == "de" || word == "d'" || word == "\xC3\xA0";
  }
  [[nodiscard]] bool joins(std::uint32_t token) const {
    const std::string& word = lower(token);
    return word == input_.resources.and_word || word == "ou" || word == "puis" || word == ",";
  }

  // "envoyez X et [de] le signer": what is coordinated with the first becomes an order as well.
  [[nodiscard]] bool put_others(const InfinitiveGroup& first) {
    for (std::uint32_t i = first.verb + 1; i + 1 < sentence_.token_end; ++i) {
      if (!joins(i)) continue;
      std::uint32_t at = i + 1;
      if (joins(at)) continue;
      const bool marked = is_preposition(at);
      if (marked) ++at;
      const auto group = infinitive_group(analysis_, at, sentence_.token_end);
      if (!group) continue;
      const Place place = place_of(group->verb, first);
      if (place == Place::kUnsure) return false;
      if (place == Place::kElsewhere) continue;
      const auto text = imperative_text(analysis_, *group);
      if (!text || next_is_infinitive(*group)) return false;
      const auto& tokens = analysis_.segmentation.tokens;
      edits_.push_back({{tokens[i + 1].span.begin, tokens[group->verb].span.end}, *text});
    }
    return true;
  }

  enum class Place : std::uint8_t { kBeside, kElsewhere, kUnsure };
  [[nodiscard]] Place place_of(std::uint32_t verb, const InfinitiveGroup& first) const {
    const auto& arcs = analysis_.trees.arcs;
    std::uint32_t head = word_of(verb);
    for (int steps = 0; steps < 8; ++steps) {
      if (universal_relation(arcs[head].relation) != Relation::kConj) break;
      head = arcs[head].head;
      if (head == kRoot) return Place::kUnsure;
    }
    const std::uint32_t asked = word_of(first.verb);
    if (head == asked || (head == asked + 1 && arcs[head].head == asked)) return Place::kBeside;
    if (head == word_of(verb)) return Place::kUnsure;
    const std::uint32_t token = token_of_word(analysis_, head);
    const bool infinitive = analysis_.tagging.words[head].features.verb_form == VerbForm::kInf;
    return infinitive && token > first.verb + 1 && !is_infinitive(token - 1) ? Place::kElsewhere
                                                                             : Place::kUnsure;
  }

  std::vector<Edit> edits_;
};

}  // namespace

std::vector<Suggestion> make_imperative(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  return Requester(input).run();
}

}  // namespace limpide
