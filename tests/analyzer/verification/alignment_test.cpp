// tests/stages/comparison/alignment.tsv, and the limits of the alignment.
#include "analyzer/verification/alignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace limpide {
namespace {

class Numbers {
 public:
  std::vector<SentenceWords> sentences(const std::string& text) {
    std::vector<SentenceWords> all;
    std::istringstream words(text);
    SentenceWords sentence;
    for (std::string word; words >> word;) {
      if (word == "/") {
        all.push_back(sorted(sentence));
        sentence.clear();
        continue;
      }
      sentence.push_back(
          numbers_.emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second);
    }
    if (!sentence.empty()) all.push_back(sorted(sentence));
    return all;
  }

 private:
  static SentenceWords sorted(SentenceWords words) {
    std::sort(words.begin(), words.end());
    return words;
  }
  std::map<std::string, std::uint32_t> numbers_;
};

std::string side_text(std::uint32_t first, std::uint32_t end) {
  std::string text;
  for (std::uint32_t i = first; i < end; ++i) {
    if (!text.empty()) text += "+";
    text += std::to_string(i + 1);
  }
  return text;
}

std::string dump(const std::vector<AlignedGroup>& groups) {
  std::string text;
  for (const AlignedGroup& group : groups) {
    if (!text.empty()) text += " ";
    text += side_text(group.before_first, group.before_end) + (group.moved ? "~" : "=") +
            side_text(group.after_first, group.after_end);
  }
  return text;
}

TEST(Alignment, Table) {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/comparison/alignment.tsv");
  std::string line;
  std::size_t cases = 0;
  while (std::getline(file, line)) {
    if (line.empty() || line.front() == '#' || line.rfind("before\t", 0) == 0) continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    ASSERT_NE(second, std::string::npos) << line;
    Numbers numbers;
    const auto before = numbers.sentences(line.substr(0, first));
    const auto after = numbers.sentences(line.substr(first + 1, second - first - 1));
    const auto groups = align_sentences(before, after);
    ASSERT_TRUE(groups.has_value());
    EXPECT_EQ(dump(*groups), line.substr(second + 1)) << line;
    ++cases;
  }
  EXPECT_GE(cases, 10U);
}

TEST(Alignment, NothingAlignsWithNothing) {
  const auto groups = align_sentences({}, {});
  ASSERT_TRUE(groups.has_value());
  EXPECT_TRUE(groups->empty());
}

TEST(Alignment, EverySentenceStandsInOneGroup) {
  std::vector<SentenceWords> before;
  std::vector<SentenceWords> after;
  std::uint32_t state = 1;
  const auto next = [&state] { return state = state * 1664525U + 1013904223U; };
  for (int i = 0; i < 40; ++i) {
    before.push_back({next() % 8, 8 + next() % 8, 16 + next() % 8});
    after.push_back({next() % 8, 8 + next() % 8, 16 + next() % 8});
  }
  const auto groups = align_sentences(before, after);
  ASSERT_TRUE(groups.has_value());
  std::vector<int> seen_before(before.size(), 0);
  std::vector<int> seen_after(after.size(), 0);
  for (const AlignedGroup& group : *groups) {
    for (std::uint32_t i = group.before_first; i < group.before_end; ++i) ++seen_before[i];
    for (std::uint32_t i = group.after_first; i < group.after_end; ++i) ++seen_after[i];
  }
  EXPECT_EQ(seen_before, std::vector<int>(before.size(), 1));
  EXPECT_EQ(seen_after, std::vector<int>(after.size(), 1));
}

TEST(Alignment, TooManySentencesAreRefused) {
  const std::vector<SentenceWords> many(2001, SentenceWords{1});
  const auto groups = align_sentences(many, many);
  ASSERT_FALSE(groups.has_value());
  EXPECT_EQ(groups.error().code, ErrorCode::kLimit);
  EXPECT_EQ(groups.error().message.key, "error.compare.too_long");
}

}  // namespace
}  // namespace limpide
