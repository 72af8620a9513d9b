#include "analyzer/rewriting/grammar/agreement_faults.h"

#include <algorithm>
#include <optional>
#include <string>

namespace limpide {
namespace {

// Bits: masculine and feminine in the singular, then in the plural.
using Agreements = unsigned;
constexpr Agreements kAll = 15;
constexpr Agreements kSingular = 3;
constexpr Agreements kMasculine = 5;

Agreements agreements_of(const Features& features) {
  Agreements all = kAll;
  if (features.number == Number::kSing) all &= kSingular;
  if (features.number == Number::kPlur) all &= ~kSingular;
  if (features.gender == Gender::kMasc) all &= kMasculine;
  if (features.gender == Gender::kFem) all &= ~kMasculine;
  return all;
}

constexpr std::uint32_t bit_of_upos(Upos upos) { return 1U << static_cast<unsigned>(upos); }

class TreeReader {
 public:
  TreeReader(const Analysis& analysis, const GrammarWords& words,
             std::vector<SentenceFault>& faults)
      : analysis_(analysis), words_(words), faults_(faults) {}

  void run() {
    mark_coordinated();
    for (WordIndex i = 0; i < arcs().size(); ++i) {
      const Arc& arc = arcs()[i];
      if (arc.head == kRoot) continue;
      switch (universal_relation(arc.relation)) {
        case Relation::kDet:
          look_at_determiner(i, arc.head);
          break;
        case Relation::kAmod:
          look_at_adjective(i, arc.head);
          break;
        case Relation::kAcl:
          if (is_past_participle(i)) look_at_adjective(i, arc.head);
          break;
        case Relation::kObj:
          look_at_object(i, arc.head);
          break;
        case Relation::kConj:
          look_at_item(i, arc.head);
          break;
        default:
          break;
      }
    }
    for (const Clause& clause : analysis_.clauses.clauses) look_at_clause(clause);
    look_at_infinitives();
    look_for_verbs();
  }

 private:
  [[nodiscard]] const std::vector<Arc>& arcs() const { return analysis_.trees.arcs; }
  [[nodiscard]] const WordTag& tag(WordIndex i) const { return analysis_.tagging.words[i]; }
  [[nodiscard]] const std::string& lemma(WordIndex i) const {
    return analysis_.tagging.lemmas[tag(i).lemma];
  }
  [[nodiscard]] const Form& form(WordIndex i) const {
    return analysis_.segmentation.forms[analysis_.segmentation.words[i].form];
  }
  [[nodiscard]] Span span_of(WordIndex i) const {
    return analysis_.segmentation.tokens[analysis_.segmentation.words[i].token].span;
  }

  void add(FaultKind kind, WordIndex first, WordIndex second) {
    faults_.push_back(
        {kind, form(first).lower + " " + form(second).lower, span_of(first), span_of(second)});
  }

  void mark_coordinated() {
    coordinated_.assign(arcs().size(), false);
    has_case_.assign(arcs().size(), false);
    case_of_.assign(arcs().size(), kNoWord);
    has_determiner_.assign(arcs().size(), false);
    for (WordIndex i = 0; i < arcs().size(); ++i) {
      const Arc& arc = arcs()[i];
      if (arc.head == kRoot) continue;
      const Relation relation = universal_relation(arc.relation);
      if (relation == Relation::kConj) coordinated_[arc.head] = coordinated_[i] = true;
      if (relation == Relation::kCase) {
        has_case_[arc.head] = true;
        if (case_of_[arc.head] == kNoWord) case_of_[arc.head] = i;
      }
      if (relation == Relation::kDet || relation == Relation::kNummod) {
        has_determiner_[arc.head] = true;
      }
    }
  }

  // What the readings of the form allow; nothing when it has none of these parts of speech.
  [[nodiscard]] std::optional<Agreements> allowed(WordIndex i, std::uint32_t upos_mask,
                                                  bool participles) const {
    const FormId id = form(i).lexicon;
    if (id == kNoForm) return std::nullopt;
    Agreements all = 0;
    for (const LexicalAnalysis& reading : analysis_.language->lexicon.analyses(id)) {
      const bool participle = reading.upos == Upos::kVerb &&
                              reading.features.verb_form == VerbForm::kPart &&
                              reading.features.tense != Tense::kPres;
      const bool wanted =
          (upos_mask & bit_of_upos(reading.upos)) != 0 || (participles && participle);
      if (wanted) all |= agreements_of(reading.features);
    }
    if (all == 0) return std::nullopt;
    return all;
  }
  [[nodiscard]] std::optional<Agreements> of_noun(WordIndex i) const {
    if (tag(i).upos != Upos::kNoun || coordinated_[i]) return std::nullopt;
    return allowed(i, bit_of_upos(Upos::kNoun), false);
  }

  void look_at_determiner(WordIndex i, WordIndex noun) {
    const auto wanted = of_noun(noun);
    auto given = allowed(i, bit_of_upos(Upos::kDet), false);
    if (!wanted || !given) return;
    // "mon adresse"
    if (words_.both_genders.count(form(i).lower) != 0) *given |= kSingular;
    if ((*given & *wanted) == 0) add(FaultKind::kDeterminer, i, noun);
  }

  void look_at_adjective(WordIndex i, WordIndex noun) {
    const auto wanted = of_noun(noun);
    if (!wanted || coordinated_[i]) return;
    const auto given = allowed(i, bit_of_upos(Upos::kAdj), true);
    if (!given || (*given & *wanted) != 0) return;
    // "tout les": a determiner to a reader, whatever the tree calls it.
    const bool before = i < noun && allowed(i, bit_of_upos(Upos::kDet), false).has_value();
    if (before) return add(FaultKind::kDeterminer, i, noun);
    add(FaultKind::kAdjective, noun, i);
  }
  [[nodiscard]] bool is_past_participle(WordIndex i) const {
    const Features& features = tag(i).features;
    return features.verb_form == VerbForm::kPart && features.tense == Tense::kPast;
  }

  // "entrainer accident"
  void look_at_object(WordIndex noun, WordIndex verb) {
    const bool bare = tag(noun).upos == Upos::kNoun && !has_determiner_[noun] && !has_case_[noun];
    if (!bare || noun != verb + 1 || form(noun).lexicon == kNoForm) return;
    if (words_.bare_noun_verbs.count(lemma(verb)) == 0) add(FaultKind::kNoDeterminer, verb, noun);
  }

  // "aider la famille et a l'enfant": the verb of the first item no longer takes the preposition.
  void look_at_item(WordIndex item, WordIndex first) {
    const WordIndex own = case_of_[first];
    const WordIndex other = case_of_[item];
    if (own != kNoWord && other != kNoWord && form(own).lower != form(other).lower) {
      return add(FaultKind::kCoordination, own, other);
    }
    const bool object = universal_relation(arcs()[first].relation) == Relation::kObj;
    if (object && !has_case_[first] && has_case_[item] && tag(item).upos == Upos::kNoun) {
      add(FaultKind::kCoordination, first, item);
    }
  }

  // Bits of the six persons; nothing when the form is no finite verb that the lexicon has.
  [[nodiscard]] std::optional<unsigned> persons_of_verb(WordIndex i) const {
    const FormId id = form(i).lexicon;
    if (id == kNoForm) return std::nullopt;
    unsigned all = 0;
    for (const LexicalAnalysis& reading : analysis_.language->lexicon.analyses(id)) {
      const Features& features = reading.features;
      const bool verb = reading.upos == Upos::kVerb || reading.upos == Upos::kAux;
      if (!verb || features.verb_form != VerbForm::kFin || features.person == 0) continue;
      const unsigned place = features.person - 1U;
      if (features.number != Number::kPlur) all |= 1U << place;
      if (features.number != Number::kSing) all |= 1U << (place + 3U);
    }
    if (all == 0) return std::nullopt;
    return all;
  }

  [[nodiscard]] std::optional<unsigned> persons_of_subject(WordIndex i) const {
    constexpr unsigned kThirdSingular = 1U << 2U;
    constexpr unsigned kThirdPlural = 1U << 5U;
    if (coordinated_[i] || words_.quantities.count(lemma(i)) != 0) return std::nullopt;
    if (tag(i).upos == Upos::kPron) {
      for (std::size_t person = 0; person < words_.persons.size(); ++person) {
        if (words_.persons[person].count(form(i).lower) != 0) return 1U << person;
      }
      return std::nullopt;
    }
    const auto noun = of_noun(i);
    if (!noun) return std::nullopt;
    return ((*noun & kSingular) != 0 ? kThirdSingular : 0) |
           ((*noun & ~kSingular) != 0 ? kThirdPlural : 0);
  }

  void look_at_clause(const Clause& clause) {
    if (clause.verb.finite == kNoWord) return;
    WordIndex subject = kNoWord;
    if (clause.subject.kind == SubjectKind::kExplicit && !clause.subject.clausal) {
      subject = clause.subject.head;
      const bool relative = clause.kind == ClauseKind::kRelative && subject != kNoWord &&
                            tag(subject).features.pron_type == PronType::kRel;
      if (relative) subject = clause.subject.antecedent;
    }
    if (subject == kNoWord) return;
    const auto wanted = persons_of_subject(subject);
    const auto given = persons_of_verb(clause.verb.finite);
    if (wanted && given && (*wanted & *given) == 0) {
      add(FaultKind::kSubject, subject, clause.verb.finite);
    }
  }

  [[nodiscard]] const LexicalTraits* traits(WordIndex i) const {
    const FormId id = form(i).lexicon;
    return id == kNoForm ? nullptr : &analysis_.language->lexicon.traits(id);
  }
  // A verb, and in no reading an infinitive.
  [[nodiscard]] bool is_no_infinitive(WordIndex i) const {
    const LexicalTraits* form = traits(i);
    const bool verb = tag(i).upos == Upos::kVerb || tag(i).upos == Upos::kAux;
    return verb && form != nullptr && !form->infinitive;
  }

  // "peut envoye", "pour envoyez": what follows, adverbs and pronouns of the verb passed over.
  void look_at_infinitives() {
    for (const WordRange& sentence : analysis_.trees.sentence_words) {
      for (WordIndex i = sentence.first; i + 1 < sentence.end; ++i) {
        const bool finite = tag(i).features.verb_form == VerbForm::kFin;
        const bool modal = finite && words_.modals.count(lemma(i)) != 0;
        if (!modal && words_.before_infinitives.count(form(i).lower) == 0) continue;
        WordIndex next = i + 1;
        const auto passed = [this](WordIndex at) {
          return tag(at).upos == Upos::kAdv || tag(at).upos == Upos::kPron;
        };
        while (next < sentence.end && passed(next)) ++next;
        if (next < sentence.end && is_no_infinitive(next)) add(FaultKind::kInfinitive, i, next);
      }
    }
  }

  // "La poste ferme": taken for an adjective, it may be the verb; "la poste", after its determiner,
  // may not.
  [[nodiscard]] bool may_have_verb(WordRange words) const {
    for (WordIndex i = words.first; i < words.end; ++i) {
      if (words_.presentatives.count(form(i).lower) != 0) return true;
      const Upos upos = tag(i).upos;
      const bool open = upos == Upos::kAdj || upos == Upos::kNoun || upos == Upos::kVerb;
      const bool noun = i > words.first && tag(i - 1).upos == Upos::kDet;
      const LexicalTraits* readings = traits(i);
      if (open && !noun && readings != nullptr && readings->finite_verb) return true;
    }
    return false;
  }

  // One fault a sentence without a finite verb, the same words whatever the sentence: a heading
  // without a verb stays as it was, a sentence that loses its verb is one more.
  void look_for_verbs() {
    const auto& sentences = analysis_.segmentation.sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const WordRange mine = analysis_.clauses.sentence_clauses[i];
      bool finite = false;
      for (std::uint32_t at = mine.first; at < mine.end; ++at) {
        const Clause& clause = analysis_.clauses.clauses[at];
        finite = finite || (clause.kind == ClauseKind::kMain && clause.verb.finite != kNoWord);
      }
      if (finite || may_have_verb(analysis_.trees.sentence_words[i])) continue;
      const Span span = sentence_span(analysis_.segmentation, sentences[i]);
      faults_.push_back({FaultKind::kNoVerb, "", span, span});
    }
  }

  const Analysis& analysis_;
  const GrammarWords& words_;
  std::vector<SentenceFault>& faults_;
  std::vector<bool> coordinated_;
  std::vector<bool> has_case_;
  std::vector<WordIndex> case_of_;  // the first preposition of a word
  std::vector<bool> has_determiner_;
};

}  // namespace

void add_agreement_faults(const Analysis& analysis, const GrammarWords& words,
                          std::vector<SentenceFault>& faults) {
  TreeReader(analysis, words, faults).run();
}

}  // namespace limpide
