#include "analyzer/segmentation/resources.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/analyzer/segmentation/segmentation_support.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

// A copy of the lists, one of which a test spoils.
class Lists {
 public:
  Lists() : folder_(fs::temp_directory_path() / fs::path("limpide-lists-" + unique())) {
    fs::create_directories(folder_);
    for (const auto& entry :
         fs::directory_iterator(std::string(LIMPIDE_DATA_DIR) + "/fr/segmentation")) {
      fs::copy(entry.path(), folder_ / entry.path().filename());
    }
  }
  ~Lists() { fs::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }
  void remove(const std::string& name) const { fs::remove(folder_ / name); }
  [[nodiscard]] Result<SegmentationResources> load() const {
    return load_segmentation(folder_.string(), nullptr);
  }

 private:
  static std::string unique() {
    static int number = 0;
    return std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()) + "-" +
           std::to_string(reinterpret_cast<std::uintptr_t>(&number)) + "-" +
           std::to_string(++number);
  }
  fs::path folder_;
};

TEST(SegmentationResources, LoadsTheListsOfTheBuild) {
  const Lists lists;
  const auto loaded = lists.load();
  ASSERT_TRUE(loaded.has_value());
  EXPECT_EQ(loaded->contractions.size(), 10U);
  EXPECT_TRUE(loaded->classes.is("mars", WordClass::kMonth));
  EXPECT_FALSE(loaded->classes.is("maison", WordClass::kMonth));
}

TEST(SegmentationResources, SaysWhatIsWrongAndWhere) {
  struct Case {
    const char* file;
    const char* text;
    const char* key;
    std::uint32_t line;
  };
  const std::vector<Case> cases = {
      {"classes.txt", "month: mars\nno colon here\n", "error.segmentation.no_colon", 2},
      {"classes.txt", "# fine\nmonths: mars\n", "error.segmentation.unknown_class", 2},
      {"contractions.tsv", "du\tde\tle\n", "error.segmentation.contraction", 1},
      {"contractions.tsv", "du\tde\tle\tsometimes\n", "error.segmentation.contraction", 1},
      {"contraction_weights.txt", "# x\nzz 1\n", "error.segmentation.weights", 2},
      {"contraction_weights.txt", "00ff 0\n", "error.segmentation.weights", 1},
      {"contraction_weights.txt", "00ff\n", "error.segmentation.weights", 1},
      {"contraction_weights.txt", "00ff 12x\n", "error.segmentation.weights", 1}};
  for (const Case& bad : cases) {
    const Lists lists;
    lists.write(bad.file, bad.text);
    const auto loaded = lists.load();
    ASSERT_FALSE(loaded.has_value()) << bad.text;
    EXPECT_EQ(loaded.error().message.key, bad.key);
    EXPECT_EQ(loaded.error().location.line, bad.line) << bad.text;
    EXPECT_NE(loaded.error().location.path.find(bad.file), std::string::npos);
  }
}

TEST(SegmentationResources, AMissingListIsAnError) {
  for (const char* name :
       {"classes.txt", "contractions.tsv", "contraction_weights.txt", "codes.txt"}) {
    const Lists lists;
    lists.remove(name);
    EXPECT_FALSE(lists.load().has_value()) << name;
  }
}

// The engine stays sound when a build has no lexicon at hand.
TEST(SegmentationResources, WorkWithoutALexicon) {
  const Lists lists;
  const auto loaded = lists.load();
  ASSERT_TRUE(loaded.has_value());
  const Document document = one_block("Envoyez-nous le formulaire. Il date du 3 mars 2026.");
  const Segmentation found = segment(document, *loaded);
  EXPECT_EQ(found.sentences.size(), 2U);
  EXPECT_EQ(found.tokens.size(), 12U);
}

}  // namespace
}  // namespace limpide
