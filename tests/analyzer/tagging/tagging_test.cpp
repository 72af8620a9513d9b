// Properties of the tagger, and models that are not models.
#include "analyzer/tagging/tagging.h"

#include <gtest/gtest.h>

#include <string>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/tagging/form_cache.h"
#include "tests/analyzer/tagging/tagging_support.h"

namespace limpide {
namespace {

constexpr std::size_t kModelBytesAtMost = std::size_t{4} << 20U;

std::string model_bytes() {
  auto bytes =
      read_file(std::string(LIMPIDE_DATA_DIR) + "/fr/models/tagger.bin", std::size_t{1} << 25);
  EXPECT_TRUE(bytes.has_value());
  return bytes ? *bytes : std::string();
}

TEST(Tagging, GivesOneTagAWordAndLemmasThatExist) {
  const TaggedText text = tag_text("Le dossier du demandeur est clos. Merci !", test_model());
  ASSERT_EQ(text.tagging.words.size(), text.segmentation.words.size());
  EXPECT_EQ(text.tagging.lemmas[0], "");
  for (const WordTag& word : text.tagging.words) {
    ASSERT_LT(word.lemma, text.tagging.lemmas.size());
    EXPECT_FALSE(text.tagging.lemmas[word.lemma].empty());
  }
}

TEST(Tagging, TakesAnEmptyText) {
  const Tagging tagging = tag_words(Segmentation{}, *test_resources().lexicon, test_model());
  EXPECT_TRUE(tagging.words.empty());
}

// A sentence has the same tags alone and among others.
TEST(Tagging, ASentenceIsTaggedOnItsOwn) {
  const std::string first = "Vous avez fait une demande.";
  const std::string second = "Elle est en cours de traitement.";
  const std::string alone =
      written(tag_text(first, test_model())) + written(tag_text(second, test_model()));
  EXPECT_EQ(written(tag_text(first + " " + second, test_model())), alone);
}

TEST(Tagging, TheSameTextGivesTheSameTags) {
  const std::string text =
      "AVIS IMPORTANT : les pi\xC3\xA8"
      "ces n\xC2\xB0 12 et 13 (RIB) sont jointes.";
  EXPECT_EQ(written(tag_text(text, test_model())), written(tag_text(text, test_model())));
}

// A word that no table knows, long words, marks only, other scripts.
TEST(Tagging, TakesWhatIsNotFrench) {
  for (const std::string text : {"zzxqkw", "((((", "\xE6\x97\xA5\xE6\x9C\xAC", "a-b-c-d-", "(e)",
                                 "-6", "2e", "()", "+", "''"}) {
    const TaggedText tagged = tag_text(text, test_model());
    for (const std::string& lemma : tagged.tagging.lemmas) EXPECT_TRUE(is_valid_utf8(lemma));
  }
  const TaggedText tagged = tag_text(std::string(20000, 'x'), test_model());
  EXPECT_FALSE(tagged.tagging.words.empty());
}

TEST(Tagging, ModelIsSmall) { EXPECT_LE(model_bytes().size(), kModelBytesAtMost); }

TEST(Tagging, ModelSaysItsLicence) {
  EXPECT_NE(test_model().licence().find("CC BY-SA"), std::string::npos);
}

TEST(TaggingModel, RefusesTruncation) {
  const std::string bytes = model_bytes();
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{7}, std::size_t{47}, bytes.size() / 2, bytes.size() - 1}) {
    EXPECT_FALSE(TaggingModel::from_bytes(bytes.substr(0, size)).has_value()) << size;
  }
}

TEST(TaggingModel, RefusesDamage) {
  std::string bytes = model_bytes();
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  const auto model = TaggingModel::from_bytes(bytes);
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().message.key, "error.data.damaged");
}

// Behind the checksum: bytes of the section table and of small sections made wrong one by one.
TEST(TaggingModel, ReadsOrRefusesDamageBehindTheChecksum) {
  const std::string bytes = model_bytes();
  for (std::size_t at = kPackedHeaderBytes; at < 2400; at += 5) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] + 0x41);
    repair_packed_checksum(damaged);
    const auto model = TaggingModel::from_bytes(damaged);
    if (!model) continue;
    const TaggedText text = tag_text("Les agents de Paris en ont pris 12.", *model);
    EXPECT_EQ(text.tagging.words.size(), text.segmentation.words.size());
  }
}

TEST(Tagging, KnowsASentenceInCapitals) {
  const auto capitals = [](std::string_view text) {
    const TaggedText tagged = tag_text(text, test_model());
    return in_capitals(tagged.segmentation, *test_resources().lexicon, 0,
                       static_cast<std::uint32_t>(tagged.segmentation.words.size()));
  };
  EXPECT_TRUE(capitals("AVIS DE SOMMES \xC3\x80 PAYER"));
  EXPECT_TRUE(capitals("RAPPEL"));
  EXPECT_FALSE(capitals("SNCF"));
  EXPECT_FALSE(capitals("La SNCF et la RATP"));
  EXPECT_FALSE(capitals("Merci"));
}

}  // namespace
}  // namespace limpide
