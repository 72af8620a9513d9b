// Phrases and rows as experts write them, good and bad; the kinds of the samples.
#include "analyzer/structure/letter_kind.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/support/shared_data.h"
#include "tests/support/test_engine.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

std::string fault_of(std::string_view phrase) {
  const auto parsed = parse_cue(phrase, {{"set", {"a", "<date>"}}});
  return parsed ? "" : parsed.error().message.key;
}

TEST(CuePhrases, SoundOnes) {
  for (const char* phrase : {"refus", "refus*", "a/b* c?", "vous ... <date>", "@set b", "l'avis",
                             "x ... y ... z", "jusqu'au <date>/<champ>", "a :? b"}) {
    EXPECT_EQ(fault_of(phrase), "") << phrase;
  }
}

TEST(CuePhrases, FaultsAreNamed) {
  EXPECT_EQ(fault_of(""), "error.cue.empty");
  EXPECT_EQ(fault_of("a//b"), "error.cue.empty");
  EXPECT_EQ(fault_of("... a"), "error.cue.gap");
  EXPECT_EQ(fault_of("a ..."), "error.cue.gap");
  EXPECT_EQ(fault_of("a? b"), "error.cue.gap");
  EXPECT_EQ(fault_of("a ... b ... c ... d ... e"), "error.cue.open");
  EXPECT_EQ(fault_of("a b? c? d? e? f?"), "error.cue.open");
  EXPECT_EQ(fault_of("<lune>"), "error.cue.holder");
  EXPECT_EQ(fault_of("<date"), "error.cue.holder");
  EXPECT_EQ(fault_of("@nobody"), "error.cue.set");
  EXPECT_EQ(fault_of(std::string(200, 'a') + " b c d e f g h i j k l m n o p q r s t u v w x y z"),
            "error.cue.empty");
}

TEST(LetterCues, ABadRowNeverStopsTheOthers) {
  const std::string rows =
      "# a comment\n"
      "indu\tcorps\t5\ttrop versed\n"
      "indu\tcorps\t5\n"
      "indemnity\tcorps\t5\ta\n"
      "indu\teverywhere\t5\ta\n"
      "indu\tcorps\tfive\ta\n"
      "indu\tcorps\t0\ta\n"
      "indu\tcorps\t21\ta\n"
      "indu\tcorps\t5\t@nobody\n"
      "indu\tcorps\t5\t \n"
      "@set\n"
      "relance\tobjet\t-3\ta | b*\r\n";
  const LetterCues cues = parse_letter_cues(rows, "cues.tsv");
  EXPECT_EQ(cues.rows.size(), 2U);
  EXPECT_EQ(cues.table.phrases.size(), 3U);
  ASSERT_EQ(cues.faults.size(), 9U);
  for (std::size_t i = 0; i < cues.faults.size(); ++i) {
    EXPECT_EQ(cues.faults[i].location.path, "cues.tsv");
    EXPECT_EQ(cues.faults[i].location.line, i + 3);
  }
  EXPECT_EQ(cues.faults[1].message.key, "error.letter.kind");
  EXPECT_EQ(cues.faults[5].message.key, "error.letter.weight");
}

TEST(LetterCues, OursHaveNoFault) {
  for (const Error& fault : test_engine().data_faults()) {
    ADD_FAILURE() << fault.location.path << ":" << fault.location.line << " " << fault.message.key;
  }
}

TEST(LetterKinds, IdsGoThereAndBack) {
  for (std::size_t i = 1; i < static_cast<std::size_t>(LetterKind::kCount); ++i) {
    const auto kind = static_cast<LetterKind>(i);
    EXPECT_EQ(letter_kind_from_id(letter_kind_id(kind)), kind);
  }
  EXPECT_FALSE(letter_kind_from_id("inconnu").has_value());
  EXPECT_FALSE(letter_kind_from_id("").has_value());
}

LetterGuess guess_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  const std::string content = bytes.str();
  const auto report = test_engine().check({path.string(), content}, {});
  return report && report->mentions ? report->mentions->letter : LetterGuess{};
}

// Bad letter and good twin share a number and a kind.
TEST(LetterKinds, OfTheSamples) {
  const std::map<std::string, std::string> kinds{{"01", "decision-defavorable"},
                                                 {"02", "indu"},
                                                 {"03", "mise-en-demeure"},
                                                 {"04", "formulaire"},
                                                 {"05", "convocation"},
                                                 {"06", "decision-defavorable"},
                                                 {"07", "convocation"},
                                                 {"08", "formulaire"},
                                                 {"09", "relance"},
                                                 {"10", "formulaire"},
                                                 {"11", "relance"},
                                                 {"12", "accuse-reception"},
                                                 {"13", "convocation"},
                                                 {"14", "decision-defavorable"},
                                                 {"15", "demande-pieces"},
                                                 {"16", "mise-en-demeure"},
                                                 {"17", "demande-pieces"},
                                                 {"18", "information"},
                                                 {"19", "decision-defavorable"},
                                                 {"20", "relance"}};
  std::size_t seen = 0;
  for (const char* side : {"bad", "good"}) {
    const fs::path folder = fs::path(LIMPIDE_SOURCE_DIR) / "corpus/samples" / side;
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string name = entry.path().filename().string();
      const auto wanted = kinds.find(name.substr(0, 2));
      ASSERT_NE(wanted, kinds.end()) << name;
      EXPECT_STREQ(letter_kind_id(guess_of(entry.path()).kind), wanted->second.c_str())
          << side << "/" << name;
      ++seen;
    }
  }
  EXPECT_EQ(seen, 28U);
}

TEST(LetterKinds, RealDocumentsAreNoCrash) {
  LIMPIDE_NEEDS_SHARED_DATA();
  std::size_t read = 0;
  for (const auto& entry : fs::recursive_directory_iterator(shared_data() + "/documents")) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".docx" && ending != ".odt" && ending != ".html" && ending != ".txt") continue;
    const LetterGuess guess = guess_of(entry.path());
    EXPECT_LT(guess.kind, LetterKind::kCount);
    ++read;
  }
  EXPECT_GT(read, 0U);
}

}  // namespace
}  // namespace limpide
