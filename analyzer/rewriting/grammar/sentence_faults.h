// Slips of French that a rewrite may bring: "si il", "tout les pieces", "de le", a sentence without
// its verb, "pour envoyez". In: an analysed text. Out: the slips, in the order of the text.
// Refuses: to judge a writer's own text: a slip counts only where a rewrite brings it (new_faults),
// so a tree that is wrong the same way before and after does no harm.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/rewriting/grammar/grammar_words.h"

namespace limpide {

enum class FaultKind : std::uint8_t {
  kElision,       // "si il", "de un"
  kPair,          // "de le", "du le"
  kDoubled,       // "pour pour", "dans l'emploi dans l'entreprise"
  kBareOpener,    // "selon ."
  kDeterminer,    // "tout les", "une dossier"
  kAdjective,     // "les pieces transmis"
  kSubject,       // "l'agence definissent"
  kInfinitive,    // "peut envoye", "pour envoyez"
  kNoVerb,        // a sentence that lost its verb
  kNoDeterminer,  // "entrainer accident"
  kCoordination,  // "aider la famille et a l'enfant"
  kSeries,        // "donc vous payez et que ..."
};

[[nodiscard]] const char* fault_name(FaultKind kind);  // "elision", "no-verb"

struct SentenceFault {
  FaultKind kind = FaultKind::kElision;
  std::string words;  // lower case: what tells it from another of its kind
  Span first;         // the words that do not go together; of a sentence, all of it
  Span second;
};

// REQUIRES: analysed with trees.
[[nodiscard]] std::vector<SentenceFault> sentence_faults(const Analysis& analysis,
                                                         const GrammarWords& words);

// The faults of `after` that `before` does not have as often.
[[nodiscard]] std::vector<SentenceFault> new_faults(const std::vector<SentenceFault>& before,
                                                    const std::vector<SentenceFault>& after);

}  // namespace limpide
