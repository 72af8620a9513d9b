// Slips of French that a rewrite may bring: a table of sentences, and what counts as new.
#include <gtest/gtest.h>

#include <string>

#include "analyzer/base/files.h"
#include "analyzer/readers/text/text_reader.h"
#include "analyzer/rewriting/grammar/sentence_faults.h"
#include "analyzer/structure/data_rows.h"
#include "tests/support/test_engine.h"

namespace limpide {
namespace {

constexpr double kShareAsked = 0.95;  // the models are data that change

std::vector<SentenceFault> faults_in(const std::string& text) {
  const auto document = TextReader().read({"texte.txt", text}, Limits{});
  EXPECT_TRUE(document);
  const Analysis analysis = analyse(*document, test_engine().language(), Depth::kTrees);
  return sentence_faults(analysis, test_engine().rewriting().grammar);
}

std::string names_of(const std::vector<SentenceFault>& faults) {
  std::string names;
  for (const SentenceFault& fault : faults) {
    names += (names.empty() ? "" : ",") + std::string(fault_name(fault.kind));
  }
  return names.empty() ? "-" : names;
}

TEST(SentenceFaults, OfTheTable) {
  const auto table = read_file(
      std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/rewriting/faults.tsv", std::size_t{1} << 20);
  ASSERT_TRUE(table);
  std::size_t cases = 0;
  std::size_t right = 0;
  for (const DataRow& row : data_rows(*table)) {
    ASSERT_EQ(row.cells.size(), 2U) << "line " << row.line;
    const std::string text(row.cells[1]);
    const std::string found = names_of(faults_in(text));
    ++cases;
    right += found == row.cells[0] ? 1 : 0;
    if (found != row.cells[0]) std::printf("faults.tsv:%u: %s\n", row.line, found.c_str());
  }
  EXPECT_GE(cases, 50U);
  EXPECT_GE(static_cast<double>(right), kShareAsked * static_cast<double>(cases));
}

TEST(SentenceFaults, CountOnlyWhereTheyAreNew) {
  const auto before = faults_in("Si il manque une pi\u00e8ce, envoyez une dossier.");
  const auto same = faults_in("Si il manque un papier, envoyez une dossier.");
  const auto more = faults_in("Si il manque une bail, envoyez une dossier.");
  EXPECT_EQ(names_of(before), "elision,determiner");
  EXPECT_EQ(names_of(new_faults(before, same)), "-");
  EXPECT_EQ(names_of(new_faults(before, more)), "determiner");
}

TEST(GrammarWords, SayWhichLineIsWrong) {
  const auto unknown = parse_grammar_words("elide\tde\nautre\tmot\n", "grammar.tsv");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().location.line, 2U);
  const auto pair = parse_grammar_words("paire\tde le\n", "grammar.tsv");
  ASSERT_FALSE(pair);
  EXPECT_EQ(pair.error().location.line, 1U);
  EXPECT_FALSE(parse_grammar_words("", "grammar.tsv"));
}

}  // namespace
}  // namespace limpide
