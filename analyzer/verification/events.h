// Who does what to whom. In: an Analysis with trees. Out: one event a clause or governed
// infinitive, in the order of the text: the verb in a form that synonyms share, who acts, on what,
// for whom, the passive turned round. Refuses: events whose verb carries no meaning of its own.
#pragma once

#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/verification/parties.h"
#include "analyzer/verification/verification_resources.h"

namespace limpide {

struct Event {
  std::string verb;  // lemma, by VerificationResources::concepts
  WordIndex word = kNoWord;
  Span span;  // of the verb
  std::uint32_t sentence = 0;
  Party agent;
  Party patient;
  Party receiver;  // "vous" of "nous vous envoyons", "a l'assure"
};

// A possessive: "votre dossier" is the reader's.
struct Possession {
  std::string thing;  // lemma
  Who owner = Who::kUnknown;
  Span span;  // of the possessive
  std::uint32_t sentence = 0;
};

struct EventLayer {
  std::vector<Event> events;
  std::vector<Possession> possessions;
};

// REQUIRES: depth is Depth::kTrees. Linear in the words.
[[nodiscard]] EventLayer find_events(const Analysis& analysis,
                                     const VerificationResources& resources);

}  // namespace limpide
