// The parameters of the score, from dictionaries/fr/scoring/index-1.tsv, which an expert may edit
// and limpide-calibrate completes. In: the text of the file. Out: checked values. Refuses: a line
// that it does not know, a value out of its range, a profile or setting that is missing (the error
// names file and line).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rules/rule.h"
#include "analyzer/scoring/score.h"

namespace limpide {

inline constexpr std::size_t kSeverityCount = 4;
inline constexpr std::size_t kLetterCount = 5;

// What the violations of a rule are divided by.
enum class RateUnit : std::uint8_t {
  kSentence,
  kBlock,
  kPassage,  // geometric mean of sentences and blocks: cutting either in two changes it less
  kDocument,
};
[[nodiscard]] const char* rate_unit_id(RateUnit unit);  // "phrase", "bloc", "passage", "document"

struct SeverityParameters {
  double part = 0;       // of its dimension, 0 to 1, that a rule of this severity may take
  double amount = 0;     // what a finding of this severity counts for
  double reference = 0;  // reference rate of a rule that the file does not name, and the least one
};

// Negative: not given, the severity's.
struct RuleParametersOfScore {
  double part = -1;
  bool has_unit = false;
  RateUnit unit = RateUnit::kSentence;
  double precision = 1;  // measured share of right findings: the part is multiplied by it
  double reference = -1;
  std::uint32_t line = 0;
};

// A reading measure, worth 1 at `best` and 0 at `worst`.
struct Anchors {
  double best = 0;
  double worst = 1;
};

struct ScoreParameters {
  std::string version;
  std::array<std::array<double, kDimensionCount>, kProfileCount> weights{};  // sum 100 a profile
  std::array<std::uint32_t, kLetterCount> letters{};  // least points of A, B, C, D, E
  char cap_letter = 'C';
  std::uint32_t least_words = 0;  // under it no score is shown
  double least_sentences = 0;     // a rate is never over fewer
  double least_blocks = 0;
  std::uint32_t draws = 0;                             // of the interval
  std::array<double, kDimensionCount> measure_part{};  // of the reading measures in a dimension
  double most_part = 0;                                // of its dimension that one rule may take
  double fragments_allowed = 0;  // share of sentences without conjugated verb that costs nothing
  double fragments_part = 0;     // of the dimension of sentences that the others may take
  double fragments_reference = 0;
  std::uint32_t familiar_rank = 0;  // a word past it is rare
  Anchors sentence_words;
  Anchors syllables;   // a sentence
  Anchors long_words;  // a sentence, more than 6 letters
  Anchors rare_words;  // a sentence
  std::array<RateUnit, kDimensionCount> units{};
  std::array<SeverityParameters, kSeverityCount> severities{};
  std::map<std::string, RuleParametersOfScore, std::less<>> rules;
};

[[nodiscard]] Result<ScoreParameters> parse_score_parameters(std::string_view text,
                                                             const std::string& path);
// From <data_folder>/fr/scoring/index-1.tsv.
[[nodiscard]] Result<ScoreParameters> load_score_parameters(const std::string& data_folder);

}  // namespace limpide
