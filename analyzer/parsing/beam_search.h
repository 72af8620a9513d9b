// Beam search over the transitions of one sentence. In: the words, a scorer, the width. Out: the
// best configuration, and every one it came through. Refuses: learning; the trainer drives the same
// steps. Reused from sentence to sentence: once warm it allocates nothing.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analyzer/parsing/action_rows.h"
#include "analyzer/parsing/parse_memory.h"
#include "analyzer/parsing/parser_features.h"
#include "analyzer/parsing/transitions.h"

namespace limpide {

class ActionScorer {
 public:
  virtual ~ActionScorer() = default;
  // Says that score() will be asked for these soon.
  virtual void prefetch(const FeatureHashes& features, std::size_t count) const = 0;
  // Adds the weights of the first `count` features.
  virtual void score(const FeatureHashes& features, std::size_t count,
                     ActionScores& scores) const = 0;
  // Where the scores of an action are.
  [[nodiscard]] virtual const std::array<std::uint8_t, kActionCount>& columns() const = 0;
};

// Measured on both development sets: 2 costs a point and more, 8 gains nothing.
inline constexpr std::size_t kDefaultBeam = 4;

// A path so far behind the best hardly ever wins: measured on both development sets, no more than
// a tenth of a point either way, and a quarter of the work; 600 costs two tenths.
inline constexpr std::int64_t kDefaultMargin = 1000;
inline constexpr std::int64_t kNoMargin = std::int64_t{1} << 60U;

// The search may leave several words without a head: the first verb among them, else the first
// that is no particle, becomes the root and the head of the others; a particle hangs from the next
// of these words. Returns the root. REQUIRES: a word or more.
WordPlace keep_one_root(const SentenceView& sentence, std::vector<WordPlace>& heads,
                        std::vector<Relation>& relations);

// A closing bracket or quotation mark hangs where its opening one does.
void join_marks(const SentenceView& sentence, std::vector<WordPlace>& heads);

class BeamSearch {
 public:
  static constexpr std::uint32_t kNoConfiguration = 0xFFFFFFFF;

  // All three outlive the search. `memory`: of scores of the scorer that step() will be given.
  void begin(const SentenceView& sentence, const ArcLabels& labels, ParseMemory& memory);
  // Each configuration of the beam takes its next action; those further than `margin` from the best
  // are left, in units of the scorer. False when all had none left.
  bool step(const ActionScorer& scorer, std::size_t width, std::int64_t margin = kNoMargin);

  // The beam, best first: indices for configuration().
  [[nodiscard]] const std::vector<std::uint32_t>& beam() const { return beam_; }
  [[nodiscard]] const Configuration& configuration(std::uint32_t index) const {
    return configurations_[index];
  }
  // The best that leaves one word without a head; the best of all when none does.
  [[nodiscard]] std::uint32_t best() const;
  [[nodiscard]] std::uint32_t action_count(std::uint32_t index) const { return depths_[index]; }

  // Heads (0: none found) and relations of the words, [0] unused, by the way to a configuration.
  void read_arcs(std::uint32_t index, std::vector<WordPlace>& heads,
                 std::vector<Relation>& relations) const;

 private:
  struct Candidate {
    std::int64_t score = 0;
    std::uint32_t from = 0;
    std::uint16_t action = 0;  // kKeep: a finished configuration stays
  };
  static constexpr std::uint16_t kKeep = 0xFFFF;

  void score(const Configuration& configuration, const ActionScorer& scorer);
  void expand(std::uint32_t index, const ActionScorer& scorer, std::size_t width);
  void offer(const Candidate& candidate, std::size_t width);

  const SentenceView* sentence_ = nullptr;
  const ArcLabels* labels_ = nullptr;
  ParseMemory* memory_ = nullptr;  // its last group: the sums of all
  NodeArena nodes_;
  std::vector<Configuration> configurations_;
  std::vector<std::uint32_t> depths_;
  std::vector<std::uint32_t> beam_;
  std::vector<std::uint32_t> next_beam_;
  std::vector<Candidate> candidates_;  // best first, at most the width
  AtomValues atoms_{};
  std::array<FeatureHashes, kFeatureGroups> hashes_{};  // of the latest configuration
  ActionScores scores_{};                               // of the latest configuration
};

}  // namespace limpide
