#include "analyzer/readers/encoding.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace limpide {
namespace {

using std::string_view_literals::operator""sv;

struct EncodingCase {
  const char* name;
  std::string_view bytes;
  const char* declared;
  std::string_view text;  // UTF-8
  const char* encoding;
};

const EncodingCase kCases[] = {
    {"ASCII is UTF-8", "abc"sv, "", "abc"sv, "UTF-8"},
    {"UTF-8 wins over a wrong declaration", "\xC3\xA9"sv, "iso-8859-1", "\xC3\xA9"sv, "UTF-8"},
    {"a mark of UTF-8 stays", "\xEF\xBB\xBF\xC3\xA9"sv, "", "\xEF\xBB\xBF\xC3\xA9"sv, "UTF-8"},
    {"UTF-16LE by its mark", "\xFF\xFE\xE9\0t\0"sv, "", "\xEF\xBB\xBF\xC3\xA9t"sv, "UTF-16LE"},
    {"UTF-16BE by its mark", "\xFE\xFF\0\xE9\0t"sv, "", "\xEF\xBB\xBF\xC3\xA9t"sv, "UTF-16BE"},
    {"bytes alone are windows-1252", "\xE9t\xE9 \x80 \x9C"sv, "",
     "\xC3\xA9t\xC3\xA9 \xE2\x82\xAC \xC5\x93"sv, "windows-1252"},
    {"Latin-1 is read as windows-1252", "\x92"sv, "ISO-8859-1", "\xE2\x80\x99"sv, "windows-1252"},
    {"the declared charset", "\xA4"sv, "ISO-8859-15", "\xE2\x82\xAC"sv, "ISO-8859-15"},
    {"an unknown charset is not believed", "\xE9"sv, "x-nothing", "\xC3\xA9"sv, "windows-1252"},
    {"declared UTF-16 without mark is not believed", "\xE9."sv, "UTF-16", "\xC3\xA9."sv,
     "windows-1252"},
    {"a cut in UTF-8", "\xC3\xA9\xC3\xA8\xC3\xA0\xC3\xB4 \xC3"sv, "",
     "\xC3\xA9\xC3\xA8\xC3\xA0\xC3\xB4 \xEF\xBF\xBD"sv, "UTF-8"},
    {"declared UTF-8 with faults",
     "a\xFF"
     "b"sv,
     "utf-8",
     "a\xEF\xBF\xBD"
     "b"sv,
     "UTF-8"},
    {"overlong forms are faults",
     "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC0\xAF"sv, "",
     "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xEF\xBF\xBD\xEF\xBF\xBD"sv,
     "UTF-8"},
};

TEST(Encoding, DecodesTheTable) {
  for (const EncodingCase& one : kCases) {
    SCOPED_TRACE(one.name);
    const Result<DecodedText> decoded = decode_text(one.bytes, one.declared);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, one.text);
    EXPECT_EQ(decoded->encoding, one.encoding);
    EXPECT_EQ(decoded->mark_bytes, one.text.substr(0, 3) == "\xEF\xBB\xBF"sv ? 3U : 0U);
  }
}

TEST(Encoding, CountsDamagedPlaces) {
  EXPECT_EQ(decode_text("a\xFFz\xFF", "utf-8")->damaged, 2U);
  EXPECT_EQ(decode_text("abc", "utf-8")->damaged, 0U);
}

TEST(Encoding, RefusesBinaryData) {
  for (const std::string_view bytes : {"abc\0def"sv, "\x01\x02\x03\x04"sv, "\xFF\xFE\x41"sv}) {
    EXPECT_TRUE(looks_binary(bytes));
  }
  const Result<DecodedText> decoded = decode_text("abc\0def"sv, "");
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().message.key, "error.read.binary");
  EXPECT_FALSE(looks_binary("a\tb\r\n\f"sv));
  EXPECT_FALSE(looks_binary(""sv));
}

TEST(Encoding, ShowsTheBeginningDecoded) {
  std::string storage;
  EXPECT_EQ(text_prefix("\xEF\xBB\xBF"
                        "abc"sv,
                        storage),
            "abc");
  EXPECT_EQ(text_prefix("\xFF\xFE\x61\0\x62\0"sv, storage), "ab");
  EXPECT_EQ(text_prefix("\xFF\xFE"sv, storage), "");
  EXPECT_EQ(text_prefix(""sv, storage), "");
}

}  // namespace
}  // namespace limpide
