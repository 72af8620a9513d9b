#include "analyzer/verification/said_words.h"

#include <algorithm>

namespace limpide {
namespace {

class WordCollector {
 public:
  WordCollector(const Analysis& analysis, const VerificationResources& resources,
                std::vector<Said>& sentences)
      : analysis_(analysis),
        resources_(resources),
        lists_(analysis.language->syntax->clauses),
        sentences_(sentences) {}

  void run() {
    const std::size_t count = analysis_.tagging.words.size();
    for (WordIndex i = 0; i < count; ++i) add(i);
    for (WordIndex i = 0; i < std::min(count, analysis_.trees.arcs.size()); ++i) add_modifier(i);
    for (const Coordination& list : analysis_.clauses.coordinations) add_pairs(list);
    for (const Fact& fact : analysis_.facts) add_count(fact);
    shade();
  }

 private:
  [[nodiscard]] const WordTag& tag(WordIndex word) const { return analysis_.tagging.words[word]; }
  [[nodiscard]] const std::string& lemma(WordIndex word) const {
    return analysis_.tagging.lemmas[tag(word).lemma];
  }
  [[nodiscard]] std::uint32_t sentence_of(WordIndex word) const {
    return analysis_.sentence_of_token[analysis_.segmentation.words[word].token];
  }
  [[nodiscard]] Span span_of_word(WordIndex word) const {
    return analysis_.segmentation.tokens[analysis_.segmentation.words[word].token].span;
  }
  [[nodiscard]] std::string root(WordIndex word) const {
    return root_of(resources_, lists_, positive_of(resources_, lemma(word)));
  }

  [[nodiscard]] bool is_full(WordIndex word) const {
    const Upos upos = tag(word).upos;
    const bool full = upos == Upos::kNoun || upos == Upos::kVerb || upos == Upos::kAdj ||
                      upos == Upos::kAdv || upos == Upos::kPropn || upos == Upos::kX;
    constexpr WordTraits kHelps = bit_of(WordTrait::kEtre) | bit_of(WordTrait::kAvoir);
    return full && !lemma(word).empty() && (lists_.of_lemma(lemma(word)) & kHelps) == 0;
  }

  void add(WordIndex i) {
    const std::uint32_t sentence = sentence_of(i);
    if (sentence >= sentences_.size() || !is_full(i)) return;
    Said& said = sentences_[sentence];
    SaidWord word{root(i), lemma(i), tag(i).upos, span_of_word(i)};
    ++said.roots[word.root];
    // "en l'absence de" is a denial already.
    const bool counted =
        std::any_of(said.denials.begin(), said.denials.end(), [&word](const Denial& denial) {
          return denial.form != DenialForm::kVerb && denial.span.begin <= word.span.begin &&
                 word.span.end <= denial.span.end;
        });
    if (!counted && positive_of(resources_, lemma(i)) != lemma(i)) {
      said.denials.push_back({word.root, DenialForm::kWord, word.span});
    }
    said.words.push_back(std::move(word));
  }

  // "CASF": another text may spell it out.
  [[nodiscard]] bool is_capitals(WordIndex word) const {
    const Token& token = analysis_.segmentation.tokens[analysis_.segmentation.words[word].token];
    return analysis_.segmentation.forms[token.form].casing == Casing::kUpper;
  }

  // Dates, references and names are compared as facts.
  [[nodiscard]] bool in_fact(Span span) const {
    return std::any_of(analysis_.facts.begin(), analysis_.facts.end(), [span](const Fact& fact) {
      return fact.kind <= FactKind::kReference && fact.span.begin <= span.begin &&
             span.end <= fact.span.end;
    });
  }

  // "l'avis est consultatif": what the subject is, as if it narrowed it.
  void add_predicate(WordIndex subject) {
    const Arc& arc = analysis_.trees.arcs[subject];
    const std::uint32_t sentence = sentence_of(subject);
    if (arc.head == kRoot || sentence >= sentences_.size()) return;
    if (universal_relation(arc.relation) != Relation::kNsubj) return;
    const Upos upos = tag(arc.head).upos;
    const bool plain = upos == Upos::kAdj || upos == Upos::kNoun;
    if (!plain || tag(subject).upos != Upos::kNoun || in_fact(span_of_word(arc.head))) return;
    if (resources_.plain_modifiers.count(lemma(arc.head)) != 0 || is_capitals(arc.head)) return;
    sentences_[sentence].modifiers.push_back(
        {root(subject), root(arc.head), ModifierLink::kPredicate, span_of_word(arc.head)});
  }

  void add_modifier(WordIndex i) {
    add_predicate(i);
    add_article(i);
    const Arc& arc = analysis_.trees.arcs[i];
    const std::uint32_t sentence = sentence_of(i);
    if (arc.head == kRoot || sentence >= sentences_.size()) return;
    const Upos upos = tag(i).upos;
    const bool plain = upos == Upos::kNoun || upos == Upos::kAdj;
    const Upos head = tag(arc.head).upos;
    const Relation relation = universal_relation(arc.relation);
    // "suspendre le versement de l'aide" may become "suspendre l'aide".
    const bool object = head == Upos::kVerb && upos == Upos::kNoun &&
                        lists_.verb_of_noun(lemma(i)).empty() &&
                        (relation == Relation::kObj || arc.relation == Relation::kNsubjPass);
    if (!plain || (head != Upos::kNoun && !object) || in_fact(span_of_word(i))) return;
    const bool adjective = relation == Relation::kAmod;
    if (!adjective && !object && relation != Relation::kNmod) return;
    if (resources_.plain_modifiers.count(lemma(i)) != 0) return;
    if (is_capitals(i)) return;
    const ModifierLink link = object      ? ModifierLink::kObject
                              : adjective ? ModifierLink::kAdjective
                                          : ModifierLink::kComplement;
    sentences_[sentence].modifiers.push_back({root(arc.head), root(i), link, span_of_word(i)});
  }

  // "un original" counts as "2 originaux" does.
  void add_article(WordIndex i) {
    const Arc& arc = analysis_.trees.arcs[i];
    const std::uint32_t sentence = sentence_of(i);
    if (arc.head == kRoot || sentence >= sentences_.size()) return;
    const bool one = tag(i).upos == Upos::kDet && lemma(i) == "un" && arc.head > i &&
                     universal_relation(arc.relation) == Relation::kDet;
    if (!one || tag(arc.head).upos != Upos::kNoun) return;
    sentences_[sentence].counts.push_back({root(arc.head), "1", span_of_word(arc.head)});
  }

  void add_count(const Fact& fact) {
    if (fact.kind != FactKind::kQuantity || !fact.unit.empty()) return;
    const WordIndex number = word_at(fact.span.begin);
    if (number == kNoWord || number >= analysis_.trees.arcs.size()) return;
    const std::uint32_t head = analysis_.trees.arcs[number].head;
    const bool counted = analysis_.trees.arcs[number].relation == Relation::kNummod &&
                         head != kRoot && tag(head).upos == Upos::kNoun &&
                         fact.sentence < sentences_.size();
    if (!counted) return;
    sentences_[fact.sentence].counts.push_back(
        {root(head), decimal_text(fact.number), span_of_word(head)});
  }

  void add_pairs(const Coordination& list) {
    if (list.conjunction == kNoWord) return;
    const std::uint32_t sentence = sentence_of(list.conjunction);
    if (sentence >= sentences_.size()) return;
    const bool either = is_either(list.conjunction);
    const auto& words = analysis_.clauses.coordinated_words;
    for (std::uint32_t i = list.first; i + 1 < list.end; ++i) {
      // Nothing is joined behind the last "et": "signe et accompagne des pieces [y afferentes]".
      if (words[i] > list.conjunction) break;
      sentences_[sentence].pairs.push_back(
          {root(words[i]), root(words[i + 1]), either,
           is_quality(words[i]) && is_quality(words[i + 1]) && !stands_alone(words[i + 1]),
           span_of_word(list.conjunction)});
    }
  }

  // "constatee, et que la declaration ait ete souscrite": a clause of its own.
  [[nodiscard]] bool stands_alone(WordIndex word) const {
    constexpr WordIndex kReach = 8;
    const auto& arcs = analysis_.trees.arcs;
    const WordIndex end = std::min<WordIndex>(word + kReach, static_cast<WordIndex>(arcs.size()));
    for (WordIndex i = word > kReach ? word - kReach : 0; i < end; ++i) {
      if (arcs[i].head != word) continue;
      const Relation relation = universal_relation(arcs[i].relation);
      if (relation == Relation::kNsubj || relation == Relation::kMark) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_quality(WordIndex word) const {
    return tag(word).upos == Upos::kAdj || tag(word).features.verb_form == VerbForm::kPart;
  }

  [[nodiscard]] bool is_either(WordIndex conjunction) const {
    const MarkerIndex either = resources_.named.either;
    if (either == kNoMarker) return false;
    const Span span = span_of_word(conjunction);
    const auto& places = sentences_[sentence_of(conjunction)].markers[either];
    return std::any_of(places.begin(), places.end(), [span](const Span& place) {
      return place.begin <= span.begin && span.end <= place.end;
    });
  }

  // The innermost clause of each word; kNoClause outside of any.
  [[nodiscard]] std::vector<ClauseIndex> clauses_of_words() const {
    const std::vector<Clause>& clauses = analysis_.clauses.clauses;
    std::vector<ClauseIndex> found(analysis_.tagging.words.size(), kNoClause);
    std::vector<std::uint32_t> size(found.size(), 0xFFFFFFFF);
    for (ClauseIndex i = 0; i < clauses.size(); ++i) {
      const WordRange span = clauses[i].span;
      const std::uint32_t length = span.end - span.first;
      for (WordIndex w = span.first; w < span.end && w < found.size(); ++w) {
        if (length >= size[w]) continue;
        size[w] = length;
        found[w] = i;
      }
    }
    return found;
  }

  // Words of a clause that denies, and those behind a word that does.
  void shade() {
    clause_of_ = clauses_of_words();
    dark_.assign(analysis_.tagging.words.size(), false);
    const NamedClasses& named = resources_.named;
    for (const Said& said : sentences_) {
      for (const Denial& denial : said.denials) shade(denial);
      for (const Span& place : places_in(said, named.negative)) {
        // "n'avons pas manque de": two denials that say yes.
        const auto& yes = places_in(said, named.affirms);
        const bool affirmed = std::any_of(yes.begin(), yes.end(), [&place](const Span& all) {
          return all.begin <= place.begin && place.end <= all.end;
        });
        if (!affirmed) darken_after(word_at(place.begin), kReachOfWord, false);
      }
      for (const Span& place : places_in(said, named.stops)) {
        // "la declaration de perte remplace": only a verb stops its clause.
        const WordIndex word = word_at(place.begin);
        if (word != kNoWord && tag(word).upos != Upos::kNoun) darken_clause(word, false);
      }
    }
    for (WordIndex i = 0; i < dark_.size(); ++i) {
      const std::uint32_t sentence = sentence_of(i);
      if (dark_[i] && sentence < sentences_.size() && is_full(i)) {
        ++sentences_[sentence].shaded[root(i)];
      }
    }
  }

  static const std::vector<Span>& places_in(const Said& said, MarkerIndex marker) {
    static const std::vector<Span> kNone;
    return marker == kNoMarker ? kNone : said.markers[marker];
  }

  void shade(const Denial& denial) {
    const WordIndex word = word_at(denial.span.begin);
    if (word == kNoWord) return;
    if (denial.form == DenialForm::kVerb || opens(clause_of_[word], word)) {
      darken_clause(word, true);
      darken_after(word, kReachOfVerb, true);
    } else {
      darken_after(word, kReachOfWord, denial.form == DenialForm::kWithout);
    }
  }

  // `own`: the word itself too.
  void darken_clause(WordIndex word, bool own) {
    if (word == kNoWord || clause_of_[word] == kNoClause) return;
    const WordRange span = analysis_.clauses.clauses[clause_of_[word]].span;
    for (WordIndex i = span.first; i < span.end && i < dark_.size(); ++i) {
      if (clause_of_[i] == clause_of_[word] && (own || i != word)) dark_[i] = true;
    }
  }

  // "sans que la saisine soit necessaire"
  [[nodiscard]] bool opens(ClauseIndex clause, WordIndex word) const {
    if (clause == kNoClause) return false;
    const WordRange introducer = analysis_.clauses.clauses[clause].introducer;
    return introducer.first <= word && word < introducer.end;
  }

  // `reach`: words of meaning. Stops at the next clause that stands on its own.
  static constexpr std::uint32_t kReachOfVerb = 5;
  static constexpr std::uint32_t kReachOfWord = 3;
  void darken_after(WordIndex word, std::uint32_t reach, bool own) {
    if (word == kNoWord) return;
    const std::uint32_t sentence = sentence_of(word);
    std::uint32_t full = 0;
    const bool noun = tag(word).upos != Upos::kVerb && reach == kReachOfWord;
    for (WordIndex i = own ? word : word + 1; i < dark_.size() && full < reach; ++i) {
      // "la declaration de perte remplace": the verb is no part of the loss.
      if (noun && i != word && tag(i).features.verb_form == VerbForm::kFin) break;
      if (sentence_of(i) != sentence) break;
      if (clause_of_[i] != clause_of_[word] && is_main(i) && begins_after(i, word)) break;
      if (is_past_condition(i, word)) break;
      dark_[i] = true;
      if (is_full(i)) ++full;
    }
  }
  // "si vous refusez, vous perdez": the condition ends before what follows from it.
  [[nodiscard]] bool is_past_condition(WordIndex i, WordIndex word) const {
    if (clause_of_[word] == kNoClause) return false;
    const Clause& clause = analysis_.clauses.clauses[clause_of_[word]];
    return clause.sense == ClauseSense::kCondition && i >= clause.span.end;
  }
  // "demuni de titre": the words go on in the clause around.
  [[nodiscard]] bool begins_after(WordIndex i, WordIndex word) const {
    return analysis_.clauses.clauses[clause_of_[i]].span.first > word;
  }
  [[nodiscard]] bool is_main(WordIndex word) const {
    return clause_of_[word] != kNoClause &&
           analysis_.clauses.clauses[clause_of_[word]].kind == ClauseKind::kMain;
  }

  // The first word that begins at or after a byte.
  [[nodiscard]] WordIndex word_at(std::uint32_t byte) const {
    const auto& tokens = analysis_.segmentation.tokens;
    const auto token = std::lower_bound(
        tokens.begin(), tokens.end(), byte,
        [](const Token& at, std::uint32_t begin) { return at.span.begin < begin; });
    return token == tokens.end() ? kNoWord : token->first_word;
  }

  const Analysis& analysis_;
  const VerificationResources& resources_;
  const ClauseResources& lists_;
  std::vector<Said>& sentences_;
  std::vector<ClauseIndex> clause_of_;  // one a word
  std::vector<bool> dark_;              // one a word
};

}  // namespace

void add_words(const Analysis& analysis, const VerificationResources& resources,
               std::vector<Said>& sentences) {
  WordCollector(analysis, resources, sentences).run();
}

}  // namespace limpide
