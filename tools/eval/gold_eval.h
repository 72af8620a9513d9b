// How well the clause layer finds what our own gold annotates. In: one record of the gold and the
// analysis of its sentence as a document of its own. Out: counts by phenomenon and a line a miss.
// Refuses: fact lines, which the facts layer scores.
//
// A clause is right when its first and last verb words are those of the gold (adverbs and "pas" at
// the end passed over). Kind, depth, subject, voice, agent and modality are then compared clause by
// clause: gold counts what the gold gives, found what the layer gives for those clauses.
// Passive, strict: gold is voice=passive, form=passive and the passive lines; found is every
// passive but lone participles without dependent. Lenient: what the gold calls form=stative is
// passed over.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "analyzer/parsing/clauses/clauses.h"
#include "tools/eval/gold.h"
#include "tools/eval/segmentation_eval.h"

namespace limpide {

enum class Phenomenon : std::uint8_t {
  kClause,
  kKind,
  kDepth,
  kSubject,
  kVoice,
  kPassive,         // strict
  kPassiveLenient,  // states passed over
  kAgent,
  kModality,
  kNegation,
  kRestriction,
  kExpletive,
  kAddressee,
  kChain,
  kVerbNoun,
  kCount,
};
[[nodiscard]] const char* phenomenon_name(Phenomenon phenomenon);

struct GoldScores {
  std::array<MatchCount, static_cast<std::size_t>(Phenomenon::kCount)> counts;
  std::vector<std::string> misses;  // "voice-012 passive - words"

  [[nodiscard]] MatchCount& of(Phenomenon phenomenon) {
    return counts[static_cast<std::size_t>(phenomenon)];
  }
};

struct AnalysedSentence {
  const Segmentation& segmentation;
  const Tagging& tagging;
  const Trees& trees;
  const Clauses& clauses;
  const ClauseResources& resources;
};

// REQUIRES: the analysis is that of record.sentence alone.
void score_gold(const GoldRecord& record, const AnalysedSentence& analysed, GoldScores& scores);

}  // namespace limpide
