// How well verification tells a rewrite that keeps the facts from one that does not: tables of
// pairs (class TAB before TAB after), all safe or all unsafe. In: one table, an engine. Out:
// counts by class, a line a wrong verdict. Refuses: a line without its three columns (one Error).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analyzer/engine/engine.h"

namespace limpide {

struct PairCount {
  std::size_t pairs = 0;
  std::size_t right = 0;  // unsafe ones where a change was found, safe ones where none was
};

struct PairScores {
  PairCount all;
  std::map<std::string, PairCount> classes;
  std::vector<std::string> wrong;  // line, class, both texts, what was found
};

struct PairTable {
  std::string_view tsv;
  std::string path;
  bool safe = false;
};

// A text of one line as a document; " / " parts its blocks.
[[nodiscard]] Document pair_document(std::string_view text);
// What the engine of eval_engine() answers, as `limpide verify` does.
[[nodiscard]] Result<PairScores> score_pairs(const PairTable& table, const Engine& engine);
// Without readers: for texts that are in memory.
[[nodiscard]] Result<Engine> eval_engine(const std::string& data_folder);

}  // namespace limpide
