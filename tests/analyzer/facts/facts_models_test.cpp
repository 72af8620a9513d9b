// Facts that need the whole chain: tags, trees, clauses. The models are data that change: the
// tables ask for a share of right lines, not for all of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "analyzer/base/files.h"
#include "analyzer/parsing/clauses/clauses.h"
#include "analyzer/parsing/parser.h"
#include "tests/analyzer/facts/facts_support.h"
#include "tools/eval/facts_eval.h"

namespace limpide {
namespace {

struct Models {
  TaggingModel tagger;
  ParsingModel parser;
  ClauseResources clauses;
};

// Null when the build has no models.
const Models* models() {
  static const std::unique_ptr<Models> kModels = []() -> std::unique_ptr<Models> {
    const std::string folder = std::string(LIMPIDE_DATA_DIR) + "/fr";
    auto tagger = TaggingModel::open(folder + "/models/tagger.bin");
    auto parser = ParsingModel::open(folder + "/models/parser.bin");
    auto clauses = ClauseResources::load(folder + "/parsing");
    if (!tagger || !parser || !clauses) return nullptr;
    auto loaded = std::make_unique<Models>();
    loaded->tagger = std::move(tagger).value();
    loaded->parser = std::move(parser).value();
    loaded->clauses = std::move(clauses).value();
    return loaded;
  }();
  return kModels.get();
}

struct Found {
  std::string text;
  std::vector<Fact> facts;
};

Found facts_of(const std::string& sentence) {
  const Document document = one_block(sentence);
  const Lexicon& lexicon = *test_resources().lexicon;
  const Segmentation cut = segment(document, test_resources());
  const Tagging tagging = tag_words(cut, lexicon, models()->tagger);
  const Trees trees = parse_words(cut, tagging, lexicon, models()->parser);
  const Clauses clauses = find_clauses(cut, tagging, trees, lexicon, models()->clauses);
  return {document.text,
          find_facts({document.text, cut, tagging, trees, clauses}, fact_resources())};
}

std::string lines_of(const Found& found) {
  std::string out;
  for (const Fact& fact : found.facts) {
    out += (out.empty() ? "" : " | ") + fact_line(found.text, fact);
  }
  return out.empty() ? "-" : out;
}

TEST(FactsWithModels, DutiesOfTheTable) {
  if (models() == nullptr) GTEST_SKIP() << "no trained models in the build";
  std::size_t right = 0;
  std::string wrong;
  const std::vector<std::string> lines = stage_lines("facts/duties.tsv");
  ASSERT_GE(lines.size(), 40U);
  for (const std::string& line : lines) {
    const std::size_t tab = line.find('\t');
    ASSERT_NE(tab, std::string::npos) << line;
    const std::string found = lines_of(facts_of(line.substr(0, tab)));
    if (found == line.substr(tab + 1)) {
      ++right;
    } else {
      wrong += line + "\n  " + found + "\n";
    }
  }
  EXPECT_GE(right * 10, lines.size() * 9) << wrong;
}

std::vector<std::string> sorted_keys(const std::string& text) {
  std::vector<std::string> keys;
  for (const Fact& fact : facts_of(text).facts) keys.push_back(fact_key(fact));
  std::sort(keys.begin(), keys.end());
  return keys;
}

TEST(FactsWithModels, KeysTellTextsApart) {
  if (models() == nullptr) GTEST_SKIP() << "no trained models in the build";
  std::size_t right = 0;
  std::string wrong;
  const std::vector<std::string> lines = stage_lines("facts/pairs-models.tsv");
  ASSERT_GE(lines.size(), 20U);
  for (const std::string& line : lines) {
    const std::size_t one = line.find('\t');
    const std::size_t two = line.find('\t', one + 1);
    ASSERT_NE(two, std::string::npos) << line;
    const bool same =
        sorted_keys(line.substr(one + 1, two - one - 1)) == sorted_keys(line.substr(two + 1));
    if (same == (line.substr(0, one) == "same")) {
      ++right;
    } else {
      wrong += line + "\n";
    }
  }
  EXPECT_GE(right * 10, lines.size() * 9) << wrong;
}

// Precision and recall over our own gold, kind by kind; the measured figures are in
// docs/measurements.md.
TEST(FactsWithModels, OfOurOwnGold) {
  if (models() == nullptr) GTEST_SKIP() << "no trained models in the build";
  FactScores scores;
  const std::filesystem::path folder = std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/french";
  std::size_t records = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".gold") continue;
    const auto text = read_file(entry.path().string(), std::size_t{1} << 22);
    ASSERT_TRUE(text);
    const auto gold = parse_gold(*text, entry.path().string());
    ASSERT_TRUE(gold) << entry.path() << ":" << gold.error().location.line;
    for (const GoldRecord& record : *gold) {
      score_facts(record, facts_of(record.sentence).facts, scores);
      ++records;
    }
  }
  EXPECT_GE(records, 300U);
  FactCount all;
  for (const FactCount& count : scores.kinds) {
    all.gold += count.gold;
    all.found += count.found;
    all.right += count.right;
    all.values += count.values;
  }
  EXPECT_GE(all.right * 100, all.found * 92) << "precision " << all.right << "/" << all.found;
  EXPECT_GE(all.right * 100, all.gold * 92) << "recall " << all.right << "/" << all.gold;
  EXPECT_GE(all.values * 100, all.right * 95) << "values " << all.values << "/" << all.right;
}

}  // namespace
}  // namespace limpide
