#include "analyzer/parsing/clauses/modality.h"

namespace limpide {
namespace {

// The row of modals.tsv for this word in this use; null when there is none.
const Modal* modal_of(const ClauseText& text, WordIndex word, ModalUse use) {
  if (!text.has(word, WordTrait::kModal)) return nullptr;
  for (const Modal& modal : text.resources.modals(text.lemma(word))) {
    if (modal.use == use) return &modal;
  }
  return nullptr;
}

struct Reading {
  const ClauseText& text;
  const std::vector<WordIndex>& verb_words;
  const bool negated;
  Clause& clause;
  const WordIndex end;  // of the clause's subtree

  bool set(WordIndex word, ModalUse use) {
    const Modal* modal = modal_of(text, word, use);
    if (modal == nullptr) return false;
    const Modality modality = negated ? modal->negated : modal->modality;
    if (modality == Modality::kNone) return false;
    clause.verb.modality = modality;
    clause.verb.modal = word;
    return true;
  }
};

// Does "pouvoir" say here what may happen, not what somebody may do? Only a person or a body is
// permitted something.
bool is_possibility(const ClauseText& text, const Clause& clause) {
  const VerbGroup& group = clause.verb;
  if (clause.subject.kind == SubjectKind::kImpersonal) return true;
  // "il se peut que": nothing is done.
  if (clause.voice == Voice::kPronominal && group.lexical == group.modal) return true;
  if (group.compound && group.mood == Mood::kCnd) return true;  // "aurait pu"
  if (clause.voice == Voice::kPassive) return text.has(group.lexical, WordTrait::kAdverse);
  const WordIndex subject = clause.subject.head;
  if (subject == kNoWord) return false;
  const Features& features = text.features(subject);
  if (text.upos(subject) == Upos::kPron && features.pron_type == PronType::kDem &&
      text.has(subject, WordTrait::kThingPronoun)) {
    return true;
  }
  if (text.has(group.lexical, WordTrait::kMayHappen)) {
    return text.has(subject, WordTrait::kNominalisation);
  }
  const bool person = text.has(subject, WordTrait::kUserNoun) ||
                      text.upos(subject) == Upos::kPropn ||
                      (text.upos(subject) == Upos::kPron && features.pron_type == PronType::kPrs);
  return text.has(group.lexical, WordTrait::kHappens) && !person;
}

bool is_infinitive(const ClauseText& text, WordIndex word) {
  return is_verb(text, word) && text.features(word).verb_form == VerbForm::kInf;
}

// An infinitive, or "que" and a clause, that completes the word: "tenu de payer", "possible que".
bool has_complement(const ClauseText& text, WordIndex word, WordIndex end) {
  for (WordIndex child = text.first_child[word]; child != kNoWord;
       child = text.next_sibling[child]) {
    if (child < word) continue;
    const Relation universal = universal_relation(text.relation(child));
    if (universal == Relation::kXcomp || universal == Relation::kCcomp ||
        universal == Relation::kCsubj) {
      return true;
    }
  }
  for (WordIndex at = word + 1; at < end && at < word + 5; ++at) {
    if (is_infinitive(text, at) || text.has(at, WordTrait::kQue)) return true;
    const Upos upos = text.upos(at);
    if (upos != Upos::kAdp && upos != Upos::kPron && upos != Upos::kAdv) return false;
  }
  return false;
}

// "devez payer", "ne saurait payer", "la loi oblige a payer".
bool read_verb(Reading& reading) {
  const VerbGroup& group = reading.clause.verb;
  for (std::uint32_t i = group.first; i < group.end; ++i) {
    const WordIndex word = reading.verb_words[i];
    const bool followed = i + 1 < group.end || has_complement(reading.text, word, reading.end);
    if (followed && reading.set(word, ModalUse::kVerb)) return true;
  }
  const WordIndex lexical = group.lexical;
  return reading.clause.voice == Voice::kActive && !reading.clause.stative &&
         is_verb(reading.text, lexical) &&
         (has_complement(reading.text, lexical, reading.end) ||
          has_child(reading.text, lexical, Relation::kObj)) &&
         reading.set(lexical, ModalUse::kActive);
}

// "avoir le droit de payer", "etre dans l'obligation de", "avoir a payer".
bool read_noun(Reading& reading) {
  const ClauseText& text = reading.text;
  const WordIndex head = reading.clause.verb.lexical;
  for (WordIndex child = text.first_child[head]; child != kNoWord;
       child = text.next_sibling[child]) {
    if (child < head || text.upos(child) != Upos::kNoun) continue;
    if (!has_complement(text, child, reading.end)) continue;
    if (reading.set(child, ModalUse::kNoun)) return true;
  }
  return text.upos(head) == Upos::kNoun && has_complement(text, head, reading.end) &&
         reading.set(head, ModalUse::kNoun);
}

// "est a payer", "avez a payer", "n'avez pas a payer".
bool read_a_infinitive(Reading& reading) {
  const ClauseText& text = reading.text;
  const VerbGroup& group = reading.clause.verb;
  if (group.finite == kNoWord) return false;
  const WordIndex verb = reading.verb_words[group.end - 1];
  const bool etre = text.has(verb, WordTrait::kEtre);
  if (!etre && !text.has(verb, WordTrait::kAvoir)) return false;
  WordIndex at = verb + 1;
  while (at < reading.end && text.upos(at) == Upos::kAdv) ++at;
  if (at + 1 >= reading.end || text.upos(at) != Upos::kAdp) return false;
  if (text.lower(at) != "\xC3\xA0") return false;
  ++at;
  while (at < reading.end && text.upos(at) == Upos::kPron) ++at;
  if (at >= reading.end || !is_infinitive(text, at)) return false;
  reading.clause.verb.modality = reading.negated ? Modality::kPermission : Modality::kObligation;
  reading.clause.verb.modal = verb;
  return true;
}

}  // namespace

void read_modality(const ClauseText& text, const std::vector<WordIndex>& verb_words, bool negated,
                   Clause& clause) {
  const VerbGroup& group = clause.verb;
  if (group.first == group.end || group.lexical == kNoWord) return;
  const WordIndex end = text.extents.last[clause.head] + 1;
  Reading reading{text, verb_words, negated, clause, end};
  if (read_verb(reading)) {
    const bool can = clause.verb.modality == Modality::kPermission;
    if (can && is_possibility(text, clause)) clause.verb.modality = Modality::kPossibility;
    return;
  }
  const WordIndex lexical = group.lexical;
  const bool impersonal = clause.subject.kind == SubjectKind::kImpersonal;
  if (impersonal && reading.set(lexical, ModalUse::kImpersonal)) {
    // "il est possible que" permits nothing, unlike "il est possible de".
    const bool que = lexical + 1 < end && text.has(lexical + 1, WordTrait::kQue);
    if (que && clause.verb.modality == Modality::kPermission) {
      clause.verb.modality = Modality::kPossibility;
    }
    return;
  }
  const bool with_etre = verb_words[group.first] != lexical;
  if (with_etre && has_complement(text, lexical, end) &&
      reading.set(lexical, ModalUse::kAttribute)) {
    return;
  }
  if (with_etre && reading.set(lexical, ModalUse::kQuality)) return;
  if (read_noun(reading) || read_a_infinitive(reading)) return;
  // "ne payez pas": a negated imperative forbids.
  const bool imperative = group.mood == Mood::kImp && group.finite != kNoWord &&
                          clause.subject.kind != SubjectKind::kExplicit;
  if (negated && imperative) {
    clause.verb.modality = Modality::kProhibition;
    clause.verb.modal = group.finite;
  }
}

}  // namespace limpide
