#include "analyzer/readers/office/xml_part.h"

#include <gtest/gtest.h>

#include <string>

namespace limpide {
namespace {

std::string refusal(std::string bytes, const Limits& limits = {}) {
  const Result<XmlPart> part = parse_part("f.docx", "word/document.xml", std::move(bytes), limits);
  return part ? "" : part.error().message.key;
}

std::string nested(std::size_t depth) {
  std::string xml;
  for (std::size_t i = 0; i < depth; ++i) xml += "<a>";
  for (std::size_t i = 0; i < depth; ++i) xml += "</a>";
  return xml;
}

TEST(XmlPart, RefusesWhatIsNotWellFormedUtf8Xml) {
  EXPECT_EQ(refusal("<a>x</a>"), "");
  EXPECT_EQ(refusal("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>"), "");
  EXPECT_EQ(refusal(""), "error.xml.ill_formed");
  EXPECT_EQ(refusal("plain text"), "error.xml.ill_formed");
  EXPECT_EQ(refusal("<a><b></a>"), "error.xml.ill_formed");
  EXPECT_EQ(refusal("<a>\xC3</a>"), "error.xml.utf8");
  EXPECT_EQ(refusal(std::string("<a>\0</a>", 8)), "error.xml.utf8");
  EXPECT_EQ(refusal("<?xml version='1.0' encoding='ISO-8859-1'?><a/>"), "error.xml.encoding");
  EXPECT_EQ(refusal("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), "error.xml.doctype");
}

TEST(XmlPart, BoundsDepthAndMarks) {
  EXPECT_EQ(refusal(nested(250)), "");
  EXPECT_EQ(refusal(nested(200'000)), "error.xml.too_deep");
  Limits limits;
  limits.blocks = 10;
  EXPECT_EQ(refusal(nested(50), limits), "error.xml.too_many");
}

TEST(XmlPart, DecodesUtf16) {
  const std::u16string text = u"<?xml version='1.0' encoding='UTF-16'?><a>\u00E9\U0001F600</a>";
  std::string little = "\xFF\xFE";
  std::string big = "\xFE\xFF";
  for (const char16_t unit : text) {
    little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
  }
  for (const std::string& bytes : {little, big}) {
    const Result<XmlPart> part = parse_part("f", "p", bytes, Limits{});
    ASSERT_TRUE(part.has_value());
    EXPECT_STREQ(part->tree->child("a").child_value(), "\xC3\xA9\xF0\x9F\x98\x80");
  }
}

TEST(XmlPart, NumbersAreBoundedWhateverTheText) {
  EXPECT_EQ(whole_number("12", 0, 100, -1), 12);
  EXPECT_EQ(whole_number("99999999999999999999", 0, 100, -1), 100);
  EXPECT_EQ(whole_number("-99999999999999999999", 0, 100, -1), 0);
  EXPECT_EQ(whole_number("", 0, 100, -1), -1);
  EXPECT_EQ(whole_number("x", 0, 100, -1), -1);
}

}  // namespace
}  // namespace limpide
