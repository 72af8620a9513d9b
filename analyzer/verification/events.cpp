#include "analyzer/verification/events.h"

#include <algorithm>

#include "analyzer/facts/bearers.h"

namespace limpide {
namespace {

class EventFinder {
 public:
  EventFinder(const Analysis& analysis, const VerificationResources& resources)
      : analysis_(analysis),
        resources_(resources),
        input_{analysis.document->text, analysis.segmentation, analysis.tagging, analysis.trees,
               analysis.clauses},
        text_(make_fact_text(input_, analysis.language->syntax->facts)),
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
  [[nodiscard]] Party party(WordIndex word) const { return party_of_word(text_, lists_, word); }

  void add(const Clause& clause) {
    const VerbGroup& group = clause.verb;
    if (group.lexical == kNoWord || clause.voice == Voice::kImpersonal || clause.stative) return;
    const WordTag& verb = tag(group.lexical);
    if (verb.upos != Upos::kVerb) return;
    Event event;
    event.verb = concept_of(resources_, lemma(group.lexical));
    event.word = group.lexical;
    event.span = token_span(group.lexical);
    event.sentence = sentence_of(group.lexical);
    if (clause.voice == Voice::kPassive) {
      event.agent = agent_of(clause);
      event.patient = subject_of(clause);
    } else {
      event.agent = subject_of(clause);
      event.patient = child(group.lexical, Relation::kObj);
    }
    event.receiver = receiver_of(group.lexical);
    layer_.events.push_back(std::move(event));
  }

  [[nodiscard]] Party subject_of(const Clause& clause) const {
    const Subject& subject = clause.subject;
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
    for (const WordIndex c : children_[word]) {
      if (universal_relation(analysis_.trees.arcs[c].relation) != Relation::kObl) continue;
      for (const WordIndex mark : children_[c]) {
        const bool to =
            analysis_.trees.arcs[mark].relation == Relation::kCase && lemma(mark) == "\xC3\xA0";
        if (to) return party(c);
      }
    }
    return {};
  }

  void add_possession(WordIndex i) {
    if (!tag(i).features.possessive || i >= analysis_.trees.arcs.size()) return;
    const std::uint32_t head = analysis_.trees.arcs[i].head;
    if (head == kRoot) return;
    const std::string_view lower = text_.lower(text_.token_of(i));
    const WordTraits traits = lists_.of_form(lower);
    Who owner = Who::kPronoun;
    if ((traits & bit_of(WordTrait::kAddressesVous)) != 0) owner = Who::kReader;
    if ((traits & bit_of(WordTrait::kAddressesNous)) != 0) owner = Who::kUs;
    layer_.possessions.push_back({std::string(lemma(head)), owner, token_span(i), sentence_of(i)});
  }

  const Analysis& analysis_;
  const VerificationResources& resources_;
  FactInput input_;
  FactText text_;
  const ClauseResources& lists_;
  std::vector<std::vector<WordIndex>> children_;
  EventLayer layer_;
};

}  // namespace

EventLayer find_events(const Analysis& analysis, const VerificationResources& resources) {
  return EventFinder(analysis, resources).run();
}

}  // namespace limpide
