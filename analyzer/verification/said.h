// What sentences say that no key of a fact holds: duties, denials, conditions, scope, who does
// what. In: an Analysis with trees. Out: lists by sentence, and those of a group of sentences.
// Refuses: judgement; two texts are compared in verification.h.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "analyzer/verification/events.h"
#include "analyzer/verification/markers.h"

namespace limpide {

enum class DutySort : std::uint8_t { kMust, kMay, kMustNot };

struct Duty {
  DutySort sort = DutySort::kMust;
  Who who = Who::kUnknown;
  std::string bearer;  // key of the facts
  std::string verb;    // by VerificationResources::concepts
  Span span;
};

// Of one sentence, or of several together.
struct Said {
  std::vector<std::vector<Span>> markers;  // by class
  std::vector<Duty> duties;
  std::vector<Event> events;
  std::vector<Possession> possessions;
  std::vector<Span> reader;  // words that speak to the reader
  // Lemmas, by VerificationResources::concepts; of a noun of action also its verb.
  std::set<std::string, std::less<>> lemmas;
};

// One value a sentence of the segmentation. REQUIRES: depth is Depth::kTrees.
[[nodiscard]] std::vector<Said> said_by_sentence(const Analysis& analysis,
                                                 const VerificationResources& resources);
void append_said(Said& all, const Said& more);

}  // namespace limpide
