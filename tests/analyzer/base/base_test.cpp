#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <string>

#include "analyzer/base/catalogue.h"
#include "analyzer/base/files.h"
#include "analyzer/base/mapped_file.h"
#include "analyzer/base/offsets.h"
#include "analyzer/base/recent_values.h"
#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr const char* kEAcute = "\xC3\xA9";
constexpr const char* kCombiningAcute = "\xCC\x81";

// A letter that the short way does not know sends the whole text to ICU: both must agree.
TEST(Utf8, ApostrophesAreMadeStraight) {
  EXPECT_EQ(with_straight_apostrophes("l\xE2\x80\x99"
                                      "aide d\xE2\x80\x99"
                                      "un"),
            "l'aide d'un");
  EXPECT_EQ(with_straight_apostrophes("l'aide"), "l'aide");
  EXPECT_EQ(with_straight_apostrophes("\xE2\x80\x98\xE2\x80"), "\xE2\x80\x98\xE2\x80");
  EXPECT_EQ(with_straight_apostrophes(""), "");
}

TEST(Utf8, LowerCaseOfEveryCharacterIsWhatIcuSays) {
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string alone = "Aa";
    append_utf8(alone, c);
    ASSERT_EQ(to_lower(alone + "Z\u0100"), to_lower(alone + "Z") + "\u0101")
        << static_cast<std::uint32_t>(c);
  }
}

TEST(Utf8, RefusesWhatIsNotUtf8) {
  for (const char* bad : {"\x80", "\xC3", "\xC0\x80", "\xE2\x82", "\xED\xA0\x80",
                          "\xF5\x80\x80\x80", "\xF4\x90\x80\x80", "a\xFF", "\xE0\x80\x80"}) {
    EXPECT_FALSE(is_valid_utf8(bad)) << bad;
  }
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_TRUE(is_valid_utf8("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"));
  EXPECT_EQ(first_invalid_utf8("abc\xC3\x28"), 3U);
}

TEST(Utf8, NormalisesAndSaysWhere) {
  const std::string decomposed = std::string("cafe") + kCombiningAcute + " noir";
  EXPECT_FALSE(is_nfc(decomposed));
  const Normalized normalized = normalize_nfc(decomposed);
  EXPECT_EQ(normalized.text, std::string("caf") + kEAcute + " noir");
  std::uint32_t before = 0;
  std::uint32_t after = 0;
  bool changed = false;
  for (const NormalizationEdit& edit : normalized.edits) {
    before += edit.old_bytes;
    after += edit.new_bytes;
    changed = changed || edit.changed;
  }
  EXPECT_EQ(before, decomposed.size());
  EXPECT_EQ(after, normalized.text.size());
  EXPECT_TRUE(changed);
  EXPECT_TRUE(is_nfc("d\xC3\xA9j\xC3\xA0 \xE2\x80\x99 \xE2\x82\xAC"));
}

TEST(Utf8, CaseAndAccents) {
  EXPECT_EQ(to_lower("\xC3\x89TAT"), "\xC3\xA9tat");
  EXPECT_EQ(to_upper("\xC3\xA9tat"), "\xC3\x89TAT");
  EXPECT_EQ(capitalized("\xC3\xA9tat"), "\xC3\x89tat");
  EXPECT_EQ(without_accents("\xC5\x93uvre \xC3\xA0 no\xC3\xABl"), "oeuvre a noel");
  EXPECT_TRUE(is_space(0x00A0));
  EXPECT_TRUE(is_space(0x202F));
  EXPECT_FALSE(is_space(U'a'));
}

TEST(Offsets, LinesColumnsAndUtf16) {
  const std::string text = std::string("a") + kEAcute + "b\r\nx\xF0\x9F\x98\x80y\rz";
  const OffsetIndex index(text);
  EXPECT_EQ(index.line_count(), 3U);
  EXPECT_EQ(index.at(0), (TextPosition{1, 1, 0}));
  EXPECT_EQ(index.at(3), (TextPosition{1, 3, 2}));
  const std::size_t y = text.find('y');
  EXPECT_EQ(index.at(y), (TextPosition{2, 3, 8}));
  EXPECT_EQ(index.at(text.size()), (TextPosition{3, 2, 11}));
  EXPECT_EQ(index.line(1), std::string("a") + kEAcute + "b");
  EXPECT_EQ(utf16_length(text), 11U);
}

TEST(Offsets, LongTextsAgreeWithCountingFromTheStart) {
  std::string text;
  for (int i = 0; i < 5000; ++i)
    text += i % 7 == 0 ? "\xF0\x9F\x98\x80" : (i % 11 == 0 ? "\n" : "e\xC3\xA9");
  const OffsetIndex index(text);
  std::uint32_t units = 0;
  for (std::size_t i = 0; i < text.size(); i += decode_at(text, i).size) {
    ASSERT_EQ(index.at(i).utf16, units) << i;
    units += decode_at(text, i).size == 4 ? 2 : 1;
  }
}

TEST(Catalogue, FillsNamesAndPlurals) {
  const std::string file =
      "# comment\n"
      "greeting = Bonjour {name}\n"
      "count = {n, plural, one {# mot} other {# mots}}\n"
      "long = first\n"
      "  second\n";
  const Result<Catalogue> catalogue = Catalogue::parse(file, "test");
  ASSERT_TRUE(catalogue.has_value());
  EXPECT_EQ(catalogue->format({"greeting", {{"name", "l'agent {x}"}}}), "Bonjour l'agent {x}");
  EXPECT_EQ(catalogue->format({"count", {{"n", "1"}}}), "1 mot");
  EXPECT_EQ(catalogue->format({"count", {{"n", "12"}}}), "12 mots");
  EXPECT_EQ(catalogue->text("long"), "first second");
  EXPECT_EQ(catalogue->format({"unknown", {}}), "unknown");
}

TEST(Catalogue, RefusesFaultyLines) {
  const Result<Catalogue> line = Catalogue::parse("a = b\nno equals\n", "test");
  ASSERT_FALSE(line.has_value());
  EXPECT_EQ(line.error().location.line, 2U);
  EXPECT_FALSE(Catalogue::parse("a = b\na = c\n", "test").has_value());
  EXPECT_FALSE(Catalogue::parse("  starts with a continuation\n", "test").has_value());
}

TEST(Files, WriteIsAllOrNothing) {
  const std::string path = testing::TempDir() + "limpide_write_test.txt";
  ASSERT_TRUE(write_file_atomically(path, "one").has_value());
  ASSERT_TRUE(write_file_atomically(path, "two").has_value());
  const Result<std::string> read = read_file(path, 100);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, "two");
  const Result<std::string> limited = read_file(path, 2);
  ASSERT_FALSE(limited.has_value());
  EXPECT_EQ(limited.error().code, ErrorCode::kLimit);
  EXPECT_FALSE(write_file_atomically("/nonexistent/folder/x", "y").has_value());
  EXPECT_EQ(read_file("/nonexistent", 10).error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(read_file(testing::TempDir(), 10).has_value());
}

TEST(MappedFiles, MapsAndRefuses) {
  const std::string path = testing::TempDir() + "limpide_map_test.bin";
  ASSERT_TRUE(write_file_atomically(path, "bytes").has_value());
  const Result<MappedFile> mapped = MappedFile::open(path);
  ASSERT_TRUE(mapped.has_value());
  EXPECT_EQ(mapped->bytes(), "bytes");
  EXPECT_FALSE(MappedFile::open("/nonexistent").has_value());
  EXPECT_FALSE(MappedFile::open(testing::TempDir()).has_value());
  ASSERT_TRUE(write_file_atomically(path, "").has_value());
  const Result<MappedFile> empty = MappedFile::open(path);
  ASSERT_TRUE(empty.has_value());
  EXPECT_TRUE(empty->bytes().empty());
}

TEST(RecentValues, AreFoundUntilOthersTakeTheirRoom) {
  RecentValues<int> values(1000);
  const auto keep = [&values](const std::string& key, int value) {
    values.keep(key, std::make_shared<const int>(value), 90);
  };
  EXPECT_EQ(values.find("a"), nullptr);
  keep("a", 1);
  keep("a", 2);
  ASSERT_NE(values.find("a"), nullptr);
  EXPECT_EQ(*values.find("a"), 1);
  // Asked for now and then, it stays; a value that nobody asks for goes.
  keep("lone", 3);
  for (int i = 0; i < 100; ++i) {
    keep("other " + std::to_string(i), i);
    ASSERT_NE(values.find("a"), nullptr) << i;
  }
  EXPECT_EQ(values.find("lone"), nullptr);
  EXPECT_EQ(values.find("other 0"), nullptr);
  EXPECT_NE(values.find("other 99"), nullptr);
}

TEST(RecentValues, TakesNoValueGreaterThanItsRoomForLong) {
  RecentValues<std::string> values(100);
  values.keep("great", std::make_shared<const std::string>(5000, 'x'), 5000);
  values.keep("next", std::make_shared<const std::string>(60, 'y'), 60);
  EXPECT_EQ(values.find("great"), nullptr);
}

}  // namespace
}  // namespace limpide
