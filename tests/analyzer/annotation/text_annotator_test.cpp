// Reviewed copies of plain texts and e-mails. (Whole letters: copies_test.cpp.)
#include "analyzer/annotation/text/text_annotator.h"

#include <gtest/gtest.h>

#include "analyzer/readers/eml/eml_reader.h"
#include "analyzer/readers/text/text_reader.h"
#include "tests/analyzer/annotation/annotation_case.h"
#include "tests/support/marks_removed.h"

namespace limpide {
namespace {

using testing::text_copy;
using testing::TextCopy;
using testing::without_notes;

const TextReader kReader;
const EmlReader kMailReader;

TEST(TextAnnotator, NumbersInTheTextNotesUnderIt) {
  const std::string text = "one two three.\n\nfour five\n";
  const TextCopy copy = text_copy(kReader, text, {{"", "five", "two"}, {{"three", "3"}}});
  const std::string rule(72, '-');
  EXPECT_EQ(copy.made.bytes, "Copy.\n\none two[1] three[2].\n\nfour five[3]\n\n\n" + rule +
                                 "\nTITLE 1 <&>\n\nTwo spaces\n"
                                 "\n[1] Title 3 <&>\n    About words\n    Two spaces\n"
                                 "\n[2] Change three to 3.\n"
                                 "\n[3] Title 2 <&>\n    About words\n    Two spaces\n");
  EXPECT_EQ(without_notes(copy.made.bytes, "\n"), text);
}

TEST(TextAnnotator, NumbersOfTheWriterAreNotOurs) {
  const std::string text = "one [1] two [R1] three";
  const TextCopy copy = text_copy(kReader, text, {{"two"}, {}});
  EXPECT_NE(copy.made.bytes.find("two[R-1]"), std::string::npos) << copy.made.bytes;
  EXPECT_EQ(without_notes(copy.made.bytes, "\n"), text);
}

TEST(TextAnnotator, KeepsEncodingAndLineEnds) {
  const std::string text = "caf\xE9 one\r\ntwo";
  const TextCopy copy = text_copy(kReader, text, {{"one"}, {}});
  EXPECT_NE(copy.made.bytes.find("caf\xE9 one[1]\r\ntwo\r\n\r\n---"), std::string::npos);
  EXPECT_EQ(without_notes(copy.made.bytes, "\r\n"), text);
  const TextCopy marked = text_copy(kReader, "\xEF\xBB\xBFone", {{"one"}, {}});
  EXPECT_EQ(marked.made.bytes.substr(0, 8),
            "\xEF\xBB\xBF"
            "Copy.");
}

TEST(TextAnnotator, AMailBecomesItsText) {
  const std::string mail =
      "Subject: =?utf-8?Q?one_=C3=A9t=C3=A9?=\r\nMIME-Version: 1.0\r\n"
      "Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
      "quoted-printable\r\n\r\n<p>caf=E9 two</p><ul><li>three</ul><table><tr><th>a<th>b</table>";
  const TextCopy copy = text_copy(kMailReader, mail, {{"two"}, {{"three", "3"}}});
  EXPECT_EQ(copy.error, "");
  EXPECT_NE(copy.made.bytes.find("Mail.\n\nSubject: one \xC3\xA9t\xC3\xA9\n\ncaf\xC3\xA9 two[1]\n\n"
                                 "  - three[2]\n\na | b\n"),
            std::string::npos)
      << copy.made.bytes;
}

}  // namespace
}  // namespace limpide
