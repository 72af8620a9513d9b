// The command line of limpide-eval, and what all its stages read first. In: arguments. Out: values.
// Refuses: unknown options (nothing), unreadable files (one Error).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/segmentation/resources.h"
#include "tools/treebank/conllu.h"

namespace limpide {

struct EvalOptions {
  std::string stage;  // "tagging"; "all" when none is named
  std::string file;
  std::string data;   // the folder share/limpide
  std::string model;  // instead of the one in the data folder
  std::size_t every = 0;
  bool json = false;
  bool misses = false;
};
[[nodiscard]] std::optional<EvalOptions> parse_eval_options(int argc, char** argv);

struct EvalInput {
  Lexicon lexicon;
  SegmentationResources segmentation;
  std::vector<TreebankSentence> sentences;
};
// The value does not move: its parts point at each other.
Result<std::unique_ptr<EvalInput>> load_eval_input(const EvalOptions& options);

// Prints the error on standard error; the exit status.
int fail(const Error& error);

}  // namespace limpide
