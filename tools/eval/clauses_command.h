// limpide-eval clauses and limpide-eval gold: tables of the clause layer and of facts. In: options.
// Out: a table or JSON on standard output. Refuses: what cannot be read (one Error), exit status 2.
#pragma once

#include "tools/eval/eval_options.h"

namespace limpide {

// Against a treebank, from its gold tokens: with its own trees ("gold trees") and with our tags and
// trees ("our trees"). With --every N only the sentences kept from training.
int run_clauses_eval(const EvalOptions& options);
// Against our own gold, from raw text. options.file: the folder of *.gold files.
int run_gold_eval(const EvalOptions& options);

}  // namespace limpide
