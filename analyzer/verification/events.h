// Who does what to whom, when, whose things they are. In: an Analysis with trees. Out: one event a
// clause or governed infinitive, in the order of the text: the verb in a form that synonyms share,
// who acts, on what, for whom, the passive turned round; one possession a possessive or named
// owner. Refuses: events whose verb carries no meaning of its own.
#pragma once

#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/verification/parties.h"
#include "analyzer/verification/verification_resources.h"

namespace limpide {

enum class EventTime : std::uint8_t { kUnknown, kPast, kPresent, kFuture, kWould };

struct Event {
  std::string verb;  // root
  std::string lemma;
  WordIndex word = kNoWord;
  Span span;  // of the verb
  std::uint32_t sentence = 0;
  Party agent;
  Party patient;
  Party receiver;       // "vous" of "nous vous envoyons", "a l'assure"
  bool finite = false;  // conjugated: its agent can be named
  bool causes = false;  // "faire constater par": the agent has another act
  bool modal = false;   // of "devez payer": the time is that of the duty
  EventTime time = EventTime::kUnknown;
};

// "votre dossier" is the reader's, "le dossier de l'assure" a user's.
struct Possession {
  std::string thing;  // lemma
  Party owner;
  Span span;  // of the possessive or of the named owner
  std::uint32_t sentence = 0;
};

struct EventLayer {
  std::vector<Event> events;
  std::vector<Possession> possessions;
};

// REQUIRES: depth is Depth::kTrees. Linear in the words.
// `text`: of the same analysis; making it costs as much as the rest.
[[nodiscard]] EventLayer find_events(const Analysis& analysis, const FactText& text,
                                     const VerificationResources& resources);

}  // namespace limpide
