// tests/stages/parsing/arcs.tsv: chosen arcs of administrative sentences, from raw text.
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <string>
#include <vector>

#include "tests/analyzer/parsing/parsing_support.h"

namespace limpide {
namespace {

// Arcs that may fail: the model is right in about nine of ten arcs of any kind, and the table has
// been written without looking at it.
constexpr double kShareAtLeast = 0.94;  // 187 of 198

struct Wanted {
  std::string dependent;
  std::string relation;
  std::string head;
};
struct Case {
  std::string sentence;
  std::vector<Wanted> arcs;
};

std::array<std::string, 4> columns_of(const std::string& line) {
  std::array<std::string, 4> columns;
  std::size_t begin = 0;
  for (std::string& column : columns) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    column = line.substr(begin, end - begin);
    begin = std::min(end + 1, line.size());
  }
  return columns;
}

std::vector<Case> read_cases() {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/parsing/arcs.tsv");
  EXPECT_TRUE(file.is_open());
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto [sentence, dependent, relation, head] = columns_of(line);
    if (!sentence.empty()) cases.push_back({sentence, {}});
    cases.back().arcs.push_back({dependent, relation, head});
  }
  return cases;
}

// The word written so; the segmentation folds apostrophes.
std::uint32_t word_of(const Parsed& parsed, const std::string& form) {
  for (std::uint32_t i = 0; i < parsed.segmentation.words.size(); ++i) {
    if (parsed.segmentation.forms[parsed.segmentation.words[i].form].key == form) return i;
  }
  return kRoot;
}

std::string folded(std::string form) {
  const std::string apostrophe = "\xE2\x80\x99";
  const std::size_t at = form.find(apostrophe);
  if (at != std::string::npos) form.replace(at, apostrophe.size(), "'");
  return form;
}

bool has_arc(const Parsed& parsed, const Wanted& wanted, std::string& found) {
  const std::uint32_t dependent = word_of(parsed, folded(wanted.dependent));
  if (dependent == kRoot) {
    found = "no such word";
    return false;
  }
  const Arc& arc = parsed.trees.arcs[dependent];
  const std::string relation(relation_name(arc.relation));
  const std::string head =
      arc.head == kRoot ? "-"
                        : parsed.segmentation.forms[parsed.segmentation.words[arc.head].form].key;
  found = relation + " " + head;
  const bool same = relation == wanted.relation ||
                    relation_name(universal_relation(arc.relation)) == wanted.relation;
  return same && head == folded(wanted.head);
}

TEST(ParsingStage, ChosenArcsOfAdministrativeSentences) {
  std::size_t all = 0;
  std::size_t right = 0;
  std::string misses;
  for (const Case& entry : read_cases()) {
    const Parsed parsed = parse_text(entry.sentence);
    expect_trees(parsed.segmentation, parsed.trees);
    for (const Wanted& wanted : entry.arcs) {
      std::string found;
      ++all;
      if (has_arc(parsed, wanted, found)) {
        ++right;
      } else {
        misses += entry.sentence + "\n  " + wanted.dependent + " " + wanted.relation + " " +
                  wanted.head + ", found " + found + "\n";
      }
    }
  }
  EXPECT_GE(all, 150U);
  EXPECT_GE(static_cast<double>(right), kShareAtLeast * static_cast<double>(all))
      << right << " of " << all << "\n"
      << misses;
  RecordProperty("right", static_cast<int>(right));
  if (!misses.empty()) std::printf("%zu of %zu\n%s", right, all, misses.c_str());
}

}  // namespace
}  // namespace limpide
