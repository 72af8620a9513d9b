// Clauses, verb groups, voice, chains: plain values over words, the vocabulary of rules. In:
// nothing. Out: indices into Segmentation::words. Refuses: how they are found; that is in
// clauses.h and the files beside, one idea a file.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analyzer/lexicon/morphology.h"
#include "analyzer/parsing/tree.h"

namespace limpide {

using WordIndex = std::uint32_t;  // into Segmentation::words
inline constexpr WordIndex kNoWord = 0xFFFFFFFF;
using ClauseIndex = std::uint32_t;  // into Clauses::clauses
inline constexpr ClauseIndex kNoClause = 0xFFFFFFFF;
inline constexpr std::uint32_t kNoItem = 0xFFFFFFFF;  // into the other arrays of Clauses

enum class ClauseKind : std::uint8_t { kMain, kRelative, kCompletive, kAdverbial, kParticipial };

// How a clause hangs from the one above.
enum class ClauseLink : std::uint8_t {
  kTop,          // heads its sentence
  kApart,        // beside the main clause: parataxis, inserted or quoting clause
  kCoordinated,  // shares kind, parent and depth with the clause that it follows
  kObject,       // "il dit que"
  kSubject,      // "que vous payiez suffit"
  kGoverned,     // "il refuse de payer": in Clauses::infinitives, no clause of its own
  kAdverbial,    // "si vous payez", "pour payer", "en payant"
  kNoun,         // completes a noun: relative, participle, "le fait que"
};

enum class ClauseSense : std::uint8_t {
  kNone,
  kCondition,
  kTime,
  kCause,
  kPurpose,
  kConcession,
  kConsequence,
  kComparison,
  kManner,
};

enum class Voice : std::uint8_t { kActive, kPassive, kPronominal, kImpersonal };

// How sure a passive is, from the surest.
enum class VoiceConfidence : std::uint8_t {
  kAgentive,         // with "par" and an agent
  kAspectual,        // with "ete" or a tense that only an event takes
  kPlain,            // "est transmis"
  kStativePossible,  // "est ferme": an event or a state
};

enum class Modality : std::uint8_t {
  kNone,
  kObligation,
  kPermission,  // somebody may: "vous pouvez payer"
  kProhibition,
  kPossibility,  // something may happen: "le delai peut varier"
};

enum class Addressee : std::uint8_t { kNone, kVous, kNous, kThird };

enum class NegationKind : std::uint8_t {
  kNegation,     // "ne ... pas", "ne ... plus aucun", "ne saurait"
  kRestriction,  // "ne ... que"
  kExpletive,    // "avant qu'il ne parte": denies nothing
  kPrivative,    // "sans", "non", "jamais" without "ne"
};

struct Negation {
  NegationKind kind = NegationKind::kNegation;
  WordIndex first = kNoWord;  // "ne"; kNoWord when it is missing
  // "pas", "plus jamais", "que" of a restriction, "sans aucun"; kNoWord after the last.
  std::array<WordIndex, 3> parts = {kNoWord, kNoWord, kNoWord};
  WordIndex verb = kNoWord;  // the word that "ne" stands before; kNoWord without "ne" or "pas"
};

// The verbs that say one thing together: "n'a pas ete transmis", "devez payer", "allez recevoir".
struct VerbGroup {
  std::uint32_t first = 0;     // into Clauses::verb_words
  std::uint32_t end = 0;       // one past the last
  WordIndex finite = kNoWord;  // the conjugated word
  WordIndex lexical =
      kNoWord;  // the word that carries the meaning: participle, infinitive, attribute
  VerbForm form = VerbForm::kNone;  // of the group: finite, infinitive, participle
  Mood mood = Mood::kNone;          // of the first word
  Tense tense = Tense::kNone;       // of the first word
  bool compound = false;            // with "avoir" or "etre" of compound tenses
  std::uint8_t person = 0;
  Number number = Number::kNone;
  Modality modality = Modality::kNone;
  WordIndex modal = kNoWord;         // "devez", "tenu", "interdit"
  std::uint32_t negation = kNoItem;  // into Clauses::negations: of kind negation or restriction
};

enum class SubjectKind : std::uint8_t {
  kNone,
  kExplicit,    // words of the clause
  kImpersonal,  // "il" that stands for nobody
  kShared,      // that of the clause before, coordinated
  kImplied,     // imperative, infinitive, participle
};

struct Subject {
  SubjectKind kind = SubjectKind::kNone;
  WordIndex head = kNoWord;  // explicit or impersonal: a word of the clause; shared: of the other
  WordRange span;            // words of the subject
  WordIndex antecedent = kNoWord;  // noun of a relative or participial clause
  bool clausal = false;            // the head is a verb
};

struct Clause {
  ClauseKind kind = ClauseKind::kMain;
  ClauseLink link = ClauseLink::kTop;
  ClauseSense sense = ClauseSense::kNone;
  std::uint16_t depth = 0;  // main clauses are at 0
  ClauseIndex parent = kNoClause;
  WordIndex head = kNoWord;  // in the tree
  WordRange span;        // words of the clause with its subordinates, outer punctuation left out
  WordRange introducer;  // "afin que", "qui", "pour"; empty when there is none
  Subject subject;
  VerbGroup verb;
  Voice voice = Voice::kActive;
  VoiceConfidence confidence = VoiceConfidence::kPlain;  // of a passive
  std::uint32_t passive = kNoItem;                       // into Clauses::passives: its passive form
  bool stative = false;  // "est situe": a participle that names a state; the voice is active
  WordRange agent;       // words after "par"; empty when there is none
  // Words between the head of an explicit subject and the finite verb after it.
  std::uint32_t subject_distance = 0;
};

// A passive form: "etre" + past participle, or a participle that goes with the one before
// ("sont recus et examines") or stands alone ("les pieces demandees par la caisse").
struct Passive {
  WordIndex participle = kNoWord;
  WordIndex etre = kNoWord;  // the form of "etre" before it; kNoWord when it has none of its own
  bool impersonal = false;   // "il est demande"
  VoiceConfidence confidence = VoiceConfidence::kPlain;
  WordIndex agent_marker = kNoWord;  // "par"
  WordRange agent;
  ClauseIndex clause = kNoClause;
};

// "la date de depot de la demande de carte": the head noun and what hangs from it by "de".
struct NounChain {
  WordRange span;
  std::uint32_t links = 0;  // times "de"
};

// "la caisse, la mairie et la poste": word heads of the items.
struct Coordination {
  std::uint32_t first = 0;  // into Clauses::coordinated_words
  std::uint32_t end = 0;
  WordIndex conjunction = kNoWord;  // the last "et", "ou"; kNoWord when only commas part them
};

// "proceder a la verification", "une demande est formulee": the verb that the noun hides is
// ClauseResources::verb_of_noun.
struct VerbNoun {
  WordIndex verb = kNoWord;  // the word of the light verb: "proceder", "formulee"
  WordIndex noun = kNoWord;
  ClauseIndex clause = kNoClause;
};

// In the order of the text; word indices are those of the document.
struct Clauses {
  std::vector<Clause> clauses;              // by the first word of their verb group
  std::vector<WordRange> sentence_clauses;  // one a sentence: range of clauses
  // Infinitives that a verb, a noun or an adjective governs ("refuse de payer", "le droit de
  // payer"): what a clause holds, without being one; depth and parent are those around it.
  std::vector<Clause> infinitives;
  std::vector<WordIndex> verb_words;
  std::vector<Passive> passives;
  std::vector<Negation> negations;
  std::vector<NounChain> noun_chains;
  std::vector<Coordination> coordinations;
  std::vector<WordIndex> coordinated_words;
  std::vector<VerbNoun> verb_nouns;
  std::vector<Addressee> addressees;  // one a sentence
};

}  // namespace limpide
