// limpide-eval tagging FILE.conllu [--every N] [--json] [--misses] [--model FILE]. In: options.
// Out: a table or JSON on standard output; the exit status. Refuses: bad input, with an error.
#pragma once

#include "tools/eval/eval_options.h"

namespace limpide {

int run_tagging_eval(const EvalOptions& options);

}  // namespace limpide
