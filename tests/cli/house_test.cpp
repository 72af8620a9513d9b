// House rules from outside: what a service types with --rules, and the example of the guide.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>

#include "tests/support/run_program.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

const std::string kFixtures = std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/house/";

Ran limpide(const std::string& arguments, const std::string& input = "") {
  return run_program(LIMPIDE_PROGRAM, arguments, input);
}

std::string rules(const std::string& folder) { return " --rules '" + kFixtures + folder + "' "; }

const std::string kThree = rules("national") + rules("ministere") + rules("service");
constexpr const char* kLetter =
    "Les usagers viennent au sein de la commune. Gardez un tirage de cette lettre.\n";

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(House, ThreeLayersAreChecked) {
  const Ran ran = limpide("rules check" + kThree);
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(ran.err.empty()) << ran.err;
  EXPECT_TRUE(holds(ran.out, "National 2026.1"));
  EXPECT_TRUE(holds(ran.out, "3. Service"));
  const Ran bad = limpide("rules check" + rules("mauvais"));
  EXPECT_EQ(bad.code, 2);
  EXPECT_TRUE(holds(bad.err, "liste.csv, ligne 3"));
  EXPECT_TRUE(holds(bad.err, "style.yml, ligne 5"));
}

TEST(House, FindingsOfEveryFormatComeFromTheLayers) {
  const Ran json = limpide("check --format json" + kThree + "-", kLetter);
  EXPECT_EQ(json.code, 0) << json.err;
  EXPECT_TRUE(json.err.empty()) << json.err;
  for (const char* part :
       {"\"houseRules\":[{\"name\":\"National\",\"version\":\"2026.1\"}",
        "\"rule\":\"mots-maison\"", "\"rule\":\"clarte\"", "\"rule\":\"maison-tirage\""}) {
    EXPECT_TRUE(holds(json.out, part)) << part;
  }
  EXPECT_FALSE(holds(limpide("check --format json -", kLetter).out, "houseRules"));
  for (const char* format : {"terminal", "sarif", "junit", "html"}) {
    const Ran ran = limpide(std::string("check --format ") + format + kThree + "-", kLetter);
    EXPECT_EQ(ran.code, 0) << format;
    EXPECT_TRUE(holds(ran.out, "National")) << format;
    EXPECT_TRUE(holds(ran.out, "mots-maison")) << format;
  }
  EXPECT_EQ(limpide("check --fail-on majeur" + kThree + "-", kLetter).code, 1);
  EXPECT_EQ(limpide("check --fail-on majeur" + rules("national") + "-", kLetter).code, 0);
  EXPECT_EQ(limpide("check --only mots-maison" + kThree + "-", kLetter).code, 0);
  EXPECT_EQ(limpide("check --only mots-maison -", kLetter).code, 2);
}

TEST(House, FaultsAreToldAndStopNothing) {
  const Ran ran =
      limpide("check --format json" + rules("mauvais") + rules("service") + "-", kLetter);
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(holds(ran.err, "coupee.xml, ligne 1"));
  EXPECT_TRUE(holds(ran.out, "\"rule\":\"maison-tirage\""));
  const Ran argument = limpide("rules check" + rules("argument"));
  EXPECT_EQ(argument.code, 2);
  EXPECT_TRUE(holds(argument.err, "argument.xml, ligne 10"));
  EXPECT_TRUE(holds(argument.err, "inconnu"));
  const Ran missing = limpide("check --rules /nonexistent -", kLetter);
  EXPECT_EQ(missing.code, 2);
  EXPECT_TRUE(holds(missing.err, "/nonexistent"));
  EXPECT_EQ(limpide("check --rules").code, 2);
}

TEST(House, EveryCommandKnowsTheLayers) {
  const Ran list = limpide("rules" + kThree);
  EXPECT_EQ(list.code, 0);
  EXPECT_TRUE(holds(list.out, "[Service]"));
  EXPECT_EQ(limpide("rules list" + kThree).out, list.out);
  const Ran muted = limpide("rules" + rules("national"));
  EXPECT_TRUE(holds(muted.out, "service juridique"));
  EXPECT_TRUE(holds(limpide("rules check" + rules("national")).out, "rendue muette"));
  const Ran word_list = limpide("explain mots-maison" + kThree);
  EXPECT_EQ(word_list.code, 0);
  EXPECT_TRUE(holds(word_list.out, "mots-maison.csv"));
  EXPECT_TRUE(holds(word_list.out, "usagers -> personne"));
  const Ran restored = limpide("explain menace" + kThree);
  EXPECT_TRUE(holds(restored.out, "Nos agents veulent la voir."));
  const fs::path letter =
      fs::temp_directory_path() / ("limpide_house" + std::to_string(::getpid()) + ".txt");
  write_text(letter, kLetter);
  const std::string name = "'" + letter.string() + "'";
  const Ran why = limpide("rules why '" + letter.string() + ":1' maison-tirage" + kThree);
  EXPECT_EQ(why.code, 0) << why.err;
  EXPECT_TRUE(holds(why.out, "un tirage"));
  const Ran compared = limpide("compare --format json" + kThree + name + " " + name);
  EXPECT_EQ(compared.code, 0) << compared.err;
  fs::remove(letter);
}

// Every block of the guide with a file name is a file of a folder: they are rules that work.
TEST(House, TheExampleOfTheGuideWorks) {
  std::istringstream guide(file_text(std::string(LIMPIDE_SOURCE_DIR) + "/docs/writing-rules.md"));
  const fs::path folder =
      fs::temp_directory_path() / ("limpide_guide" + std::to_string(::getpid()));
  fs::remove_all(folder);
  std::string path;
  std::size_t files = 0;
  for (std::string line; std::getline(guide, line);) {
    if (line.rfind("```", 0) == 0) {
      const std::size_t space = line.find(' ');
      path = space == std::string::npos ? "" : line.substr(space + 1);
      if (path.empty()) continue;
      fs::create_directories((folder / path).parent_path());
      write_text(folder / path, "");
      ++files;
    } else if (!path.empty()) {
      write_text(folder / path, file_text(folder / path) + line + "\n");
    }
  }
  ASSERT_EQ(files, 5U);
  const std::string both = " --rules '" + (folder / "ministere").string() + "' --rules '" +
                           (folder / "service").string() + "' ";
  const Ran checked = limpide("rules check" + both);
  EXPECT_EQ(checked.code, 0) << checked.err;
  EXPECT_TRUE(checked.err.empty()) << checked.err;
  const Ran ran = limpide("check --format json" + both + "-",
                          "Les usagers passent au guichet unique, au sein de la mairie.\n");
  EXPECT_TRUE(holds(ran.out, "\"rule\":\"mots-du-ministere\"")) << ran.out;
  EXPECT_TRUE(holds(ran.out, "\"rule\":\"style\"")) << ran.out;
  fs::remove_all(folder);
}

}  // namespace
}  // namespace limpide
