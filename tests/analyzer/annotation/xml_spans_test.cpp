#include "analyzer/annotation/xml_spans.h"

#include <gtest/gtest.h>

#include "analyzer/annotation/splices.h"
#include "analyzer/annotation/xml_escape.h"

namespace limpide {
namespace {

const std::string kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

TEST(XmlSpans, KnowsTheBytesOfEveryNode) {
  const std::string source = "<?xml version=\"1.0\"?><!-- a <b> --><w:a xmlns:w=\"" + kWord +
                             "\"><w:b c='>' >x &amp; y</w:b ><w:d/><![CDATA[<e>]]></w:a>";
  const auto spans = XmlSpans::of(source);
  ASSERT_TRUE(spans.has_value());
  const auto of = [&](std::uint32_t i) { return slice(source, spans->node(i).outer); };
  ASSERT_EQ(spans->nodes().size(), 5U);
  EXPECT_EQ(of(1), "<w:b c='>' >x &amp; y</w:b >");
  EXPECT_EQ(slice(source, spans->node(1).inner), "x &amp; y");
  EXPECT_EQ(spans->value(1, "c"), ">");
  EXPECT_EQ(of(3), "<w:d/>");
  EXPECT_TRUE(spans->node(3).empty);
  EXPECT_EQ(of(4), "<![CDATA[<e>]]>");
  EXPECT_EQ(slice(source, spans->node(4).inner), "<e>");
  EXPECT_EQ(spans->children(0), (std::vector<std::uint32_t>{1, 3, 4}));
  EXPECT_EQ(spans->at(static_cast<std::uint32_t>(source.find("x &amp;"))), 2U);
  EXPECT_TRUE(spans->usual_prefix("w"));
  EXPECT_EQ(slice(source, spans->end_name(1)), "w:b");
}

TEST(XmlSpans, GivesUsualPrefixes) {
  const std::string source =
      "<a xmlns=\"" + kWord + "\" xmlns:w=\"urn:x\"><w:p/><n:p xmlns:n=\"" + kWord + "\"/></a>";
  const auto spans = XmlSpans::of(source);
  ASSERT_TRUE(spans.has_value());
  EXPECT_EQ(spans->node(0).name, "w:a");
  EXPECT_EQ(spans->node(1).name, "?:p");
  EXPECT_EQ(spans->node(2).name, "w:p");
  EXPECT_FALSE(spans->usual_prefix("w"));
}

TEST(XmlSpans, APrefixChangedInsideIsNotUsual) {
  const std::string source = "<w:a xmlns:w=\"" + kWord + "\"><b xmlns:w=\"urn:x\"/></w:a>";
  const auto spans = XmlSpans::of(source);
  ASSERT_TRUE(spans.has_value());
  EXPECT_FALSE(spans->usual_prefix("w"));
}

TEST(XmlSpans, RefusesWhatIsNotWellFormed) {
  for (const char* bad : {"", "text", "<a>", "<a></b>", "</a>", "<a/><b/>", "<a", "<a b=\"", "<>",
                          "<!DOCTYPE a><a/>", "<a><!-- </a>", "<a><![CDATA[</a>", "<a b/>"}) {
    EXPECT_FALSE(XmlSpans::of(bad).has_value()) << bad;
  }
}

TEST(XmlText, EscapesAndLeavesOut) {
  EXPECT_EQ(xml_text("a<b> & \"c\"\x01"), "a&lt;b&gt; &amp; &quot;c&quot;");
  EXPECT_EQ(xml_text("\xEF\xBF\xBF\xEF\xBF\xBDx"), "\xEF\xBF\xBDx");
}

TEST(Splices, KeepTheRest) {
  EXPECT_EQ(spliced("abcdef", {{{3, 3}, "2"}, {{1, 1}, "1"}, {{3, 5}, "X"}, {{6, 6}, "!"}}),
            "a1bc2Xf!");
  EXPECT_EQ(spliced("abc", {{{0, 2}, "x"}, {{1, 3}, "y"}}), "xc");
}

}  // namespace
}  // namespace limpide
