// Hard places of Markdown. (Whole letters: copies_test.cpp.)
#include "analyzer/annotation/markdown/markdown_annotator.h"

#include <gtest/gtest.h>

#include "analyzer/annotation/markdown/critic_markup.h"
#include "analyzer/readers/markdown/markdown_reader.h"
#include "tests/analyzer/annotation/annotation_case.h"
#include "tests/support/marks_removed.h"

namespace limpide {
namespace {

using testing::Marks;
using testing::text_copy;
using testing::TextCopy;
using testing::Wanted;
using testing::without_marks;

const MarkdownReader kReader;

const std::string kComment1 = "{>>Title 1 \\<\\&>. Two  spaces.<<}";
const std::string kAway1 = "{>>Title 1 \\<\\&>. About words. Two  spaces.<<}";

struct Case {
  const char* name;
  std::string text;
  Wanted wanted;
  std::string part;         // of the copy
  std::size_t changes = 0;  // written
};

std::vector<Case> cases() {
  return {
      {"words", "one two three\n", {{"two"}, {}}, "one {==two==}" + kComment1 + " three\n"},
      {"a change", "one two three\n", {{}, {{"two", "2"}}}, "one {--two--}{++2++} three\n", 1},
      {"a deletion", "one two three\n", {{}, {{" two", ""}}}, "one{-- two--} three\n", 1},
      {"the whole", "one\n", {{""}, {}}, kComment1 + "\n\none\n"},
      {"after the front matter",
       "---\ntitle: x\n---\none\n",
       {{""}, {}},
       "---\ntitle: x\n---\n" + kComment1 + "\n\none\n"},
      {"a comment on a change",
       "one two three\n",
       {{"two"}, {{"two", "2"}}},
       "{--two--}{++2++}" + kComment1},
      {"a comment around a mark names its words",
       "one two three\n",
       {{"one two three"}, {{"two", "2"}}},
       "one {--two--}{++2++} three" + kAway1,
       1},
      {"bold", "one **two** three\n", {{"two"}, {}}, "**{==two==}" + kComment1 + "**"},
      {"out of bold",
       "one **two** three\n",
       {{"two three"}, {}},
       "**{==two==}**{== three==}" + kComment1},
      {"a heading", "# one two\n", {{"two"}, {}}, "# one {==two==}" + kComment1 + "\n"},
      {"a cell", "| a | b |\n|---|---|\n| one | two |\n", {{"two"}, {}}, "| {==two==}" + kComment1},
      {"a link", "see [the page](x.html)\n", {{"page"}, {}}, "[the {==page==}" + kComment1 + "](x"},
      {"code is left",
       "one `two` three\n",
       {{"one two three"}, {{"two", "2"}}},
       "{==one ==}`two`{== three==}"},
      {"a block of code", "one\n\n    two\n", {{"two"}, {{"two", "2"}}}, kAway1 + "\n\none"},
      {"a bare address",
       "see http://one.two/three here\n",
       {{"two"}, {{"two", "2"}}},
       kAway1 + "\n\nsee http://one.two/three here\n"},
      {"words that hold signs of marks", "one {two} three\n", {{"two} three"}, {}}, kAway1},
      {"lines of a quotation",
       "> one\n> two\n",
       {{"one two"}, {}},
       "> {==one==}\n> {==two==}" + kComment1},
      {"CRLF", "one\r\n\r\ntwo\r\n", {{"", "two"}, {}}, "<<}\r\n\r\none\r\n\r\n{==two==}"},
  };
}

TEST(MarkdownAnnotator, Places) {
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.name);
    const TextCopy copy = text_copy(kReader, one.text, one.wanted);
    EXPECT_EQ(copy.error, "");
    EXPECT_NE(copy.made.bytes.find(one.part), std::string::npos) << copy.made.bytes;
    EXPECT_EQ(copy.made.comments.size(), one.wanted.comments.size());
    EXPECT_EQ(without_marks(Format::kMarkdown, copy.made.bytes, Marks::kRefused), one.text);
  }
}

// Emphasis inside a word opens or closes by what stands beside it: such a block gets no mark.
TEST(MarkdownAnnotator, AMarkNeverChangesTheRest) {
  for (const char* text : {"a**one**b two\n", "one_two_ three\n", "*one*two **three**four\n"}) {
    const Document before = *kReader.read({"t.md", text}, {});
    const TextCopy copy = text_copy(kReader, text, {{"one"}, {}});
    const Document after = *kReader.read({"t.md", copy.made.bytes}, {});
    EXPECT_EQ(critic::rejected(slice(after.text, after.blocks.back().text)), before.text);
  }
}

TEST(MarkdownAnnotator, Refusals) {
  const Wanted wanted{{"one"}, {}};
  const TextCopy once = text_copy(kReader, "one\n", wanted);
  EXPECT_EQ(text_copy(kReader, once.made.bytes, wanted).error, "error.annotate.critic");
  EXPECT_EQ(text_copy(kReader, "one {~~a~>b~~}\n", wanted).error, "error.annotate.critic");
}

TEST(CriticMarkup, CommentsAreOneLineAndNoMarkdown) {
  EXPECT_EQ(critic::comment({"A title", "Use `x` | *y* {z} <<} [1]\nnow!", " "}),
            "{>>A title. Use \\`x\\` \\| \\*y\\* (z) \\<\\<) \\[1\\] now!<<}");
  EXPECT_EQ(critic::rejected("a {==b==}{>>c<<} {--d--}{++e++} {f"), "a b d {f");
  EXPECT_FALSE(critic::can_mark("a--b"));
  EXPECT_TRUE(critic::can_mark("a-b"));
}

}  // namespace
}  // namespace limpide
