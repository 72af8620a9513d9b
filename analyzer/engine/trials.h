// Which suggestions are read together. In: an Analysis, suggestions. Out: trials, each a passage
// and suggestions on it that do not touch each other. Refuses: to mix suggestions that rebuild a
// sentence with others: each is a trial of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/findings/finding.h"

namespace limpide {

// What is known of an edit before it is read again.
enum class Trust : std::uint8_t {
  kNone,
  kSameWords,    // an expert's table says that the words are worth each other whatever the place
                 // (risk class 0): what they alone bring or take is no change
  kSameLetters,  // the writer's words stay, but for capitals and accents: nothing to read again
  kSameName,     // an acronym written in full beside itself
  kSameValue,    // a date or a number only written otherwise: its value is compared, nothing else
};

struct Candidate {
  std::size_t finding = 0;
  std::size_t suggestion = 0;
  const std::vector<Edit>* edits = nullptr;  // outlives the value
  Trust trust = Trust::kNone;
  bool literal = false;     // words for words, as an expert wrote them
  bool side_words = false;  // calms words beside the verbs, touching none: who acts stays
  bool formula = false;     // a closing for a closing: no sentence needs to come out of it
  bool reshapes = false;    // changes how the sentence is built: read alone
  bool itemizes = false;    // puts words in a list: an item needs no verb
  bool proved = false;
};
[[nodiscard]] Candidate candidate_of(const Analysis& analysis, const Finding& finding,
                                     const Suggestion& suggestion);

struct Trial {
  Span passage;                         // whole sentences
  std::vector<std::size_t> candidates;  // by their first edit
};
using Trials = std::vector<Trial>;

// By passage; passages do not overlap.
[[nodiscard]] Trials first_trials(const Analysis& analysis,
                                  const std::vector<Candidate>& candidates);

[[nodiscard]] std::vector<Trials> by_passage(const Trials& trials);

}  // namespace limpide
