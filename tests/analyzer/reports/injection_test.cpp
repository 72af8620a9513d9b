// Documents and file names that try to act on what shows the report.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <pugixml.hpp>

#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/visible.h"
#include "analyzer/reports/writers.h"
#include "tests/analyzer/reports/sample.h"

namespace limpide::testing {
namespace {

const char* const kEvilWords =
    "<script>alert(1)</script> ]]> \x1b[31m\x1b]0;title\x07 \xE2\x80\xAE"
    "evil \xC2\x9B\x32J \" onload='x' &amp; %0A::error::pwned </mark></p>";
const char* const kEvilName =
    "<img src=x onerror=alert(2)>\n::error::pwned\x1b[2J\xE2\x81\xA6\xFF\"',:.txt";

// The evil text, its words marked, in everything a report shows of a document.
std::vector<Outcome> evil_outcomes(Format format) {
  DocumentReport report =
      report_of(std::string("Avant ") + kEvilWords + " apres.", kEvilWords, format);
  Finding& finding = report.findings.front();
  finding.arguments = {{"mots", kEvilWords}, {"terme", kEvilWords}, {"sigle", kEvilWords},
                       {"date", kEvilWords}, {"mot", kEvilWords},   {"lettres", kEvilWords},
                       {"seuil", kEvilWords}};
  finding.suggestions = {{{{finding.span, kEvilWords}}, false}};
  finding.related = {{{0, 5}, {kEvilWords, {}}}};
  report.muted.push_back({finding, kEvilWords});
  report.document.title = kEvilWords;
  report.document.language = "\"><script>";
  report.document.blocks.front().language = "\"><script>";
  report.document.notices.push_back({{kEvilWords, {}}, {}});
  std::vector<Outcome> outcomes;
  outcomes.push_back({kEvilName, std::move(report)});
  outcomes.push_back(
      {kEvilName, make_error(ErrorCode::kInvalidInput, kEvilWords, {}, {kEvilName, 3, 4})});
  return outcomes;
}

std::string written(const char* format, Format document_format = Format::kText,
                    const TerminalOptions& options = {}) {
  const SampleRun sample;
  auto writer = make_writer(format, options);
  EXPECT_TRUE(writer.has_value());
  return write_all(**writer, sample.context, evil_outcomes(document_format));
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

// Removes "\x1b[<digits and semicolons>m", the only sequences that are ours.
std::string without_colours(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b' && i + 1 < text.size() && text[i + 1] == '[') {
      const std::size_t end = text.find_first_not_of("0123456789;", i + 2);
      if (end != std::string::npos && text[end] == 'm') {
        i = end;
        continue;
      }
    }
    out.push_back(text[i]);
  }
  return out;
}

void expect_harmless(const std::string& text) {
  ASSERT_TRUE(is_valid_utf8(text));
  for (std::size_t i = 0; i < text.size();) {
    const Decoded current = decode_at(text, i);
    if (current.code_point != U'\n') {
      EXPECT_FALSE(is_treacherous(current.code_point))
          << static_cast<unsigned>(current.code_point) << " at " << i;
    }
    i += current.size;
  }
}

TEST(Injection, TheTerminalReceivesNoControl) {
  expect_harmless(written("terminal"));
  expect_harmless(written("terminal", Format::kDocx));
}

TEST(Injection, TheTerminalReceivesOnlyOurColours) {
  const std::string text = written("terminal", Format::kText, {true, 100, 0});
  expect_harmless(without_colours(text));
  // Each of ours is closed: the document cannot leave a colour on.
  EXPECT_EQ(count(text, "\x1b["), 2 * count(text, "\x1b[0m"));
}

TEST(Injection, HtmlHasOnlyOurElements) {
  for (const Format format : {Format::kText, Format::kDocx}) {
    const std::string page = written("html", format);
    expect_harmless(page);
    EXPECT_EQ(count(page, "<script"), 1U);
    EXPECT_EQ(count(page, "<img"), 0U);
    EXPECT_EQ(count(page, "lang="), 1U);
    EXPECT_EQ(count(page, "&lt;script&gt;alert(1)&lt;/script&gt;"), count(page, "alert(1)"));
    EXPECT_EQ(count(page, "<mark "), count(page, "</mark>"));
    EXPECT_EQ(page.find("onload='"), std::string::npos);
  }
}

TEST(Injection, HtmlFetchesNothing) {
  const std::string page = written("html");
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
  EXPECT_EQ(count(page, "unsafe-inline"), 0U);
  for (const char* fetch : {"src=\"", "url(", "@import", "http://", "https://", "<link"}) {
    EXPECT_EQ(count(page, fetch), 0U) << fetch;
  }
  // A policy with hashes refuses style attributes and handlers: there must be none of ours.
  EXPECT_EQ(count(page, " style="), 0U);
}

TEST(Injection, JsonAndSarifStayWellFormed) {
  for (const char* name : {"json", "sarif"}) {
    for (const Format format : {Format::kText, Format::kHtml, Format::kDocx}) {
      rapidjson::Document json;
      const std::string text = written(name, format);
      json.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str());
      ASSERT_FALSE(json.HasParseError()) << name << " " << json.GetErrorOffset();
    }
  }
}

TEST(Injection, SarifEscapesReplacementsForTheirFile) {
  const std::string text = written("sarif", Format::kHtml);
  EXPECT_NE(text.find("\"insertedContent\":{\"text\":\"&lt;script&gt;"), std::string::npos);
  // Where we cannot be sure of the source, there is no fix.
  EXPECT_EQ(written("sarif", Format::kMarkdown).find("\"fixes\""), std::string::npos);
  EXPECT_EQ(written("sarif", Format::kDocx).find("\"fixes\""), std::string::npos);
}

TEST(Injection, JunitStaysWellFormed) {
  pugi::xml_document xml;
  const std::string text = written("junit");
  const auto parsed = xml.load_buffer(text.data(), text.size());
  ASSERT_TRUE(parsed) << parsed.description();
  EXPECT_EQ(xml.select_nodes("//testsuite").size(), 2U);
  EXPECT_EQ(xml.select_nodes("//testcase").size(), 2U);
  const std::string name = xml.select_node("//testsuite").node().attribute("name").value();
  EXPECT_NE(name.find("<img"), std::string::npos);
  EXPECT_NE(name.find('\n'), std::string::npos);
  const std::string failure = xml.select_node("//failure").node().child_value();
  EXPECT_NE(failure.find("]]>"), std::string::npos);
  EXPECT_EQ(failure.find('\x1b'), std::string::npos);
}

TEST(Injection, GithubGetsOneCommandALineAndNoOther) {
  const std::string text = written("github");
  expect_harmless(text);
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    const bool ours = line.rfind("::warning file=%3C", 0) == 0 ||
                      line.rfind("::warning file=<", 0) == 0 || line.rfind("::notice ", 0) == 0 ||
                      line.rfind("::error file=<", 0) == 0;
    EXPECT_TRUE(ours) << line;
    ++lines;
    at = end + 1;
  }
  EXPECT_EQ(lines, 4U);  // the finding, the notice, the failed file, the summary
}

}  // namespace
}  // namespace limpide::testing
