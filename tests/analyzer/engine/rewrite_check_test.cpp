// What Limpide proposes, and proved one by one, is no change of facts for `limpide verify` either;
// what somebody changes beside it still is one, with the words of both texts.
#include "analyzer/engine/rewrite_check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "analyzer/base/files.h"
#include "analyzer/engine/passages.h"
#include "tests/support/test_engine.h"

namespace limpide {
namespace {

struct Text {
  Document document;
  Analysis analysis;
};

std::unique_ptr<Text> text_of(Document document) {
  auto text = std::make_unique<Text>();
  text->document = std::move(document);
  text->analysis = analyse(text->document, test_engine().language(), Depth::kTrees);
  return text;
}

std::unique_ptr<Text> text_of(const std::string& written) {
  Result<Document> document = test_engine().read({"lettre.txt", written}, Limits{});
  EXPECT_TRUE(document);
  return document ? text_of(*std::move(document)) : nullptr;
}

// Every best suggestion that is safe (or every one), where no other stands.
std::vector<Edit> edits_of(const DocumentReport& report, bool safe) {
  std::vector<Edit> edits;
  for (const Finding& finding : report.findings) {
    if (finding.suggestions.empty() || (safe && !finding.suggestions.front().safe)) continue;
    const std::vector<Edit>& own = finding.suggestions.front().edits;
    const bool free = std::all_of(own.begin(), own.end(), [&edits](const Edit& one) {
      return std::all_of(edits.begin(), edits.end(), [&one](const Edit& other) {
        const bool apart = one.span.end <= other.span.begin || other.span.end <= one.span.begin;
        return apart && one.span.begin != other.span.begin;
      });
    });
    if (free) edits.insert(edits.end(), own.begin(), own.end());
  }
  std::sort(edits.begin(), edits.end(),
            [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  return edits;
}

std::unique_ptr<Text> edited(const Text& text, const std::vector<Edit>& edits) {
  std::vector<const Edit*> pointers;
  for (const Edit& edit : edits) pointers.push_back(&edit);
  const auto size = static_cast<std::uint32_t>(text.document.text.size());
  Result<Document> document =
      document_of(edited_passage(text.analysis, {0, size}, pointers).blocks);
  EXPECT_TRUE(document);
  return document ? text_of(*std::move(document)) : nullptr;
}

TEST(RewriteCheck, OurOwnRewritesOfTheSampleLettersChangeNothing) {
  const std::string folder = std::string(LIMPIDE_SOURCE_DIR) + "/corpus/samples/bad";
  std::size_t letters = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const Result<std::string> bytes = read_file(entry.path().string(), std::size_t{1} << 24);
    ASSERT_TRUE(bytes);
    Result<Document> document = test_engine().read({entry.path().string(), *bytes}, Limits{});
    ASSERT_TRUE(document);
    const auto before = text_of(*std::move(document));
    const DocumentReport report = test_engine().check_document(before->document, {});
    for (const bool safe : {true, false}) {
      const std::vector<Edit> edits = edits_of(report, safe);
      const auto after = edited(*before, edits);
      ASSERT_NE(after, nullptr);
      const auto checked = check_rewrite(test_engine(), before->analysis, after->analysis);
      ASSERT_TRUE(checked);
      EXPECT_TRUE(checked->verification.kept()) << entry.path() << (safe ? " safe" : " all");
    }
    ++letters;
  }
  EXPECT_EQ(letters, 20U);
}

constexpr const char* kBefore =
    "Madame,\n\nNous vous informons que vous devez proc\xC3\xA9"
    "der au paiement de la somme de 300 euros pr\xC3\xA9"
    "alablement au 3 mai 2026. Vous pouvez solliciter un d\xC3\xA9lai aupr\xC3\xA8s de la "
    "mairie.\n";

std::string changed(const std::string& after) {
  const auto before = text_of(std::string(kBefore));
  const auto now = text_of(after);
  const auto checked = check_rewrite(test_engine(), before->analysis, now->analysis);
  EXPECT_TRUE(checked);
  std::string all;
  for (const FactChange& change : checked->verification.changes) {
    all += std::string(slice(before->document.text, change.before)) + " > " +
           std::string(slice(now->document.text, change.after)) + ";";
  }
  return all;
}

TEST(RewriteCheck, WhatIsChangedBesideOurRewritesIsTold) {
  const std::string opening = "Madame,\n\nVous devez payer la somme de ";
  const std::string end = ". Vous pouvez demander un d\xC3\xA9lai aupr\xC3\xA8s de la mairie.\n";
  EXPECT_EQ(changed(opening + "300 euros avant le 3 mai 2026" + end), "");
  EXPECT_EQ(changed(opening + "400 euros avant le 3 mai 2026" + end), "300 euros > 400 euros;");
  EXPECT_NE(changed(opening + "300 euros avant le 3 juin 2026" + end), "");
  EXPECT_NE(changed(opening + "300 euros apr\xC3\xA8s le 3 mai 2026" + end), "");
  EXPECT_NE(changed("Madame,\n\nVous pouvez payer la somme de 300 euros avant le 3 mai 2026" + end),
            "");
}

TEST(RewriteCheck, ATextOfItsOwnIsComparedAsItIs) {
  EXPECT_EQ(changed(kBefore), "");
  EXPECT_NE(changed("Bonjour."), "");
}

}  // namespace
}  // namespace limpide
