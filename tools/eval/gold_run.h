// Our own gold through the whole chain from raw text to clauses and facts. In: the folder of *.gold
// files and the data folder with its models. Out: the scores of all records, files in the order of
// their names. Refuses: a file that the format does not allow, missing data (one Error).
#pragma once

#include <string>

#include "analyzer/base/result.h"
#include "tools/eval/facts_eval.h"
#include "tools/eval/gold_eval.h"

namespace limpide {

struct GoldRun {
  GoldScores scores;
  FactScores facts;
  std::size_t records = 0;
};

// `only`: the name of one file without ending ("voice"); empty for all. `data`: .../share/limpide.
Result<GoldRun> run_gold(const std::string& folder, const std::string& only,
                         const std::string& data);

}  // namespace limpide
