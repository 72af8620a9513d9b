// limpide-train parser. In: options; treebanks whose tags and lemmas are the tagger's answers
// (limpide-train jackknife), so that the parser learns to live with its mistakes. Out: the model
// file; progress on standard error. Refuses: bad input (one Error).
#pragma once

#include "tools/train/train_options.h"

namespace limpide {

Status run_train_parser(const TrainOptions& options);

}  // namespace limpide
