// The bars of the score: pairs of corpus/samples; real documents where they are on the machine.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/shared_data.h"
#include "tests/support/test_engine.h"
#include "tools/calibrate/corpus.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string>& all_endings() {
  static const std::vector<std::string> kEndings{".docx", ".odt", ".html", ".md", ".txt", ".eml"};
  return kEndings;
}

double index_of_file(const std::string& path, Profile profile) {
  const auto scored = scored_file(test_engine(), test_engine().score_parameters(), path, profile);
  EXPECT_TRUE(scored.has_value()) << path;
  return scored ? scored->score.index : 0;
}

TEST(ScoreBars, GoodSamplesWinByALot) {
  const std::string folder = std::string(LIMPIDE_SOURCE_DIR) + "/corpus/samples";
  const std::vector<std::string> good = documents_under(folder + "/good", all_endings());
  ASSERT_EQ(good.size(), 8U);
  for (const std::string& name : good) {
    const bool form = name.find("demande-aide") != std::string::npos;
    const Profile profile = form ? Profile::kFormulaire : Profile::kCourrier;
    const double better = index_of_file(name, profile);
    const double worse =
        index_of_file(folder + "/bad/" + fs::path(name).filename().string(), profile);
    EXPECT_GE(better - worse, 25) << name;
    EXPECT_GE(better, 70) << name;
  }
}

TEST(ScoreBars, EncyclopediaForChildrenFirst) {
  LIMPIDE_NEEDS_SHARED_DATA();
  const std::string folder = shared_data() + "/readability/wiki-vikidia";
  double right = 0;
  double pairs = 0;
  for (const std::string& simple : documents_under(folder, {".txt"})) {
    const std::string name = fs::path(simple).filename().string();
    if (name.rfind("viki_", 0) != 0) continue;
    const double a = index_of_file(simple, Profile::kWeb);
    const double b = index_of_file(folder + "/wiki_" + name.substr(5), Profile::kWeb);
    right += a > b ? 1 : a == b ? 0.5 : 0;
    ++pairs;
  }
  ASSERT_GE(pairs, 100);
  EXPECT_GE(right / pairs, 0.85);
}

struct Mean {
  double sum = 0;
  double count = 0;
};

void add_folder(Mean& mean, const std::string& path, const std::string& ending, Profile profile) {
  const ScoreParameters& parameters = test_engine().score_parameters();
  for (const std::string& name : documents_under(path, {ending})) {
    const auto scored = scored_file(test_engine(), parameters, name, profile);
    if (!scored || scored->score.state != ScoreState::kShown) continue;
    mean.sum += scored->score.index;
    ++mean.count;
  }
}

TEST(ScoreBars, PublicSheetsAreClearerThanLettersAndConventions) {
  LIMPIDE_NEEDS_SHARED_DATA();
  Mean sheets;
  add_folder(sheets, shared_data() + "/administrative/service-public", ".md", Profile::kWeb);
  Mean letters;
  for (const char* name : {"histologe", "domifa", "apilos"}) {
    add_folder(letters, shared_data() + "/documents/" + name, ".docx", Profile::kCourrier);
  }
  ASSERT_GT(sheets.count, 50);
  ASSERT_GT(letters.count, 15);
  EXPECT_GE(sheets.sum / sheets.count, 70);
  EXPECT_GE(sheets.sum / sheets.count - letters.sum / letters.count, 10);
}

}  // namespace
}  // namespace limpide
