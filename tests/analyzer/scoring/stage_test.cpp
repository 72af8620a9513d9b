// tests/stages/scoring: what a change of a letter may do to its score.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/analyzer/scoring/score_support.h"

namespace limpide::testing {
namespace {

constexpr double kNothing = 1e-9;

std::string read_stage(const std::string& name) {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/scoring/" + name,
                     std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_FALSE(text.str().empty()) << name;
  return text.str();
}

std::string with_breaks(std::string text) {
  for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at)) {
    text.replace(at, 2, "\n");
  }
  return text;
}

struct Case {
  std::string relation;
  std::string words;
  std::string replacement;
};

std::vector<Case> read_cases() {
  std::vector<Case> cases;
  std::istringstream lines(read_stage("letter.tsv"));
  std::string line;
  bool header = true;
  while (std::getline(lines, line)) {
    if (line.empty() || line.front() == '#') continue;
    if (std::exchange(header, false)) continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    EXPECT_NE(second, std::string::npos) << line;
    if (second == std::string::npos) continue;
    cases.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                     with_breaks(line.substr(second + 1))});
  }
  return cases;
}

double points_of(const std::string& relation) {
  return std::strtod(relation.c_str() + relation.find(' ') + 1, nullptr);
}

TEST(ScoreStage, ChangesOfALetter) {
  const std::string letter = read_stage("letter.txt");
  const double before = Scored(letter).index();
  const std::vector<Case> cases = read_cases();
  ASSERT_GT(cases.size(), 20U);
  for (const Case& one : cases) {
    const std::size_t at = letter.find(one.words);
    ASSERT_NE(at, std::string::npos) << one.words;
    ASSERT_EQ(letter.find(one.words, at + 1), std::string::npos) << "twice: " << one.words;
    std::string changed = letter;
    changed.replace(at, one.words.size(), one.replacement);
    const double gain = Scored(changed).index() - before;
    const std::string what = one.relation + ": " + one.words + " -> " + one.replacement;
    if (one.relation == "never-lower") {
      EXPECT_GE(gain, -kNothing) << what;
    } else if (one.relation == "never-higher") {
      EXPECT_LE(gain, kNothing) << what;
    } else if (one.relation.rfind("gains-at-most ", 0) == 0) {
      EXPECT_LE(gain, points_of(one.relation) + kNothing) << what;
    } else if (one.relation.rfind("loses-at-least ", 0) == 0) {
      EXPECT_LE(gain, -points_of(one.relation)) << what;
    } else {
      ADD_FAILURE() << "unknown relation: " << what;
    }
  }
}

}  // namespace
}  // namespace limpide::testing
