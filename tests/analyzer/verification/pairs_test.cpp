// The 410 pairs of tests/stages/verification, written before the code: how many of the unsafe ones
// are caught, how many of the safe ones pass. The models are data that change: shares, not lines.
#include <gtest/gtest.h>

#include "analyzer/base/files.h"
#include "tools/eval/pairs_eval.h"

namespace limpide {
namespace {

constexpr std::size_t kTableBytes = std::size_t{1} << 22;
constexpr double kCaught = 0.975;  // raised with each mend
constexpr double kPassed = 0.985;

const LanguageResources* language() {
  static const auto kLanguage = load_language(LIMPIDE_DATA_DIR, Depth::kTrees);
  return kLanguage ? kLanguage->get() : nullptr;
}

double share_right(const char* name, bool safe) {
  const std::string path = std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/verification/" + name;
  const Result<std::string> tsv = read_file(path, kTableBytes);
  static const auto kEngine = eval_engine(LIMPIDE_DATA_DIR);
  if (!tsv || !kEngine) return -1;
  const Result<PairScores> scores = score_pairs({*tsv, path, safe}, *kEngine);
  if (!scores || scores->all.pairs == 0) return -1;
  return static_cast<double>(scores->all.right) / static_cast<double>(scores->all.pairs);
}

TEST(Pairs, UnsafeRewritesAreCaught) { EXPECT_GE(share_right("unsafe.tsv", false), kCaught); }
TEST(Pairs, SafeRewritesPass) { EXPECT_GE(share_right("safe.tsv", true), kPassed); }

TEST(VerificationTables, AFaultIsOneErrorWithItsLine) {
  const char* const classes = "seulement\tportee\tpresence\t-\n";
  const auto parse = [](const std::vector<std::string>& tables) {
    return parse_verification(tables, "x");
  };
  ASSERT_TRUE(parse({classes, "seulement\tuniquement\n", "payer verser\n"}));
  const auto unknown = parse({classes, "\nautre\tuniquement\n"});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().location.line, 2U);
  EXPECT_EQ(unknown.error().location.path, "x/markers.tsv");
  EXPECT_FALSE(parse({"a\tb\tpresence\t-\n"}));
  EXPECT_FALSE(parse({"a\tportee\tb\t-\n"}));
  EXPECT_FALSE(parse({"a\tportee\tpresence\tb\n"}));
  EXPECT_FALSE(parse({classes, "seulement\t... uniquement\n"}));
  EXPECT_FALSE(parse({classes, "", "payer\n"}));
}

TEST(Verification, ATextVerifiedAgainstItselfChangesNothing) {
  const Result<VerificationResources> resources = load_verification(LIMPIDE_DATA_DIR);
  ASSERT_TRUE(resources);
  ASSERT_NE(language(), nullptr);
  const Document document = pair_document(
      "Vous devez payer 120 euros avant le 3 mars 2026, sauf si vous avez moins de 18 ans.");
  const Analysis analysis = analyse(document, *language(), Depth::kTrees);
  const Result<Verification> verified = verify_texts(analysis, analysis, *resources);
  ASSERT_TRUE(verified);
  EXPECT_TRUE(verified->kept());
}

}  // namespace
}  // namespace limpide
