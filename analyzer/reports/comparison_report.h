// `limpide compare` as a person or a program reads it, on one page: verdict, both scores, what was
// solved, what is new, facts lost and added, the sentences side by side. In: the reports of both
// documents and their Comparison. Out: text for a terminal, an HTML page, JSON. Refuses: to let a
// document act on the terminal or the page (visible.h, escape.h).
#pragma once

#include <string>
#include <vector>

#include "analyzer/comparison/comparison.h"
#include "analyzer/reports/report.h"

namespace limpide {

struct ComparisonPage {
  const RunContext& run;
  std::string before_name;  // as the user gave it
  std::string after_name;
  const DocumentReport& before;
  const DocumentReport& after;
  const Comparison& comparison;
};

struct ComparisonTerminal {
  bool colour = false;
  int width = 80;    // columns
  bool all = false;  // with the sentences side by side
};
[[nodiscard]] std::string terminal_comparison(const ComparisonPage& page,
                                              const ComparisonTerminal& options);
[[nodiscard]] std::string html_comparison(const ComparisonPage& page);
[[nodiscard]] std::string json_comparison(const ComparisonPage& page);

// The texts that the terminal and the page share.
struct ComparisonTexts {
  std::vector<std::string> verdict;  // one sentence each
  std::string before_score;          // "D, 52 sur 100", or that there is none
  std::string after_score;
  std::string difference;            // "+ 45 points (entre + 38 et + 52)", "" without scores
  std::vector<std::string> figures;  // words, sentences, words a sentence
  std::vector<std::string> solved;   // rules, the most first
  std::vector<std::string> added;
  std::vector<std::string> kept;
  std::string solved_head;
  std::string added_head;
  std::string kept_head;
  std::vector<std::string> lost;
  std::vector<std::string> gained;
  std::vector<std::string> to_check;
};
[[nodiscard]] ComparisonTexts comparison_texts(const ComparisonPage& page);

}  // namespace limpide
