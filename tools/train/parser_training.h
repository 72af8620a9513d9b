// Learns the parser. In: sentences with their words as the parser sees them and their trees. Out:
// weights summed over seeds, and the labels that each pair of parts of speech allows. Refuses:
// files. The same examples and settings give the same sums, whatever the number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analyzer/parsing/parser_features.h"
#include "tools/train/sparse_rows_builder.h"

namespace limpide {

struct ParserExample {
  SentenceView sentence;
  std::vector<WordPlace> gold_heads;  // [0] unused; 0 is the root
  std::vector<WordPlace> heads;       // the same, made projective
  std::vector<Relation> relations;    // the same
  std::vector<Action> actions;        // the oracle's
};

struct ParserTrainingOptions {
  std::size_t beam = 8;
  std::size_t epochs = 8;
  std::size_t seeds = 4;
  std::size_t threads = 2;
  std::size_t select = 0;  // learn only features that a first, short run touches so often; 0: all
  std::function<void(const std::string&)> progress;
};

// Lifts arcs that cross until none does: each goes to the head of its head, the shortest first.
// Returns how many were lifted.
std::size_t make_projective(std::vector<WordPlace>& heads);
// The actions that build a projective tree.
[[nodiscard]] std::vector<Action> oracle_actions(const std::vector<WordPlace>& heads,
                                                 const std::vector<Relation>& relations);
[[nodiscard]] ArcLabels seen_labels(const std::vector<ParserExample>& examples);
struct LearntFeature {
  WeightedFeature weights;    // hundredths of the average over all seeds
  std::uint32_t changes = 0;  // how often learning touched it, in all seeds
};
// With options.select, two runs: the first, of two seeds, chooses the features. Sorted by hash.
[[nodiscard]] std::vector<LearntFeature> train_parser(const std::vector<ParserExample>& examples,
                                                      const ArcLabels& labels,
                                                      const ParserTrainingOptions& options);

}  // namespace limpide
