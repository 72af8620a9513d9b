#include "analyzer/verification/events.h"

#include <algorithm>

#include "analyzer/facts/bearers.h"

namespace limpide {
namespace {

class EventFinder {
 public:
  EventFinder(const Analysis& analysis, const FactText& text,
              const VerificationResources& resources)
      : analysis_(analysis),
        resources_(resources),
        text_(text),
        lists_(analysis.language->syntax->clauses) {
    children_.resize(analysis.trees.arcs.size());
    for (WordIndex i = 0; i < analysis.trees.arcs.size(); ++i) {
      const std::uint32_t head = analysis.trees.arcs[i].head;
      if (head != kRoot) children_[head].push_back(i);
    }
  }

  EventLayer run() {
    for (const Clause& clause : analysis_.clauses.clauses) add(clause);
    for (const Clause& clause : analysis_.clauses.infinitives) add(clause);
    std::stable_sort(layer_.events.begin(), layer_.events.end(),
                     [](const Event& a, const Event& b) { return a.word < b.word; });
    for (WordIndex i = 0; i < analysis_.tagging.words.size(); ++i) add_possession(i);
    return std::move(layer_);
  }

 private:
  [[nodiscard]] const WordTag& tag(WordIndex word) const { return analysis_.tagging.words[word]; }
  [[nodiscard]] std::string_view lemma(WordIndex word) const {
    return analysis_.tagging.lemmas[tag(word).lemma];
  }
  [[nodiscard]] std::uint32_t sentence_of(WordIndex word) const {
    return analysis_.sentence_of_token[analysis_.segmentation.words[word].token];
  }
  [[nodiscard]] Span token_span(WordIndex word) const {
    return text_.token(text_.token_of(word)).span;
  }
  [[nodiscard]] Party party(WordIndex word) const {
    Party found = party_of_word(text_, lists_, word);
    if (word == kNoWord || word >= children_.size() || found.who == Who::kReader ||
        found.who == Who::kUs || found.who == Who::kPronoun) {
      return found;
    }
    if (tag(word).upos == Upos::kPropn) found.key = text_.lower(text_.token_of(word));
    std::string name;
    for (const WordIndex c : children_[word]) {
      const std::string_view lower = text_.lower(text_.token_of(c));
      const Relation relation = analysis_.trees.arcs[c].relation;
      const bool others = tag(c).features.possessive || is_other(lower);
      if (others && (relation == Relation::kDet || relation == Relation::kAmod)) found.apart = true;
      if (tag(c).upos == Upos::kPropn) name += lower;
    }
    // "M. Martin" is no "monsieur".
    const bool title =
        (lists_.of_form(text_.lower(text_.token_of(word))) & bit_of(WordTrait::kTitle)) != 0;
    if (title && !name.empty()) found.key = name;
    found.person = title || !name.empty() || found.who != Who::kOther ||
                   resources_.persons.count(found.key) != 0;
    if (is_vague(found.key)) name_by_body(word, found);
    found.apart = found.apart || resources_.others.count(found.key) != 0;
    if (found.apart && found.who == Who::kUser) found.who = Who::kOther;
    return found;
  }

  // "les services de la mairie" are the town hall.
  static bool is_vague(const std::string& key) {
    return key == "service" || key == "agent" || key == "bureau" || key == "personnel";
  }
  void name_by_body(WordIndex word, Party& found) const {
    for (const WordIndex c : children_[word]) {
      const bool of = analysis_.trees.arcs[c].relation == Relation::kNmod;
      const std::string below(lemma(c));
      if (!of || resources_.others.count(below) == 0) continue;
      found.key = below;
      return;
    }
  }

  [[nodiscard]] bool is_other(std::string_view lower) const {
    return (lists_.of_form(lower) & bit_of(WordTrait::kCompares)) != 0;
  }

  void add(const Clause& clause) {
    const VerbGroup& group = clause.verb;
    if (group.lexical == kNoWord || clause.voice == Voice::kImpersonal) return;
    const WordTag& verb = tag(group.lexical);
    if (verb.upos != Upos::kVerb) return;
    Event event;
    event.verb = root_of(resources_, lists_, positive_of(resources_, lemma(group.lexical)));
    // "se presenter" is not "presenter".
    if (clause.voice == Voice::kPronominal && !causes(group.lexical)) {
      event.verb = concept_of(resources_, "~" + std::string(lemma(group.lexical)));
    }
    event.lemma = lemma(group.lexical);
    event.word = group.lexical;
    event.span = token_span(group.lexical);
    event.sentence = sentence_of(group.lexical);
    event.finite = group.finite != kNoWord;
    // "faire parvenir" is "envoyer"; what "parvient" is sent.
    const bool moves = lemma(group.lexical) == "parvenir";
    const bool sends = moves && group.lexical > 0 &&
                       (causes(group.lexical) || lemma(group.lexical - 1) == "faire");
    event.causes = !moves && causes(group.lexical);
    event.modal = group.modality != Modality::kNone;
    event.time = time_of(clause);
    if (event.causes) {
      event.patient = subject_of(clause);
    } else if (clause.voice == Voice::kPassive || clause.stative || is_to_do(group) ||
               (moves && !sends) || is_bare_participle(group)) {
      event.agent = agent_of(clause);
      event.patient = subject_of(clause);
    } else {
      event.agent = subject_of(clause);
      event.patient = child(group.lexical, Relation::kObj);
    }
    event.receiver = receiver_of(group.lexical);
    // "que vous nous fassiez parvenir": the parser may hang "vous" twice.
    const bool self = event.receiver.who == event.agent.who &&
                      (event.agent.who == Who::kReader || event.agent.who == Who::kUs);
    if (self) event.receiver = {};
    layer_.events.push_back(std::move(event));
  }

  // "donne par le locataire": without a verb that helps, it is passive.
  [[nodiscard]] bool is_bare_participle(const VerbGroup& group) const {
    const Features& features = tag(group.lexical).features;
    return group.finite == kNoWord && group.first + 1 == group.end &&
           features.verb_form == VerbForm::kPart && features.tense == Tense::kPast;
  }

  // "faire constater", "se faire assister".
  [[nodiscard]] bool causes(WordIndex word) const {
    if (word >= children_.size()) return false;
    return std::any_of(children_[word].begin(), children_[word].end(), [&](WordIndex c) {
      return analysis_.trees.arcs[c].relation == Relation::kAuxCaus;
    });
  }

  // "la facture est a regler": what is the subject is not the agent.
  [[nodiscard]] bool is_to_do(const VerbGroup& group) const {
    if (group.finite == kNoWord || group.finite == group.lexical) return false;
    const bool etre = (lists_.of_lemma(lemma(group.finite)) & bit_of(WordTrait::kEtre)) != 0;
    return etre && tag(group.lexical).features.verb_form == VerbForm::kInf;
  }

  [[nodiscard]] EventTime time_of(const Clause& clause) const {
    const VerbGroup& group = clause.verb;
    if (group.finite == kNoWord || clause.kind != ClauseKind::kMain) return EventTime::kUnknown;
    if (group.mood == Mood::kCnd) return EventTime::kWould;
    if (group.mood != Mood::kInd) return EventTime::kUnknown;
    if (group.tense == Tense::kFut)
      return group.compound ? EventTime::kUnknown : EventTime::kFuture;
    const bool active = clause.voice != Voice::kPassive;
    if (group.tense == Tense::kPast || group.tense == Tense::kImp) return EventTime::kPast;
    if (group.tense != Tense::kPres) return EventTime::kUnknown;
    if (group.compound && active) return EventTime::kPast;
    const bool was = clause.confidence == VoiceConfidence::kAspectual && group.compound;
    return was ? EventTime::kPast : EventTime::kPresent;
  }

  [[nodiscard]] Party subject_of(const Clause& clause) const {
    const Subject& subject = clause.subject;
    if (clause.kind == ClauseKind::kParticipial && subject.antecedent != kNoWord) {
      return party(subject.antecedent);
    }
    const std::uint32_t above = analysis_.trees.arcs[clause.verb.lexical].head;
    const bool hangs =
        clause.kind == ClauseKind::kParticipial && above != kRoot &&
        universal_relation(analysis_.trees.arcs[clause.verb.lexical].relation) == Relation::kAcl;
    if (hangs && subject.head == kNoWord) return party(above);
    if (subject.kind == SubjectKind::kImplied) {
      if (clause.verb.mood != Mood::kImp) return {};
      return {clause.verb.person == 1 ? Who::kUs : Who::kReader, {}, kNoWord};
    }
    if (subject.clausal) return {};
    const bool relative = clause.kind == ClauseKind::kRelative && subject.antecedent != kNoWord;
    if (relative &&
        (subject.head == kNoWord || tag(subject.head).features.pron_type == PronType::kRel)) {
      return party(subject.antecedent);
    }
    return party(subject.head);
  }

  [[nodiscard]] Party agent_of(const Clause& clause) const {
    for (WordIndex i = clause.agent.first; i < clause.agent.end; ++i) {
      const Upos upos = tag(i).upos;
      if (upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron) return party(i);
    }
    // "representee par M. Martin": a participle that may be a state names no agent of its own.
    return oblique(clause.verb.lexical, WordTrait::kPar);
  }

  // The noun that hangs from the word by "par".
  [[nodiscard]] Party oblique(WordIndex word, WordTrait marked_by) const {
    if (word >= children_.size()) return {};
    for (const WordIndex c : children_[word]) {
      if (universal_relation(analysis_.trees.arcs[c].relation) != Relation::kObl) continue;
      for (const WordIndex mark : children_[c]) {
        const WordTraits traits = lists_.of_form(text_.lower(text_.token_of(mark)));
        const bool marked = analysis_.trees.arcs[mark].relation == Relation::kCase &&
                            (traits & bit_of(marked_by)) != 0;
        if (marked) return party(c);
      }
    }
    return {};
  }

  [[nodiscard]] Party child(WordIndex word, Relation relation) const {
    if (word >= children_.size()) return {};
    for (const WordIndex c : children_[word]) {
      if (universal_relation(analysis_.trees.arcs[c].relation) == relation) return party(c);
    }
    return {};
  }

  // "vous" before the verb, "a l'assure" behind it.
  [[nodiscard]] Party receiver_of(WordIndex word) const {
    const Party clitic = child(word, Relation::kIobj);
    if (clitic.who != Who::kUnknown) return clitic;
    if (word >= children_.size()) return {};
    std::uint32_t objects = 0;
    for (const WordIndex c : children_[word]) {
      if (universal_relation(analysis_.trees.arcs[c].relation) == Relation::kObj) ++objects;
    }
    for (const WordIndex c : children_[word]) {
      const Relation relation = universal_relation(analysis_.trees.arcs[c].relation);
      // The parser takes "vous" of "vous envoie la copie" for an object.
      if (relation == Relation::kObj && objects > 1 && tag(c).upos == Upos::kPron) return party(c);
      if (relation == Relation::kObl && is_to(c)) return party(c);
      if (relation != Relation::kObj) continue;
      // "vendre le terrain a M. Martin": the parser may hang the person from the thing.
      for (const WordIndex below : children_[c]) {
        const bool noun = analysis_.trees.arcs[below].relation == Relation::kNmod && is_to(below);
        if (noun && party(below).person) return party(below);
      }
    }
    return {};
  }

  [[nodiscard]] bool is_to(WordIndex word) const {
    return std::any_of(children_[word].begin(), children_[word].end(), [&](WordIndex mark) {
      return analysis_.trees.arcs[mark].relation == Relation::kCase && lemma(mark) == "\xC3\xA0";
    });
  }

  void add_possession(WordIndex i) {
    if (i >= analysis_.trees.arcs.size()) return;
    const std::uint32_t head = analysis_.trees.arcs[i].head;
    if (head == kRoot) return;
    if (!tag(i).features.possessive) return add_owner(i, head);
    const std::string_view lower = text_.lower(text_.token_of(i));
    const WordTraits traits = lists_.of_form(lower);
    Party owner;
    owner.who = Who::kPronoun;
    owner.word = i;
    if ((traits & bit_of(WordTrait::kAddressesVous)) != 0) owner.who = Who::kReader;
    if ((traits & bit_of(WordTrait::kAddressesNous)) != 0) owner.who = Who::kUs;
    layer_.possessions.push_back(
        {std::string(lemma(head)), std::move(owner), token_span(i), sentence_of(i)});
  }

  // "le dossier de l'assure", "les revenus de votre concubine": a noun that somebody's things hang
  // from.
  void add_owner(WordIndex i, WordIndex head) {
    const Relation relation = universal_relation(analysis_.trees.arcs[i].relation);
    if (relation != Relation::kNmod || tag(i).upos != Upos::kNoun) return;
    if (tag(head).upos != Upos::kNoun) return;
    bool of = false;
    bool definite = false;
    for (const WordIndex c : children_[i]) {
      const Relation mark = analysis_.trees.arcs[c].relation;
      if (mark == Relation::kCase) {
        of = (lists_.of_form(text_.lower(text_.token_of(c))) & bit_of(WordTrait::kDe)) != 0 ||
             lemma(c) == "de";
      }
      definite = definite || (mark == Relation::kDet &&
                              (tag(c).features.possessive || tag(c).features.definite));
    }
    if (!of || !definite) return;
    Party owner = party(i);
    // "le montant de la facture": a noun that is nobody owns nothing.
    if (owner.who == Who::kOther && !owner.person) return;
    layer_.possessions.push_back(
        {std::string(lemma(head)), std::move(owner), token_span(i), sentence_of(i)});
  }

  const Analysis& analysis_;
  const VerificationResources& resources_;
  const FactText& text_;
  const ClauseResources& lists_;
  std::vector<std::vector<WordIndex>> children_;
  EventLayer layer_;
};

}  // namespace

EventLayer find_events(const Analysis& analysis, const FactText& text,
                       const VerificationResources& resources) {
  return EventFinder(analysis, text, resources).run();
}

}  // namespace limpide
