#include <gtest/gtest.h>

#include "analyzer/reports/html_parts.h"
#include "tests/analyzer/reports/sample.h"

namespace limpide::testing {
namespace {

// Elements without their attributes and without the word joiner: the shape of the text.
std::string shape_of(const std::string& html) {
  std::string out;
  bool in_tag = false;
  bool in_attributes = false;
  for (const char byte : html) {
    if (byte == '<') in_tag = true;
    if (in_tag && byte == ' ') in_attributes = true;
    if (byte == '>') in_tag = in_attributes = false;
    if (!in_attributes && byte != '\n') out.push_back(byte);
  }
  for (std::size_t at = out.find("&#8288;"); at != std::string::npos; at = out.find("&#8288;")) {
    out.erase(at, 7);
  }
  return out;
}

std::string text_of(const DocumentReport& report) {
  const SampleRun sample;
  FindingMessages messages;
  const Places places = places_of(report);
  const auto groups = report_overview(sample.context, report, {});
  return html_text({sample.context, "x.txt", report, places, groups, messages, "d1"});
}

std::string marked(const std::string& source, const std::vector<Span>& spans) {
  DocumentReport report;
  report.document = sample_document(source, Format::kText);
  for (const Span span : spans) {
    Finding finding;
    finding.span = span;
    report.findings.push_back(finding);
  }
  return shape_of(text_of(report));
}

TEST(HtmlText, MarksWords) {
  EXPECT_EQ(marked("un deux trois", {{3, 7}}), "<p>un <mark>deux<a>1</a></mark> trois</p>");
}

TEST(HtmlText, NestsMarks) {
  EXPECT_EQ(marked("un deux trois", {{0, 13}, {3, 7}}),
            "<p><mark>un <mark>deux<a>2</a></mark> trois<a>1</a></mark></p>");
}

TEST(HtmlText, SplitsMarksThatCross) {
  EXPECT_EQ(marked("un deux trois", {{0, 7}, {3, 13}}),
            "<p><mark>un <mark>deux</mark><a>1</a></mark><mark> trois<a>2</a></mark></p>");
}

TEST(HtmlText, KeepsTwoMarksOverTheSameWords) {
  EXPECT_EQ(marked("un", {{0, 2}, {0, 2}}), "<p><mark><mark>un<a>2</a></mark><a>1</a></mark></p>");
}

TEST(HtmlText, ContinuesAMarkOverBlocks) {
  EXPECT_EQ(marked("un deux\n\ntrois quatre", {{3, 13}}),
            "<p>un <mark>deux</mark></p><p><mark>trois<a>1</a></mark> quatre</p>");
}

TEST(HtmlText, AnIdIsGivenOnceToAFinding) {
  DocumentReport report;
  report.document = sample_document("un deux\n\ntrois quatre", Format::kText);
  Finding across;
  across.span = {0, 20};
  Finding crossing;
  crossing.span = {3, 13};
  report.findings = {across, crossing};
  const std::string html = text_of(report);
  for (const char* id : {"id=\"d1m1\"", "id=\"d1m2\"", "href=\"#d1f1\"", "href=\"#d1f2\""}) {
    EXPECT_NE(html.find(id), std::string::npos) << id;
    EXPECT_EQ(html.find(id), html.rfind(id)) << id;
  }
}

Block item(std::uint8_t level, bool ordered) {
  Block block;
  block.kind = BlockKind::kListItem;
  block.level = level;
  block.ordered = ordered;
  return block;
}

// One block a prototype, with the texts "a", "b", "c"...
std::string shape_of_blocks(std::vector<Block> blocks) {
  DocumentReport report;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i > 0) report.document.text.push_back('\n');
    const auto at = static_cast<std::uint32_t>(report.document.text.size());
    report.document.text.push_back(static_cast<char>('a' + i));
    blocks[i].text = {at, at + 1};
  }
  report.document.blocks = std::move(blocks);
  return shape_of(text_of(report));
}

TEST(HtmlText, NestsListsByDepth) {
  EXPECT_EQ(shape_of_blocks({item(1, false), item(2, true), item(2, true), item(1, false)}),
            "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>");
}

TEST(HtmlText, AListThatStartsDeepOrChangesKindStaysWellFormed) {
  EXPECT_EQ(shape_of_blocks({item(5, false), item(1, true), Block{}}),
            "<ul><li>a</li></ul><ol><li>b</li></ol><p>c</p>");
}

TEST(HtmlText, HeadingsNeverSkipALevel) {
  Block title;
  title.kind = BlockKind::kTitle;
  Block deep;
  deep.kind = BlockKind::kHeading;
  deep.level = 6;
  EXPECT_EQ(shape_of_blocks({deep, title, deep, deep}), "<h4>a</h4><h4>b</h4><h5>c</h5><h6>d</h6>");
}

TEST(HtmlText, PutsParagraphsOfACellTogether) {
  Block cell;
  cell.kind = BlockKind::kTableCell;
  cell.table = 1;
  cell.row = 1;
  cell.column = 1;
  Block second = cell;
  second.column = 2;
  Block below = cell;
  below.row = 2;
  Block other = cell;
  other.table = 2;
  EXPECT_EQ(shape_of_blocks({cell, cell, second, below, other}),
            "<table><tr><td><p>a</p><p>b</p></td><td><p>c</p></td></tr>"
            "<tr><td><p>d</p></td></tr></table><table><tr><td><p>e</p></td></tr></table>");
}

TEST(HtmlText, BreaksOfTheAuthorAreKept) {
  DocumentReport report;
  report.document = sample_document("un\ndeux", Format::kText);
  EXPECT_EQ(shape_of(text_of(report)), "<p>un<br>deux</p>");
  report.document.blocks[0].hard_wrapped = true;
  EXPECT_EQ(shape_of(text_of(report)), "<p>undeux</p>");
}

}  // namespace
}  // namespace limpide::testing
