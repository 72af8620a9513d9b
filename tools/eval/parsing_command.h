// limpide-eval parsing. In: options. Out: a table or JSON on standard output; the exit status.
#pragma once

#include "tools/eval/eval_options.h"

namespace limpide {

int run_parsing_eval(const EvalOptions& options);

}  // namespace limpide
