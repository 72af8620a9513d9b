// Bytes made to hurt: each must give a Document or an Error, soon. The watchdog is ten times what
// is promised (one second), so that only a real fault trips it on a busy machine.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "analyzer/readers/eml/eml_reader.h"
#include "analyzer/readers/html/html_reader.h"
#include "analyzer/readers/markdown/markdown_reader.h"
#include "analyzer/readers/text/text_reader.h"
#include "tests/analyzer/readers/support/reader_cases.h"
#include "tests/support/cpu_watch.h"

namespace limpide {
namespace {

constexpr double kWatchdogSeconds = 10;

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  all.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

const Readers& readers() {
  static const TextReader text;
  static const MarkdownReader markdown;
  static const HtmlReader html;
  static const EmlReader eml;
  static const Readers all = {&text, &markdown, &html, &eml};
  return all;
}

void expect_survived(const std::string& bytes) {
  const CpuWatch watch;
  const Result<Document> document = read_document(readers(), {"-", bytes}, Limits{});
  EXPECT_LT(watch.seconds(), kWatchdogSeconds);
  if (document)
    EXPECT_EQ(broken_promise(*document), "");
  else
    EXPECT_FALSE(document.error().message.key.empty());
}

TEST(Hostile, AHundredMegabytesOfOneCharacterAreRefusedAtOnce) {
  const std::string bytes(std::size_t{100} << 20, 'a');
  const Result<Document> document = read_document(readers(), {"-", bytes}, Limits{});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::kLimit);
}

TEST(Hostile, OneSignManyTimes) {
  for (const char* sign :
       {"a",  " ",  "\n",  "\t", ">",  "|",           "-",        "*",        "_",    "[",
        "]",  "(",  "&",   "<",  "#",  "`",           "~",        "!",        "=",    ".",
        "\\", "\r", "\f",  "- ", "> ", "1. ",         "\xC3\xA9", "\xCC\x81", "\xFF", "[[",
        "](", "![", "**a", "&#", "{{", "http://a.b ", "www.a.b ", "a@b.c "}) {
    SCOPED_TRACE(sign);
    for (const char* head :
         {"", "# a\n\n**b**\n\n", "<html>", "From: a\nSubject: b\nDate: c\n\n"}) {
      SCOPED_TRACE(head);
      expect_survived(head + repeated(sign, 300'000 / std::string_view(sign).size()));
    }
  }
}

TEST(Hostile, DeepNesting) {
  constexpr std::size_t kDepth = 200'000;
  for (const char* tag : {"<div>", "<b>", "<ul><li>", "<table><tr><td>", "<span>", "<a href=x>",
                          "<p><font>", "<svg>", "<button>", "<select>", "<form>", "<dl><dd>"}) {
    SCOPED_TRACE(tag);
    expect_survived("<html>" + repeated(tag, kDepth));
  }
  expect_survived("# a\n\n**b**\n\n" + repeated("> ", kDepth));
  expect_survived("# a\n\n**b**\n\n" + repeated("- ", kDepth));
  expect_survived("# a\n\n**b**\n\n" + repeated("<div>\n", kDepth));
}

TEST(Hostile, AWideTableInMarkdown) {
  expect_survived("# a\n\n" + repeated("|a", 20'000) + "|\n" + repeated("|--", 20'000) + "|\n" +
                  repeated("|b|\n", 20'000));
}

TEST(Hostile, ManyLinkDefinitions) {
  std::string text = "# a\n\n**b**\n\n";
  for (int i = 0; i < 20'000; ++i) text.append("[a").append(std::to_string(i)).append("]: x\n");
  text += repeated("[a19999] ", 20'000);
  expect_survived(text);
}

TEST(Hostile, ADoctypeWithEntitiesExpandsNothing) {
  const std::string page =
      "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><p>&b;</p>";
  const Result<Document> document = read_document(readers(), {"-", page}, Limits{});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text.find("aaaaaaaaaa\xC2\xA0"), std::string::npos);
  EXPECT_LT(document->text.size(), 100U);
}

// Small real shapes, cut at every byte, then with every bit of every byte turned.
TEST(Hostile, CutAndFlippedInputs) {
  const std::string inputs[] = {
      "<!DOCTYPE html><p style='color:red'>\xC3\xA9t&eacute; <b>a<i>b</b>c</i><br>d<table><tr><td>"
      "e<input name=f><!-- g --></table>&#x301;</p>",
      "# T\n\na **b** [c](d \"e\") `f`  \ng\n\n| h | i |\n|---|---|\n| j | k |\n\n- [ ] "
      "l\n\n&amp;<b>m</b>\n",
      "From: a\nSubject: =?utf-8?q?=C3=A9?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; "
      "boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: base64\n\nw6l0w6k=\n--x--\n",
      "Objet : a\n\n1. b\n   c\n\nT\n===\nNom : .......\n\xE2\x80\xA2 d\n| e | f |\n| g | h |\n",
  };
  for (const std::string& input : inputs) {
    for (std::size_t size = 0; size <= input.size(); ++size) {
      expect_survived(input.substr(0, size));
    }
    for (std::size_t bit = 0; bit < input.size() * 8; ++bit) {
      std::string flipped = input;
      flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
      expect_survived(flipped);
    }
  }
}

}  // namespace
}  // namespace limpide
