// A report with mentions, made by hand, in each format that shows them.
#include <gtest/gtest.h>

#include "analyzer/reports/writers.h"
#include "tests/analyzer/reports/sample.h"

namespace limpide::testing {
namespace {

Span words(const Document& document, const std::string& text) {
  const std::size_t at = document.text.find(text);
  EXPECT_NE(at, std::string::npos) << text;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
}

// One mention of each state; the one that lacks a part has a passage too.
MentionReport sample_mentions(const Document& document) {
  MentionReport mentions;
  mentions.letter = {
      LetterKind::kPieces,
      Confidence::kHigh,
      {{words(document, "documents suivants"), 6}, {words(document, "nous faire parvenir"), 4}}};
  MentionResult lacking;
  lacking.id = "pieces-manquantes";
  lacking.title = "Documents & dates <b>";
  lacking.weight = MentionWeight::kBlocking;
  lacking.state = MentionState::kNotFound;
  lacking.passages = {words(document, "avant le 03/03/2026")};
  lacking.missing = {"la liste", "comment les envoyer"};
  lacking.place = MentionPlace::kBeforeClosing;
  lacking.place_block = document.blocks.back().text;
  lacking.wording = "Envoyez-les avant le [date].";
  lacking.sources = {{"article L. 114-5", ""}, {"article L. 114-5-1", "2026-11"}};
  MentionResult present = lacking;
  present.id = "motivation-droit";
  present.title = "Le texte";
  present.weight = MentionWeight::kExpected;
  present.state = MentionState::kPresent;
  present.missing.clear();
  present.passages = {words(document, "article L. 821-1")};
  MentionResult without = present;
  without.id = "rapo";
  without.title = "Le recours";
  without.state = MentionState::kNotApplicable;
  without.passages.clear();
  mentions.results = {lacking, present, without};
  return mentions;
}

std::string written(const std::string& format, bool given) {
  const SampleRun sample;
  auto writer = make_writer(format, {});
  EXPECT_TRUE(writer.has_value());
  DocumentReport report;
  report.document = sample_document(read_golden("letter.txt"), Format::kText);
  report.mentions = sample_mentions(report.document);
  if (given) {
    report.mentions->kind_given = true;
    report.mentions->letter.evidence.clear();
    report.mentions->results.clear();
  }
  std::vector<Outcome> outcomes;
  outcomes.push_back({"letter.txt", std::move(report)});
  return write_all(**writer, sample.context, outcomes);
}

TEST(MentionReports, Terminal) {
  expect_golden("mentions.txt", written("terminal", false) + written("terminal", true));
}

TEST(MentionReports, Json) { expect_golden("mentions.json", written("json", false)); }

// The page around the card has its own golden file.
TEST(MentionReports, Html) {
  const std::string page = written("html", false);
  const std::size_t begin = page.find("<section class=\"card mentions\"");
  ASSERT_NE(begin, std::string::npos);
  const std::string end = "</section>\n";
  expect_golden("mentions.html", page.substr(begin, page.find(end, begin) + end.size() - begin));
  EXPECT_EQ(page.find("dates <b>"), std::string::npos);
}

TEST(MentionReports, OtherFormatsLeaveThemOut) {
  for (const char* format : {"sarif", "junit", "github"}) {
    EXPECT_EQ(written(format, false).find("pieces-manquantes"), std::string::npos) << format;
  }
}

}  // namespace
}  // namespace limpide::testing
