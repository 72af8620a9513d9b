#include "analyzer/readers/html/entities.h"

#include <gtest/gtest.h>

namespace limpide {
namespace {

struct EntityCase {
  const char* text;
  const char* decoded;
  std::uint32_t bytes;
};

const EntityCase kCases[] = {
    {"&eacute;t", "\xC3\xA9", 8},
    {"&eacutet", "\xC3\xA9", 7},
    {"&#233;", "\xC3\xA9", 6},
    {"&#xE9;", "\xC3\xA9", 6},
    {"&#XE9 ", "\xC3\xA9", 5},
    {"&#128;", "\xE2\x82\xAC", 6},
    {"&#0;", "\xEF\xBF\xBD", 4},
    {"&#xD800;", "\xEF\xBF\xBD", 8},
    {"&#x110000;", "\xEF\xBF\xBD", 10},
    {"&notit;", "\xC2\xAC", 4},
    {"&notin;", "\xE2\x88\x89", 7},
    {"&nbsp;", "\xC2\xA0", 6},
    {"&NotEqualTilde;", "\xE2\x89\x82\xCC\xB8", 15},
    {"&", "", 0},
    {"&;", "", 0},
    {"& a", "", 0},
    {"&#;", "", 0},
    {"&#x;", "", 0},
    {"&nosuchname;", "", 0},
    {"&laquo;", "\xC2\xAB", 7},
    {"&rsquo;", "\xE2\x80\x99", 7},
    {"&rsquo", "", 0},
};

TEST(Entities, ReadsTheTable) {
  for (const EntityCase& one : kCases) {
    SCOPED_TRACE(one.text);
    const CharacterReference reference = character_reference(one.text);
    EXPECT_EQ(reference.text, one.decoded);
    EXPECT_EQ(reference.bytes, one.bytes);
  }
}

TEST(Entities, NamesAreSorted) {
  for (std::size_t i = 1; i < kNamedEntityCount; ++i) {
    EXPECT_LT(std::string(kNamedEntities[i - 1].name), kNamedEntities[i].name);
  }
}

TEST(Entities, DecodesAWholeText) {
  EXPECT_EQ(decode_references("a&amp;b & c&lt;"), "a&b & c<");
  EXPECT_EQ(decode_references("&"), "&");
  EXPECT_EQ(decode_references(""), "");
}

TEST(Entities, TakesANumberOfAnyLength) {
  const std::string zeros = "&#" + std::string(100'000, '0') + "65;";
  EXPECT_EQ(character_reference(zeros).text, "A");
  EXPECT_EQ(character_reference("&#" + std::string(100'000, '9')).text, "\xEF\xBF\xBD");
}

}  // namespace
}  // namespace limpide
