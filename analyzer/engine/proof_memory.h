// What the proof decided of suggestions on passages seen before, in this letter or another. In: an
// analysis, the trials of one passage. Out: which of their suggestions were proved, when the same
// words were tried with the same edits. Refuses: to change a verdict; to grow past its bound. Safe
// to share between threads.
//
// Sound because a verdict depends on the words of the passage, the kinds of its blocks, the edits
// and what is known of them, and on nothing around (passages.h): all of that is the key.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/base/recent_values.h"
#include "analyzer/engine/trials.h"

namespace limpide {

// Of trials that share their passage.
[[nodiscard]] std::string proof_key(const Analysis& analysis, const Trials& trials,
                                    const std::vector<Candidate>& candidates);

class ProofMemory {
 public:
  // `most_bytes`: about what it may hold.
  explicit ProofMemory(std::size_t most_bytes) : verdicts_(most_bytes) {}

  // Marks the candidates of the trials that were proved; false, and nothing marked, when the key
  // is not known.
  bool recall(const std::string& key, const Trials& trials, std::vector<Candidate>& candidates);
  // REQUIRES: the trials have been run.
  void keep(std::string key, const Trials& trials, const std::vector<Candidate>& candidates);

 private:
  RecentValues<std::vector<bool>> verdicts_;  // one a candidate, in the order of the trials
};

}  // namespace limpide
