// The closed lists of French that clauses, voice and chains are read with. In: the tables of the
// folder fr/parsing of the data (UTF-8, tab-separated, "#" comments). Out: an immutable value, safe
// to share between threads: bits of a written form or of a lemma, and the few lists with contents.
// Refuses: a missing file, a line with another number of columns or an unknown word in a closed
// column (one Error with its line).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/base/hash.h"
#include "analyzer/base/result.h"
#include "analyzer/parsing/clauses/clause_values.h"

namespace limpide {

// What the lists and the lexicon say of a word, one bit each. The first group belongs to written
// forms (function-words.tsv), the second to lemmas (the other tables), the third to lemmas of
// verbs in the lexicon.
enum class WordTrait : std::uint8_t {
  kNe,                // first part of a negation
  kNegator,           // second part: "pas", "jamais", "aucun"
  kQue,               // "que", "qu'"
  kDe,                // "de", "d'"
  kPar,               // "par"
  kReflexive,         // "se", "s'"
  kMaybeReflexive,    // "me", "te", "nous", "vous" and elided
  kObjectClitic,      // "le", "lui", "y", "en": stands between the subject and the verb
  kLikePreposition,   // "vu", "etant donne": a participle that opens a phrase
  kAsks,              // "comment", "pourquoi": opens an indirect question
  kPrivative,         // "sans", "non"
  kCompares,          // "plus", "moins", "autre": "ne" after their "que" denies nothing
  kTitle,             // "M.", "Mme": a person's name follows
  kFloating,          // "tous", "elles-memes": stands between auxiliary and participle
  kSubjectPronoun,    // "il", "on", "c'": before a verb, its subject
  kThingPronoun,      // "cela", "ceci", "ce"
  kAroundEvent,       // "apres", "sur": with a bare noun of action, "apres avis du maire"
  kAddressesVous,     // "vous", "votre", "vos"
  kAddressesNous,     // "nous", "notre", "nos", "je"
  kStartsIntroducer,  // first word of a phrase of subordinators.tsv

  kEtre,
  kAvoir,
  kEtreVerb,             // compound tenses with "etre", never passive
  kEtreOrTransitive,     // "passer": passive only when something proves it
  kState,                // participle that is an adjective after bare "etre"
  kBesideNoun,           // participle that is an adjective right behind its noun
  kMaybeState,           // participle that may be either
  kIndirectPassive,      // passive though without direct object: "obeir"
  kImpersonalPassive,    // passive only with "il": "il est procede a"
  kModal,                // modals.tsv
  kChain,                // semi-auxiliaries.tsv: "va recevoir" is one verb group
  kCauses,               // "fait expulser par": the agent is that of the infinitive
  kChainReflexive,       // "se voit refuser"
  kChainConditional,     // "ne saurait payer"
  kChainImperative,      // "veuillez payer"
  kSupport,              // support-verbs.tsv
  kNominalisation,       // nominalisations.tsv
  kNotAgent,             // after "par": means or time
  kNotBareAgent,         // after "par" without article: "par personne", "par erreur"
  kImpersonalVerb,       // "falloir", "s'agir"
  kImpersonalAttribute,  // "il est possible"
  kHappens,              // possibilities.tsv: "peut entrainer" permits nothing
  kMayHappen,            // the same when its subject is a noun of action
  kAdverse,              // the same in the passive: "peut etre refusee"
  kAsking,               // "savoir": "si" and "quand" open a question behind it
  kUserNoun,             // "l'usager": the reader in the third person

  kVerbLemma,  // the lexicon knows it as a verb
  kTransitive,
  kPronominalOnly,
  kCount,
};
using WordTraits = std::uint64_t;
[[nodiscard]] constexpr WordTraits bit_of(WordTrait trait) {
  return WordTraits{1} << static_cast<unsigned>(trait);
}

// How a modal is built: "devoir payer", "obliger a payer", "etre tenu de payer", "est obligatoire",
// "avoir le droit de", "il convient de".
enum class ModalUse : std::uint8_t { kVerb, kActive, kAttribute, kQuality, kNoun, kImpersonal };
struct Modal {
  ModalUse use = ModalUse::kVerb;
  Modality modality = Modality::kNone;
  Modality negated = Modality::kNone;  // "ne doit pas" forbids, "n'est pas tenu" says nothing
};

// A phrase that opens a subordinate clause; words as written, lower case, straight apostrophe.
struct Subordinator {
  std::vector<std::string> words;
  ClauseKind kind = ClauseKind::kAdverbial;
  ClauseSense sense = ClauseSense::kNone;
};

class ClauseResources {
 public:
  // `directory`: .../fr/parsing.
  static Result<ClauseResources> load(const std::string& directory);
  // Tests: the tables as text, in the order of table_names().
  static Result<ClauseResources> parse(const std::vector<std::string>& tables,
                                       const std::string& directory);
  [[nodiscard]] static std::vector<std::string> table_names();

  [[nodiscard]] WordTraits of_form(std::string_view lower) const;
  [[nodiscard]] WordTraits of_lemma(std::string_view lemma) const;
  // Empty when none of the lists names the lemma.
  [[nodiscard]] const std::vector<Modal>& modals(std::string_view lemma) const;
  [[nodiscard]] const std::vector<Subordinator>& subordinators(std::string_view first_word) const;
  // "verification" -> "verifier"; empty when unknown. The view lives as long as this value.
  [[nodiscard]] std::string_view verb_of_noun(std::string_view noun) const;
  // Prepositions that a support verb puts before its noun; "" is none.
  [[nodiscard]] const std::vector<std::string>& support_prepositions(std::string_view verb) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return static_cast<std::size_t>(hash_bytes(word));
    }
  };
  template <typename T>
  using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;
  struct Row;  // one line of a table

  [[nodiscard]] bool add_row(std::size_t table, const Row& row);
  [[nodiscard]] bool add_function_word(const Row& row);
  [[nodiscard]] bool add_verb(std::size_t table, const Row& row);
  [[nodiscard]] bool add_modal(const Row& row);
  [[nodiscard]] bool add_subordinator(const Row& row);
  void add_lemma(std::string_view lemma, WordTrait trait);

  Map<WordTraits> forms_;
  Map<WordTraits> lemmas_;
  Map<std::vector<Modal>> modals_;
  Map<std::vector<Subordinator>> subordinators_;
  Map<std::string> verbs_of_nouns_;
  Map<std::vector<std::string>> support_prepositions_;
};

}  // namespace limpide
