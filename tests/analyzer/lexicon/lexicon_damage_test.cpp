// Hostile and damaged files: refused with one Error, or read without leaving the bounds.
#include <gtest/gtest.h>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/lexicon/familiarity.h"
#include "analyzer/lexicon/lexicon.h"
#include "tests/analyzer/lexicon/compiled_data.h"
#include "tools/lexicon/lexicon_source.h"

namespace limpide {
namespace {

constexpr char kAffixes[] =
    "SET UTF-8\nFLAG long\nNEEDAFFIX ()\nPFX L' Y 1\nPFX L' 0 l' .\nSFX S. Y 2\n"
    "SFX S. 0 0/L' [^sxz] is:sg\nSFX S. 0 s [^sxz] is:pl\n"
    "SFX a0 Y 2\nSFX a0 er er er po:infi\nSFX a0 er ons er po:ipre po:1pl\n";
constexpr char kDictionary[] =
    "5\narbre/S.() po:nom is:mas\nmaison/S.() po:nom is:fem\nverser/a0() po:v1__t___zz\n"
    "\xc3\xa9tat/S.() po:nom is:mas\nParis po:npr\n";

// A small lexicon of the real format, so that every byte of it can be tried.
std::string small_file() {
  const auto source = read_lexicon_source({kAffixes, kDictionary, "", "a", "d", "e"});
  EXPECT_TRUE(source.has_value());
  const auto bytes = pack_lexicon(source.value(), "licence");
  EXPECT_TRUE(bytes.has_value());
  return bytes.value();
}

// Reads all that a lexicon can be asked.
void use(const Lexicon& lexicon) {
  std::size_t bytes = 0;
  const std::uint32_t count = std::min<std::uint32_t>(lexicon.form_count(), 64);
  for (FormId id = 0; id < count; ++id) {
    bytes += lexicon.form(id).size() + lexicon.traits(id).upos_mask + lexicon.flags(id);
    for (const LexicalAnalysis& analysis : lexicon.analyses(id)) {
      bytes += analysis.lemma.size() + features_name(analysis.features).size();
      bytes += lexicon.has_lemma(id, analysis.lemma) ? 1 : 0;
      if (is_valid_utf8(analysis.lemma)) {
        bytes += lexicon.inflect(analysis.lemma, analysis.upos, analysis.features).size();
      }
    }
  }
  for (const char* word : {"arbre", "maisons", "ETAT", "versons", "PARIS", "zzz", ""}) {
    bytes += lexicon.find(word) == kNoForm ? 0 : 1;
    bytes += lexicon.find_any_case(word) == kNoForm ? 0 : 1;
    bytes += lexicon.accent_variants(word).size();
  }
  ASSERT_GT(bytes + 1, 0U);
}

std::string error_of(std::string bytes) {
  const auto lexicon = Lexicon::from_bytes(std::move(bytes));
  return lexicon ? "" : lexicon.error().message.key;
}

TEST(LexiconDamage, TheSmallFileIsSound) {
  const auto lexicon = Lexicon::from_bytes(small_file());
  ASSERT_TRUE(lexicon.has_value());
  EXPECT_EQ(lexicon.value().form_count(), 9U);
  EXPECT_EQ(lexicon.value().form(lexicon.value().find_any_case("ETATS")), "\u00e9tats");
  use(lexicon.value());
}

TEST(LexiconDamage, SameSourceSameBytes) { EXPECT_EQ(small_file(), small_file()); }

TEST(LexiconDamage, ForeignFilesAreNamedSo) {
  EXPECT_EQ(error_of(""), "error.data.foreign");
  EXPECT_EQ(error_of("LMPD"), "error.data.foreign");
  EXPECT_EQ(error_of("%PDF-1.4 and more text than a header has, far more than that"),
            "error.data.foreign");
  EXPECT_EQ(error_of("LMPDLEXI"), "error.data.damaged");
  std::string familiarity = read_file(data_path("familiarity.bin"), 1U << 24U).value();
  EXPECT_EQ(error_of(familiarity), "error.data.foreign");
}

TEST(LexiconDamage, OtherVersionOrByteOrderIsNamedSo) {
  std::string newer = small_file();
  newer[12] = 9;
  EXPECT_EQ(error_of(newer), "error.data.version");
  std::string swapped = small_file();
  std::swap(swapped[8], swapped[11]);
  std::swap(swapped[9], swapped[10]);
  EXPECT_EQ(error_of(swapped), "error.data.version");
}

TEST(LexiconDamage, EveryTruncationIsRefused) {
  const std::string whole = small_file();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(Lexicon::from_bytes(whole.substr(0, size)).has_value()) << size;
  }
  EXPECT_FALSE(Lexicon::from_bytes(whole + std::string(8, '\0')).has_value());
}

TEST(LexiconDamage, EveryTruncationWithARightChecksumIsSafe) {
  const std::string whole = small_file();
  for (std::size_t size = kPackedHeaderBytes; size < whole.size(); ++size) {
    std::string cut = whole.substr(0, size);
    const std::uint64_t length = cut.size();
    std::memcpy(cut.data() + 16, &length, sizeof length);
    repair_packed_checksum(cut);
    const auto lexicon = Lexicon::from_bytes(cut);
    if (lexicon) use(lexicon.value());
  }
}

TEST(LexiconDamage, EveryFlippedByteIsRefused) {
  const std::string whole = small_file();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x41);
    EXPECT_FALSE(Lexicon::from_bytes(flipped).has_value()) << at;
  }
}

// Behind the checksum: whatever a byte says, nothing is read outside and every walk ends.
TEST(LexiconDamage, EveryByteWithARightChecksumIsSafe) {
  const std::string whole = small_file();
  for (std::size_t at = 8; at < whole.size(); ++at) {
    for (const int value : {0x00, 0x01, 0x7f, 0x80, 0xff}) {
      std::string changed = whole;
      changed[at] = static_cast<char>(value);
      repair_packed_checksum(changed);
      const auto lexicon = Lexicon::from_bytes(changed);
      if (lexicon) use(lexicon.value());
    }
  }
}

TEST(LexiconDamage, TheRealFileIsRefusedAtEachOfItsBorders) {
  const std::string whole = read_file(data_path("lexicon.bin"), 1U << 24U).value();
  const auto count = load<std::uint32_t>(whole, 40);
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto offset =
        load<std::uint64_t>(whole, kPackedHeaderBytes + i * kPackedSectionBytes + 8);
    EXPECT_EQ(error_of(whole.substr(0, offset)), "error.data.damaged") << i;
  }
  EXPECT_EQ(error_of(whole), "");
}

TEST(FamiliarityDamage, EveryByteWithARightChecksumIsSafe) {
  const std::string whole =
      pack_familiarity({{"a", {1, 2}}, {"de", {3, 4}}, {"zoo", {0, 9}}}, "licence", 7);
  ASSERT_TRUE(Familiarity::from_bytes(whole).has_value());
  for (std::size_t at = 8; at < whole.size(); ++at) {
    for (const int value : {0x00, 0x01, 0x7f, 0xff}) {
      std::string changed = whole;
      changed[at] = static_cast<char>(value);
      repair_packed_checksum(changed);
      const auto table = Familiarity::from_bytes(changed);
      if (!table) continue;
      const Usage usage = table.value().usage("de");
      ASSERT_GE(usage.rank | usage.administrative | table.value().rank("zzz"), usage.rank);
    }
  }
}

}  // namespace
}  // namespace limpide
