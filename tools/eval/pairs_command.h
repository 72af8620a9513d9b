// limpide-eval pairs FOLDER: safe.tsv and unsafe.tsv, judged by verification. In: options. Out: the
// exit status; prints rates, and with --misses each wrong verdict.
#pragma once

#include "tools/eval/eval_options.h"

namespace limpide {

int run_pairs_eval(const EvalOptions& options);

}  // namespace limpide
