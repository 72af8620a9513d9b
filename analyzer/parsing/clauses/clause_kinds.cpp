#include "analyzer/parsing/clauses/clause_kinds.h"

#include <algorithm>

#include "analyzer/parsing/clauses/clause_candidate.h"
#include "analyzer/parsing/clauses/introducers.h"
#include "analyzer/parsing/clauses/verb_groups.h"

namespace limpide {
namespace {

ClauseType type_by_words(const ClauseText& text, WordIndex opening, const Introducer& introducer,
                         ClauseLink link) {
  ClauseType type{ClauseKind::kMain, ClauseLink::kApart, ClauseSense::kNone, introducer.words};
  if (opening == kNoWord) return {ClauseKind::kMain, ClauseLink::kApart, ClauseSense::kNone, {}};
  type.link = link;
  if (is_relative_pronoun(text, opening)) {
    type.kind = ClauseKind::kRelative;
  } else if (introducer.phrase != nullptr) {
    type.kind = introducer.phrase->kind;
    type.sense = introducer.phrase->sense;
  } else {
    type.kind = ClauseKind::kCompletive;
  }
  return type;
}

bool is_nominal_relation(Relation universal) {
  switch (universal) {
    case Relation::kNmod:
    case Relation::kAppos:
    case Relation::kAcl:
      return true;
    default:
      return false;
  }
}

// "considerant que" opens a participial clause, "ce qui" a relative one, whatever the relation.
ClauseKind kind_or(const Candidate& candidate, ClauseKind kind) {
  if (candidate.introducer.phrase == nullptr) return kind;
  const ClauseKind listed = candidate.introducer.phrase->kind;
  const bool stronger = candidate.introducer.phrase->words.size() > 1;
  return stronger ? listed : kind;
}

ClauseType governed(const Candidate& candidate) {
  return {ClauseKind::kCompletive, ClauseLink::kGoverned, ClauseSense::kNone, candidate.words()};
}

std::optional<ClauseType> type_of_acl(const ClauseText& text, const Candidate& candidate) {
  const bool relcl = text.relation(candidate.word) == Relation::kAclRelcl;
  if (relcl && candidate.shape == VerbShape::kFinite) {
    // "un avis au bailleur si le loyer change": the tree hangs a condition from a noun.
    if (candidate.is_adverbial() && text.upos(candidate.opening) == Upos::kSconj) {
      return ClauseType{ClauseKind::kAdverbial, ClauseLink::kAdverbial, candidate.sense(),
                        candidate.words()};
    }
    return ClauseType{kind_or(candidate, ClauseKind::kRelative), ClauseLink::kNoun,
                      candidate.sense(), candidate.words()};
  }
  const bool bare = candidate.opening == kNoWord || !candidate.is_adverbial();
  if (candidate.is_participle() && bare) {
    if (is_adjective_beside(text, candidate.word)) return std::nullopt;
    return ClauseType{ClauseKind::kParticipial, ClauseLink::kNoun, ClauseSense::kNone, {}};
  }
  if (candidate.shape == VerbShape::kInfinitive && !candidate.is_adverbial() && !relcl) {
    return governed(candidate);
  }
  return type_by_words(text, candidate.opening, candidate.introducer, ClauseLink::kNoun);
}

bool opens_sentence(const ClauseText& text, WordIndex word, WordRange sentence) {
  for (WordIndex at = sentence.first; at < text.extents.first[word]; ++at) {
    const Upos upos = text.upos(at);
    if (upos != Upos::kPunct && upos != Upos::kCconj && upos != Upos::kAdv) return false;
  }
  return true;
}

bool has_subject(const ClauseText& text, WordIndex word) {
  return has_child(text, word, Relation::kNsubj) || has_child(text, word, Relation::kNsubjPass);
}

// "en filmant, enregistrant ou diffusant": "en" opens them all.
bool goes_on_gerund(const ClauseText& text, const Candidate& candidate) {
  const WordIndex head = text.head(candidate.word);
  const bool behind = candidate.shape == VerbShape::kGerund && head != kNoWord &&
                      head < candidate.word && text.features(head).verb_form == VerbForm::kPart &&
                      text.features(head).tense == Tense::kPres;
  return behind && head > 0 && text.upos(head - 1) == Upos::kAdp && text.head(head - 1) == head;
}

// "indiquez-nous si", "vous a dit quand", "comment" anywhere: an indirect question.
bool is_question(const ClauseText& text, const Candidate& candidate, WordRange sentence) {
  const WordIndex opening = candidate.opening;
  const bool bare = opening != kNoWord && candidate.introducer.phrase != nullptr &&
                    candidate.introducer.phrase->words.size() == 1;
  if (!bare || candidate.shape != VerbShape::kFinite) return false;
  const auto& phrases = text.resources.subordinators(text.lower(opening));
  const bool may_ask = !text.has(opening, WordTrait::kQue) &&
                       std::any_of(phrases.begin(), phrases.end(), [](const Subordinator& phrase) {
                         return phrase.words.size() == 1 && phrase.kind == ClauseKind::kCompletive;
                       });
  if (!may_ask) return false;
  if (text.has(opening, WordTrait::kAsks) && !candidate.is_adverbial()) return true;
  WordIndex at = opening;
  while (at > sentence.first && text.upos(at - 1) == Upos::kPron) --at;
  return at > sentence.first && text.has(at - 1, WordTrait::kAsking) && is_verb(text, at - 1);
}

// ", que l'ecole inscrit": with the indicative, "que" opens no adverbial clause.
bool is_late_relative(const ClauseText& text, const Candidate& candidate, WordRange sentence) {
  const WordIndex opening = candidate.opening;
  const bool que = candidate.shape == VerbShape::kFinite && opening != kNoWord &&
                   opening > sentence.first && text.has(opening, WordTrait::kQue) &&
                   candidate.introducer.words.end - candidate.introducer.words.first == 1;
  if (!que || text.lower(opening - 1) != ",") return false;
  WordIndex finite = candidate.word;
  for (WordIndex child = text.first_child[candidate.word]; child != kNoWord && child < finite;
       child = text.next_sibling[child]) {
    if (is_auxiliary_relation(text.relation(child)) && is_finite(text, child)) finite = child;
  }
  return text.features(finite).mood == Mood::kInd;
}

std::optional<ClauseType> type_of_advcl(const ClauseText& text, const Candidate& candidate,
                                        WordRange sentence) {
  if (candidate.shape == VerbShape::kInfinitive && !candidate.is_adverbial()) {
    return governed(candidate);
  }
  if (candidate.opening == kNoWord && candidate.is_participle()) {
    if (goes_on_gerund(text, candidate)) {
      return ClauseType{ClauseKind::kMain, ClauseLink::kCoordinated, ClauseSense::kNone, {}};
    }
    // A past participle inside the sentence says something of a noun; at its beginning, or with a
    // subject of its own, of the whole ("saisie d'une plainte, elle ...", "ce delai passe, ...").
    const bool whole = candidate.shape == VerbShape::kGerund ||
                       opens_sentence(text, candidate.word, sentence) ||
                       has_subject(text, candidate.word);
    return ClauseType{ClauseKind::kParticipial,
                      whole ? ClauseLink::kAdverbial : ClauseLink::kNoun,
                      ClauseSense::kNone,
                      {}};
  }
  if (is_question(text, candidate, sentence)) {
    return ClauseType{ClauseKind::kCompletive, ClauseLink::kObject, ClauseSense::kNone,
                      candidate.words()};
  }
  if (is_late_relative(text, candidate, sentence)) {
    return ClauseType{ClauseKind::kRelative, ClauseLink::kNoun, ClauseSense::kNone,
                      candidate.words()};
  }
  return ClauseType{kind_or(candidate, ClauseKind::kAdverbial), ClauseLink::kAdverbial,
                    candidate.sense(), candidate.words()};
}

// A relation that no clause should have: the words decide.
std::optional<ClauseType> type_of_other(const ClauseText& text, const Candidate& candidate,
                                        Relation universal) {
  const ClauseLink link =
      is_nominal_relation(universal) ? ClauseLink::kNoun : ClauseLink::kAdverbial;
  if (candidate.shape == VerbShape::kFinite) {
    return type_by_words(text, candidate.opening, candidate.introducer, link);
  }
  if (candidate.shape == VerbShape::kInfinitive && !candidate.is_adverbial()) {
    return governed(candidate);
  }
  if (!candidate.is_adverbial() || candidate.shape == VerbShape::kParticiple) return std::nullopt;
  return ClauseType{ClauseKind::kAdverbial, ClauseLink::kAdverbial, candidate.sense(),
                    candidate.words()};
}

// Is the verb the first conjugated one behind the opening word?
bool is_nearest_verb(const ClauseText& text, const Candidate& candidate) {
  for (WordIndex at = candidate.opening + 1; at < candidate.word; ++at) {
    if (is_finite(text, at)) {
      return text.head(at) == candidate.word && is_auxiliary_relation(text.relation(at));
    }
  }
  return candidate.opening < candidate.word;
}

// "Locaux dont le loyer est fixe", "Option B : si le delai court": a heading has no main clause,
// though the tree puts the verb of its relative or conditional clause at the top.
std::optional<ClauseType> type_of_heading(const ClauseText& text, const Candidate& candidate,
                                          WordRange sentence) {
  if (candidate.opening == kNoWord || !is_nearest_verb(text, candidate)) return std::nullopt;
  if (candidate.is_adverbial() && text.upos(candidate.opening) == Upos::kSconj &&
      text.head(candidate.opening) == candidate.word) {
    return ClauseType{ClauseKind::kAdverbial, ClauseLink::kTop, candidate.sense(),
                      candidate.words()};
  }
  if (!is_sure_relative(text, candidate)) return std::nullopt;
  WordIndex before = candidate.opening;
  while (before > sentence.first &&
         (text.upos(before - 1) == Upos::kAdp || text.upos(before - 1) == Upos::kAdj)) {
    --before;
  }
  if (before == sentence.first || !is_nominal(text.upos(before - 1))) return std::nullopt;
  return ClauseType{ClauseKind::kRelative, ClauseLink::kNoun, ClauseSense::kNone,
                    candidate.words()};
}

ClauseType type_of_root(const ClauseText& text, Candidate candidate, WordRange sentence) {
  if (!candidate.is_participle()) {
    find_opening(text, sentence, candidate);
  }
  // "sans attendre, vous pouvez ...": the tree puts the infinitive at the top.
  if (candidate.shape == VerbShape::kInfinitive && candidate.is_adverbial()) {
    return {ClauseKind::kAdverbial, ClauseLink::kTop, candidate.sense(), candidate.words()};
  }
  if (candidate.shape == VerbShape::kFinite) {
    if (const auto type = type_of_heading(text, candidate, sentence)) return *type;
  }
  const bool main = !candidate.is_participle();
  return {main ? ClauseKind::kMain : ClauseKind::kParticipial,
          ClauseLink::kTop,
          ClauseSense::kNone,
          {}};
}

// "les regles sont stables et restent en vigueur": no subject of its own behind the conjunction.
bool shares_subject(const ClauseText& text, WordIndex word) {
  return has_child(text, word, Relation::kCc) && !has_subject(text, word) &&
         !has_child(text, word, Relation::kExplSubj);
}

}  // namespace

ClauseType type_opened_by(const ClauseText& text, WordIndex opener, WordRange sentence) {
  const Introducer introducer = phrase_over(text, opener, sentence);
  ClauseType type = type_by_words(text, opener, introducer, ClauseLink::kNoun);
  if (type.kind == ClauseKind::kAdverbial) type.link = ClauseLink::kAdverbial;
  if (type.kind == ClauseKind::kCompletive) type.link = ClauseLink::kObject;
  return type;
}

bool is_inside_group(const ClauseText& text, WordIndex word) {
  const Relation universal = universal_relation(text.relation(word));
  const bool complement = universal == Relation::kXcomp || universal == Relation::kCcomp ||
                          universal == Relation::kObj || text.relation(word) == Relation::kOblArg;
  const WordIndex head = text.head(word);
  return complement && head != kNoWord && chained_infinitive(text, head) == word;
}

std::optional<ClauseType> clause_type(const ClauseText& text, WordIndex word, WordRange sentence) {
  const Relation relation = text.relation(word);
  const Relation universal = universal_relation(relation);
  if (is_auxiliary_relation(relation) || universal == Relation::kFixed ||
      universal == Relation::kFlat || !is_verbal(text, word)) {
    return std::nullopt;
  }
  const ClauseType beside{ClauseKind::kMain, ClauseLink::kApart, ClauseSense::kNone, {}};
  Candidate candidate;
  candidate.word = word;
  candidate.shape = verb_shape(text, word);
  if (universal == Relation::kRoot) return type_of_root(text, candidate, sentence);
  if (candidate.shape == VerbShape::kNone || is_inside_group(text, word)) return std::nullopt;
  if (universal == Relation::kConj) {
    return ClauseType{ClauseKind::kMain, ClauseLink::kCoordinated, ClauseSense::kNone, {}};
  }
  find_opening(text, sentence, candidate);
  const bool infinitive = candidate.shape == VerbShape::kInfinitive;
  // French opens a conjugated subordinate clause by a word; without one it stands beside.
  if (candidate.shape == VerbShape::kFinite && candidate.opening == kNoWord) {
    if (!shares_subject(text, word)) return beside;
    return ClauseType{ClauseKind::kMain, ClauseLink::kCoordinated, ClauseSense::kNone, {}};
  }
  if (is_sure_relative(text, candidate)) {
    return ClauseType{ClauseKind::kRelative, ClauseLink::kNoun, ClauseSense::kNone,
                      candidate.words()};
  }
  switch (universal) {
    case Relation::kParataxis:
      if (candidate.shape == VerbShape::kParticiple) return std::nullopt;
      if (candidate.is_adverbial() && (infinitive || candidate.shape == VerbShape::kGerund)) {
        return type_of_advcl(text, candidate, sentence);
      }
      return beside;
    case Relation::kAcl:
      return type_of_acl(text, candidate);
    case Relation::kAdvcl:
      return type_of_advcl(text, candidate, sentence);
    case Relation::kCcomp:
    case Relation::kCsubj:
      if (infinitive && !candidate.is_adverbial()) return governed(candidate);
      return ClauseType{kind_or(candidate, ClauseKind::kCompletive),
                        universal == Relation::kCcomp ? ClauseLink::kObject : ClauseLink::kSubject,
                        candidate.sense(), candidate.words()};
    default:
      return type_of_other(text, candidate, universal);
  }
}

}  // namespace limpide
