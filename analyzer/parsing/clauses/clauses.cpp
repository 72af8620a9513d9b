#include "analyzer/parsing/clauses/clauses.h"

#include <array>
#include <utility>

#include "analyzer/parsing/clauses/addressee.h"
#include "analyzer/parsing/clauses/agents.h"
#include "analyzer/parsing/clauses/antecedents.h"
#include "analyzer/parsing/clauses/auxiliaries.h"
#include "analyzer/parsing/clauses/clause_frame.h"
#include "analyzer/parsing/clauses/clause_text.h"
#include "analyzer/parsing/clauses/coordination.h"
#include "analyzer/parsing/clauses/lost_subjects.h"
#include "analyzer/parsing/clauses/modality.h"
#include "analyzer/parsing/clauses/negations.h"
#include "analyzer/parsing/clauses/noun_chains.h"
#include "analyzer/parsing/clauses/subjects.h"
#include "analyzer/parsing/clauses/verb_groups.h"
#include "analyzer/parsing/clauses/verb_nouns.h"
#include "analyzer/parsing/clauses/voice.h"

namespace limpide {
namespace {

struct Assembly {
  const ClauseText& text;
  Clauses clauses;
  std::vector<std::uint32_t> passive_at;   // of each participle, into passives
  std::vector<std::uint32_t> negation_at;  // of each verb, into negations
  std::vector<std::uint8_t> stative;       // of Participles
};

// What is found word by word, before the clauses.
void read_words(Assembly& assembly) {
  const ClauseText& text = assembly.text;
  Participles participles = find_passives(text);
  assembly.clauses.passives = std::move(participles.passives);
  assembly.stative = std::move(participles.stative);
  assembly.clauses.negations = find_negations(text);
  assembly.passive_at.assign(text.size(), kNoItem);
  assembly.negation_at.assign(text.size(), kNoItem);
  for (std::size_t i = 0; i < assembly.clauses.passives.size(); ++i) {
    const WordIndex participle = assembly.clauses.passives[i].participle;
    assembly.passive_at[participle] = static_cast<std::uint32_t>(i);
  }
  for (std::size_t i = 0; i < assembly.clauses.negations.size(); ++i) {
    const Negation& negation = assembly.clauses.negations[i];
    const bool counts =
        negation.kind == NegationKind::kNegation || negation.kind == NegationKind::kRestriction;
    if (counts && negation.verb != kNoWord) {
      assembly.negation_at[negation.verb] = static_cast<std::uint32_t>(i);
    }
  }
}

// The first negation or restriction of the group's verbs.
std::uint32_t negation_of(const Assembly& assembly, const VerbGroup& group) {
  for (std::uint32_t i = group.first; i < group.end; ++i) {
    const std::uint32_t found = assembly.negation_at[assembly.clauses.verb_words[i]];
    if (found != kNoItem) return found;
  }
  return kNoItem;
}

// `above`: the clause over the head of this one, null when there is none.
void read_subject(const ClauseText& text, const Clause* above, Clause& clause) {
  clause.subject = find_subject(text, clause.verb, clause.head);
  if (clause.link == ClauseLink::kNoun) clause.subject.antecedent = find_antecedent(text, clause);
  if (clause.subject.kind != SubjectKind::kNone) return;
  if (clause.link == ClauseLink::kCoordinated && above != nullptr) {
    clause.subject = above->subject;
    const SubjectKind kind = above->subject.kind;
    const bool has_words = kind == SubjectKind::kExplicit || kind == SubjectKind::kImpersonal;
    if (has_words) clause.subject.kind = SubjectKind::kShared;
    return;
  }
  const bool implied = clause.verb.mood == Mood::kImp || clause.verb.form != VerbForm::kFin;
  if (implied) clause.subject.kind = SubjectKind::kImplied;
}

void read_voice(const Assembly& assembly, const Clause* above, Clause& clause) {
  const ClauseText& text = assembly.text;
  const VerbGroup& group = clause.verb;
  if (group.lexical != kNoWord) clause.passive = assembly.passive_at[group.lexical];
  const bool impersonal = clause.subject.kind == SubjectKind::kImpersonal;
  clause.stative = group.lexical != kNoWord && assembly.stative[group.lexical] != 0;
  if (clause.passive != kNoItem) {
    const Passive& passive = assembly.clauses.passives[clause.passive];
    clause.voice = passive.impersonal ? Voice::kImpersonal : Voice::kPassive;
    if (passive.impersonal && clause.subject.kind == SubjectKind::kExplicit) {
      clause.subject.kind = SubjectKind::kImpersonal;
    }
    clause.confidence = passive.confidence;
    clause.agent = passive.agent;
    return;
  }
  if (impersonal) {
    clause.voice = Voice::kImpersonal;
    return;
  }
  const WordIndex begin = text.extents.first[clause.head];
  const bool own = group.finite != kNoWord;
  const unsigned person = own ? group.person : above == nullptr ? 0U : above->verb.person;
  for (std::uint32_t i = group.first; i < group.end; ++i) {
    if (has_reflexive(text, assembly.clauses.verb_words[i], begin, person)) {
      clause.voice = Voice::kPronominal;
      // "s'est inscrit", but "est s'inscrire" is none.
      const bool etre = text.has(assembly.clauses.verb_words[i], WordTrait::kEtre);
      if (etre && i + 1 < group.end) clause.verb.compound = true;
      return;
    }
  }
}

// "fait expulser par un huissier": the agent is that of the infinitive.
void read_caused_agent(const Assembly& assembly, Clause& clause) {
  const ClauseText& text = assembly.text;
  const VerbGroup& group = clause.verb;
  if (clause.voice == Voice::kPassive || group.end < group.first + 2) return;
  const std::vector<WordIndex>& words = assembly.clauses.verb_words;
  const WordIndex verb = words[group.end - 1];
  const bool caused = verb == group.lexical && text.features(verb).verb_form == VerbForm::kInf &&
                      text.has(words[group.end - 2], WordTrait::kCauses);
  if (caused) clause.agent = find_agent(text, verb, text.extents.last[clause.head] + 1).span;
}

// "devez remplir et signer": the second infinitive stands under the same modal.
void share_modality(const Clause& above, Clause& clause) {
  const bool bare = clause.verb.finite == kNoWord && clause.verb.modality == Modality::kNone;
  if (clause.link != ClauseLink::kCoordinated || !bare) return;
  clause.verb.modality = above.verb.modality;
  clause.verb.modal = above.verb.modal;
}

// Verb group, subject, voice, modality.
void read_verb(Assembly& assembly, const Clause* above, Clause& clause) {
  Clauses& clauses = assembly.clauses;
  const ClauseText& text = assembly.text;
  clause.verb = make_verb_group(text, clause.head, assembly.stative, clauses.verb_words);
  clause.verb.negation = negation_of(assembly, clause.verb);
  read_subject(text, above, clause);
  read_voice(assembly, above, clause);
  read_caused_agent(assembly, clause);
  const bool negated = clause.verb.negation != kNoItem &&
                       clauses.negations[clause.verb.negation].kind == NegationKind::kNegation;
  read_modality(text, clauses.verb_words, negated, clause);
  if (above != nullptr) share_modality(*above, clause);
}

// Subjects that the tree lost; then the distances.
void finish_subjects(const ClauseText& text, ClauseFrame& frame) {
  for (std::size_t s = 0; s < frame.sentence_clauses.size(); ++s) {
    const WordIndex begin = text.trees.sentence_words[s].first;
    const WordRange range = frame.sentence_clauses[s];
    for (ClauseIndex i = range.first; i < range.end; ++i) {
      Clause& clause = frame.clauses[i];
      repair_subject(text, begin, clause);
      clause.subject_distance = subject_distance(text, clause.subject, clause.verb);
    }
  }
}

}  // namespace

Clauses find_clauses(const Segmentation& segmentation, const Tagging& tagging, const Trees& trees,
                     const Lexicon& lexicon, const ClauseResources& resources) {
  const ClauseText text = make_clause_text(segmentation, tagging, trees, lexicon, resources);
  Assembly assembly{text, {}, {}, {}, {}};
  Clauses& clauses = assembly.clauses;
  read_words(assembly);
  ClauseFrame frame = find_frame(text);
  for (const ClauseIndex clause : frame.order) {
    const ClauseIndex above = frame.above[clause];
    read_verb(assembly, above == kNoClause ? nullptr : &frame.clauses[above],
              frame.clauses[clause]);
  }
  finish_subjects(text, frame);
  for (Clause& infinitive : frame.infinitives) read_verb(assembly, nullptr, infinitive);
  for (Passive& passive : clauses.passives) passive.clause = frame.owner[passive.participle];
  clauses.verb_nouns = find_verb_nouns(text, frame.owner);
  clauses.clauses = std::move(frame.clauses);
  clauses.infinitives = std::move(frame.infinitives);
  clauses.sentence_clauses = std::move(frame.sentence_clauses);
  clauses.noun_chains = find_noun_chains(text);
  find_coordinations(text, clauses);
  clauses.addressees = find_addressees(text);
  return std::move(assembly.clauses);
}

const char* clause_kind_name(ClauseKind kind) {
  constexpr std::array<const char*, 5> kNames = {"main", "relative", "completive", "adverbial",
                                                 "participial"};
  return kNames[static_cast<std::size_t>(kind)];
}

const char* voice_name(Voice voice) {
  constexpr std::array<const char*, 4> kNames = {"active", "passive", "pronominal", "impersonal"};
  return kNames[static_cast<std::size_t>(voice)];
}

const char* voice_confidence_name(VoiceConfidence confidence) {
  constexpr std::array<const char*, 4> kNames = {"agentive", "aspectual", "plain",
                                                 "stative-possible"};
  return kNames[static_cast<std::size_t>(confidence)];
}

const char* modality_name(Modality modality) {
  constexpr std::array<const char*, 5> kNames = {"none", "obligation", "permission", "prohibition",
                                                 "possibility"};
  return kNames[static_cast<std::size_t>(modality)];
}

const char* addressee_name(Addressee addressee) {
  constexpr std::array<const char*, 4> kNames = {"none", "vous", "nous", "third"};
  return kNames[static_cast<std::size_t>(addressee)];
}

const char* negation_kind_name(NegationKind kind) {
  constexpr std::array<const char*, 4> kNames = {"negation", "restriction", "expletive",
                                                 "privative"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace limpide
