// The command line of limpide-train. In: arguments. Out: a value. Refuses: unknown options and
// missing values (nothing; the caller prints the usage).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "tools/treebank/conllu.h"

namespace limpide {

struct HoldOut {
  std::string file;
  std::size_t every = 0;
};

struct TrainOptions {
  std::string verb;
  std::string out;
  std::string data;  // the folder share/limpide
  std::vector<std::string> files;
  std::vector<HoldOut> hold_outs;    // FILE:5 leaves out sentences 0, 5, 10 ...
  std::vector<std::string> without;  // parts of file names
  std::string clusters;              // a file made by `limpide-train clusters`
  std::string model;                 // a model made before, for `tag`
  std::string licence;               // a file: what the model says of its sources
  std::size_t seeds = 4;
  std::size_t epochs = 8;
  std::size_t beam = 4;  // of training
  std::size_t threads = 2;
  std::size_t tagging_beam = 2;
  std::size_t select = 0;     // parser: learn what a first run touches so often; 0: all
  std::size_t min_count = 5;  // of a feature, in the training data
  std::int64_t prune = 0;     // hundredths of one update
  std::int64_t step = 12;     // hundredths of one update that are 1 in the model
};

[[nodiscard]] std::optional<TrainOptions> parse_train_options(int argc, char** argv);

struct TrainingFile {
  std::string path;
  std::vector<TreebankSentence> sentences;
};
// The sentences to train on, file by file, in the order of the command.
Result<std::vector<TrainingFile>> read_training_files(const TrainOptions& options);

}  // namespace limpide
