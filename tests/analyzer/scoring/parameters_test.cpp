#include "analyzer/scoring/parameters.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace limpide {
namespace {

std::string shipped() {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/dictionaries/fr/scoring/index-1.tsv",
                     std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The shipped file with the first line that starts with `start` replaced.
std::string with_line(const std::string& start, const std::string& line) {
  std::string text = shipped();
  const std::size_t at = text.rfind(start, 0) == 0 ? 0 : text.find("\n" + start) + 1;
  EXPECT_NE(at, std::string::npos + 1) << start;
  const std::size_t end = text.find('\n', at);
  text.replace(at, end - at, line);
  return text;
}

Error fault_of(const std::string& text) {
  const Result<ScoreParameters> read = parse_score_parameters(text, "index.tsv");
  EXPECT_FALSE(read.has_value());
  return read ? Error{} : read.error();
}

TEST(ScoreParameters, TheShippedFileIsSound) {
  const Result<ScoreParameters> read = parse_score_parameters(shipped(), "index.tsv");
  ASSERT_TRUE(read.has_value()) << read.error().message.key << " " << read.error().location.line;
  EXPECT_FALSE(read->version.empty());
  EXPECT_EQ(read->letters, (std::array<std::uint32_t, kLetterCount>{85, 70, 55, 40, 0}));
  // Reading measures: at most 20 points of 100, in every profile.
  for (const auto& weights : read->weights) {
    double measured = 0;
    for (std::size_t i = 0; i < kDimensionCount; ++i)
      measured += weights[i] * read->measure_part[i];
    EXPECT_LE(measured, 20.0 + 1e-9);
  }
}

struct BadLine {
  const char* start;
  const char* line;
  const char* key;
};

TEST(ScoreParameters, BadLinesAreSaidWithTheirPlace) {
  const std::vector<BadLine> cases{
      {"version", "version\t", "error.score.value"},
      {"version", "version", "error.score.columns"},
      {"version", "versoin\t1", "error.score.line"},
      {"version", "lettre\tA\t85", "error.score.twice"},
      {"profil\tcourrier", "profil\tcourrier\t25\t25\t20\t15\t14", "error.score.sum"},
      {"profil\tcourrier", "profil\tlettre\t25\t25\t20\t15\t15", "error.score.value"},
      {"profil\tcourrier", "profil\tcourrier\t25\t25\t20\t15\t-15", "error.score.value"},
      {"profil\tcourrier", "profil\tcourrier\t25\t25\t20\t30", "error.score.columns"},
      {"lettre\tB", "lettre\tF\t70", "error.score.value"},
      {"lettre\tB", "lettre\tB\t70.5", "error.score.value"},
      {"lettre\tB", "lettre\tB\t101", "error.score.value"},
      {"lettre\tB", "lettre\tA\t70", "error.score.twice"},
      {"plafond", "plafond\tZ", "error.score.value"},
      {"reglage\ttirages", "reglage\ttirages\t0", "error.score.value"},
      {"reglage\ttirages", "reglage\ttirages\t100000", "error.score.value"},
      {"reglage\ttirages", "reglage\ttirage\t200", "error.score.value"},
      {"reglage\tpart-maximale", "reglage\tpart-maximale\t0.5", "error.score.value"},
      {"reglage\tpart-maximale", "reglage\tpart-maximale\t1e-1", "error.score.value"},
      {"reglage\tpart-maximale", "reglage\tpart-maximale\tnan", "error.score.value"},
      {"reglage\tpart-maximale", "reglage\tpart-maximale\t0,4", "error.score.value"},
      {"dimension\tmots", "dimension\tmots\tmot\t0.3", "error.score.value"},
      {"dimension\tmots", "dimension\tmots\tdocument\t0.3", "error.score.value"},
      {"dimension\tmots", "dimension\tlangue\tphrase\t0.3", "error.score.value"},
      {"mesure\tmots\t", "mesure\tmots\t30\t10", "error.score.value"},
      {"mesure\tmots\t", "mesure\tlettres\t1\t10", "error.score.value"},
      {"gravite\tinfo", "gravite\tinfo\t0.1\t1\t0", "error.score.value"},
      {"gravite\tinfo", "gravite\tgrave\t0.1\t1\t0.1", "error.score.value"},
      {"gravite\tinfo", "gravite\tmineur\t0.1\t1\t0.1", "error.score.twice"},
      {"regle\t", "regle\tet-ou\t2\t-\t1\t0.1", "error.score.value"},
      {"regle\t", "regle\tet-ou\t-\tmot\t1\t0.1", "error.score.value"},
      {"regle\t", "regle\tet-ou\t-\t-\t1.5\t0.1", "error.score.value"},
      {"regle\t", "regle\tet-ou\t-\t-\t1\t0", "error.score.value"},
      {"regle\t", "regle\t\t-\t-\t1\t0.1", "error.score.value"},
      {"regle\t", "regle\tet-ou\t-\t-\t1", "error.score.columns"},
  };
  for (const BadLine& one : cases) {
    const std::string text = with_line(one.start, one.line);
    const Error error = fault_of(text);
    EXPECT_EQ(error.message.key, one.key) << one.line;
    EXPECT_EQ(error.location.path, "index.tsv");
    EXPECT_GT(error.location.line, 0U) << one.line;
  }
}

TEST(ScoreParameters, NothingMayBeMissing) {
  for (const char* start :
       {"version", "profil\tfalc", "lettre\tC", "plafond", "reglage\tmots-minimum",
        "mesure\tmots-rares", "dimension\tton", "gravite\tbloquant"}) {
    EXPECT_EQ(fault_of(with_line(start, "# gone")).message.key, "error.score.missing") << start;
  }
  EXPECT_EQ(fault_of("").message.key, "error.score.missing");
}

TEST(ScoreParameters, LettersGoDown) {
  EXPECT_EQ(fault_of(with_line("lettre\tB", "lettre\tB\t90")).message.key, "error.score.letters");
  EXPECT_EQ(fault_of(with_line("lettre\tE", "lettre\tE\t10")).message.key, "error.score.letters");
}

TEST(ScoreParameters, WindowsLineEndsAreRead) {
  std::string text;
  for (const char byte : shipped())
    text += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
  EXPECT_TRUE(parse_score_parameters(text, "index.tsv").has_value());
}

TEST(ScoreParameters, AMissingFileIsAnError) {
  const Result<ScoreParameters> read = load_score_parameters("/nowhere");
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().message.key, "error.file.missing");
}

}  // namespace
}  // namespace limpide
