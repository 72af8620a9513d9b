// Edits in text files of any encoding, as `fix` makes them.
#include "analyzer/annotation/edited_file.h"

#include <gtest/gtest.h>

#include "analyzer/base/text_encoder.h"
#include "analyzer/readers/html/html_reader.h"
#include "analyzer/readers/markdown/markdown_reader.h"
#include "analyzer/readers/text/text_reader.h"

namespace limpide {
namespace {

// The file with its words "one" replaced, or the key of the error.
std::string edited(const Reader& reader, const std::string& bytes, const std::string& text) {
  const Result<Document> document = reader.read({"test", bytes}, {});
  if (!document) return document.error().message.key;
  const std::size_t at = document->text.find("one");
  const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 3)};
  const Result<EditedFile> made = edit_file({"test", bytes, *document, {{{span, text}}}});
  return made ? made->bytes : made.error().message.key;
}

const TextReader kText;
const HtmlReader kHtml;
const MarkdownReader kMarkdown;

const std::string kNarrowSpace = "\xE2\x80\xAF";
const std::string kApostrophe = "\xE2\x80\x99";
const std::string kEuro = "\xE2\x82\xAC";

TEST(EditedText, CharactersThatWindowsLacksBecomeTheNearest) {
  EXPECT_EQ(edited(kText, "caf\xE9 one\r\n", "1" + kNarrowSpace + "!"), "caf\xE9 1\xA0!\r\n");
  EXPECT_EQ(edited(kText, "caf\xE9 one", "5 " + kEuro), "caf\xE9 5 \x80");
  // No sign shows windows-1252: the file may be ISO-8859-1, which has no typographic apostrophe.
  EXPECT_EQ(edited(kText, "caf\xE9 one", "l" + kApostrophe + "un"), "caf\xE9 l'un");
  EXPECT_EQ(edited(kText,
                   "l\x92"
                   "\xE9t\xE9 one",
                   "l" + kApostrophe + "un"),
            "l\x92"
            "\xE9t\xE9 l\x92un");
}

TEST(EditedText, WhatHasNoNearSignIsNotMade) {
  EXPECT_EQ(edited(kText, "caf\xE9 one", "\xE2\x98\x83"), "caf\xE9 one");
}

TEST(EditedText, PagesHaveNumbersForThem) {
  EXPECT_EQ(edited(kHtml, "<p>caf\xE9 one</p>", "1" + kNarrowSpace + "!"),
            "<p>caf\xE9 1&#8239;!</p>");
  EXPECT_EQ(edited(kHtml, "<p>one</p>", "\xC3\xA9t\xC3\xA9 < 1"), "<p>&#233;t&#233; &lt; 1</p>");
}

TEST(EditedText, WideTextsStayWide) {
  const TextEncoder encoder = *TextEncoder::open("UTF-16BE");
  const std::string text = *encoder.encode(
      "\xEF\xBB\xBF"
      "caf\xC3\xA9 one");
  EXPECT_EQ(edited(kText, text, kNarrowSpace), *encoder.encode("\xEF\xBB\xBF"
                                                               "caf\xC3\xA9 " +
                                                               kNarrowSpace));
}

// The file with the first space after "one" replaced by a paragraph break.
std::string broken(const Reader& reader, const std::string& bytes) {
  const Result<Document> document = reader.read({"test", bytes}, {});
  if (!document) return document.error().message.key;
  const std::size_t at = document->text.find_first_of(" \n", document->text.find("one"));
  const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)};
  const std::vector<std::vector<Edit>> changes{{{span, std::string(kParagraphBreak)}}};
  const Result<EditedFile> made = edit_file({"test", bytes, *document, changes});
  return made ? made->bytes : made.error().message.key;
}

TEST(EditedText, AParagraphOfAPageBecomesTwo) {
  EXPECT_EQ(broken(kHtml, "<p>one. Two.</p>"), "<p>one.</p><p>Two.</p>");
  EXPECT_EQ(broken(kHtml, "<p class=\"a\" id=\"b\" lang=fr>one. Two.</p>"),
            "<p class=\"a\" id=\"b\" lang=fr>one.</p><p class=\"a\" lang=fr>Two.</p>");
  EXPECT_EQ(broken(kHtml, "<p>A <b id=b>one. <i>Two</i>.</b>"),
            "<p>A <b id=b>one.</b></p><p><b><i>Two</i>.</b>");
  EXPECT_EQ(broken(kHtml, "<div>one. Two.</div>"), "<div>one.<br><br>Two.</div>");
  for (const char* kept :
       {"<p><a href=x>one. Two.</a></p>", "<ul><li>one. Two.</li></ul>", "<h1>one. Two.</h1>"}) {
    EXPECT_EQ(broken(kHtml, kept), kept);
  }
}

TEST(EditedText, AParagraphOfATextBecomesTwo) {
  EXPECT_EQ(broken(kText, "one. Two.\n"), "one.\n\nTwo.\n");
  EXPECT_EQ(broken(kText, "one.\nTwo two two.\n"), "one.\n\nTwo two two.\n");
  EXPECT_EQ(broken(kHtml, "<p>one.\n  Two.</p>"), "<p>one.</p><p>Two.</p>");
  EXPECT_EQ(broken(kText, "A\r\n\r\none. Two.\r\n"), "A\r\n\r\none.\r\n\r\nTwo.\r\n");
  EXPECT_EQ(broken(kMarkdown, "one. Two.\n"), "one.\n\nTwo.\n");
  EXPECT_EQ(broken(kMarkdown, "one.\nTwo.\n"), "one.\n\nTwo.\n");
  for (const char* kept :
       {"**one. Two.**\n", "[one. Two.](x)\n", "> one. Two.\n", "- one. Two.\n"}) {
    EXPECT_EQ(broken(kMarkdown, kept), kept);
  }
}

TEST(EditedText, Refusals) {
  EXPECT_EQ(edited(kText, "one \xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xFF", "x"),
            "error.encoding.damaged");
}

TEST(TextEncoder, KnowsWhatItCannotWrite) {
  EXPECT_FALSE(TextEncoder::open("no-such-encoding").has_value());
  const TextEncoder windows = *TextEncoder::open("windows-1252");
  EXPECT_TRUE(windows.can_write(0x2019));
  EXPECT_FALSE(windows.can_write(0x202F));
  EXPECT_FALSE(windows.encode(kNarrowSpace).has_value());
  EXPECT_EQ(windows.encode(""), "");
}

}  // namespace
}  // namespace limpide
