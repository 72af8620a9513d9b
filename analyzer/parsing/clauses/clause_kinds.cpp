#include "analyzer/parsing/clauses/clause_kinds.h"

#include <algorithm>

#include "analyzer/parsing/clauses/introducers.h"
#include "analyzer/parsing/clauses/verb_groups.h"

namespace limpide {
namespace {

enum class VerbShape : std::uint8_t { kNone, kFinite, kInfinitive, kGerund, kParticiple };

// Of the clause that the word would head: by its auxiliaries, its copula, itself.
VerbShape shape_of(const ClauseText& text, WordIndex word) {
  VerbForm found = VerbForm::kNone;
  Tense tense = Tense::kNone;
  const auto look = [&](WordIndex at) {
    const Features& features = text.features(at);
    if (!is_verb(text, at) || features.verb_form == VerbForm::kNone) return;
    const bool stronger = found == VerbForm::kNone || features.verb_form == VerbForm::kFin ||
                          (found == VerbForm::kPart && features.verb_form == VerbForm::kInf) ||
                          (found == VerbForm::kPart && features.tense == Tense::kPres);
    if (!stronger) return;
    found = features.verb_form;
    tense = features.tense;
  };
  look(word);
  for (WordIndex child = text.first_child[word]; child != kNoWord;
       child = text.next_sibling[child]) {
    if (is_auxiliary_relation(text.relation(child))) look(child);
  }
  switch (found) {
    case VerbForm::kFin:
      return VerbShape::kFinite;
    case VerbForm::kInf:
      return VerbShape::kInfinitive;
    case VerbForm::kPart:
      return tense == Tense::kPres ? VerbShape::kGerund : VerbShape::kParticiple;
    default:
      return VerbShape::kNone;
  }
}

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

// What a word that may head a clause is made of.
struct Candidate {
  WordIndex word = kNoWord;
  VerbShape shape = VerbShape::kNone;
  WordIndex opening = kNoWord;
  Introducer introducer;

  [[nodiscard]] bool is_adverbial() const {
    return introducer.phrase != nullptr && introducer.phrase->kind == ClauseKind::kAdverbial;
  }
  [[nodiscard]] bool is_participle() const {
    return shape == VerbShape::kParticiple || shape == VerbShape::kGerund;
  }
  [[nodiscard]] ClauseSense sense() const {
    return introducer.phrase == nullptr ? ClauseSense::kNone : introducer.phrase->sense;
  }
  [[nodiscard]] WordRange words() const {
    return opening == kNoWord ? WordRange{} : introducer.words;
  }
};

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
    return ClauseType{kind_or(candidate, ClauseKind::kRelative), ClauseLink::kNoun,
                      candidate.sense(), candidate.words()};
  }
  const bool bare = candidate.opening == kNoWord || !candidate.is_adverbial();
  if (candidate.is_participle() && bare) {
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

std::optional<ClauseType> type_of_advcl(const ClauseText& text, const Candidate& candidate,
                                        WordRange sentence) {
  if (candidate.shape == VerbShape::kInfinitive && !candidate.is_adverbial()) {
    return governed(candidate);
  }
  if (candidate.opening == kNoWord && candidate.is_participle()) {
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
  return ClauseType{kind_or(candidate, ClauseKind::kAdverbial), ClauseLink::kAdverbial,
                    candidate.sense(), candidate.words()};
}

// "dont", "laquelle", "qui": whatever the relation. "que" and "ou" open other clauses too.
bool is_sure_relative(const ClauseText& text, const Candidate& candidate) {
  return candidate.shape == VerbShape::kFinite && candidate.opening != kNoWord &&
         is_relative_pronoun(text, candidate.opening) &&
         text.lower(candidate.opening) != "o\xC3\xB9" &&
         (candidate.introducer.phrase == nullptr || candidate.introducer.phrase->words.size() == 1);
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
  candidate.shape = shape_of(text, word);
  if (universal == Relation::kRoot) {
    if (candidate.shape == VerbShape::kInfinitive) {
      candidate.opening = opening_word(text, word);
      if (candidate.opening != kNoWord) {
        candidate.introducer = phrase_over(text, candidate.opening, sentence);
      }
      // "sans attendre, vous pouvez ...": the tree puts the infinitive at the top.
      if (candidate.is_adverbial()) {
        return ClauseType{ClauseKind::kAdverbial, ClauseLink::kTop, candidate.sense(),
                          candidate.words()};
      }
    }
    const bool main = !candidate.is_participle();
    return ClauseType{main ? ClauseKind::kMain : ClauseKind::kParticipial,
                      ClauseLink::kTop,
                      ClauseSense::kNone,
                      {}};
  }
  if (candidate.shape == VerbShape::kNone || is_inside_group(text, word)) return std::nullopt;
  if (universal == Relation::kConj) {
    return ClauseType{ClauseKind::kMain, ClauseLink::kCoordinated, ClauseSense::kNone, {}};
  }
  candidate.opening = opening_word(text, word);
  if (candidate.opening != kNoWord) {
    candidate.introducer = phrase_over(text, candidate.opening, sentence);
  }
  const bool infinitive = candidate.shape == VerbShape::kInfinitive;
  // French opens a conjugated subordinate clause by a word; without one it stands beside.
  if (candidate.shape == VerbShape::kFinite && candidate.opening == kNoWord) return beside;
  if (is_sure_relative(text, candidate)) {
    return ClauseType{ClauseKind::kRelative, ClauseLink::kNoun, ClauseSense::kNone,
                      candidate.words()};
  }
  switch (universal) {
    case Relation::kParataxis:
      if (candidate.shape == VerbShape::kParticiple) return std::nullopt;
      if (infinitive && candidate.is_adverbial()) return type_of_advcl(text, candidate, sentence);
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
