// tests/stages/verification/mechanisms.tsv: one mechanism a line, with the aspect of the change.
// And mechanisms-safe.tsv, mechanisms-unsafe.tsv: pairs by which the mechanisms were mended;
// subjects-safe.tsv, subjects-unsafe.tsv: letters of other subjects; offices-*.tsv: offices of all
// sorts. As shares.
#include <gtest/gtest.h>

#include <algorithm>

#include "analyzer/base/files.h"
#include "analyzer/structure/data_rows.h"
#include "tools/eval/pairs_eval.h"

namespace limpide {
namespace {

constexpr std::size_t kTableBytes = std::size_t{1} << 22;
constexpr double kCaught = 0.95;
constexpr double kPassed = 0.96;

const LanguageResources* language() {
  static const auto kLanguage = load_language(LIMPIDE_DATA_DIR, Depth::kTrees);
  return kLanguage ? kLanguage->get() : nullptr;
}

std::string table_path(const char* name) {
  return std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/verification/" + name;
}

// The aspects of the changes, "-" when there is none.
std::string aspects(std::string_view before, std::string_view after,
                    const VerificationResources& resources) {
  const Document old_document = pair_document(before);
  const Document new_document = pair_document(after);
  const Analysis old_analysis = analyse(old_document, *language(), Depth::kTrees);
  const Analysis new_analysis = analyse(new_document, *language(), Depth::kTrees);
  const Result<Verification> verified = verify_texts(old_analysis, new_analysis, resources);
  if (!verified) return "error";
  std::string found;
  for (const FactChange& change : verified->changes) {
    if (!found.empty()) found += " ";
    found += aspect_id(change.aspect);
  }
  return found.empty() ? "-" : found;
}

TEST(Mechanisms, Table) {
  const Result<std::string> tsv = read_file(table_path("mechanisms.tsv"), kTableBytes);
  const Result<VerificationResources> resources = load_verification(LIMPIDE_DATA_DIR);
  ASSERT_TRUE(tsv);
  ASSERT_TRUE(resources);
  ASSERT_NE(language(), nullptr);
  std::size_t cases = 0;
  for (const DataRow& row : data_rows(*tsv)) {
    ASSERT_EQ(row.cells.size(), 4U) << row.line;
    const std::string found = aspects(row.cells[2], row.cells[3], *resources);
    const std::string wanted(row.cells[1]);
    if (wanted == "-") {
      EXPECT_EQ(found, "-") << row.line << " " << row.cells[2];
    } else {
      EXPECT_NE((" " + found + " ").find(" " + wanted + " "), std::string::npos)
          << row.line << " " << row.cells[2] << ": " << found;
    }
    ++cases;
  }
  EXPECT_GE(cases, 50U);
}

double share_right(const char* name, bool safe) {
  const std::string path = table_path(name);
  const Result<std::string> tsv = read_file(path, kTableBytes);
  static const auto kEngine = eval_engine(LIMPIDE_DATA_DIR);
  if (!tsv || !kEngine) return -1;
  const Result<PairScores> scores = score_pairs({*tsv, path, safe}, *kEngine);
  if (!scores || scores->all.pairs == 0) return -1;
  return static_cast<double>(scores->all.right) / static_cast<double>(scores->all.pairs);
}

TEST(Mechanisms, UnsafeRewritesAreCaught) {
  EXPECT_GE(share_right("mechanisms-unsafe.tsv", false), kCaught);
}
TEST(Mechanisms, SafeRewritesPass) { EXPECT_GE(share_right("mechanisms-safe.tsv", true), kPassed); }
TEST(Subjects, UnsafeRewritesAreCaught) {
  EXPECT_GE(share_right("subjects-unsafe.tsv", false), kCaught);
}
TEST(Subjects, SafeRewritesPass) { EXPECT_GE(share_right("subjects-safe.tsv", true), kPassed); }

TEST(Offices, UnsafeRewritesAreCaught) {
  EXPECT_GE(share_right("offices-unsafe.tsv", false), kCaught);
}
TEST(Offices, SafeRewritesPass) { EXPECT_GE(share_right("offices-safe.tsv", true), kPassed); }

// Without tables nothing is known, and nothing breaks.
TEST(Mechanisms, EmptyTablesCompareFactsAlone) {
  const Result<VerificationResources> resources = parse_verification({}, "x");
  ASSERT_TRUE(resources);
  ASSERT_NE(language(), nullptr);
  EXPECT_EQ(aspects("Vous devez 12 euros.", "Vous devez 12 euros.", *resources), "-");
  EXPECT_NE(aspects("Vous devez 12 euros.", "Vous devez 13 euros.", *resources).find("fact"),
            std::string::npos);
  EXPECT_EQ(aspects("", "", *resources), "-");
  EXPECT_EQ(aspects("?", "\xC2\xA0", *resources), "-");
}

struct BadTable {
  const char* name;
  const char* text;
  std::uint32_t line;
};

TEST(Mechanisms, AFaultInAnyTableNamesItsLine) {
  const std::vector<BadTable> bad_tables = {
      {"negatives.tsv", "incomplet\n", 1},   {"negatives.tsv", "\nnon-*\tx\n", 2},
      {"negatives.tsv", "rien\t*\n", 1},     {"opposites.tsv", "fin\n", 1},
      {"opposites.tsv", "# a\nfin\t \n", 2}, {"plain-modifiers.tsv", "a\tb\n", 1},
      {"shares.tsv", "quart\n", 1},          {"kept.tsv", "usufruit\n", 1},
      {"persons.tsv", "a\tb\n", 1},          {"distinct.tsv", "chat chien\nseul\n", 2},
      {"others.tsv", "a\tb\n", 1},
  };
  const std::vector<std::string> names = verification_table_names();
  for (const BadTable& bad : bad_tables) {
    std::vector<std::string> tables(names.size());
    const auto at = std::find(names.begin(), names.end(), bad.name);
    ASSERT_NE(at, names.end()) << bad.name;
    tables[static_cast<std::size_t>(at - names.begin())] = bad.text;
    const auto parsed = parse_verification(tables, "x");
    ASSERT_FALSE(parsed) << bad.name << " " << bad.text;
    EXPECT_EQ(parsed.error().location.path, std::string("x/") + bad.name);
    EXPECT_EQ(parsed.error().location.line, bad.line) << bad.name;
  }
}

}  // namespace
}  // namespace limpide
