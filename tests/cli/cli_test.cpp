// The program from outside: what a user types, sees, and gets as exit code.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "analyzer/base/catalogue.h"
#include "cli/console.h"
#include "cli/flags.h"
#include "tests/support/run_program.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

Ran limpide(const std::string& arguments, const std::string& input = "",
            const std::string& environment = "") {
  return run_program(LIMPIDE_PROGRAM, arguments, input, environment);
}

std::string sample(const std::string& name) {
  return std::string(LIMPIDE_SOURCE_DIR) + "/corpus/samples/" + name;
}

// A folder of this test, empty at the start.
fs::path fresh_folder(const std::string& name) {
  const fs::path folder =
      fs::temp_directory_path() / ("limpide_cli_" + name + std::to_string(::getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

constexpr const char* kPlain = "Nous avons re\xC3\xA7u votre dossier. Il est complet.\n";
constexpr const char* kDated =
    "Nous avons re\xC3\xA7u votre dossier le 03/03/2026. Il est complet.\n";

TEST(Check, ExitCodes) {
  EXPECT_EQ(limpide("check -", kPlain).code, 0);
  EXPECT_EQ(limpide("check -", kDated).code, 0);
  EXPECT_EQ(limpide("check --fail-on info -", kDated).code, 1);
  EXPECT_EQ(limpide("check --fail-on mineur -", kDated).code, 1);
  EXPECT_EQ(limpide("check --fail-on bloquant -", kDated).code, 0);
  EXPECT_EQ(limpide("check --fail-on jamais -", kDated).code, 0);
  EXPECT_EQ(limpide("check /nonexistent.txt").code, 2);
  EXPECT_EQ(limpide("check").code, 2);
  EXPECT_EQ(limpide("").code, 2);
  EXPECT_EQ(limpide("--help").code, 0);
  EXPECT_EQ(limpide("check --help").code, 0);
  EXPECT_EQ(limpide("--version").code, 0);
}

TEST(Compare, ExitCodesAndFormats) {
  const fs::path folder = fresh_folder("compare");
  write_text(folder / "avant.txt", kDated);
  write_text(folder / "apres.txt", "Votre dossier du 3 mars 2026 est complet.\n");
  write_text(folder / "perdu.txt", kPlain);
  const std::string before = "'" + (folder / "avant.txt").string() + "'";
  EXPECT_EQ(limpide("compare " + before + " '" + (folder / "apres.txt").string() + "'").code, 0);
  const std::string lost = before + " '" + (folder / "perdu.txt").string() + "'";
  EXPECT_EQ(limpide("compare " + lost).code, 1);
  for (const char* format : {"terminal", "json", "html"}) {
    const Ran ran = limpide(std::string("compare --format ") + format + " " + lost);
    EXPECT_EQ(ran.code, 1) << format;
    EXPECT_NE(ran.out.find("03/03/2026"), std::string::npos) << format;
  }
  const std::string page = (folder / "page.html").string();
  EXPECT_EQ(limpide("compare --format html --output '" + page + "' " + lost).code, 1);
  EXPECT_TRUE(fs::exists(page));
}

TEST(Compare, BadUse) {
  EXPECT_EQ(limpide("compare").code, 2);
  EXPECT_EQ(limpide("compare - -").code, 2);
  EXPECT_EQ(limpide("compare a b c").code, 2);
  EXPECT_EQ(limpide("compare /nonexistent.txt -", kPlain).code, 2);
  EXPECT_EQ(limpide("compare --format sarif - /nonexistent.txt", kPlain).code, 2);
}

TEST(Check, AFailedFileNeverStopsTheOthers) {
  const Ran ran =
      limpide("check /nonexistent.txt '" + sample("bad/13-avis-visite-logement.md") + "'");
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.out.find("/nonexistent.txt"), std::string::npos);
  EXPECT_NE(ran.out.find("13-avis-visite-logement.md"), std::string::npos);
  EXPECT_NE(ran.out.find("phrase-trop-longue"), std::string::npos);
}

TEST(Check, EverySampleInEveryFormat) {
  for (const char* format : {"terminal", "json", "sarif", "junit", "github", "html"}) {
    const Ran ran = limpide(std::string("check --format ") + format + " '" + sample("bad") + "' '" +
                            sample("good") + "'");
    EXPECT_EQ(ran.code, 0) << format << ": " << ran.err;
    EXPECT_TRUE(ran.err.empty()) << ran.err;
    EXPECT_GT(ran.out.size(), 2000U) << format;
  }
}

TEST(Check, MentionsFollowTheKindGiven) {
  const std::string letter = "'" + sample("good/01-refus-aide-logement.docx") + "'";
  const Ran guessed = limpide("check --format json " + letter);
  EXPECT_NE(guessed.out.find("\"kind\":\"decision-defavorable\""), std::string::npos);
  const Ran given = limpide("check --format json --kind convocation " + letter);
  EXPECT_NE(given.out.find("\"kind\":\"convocation\",\"confidence\":\"forte\",\"given\":true"),
            std::string::npos);
  const Ran without = limpide("check --format json --no-mentions " + letter);
  EXPECT_EQ(without.out.find("\"mentions\""), std::string::npos);
  EXPECT_EQ(limpide("check --kind facture " + letter).code, 2);
}

TEST(Check, SameBytesWhateverTheThreads) {
  const std::string folder = "'" + sample("") + "'";
  const Ran one = limpide("check --format json --jobs 1 " + folder);
  const Ran two = limpide("check --format json --jobs 2 " + folder);
  const Ran many = limpide("check --format json --jobs 7 " + folder);
  EXPECT_EQ(one.code, 0);
  EXPECT_EQ(one.out, two.out);
  EXPECT_EQ(one.out, many.out);
}

// What the tagger and the parser keep from one letter to the next changes nothing.
TEST(Check, SameBytesWhateverTheLettersBefore) {
  const Ran all = limpide("check --format json --jobs 1 '" + sample("bad") + "'");
  std::size_t seen = 0;
  for (const char* name : {"03-mise-en-demeure-loyers.docx", "11-dette-eau-dernier-avis.html",
                           "16-mise-en-demeure-cotisations.txt"}) {
    const Ran alone = limpide("check --format json '" + sample(std::string("bad/") + name) + "'");
    const std::size_t begin = alone.out.find("{\"name\":");
    ASSERT_NE(begin, std::string::npos) << name;
    const std::string document =
        alone.out.substr(begin, alone.out.find("]\n,\"rules\"", begin) - begin);
    EXPECT_GT(document.size(), 2000U) << name;
    if (all.out.find(document) != std::string::npos) ++seen;
  }
  EXPECT_EQ(seen, 3U);
}

TEST(Check, FoldersAreReadInOrderAndOnlyDocuments) {
  const fs::path folder = fresh_folder("folder");
  fs::create_directories(folder / "sub");
  fs::create_directories(folder / ".hidden");
  write_text(folder / "b.txt", kPlain);
  write_text(folder / "a.txt", kPlain);
  write_text(folder / "sub/c.md", kPlain);
  write_text(folder / "image.png", "\x89PNG");
  write_text(folder / ".hidden/d.txt", kPlain);
  const Ran ran = limpide("check '" + folder.string() + "'");
  EXPECT_EQ(ran.code, 0);
  const std::size_t a = ran.out.find("a.txt");
  const std::size_t b = ran.out.find("b.txt");
  const std::size_t c = ran.out.find("c.md");
  EXPECT_LT(a, b);
  EXPECT_LT(b, c);
  EXPECT_NE(c, std::string::npos);
  EXPECT_EQ(ran.out.find("image.png"), std::string::npos);
  EXPECT_EQ(ran.out.find("d.txt"), std::string::npos);
  fs::remove_all(folder);
}

TEST(Check, OnlyAndSkip) {
  const Ran only = limpide("check --format json --only date-numerique -", kDated);
  EXPECT_NE(only.out.find("\"date-numerique\""), std::string::npos);
  const Ran skip = limpide("check --format json --skip date-numerique -", kDated);
  EXPECT_EQ(skip.out.find("\"rule\": \"date-numerique\""), std::string::npos);
  const Ran unknown = limpide("check --only nulle-part -", kDated);
  EXPECT_EQ(unknown.code, 2);
  EXPECT_NE(unknown.err.find("nulle-part"), std::string::npos);
}

TEST(Check, BaselineSilencesWhatIsKnown) {
  const fs::path folder = fresh_folder("baseline");
  const std::string letter = "'" + (folder / "a.txt").string() + "'";
  const std::string known = "'" + (folder / "known.txt").string() + "'";
  write_text(folder / "a.txt", kDated);
  EXPECT_EQ(limpide("check --write-baseline " + known + " " + letter).code, 0);
  EXPECT_EQ(limpide("check --fail-on info --baseline " + known + " " + letter).code, 0);
  write_text(folder / "a.txt", std::string("Un paragraphe de plus.\n\n") + kDated);
  EXPECT_EQ(limpide("check --fail-on info --baseline " + known + " " + letter).code, 0);
  write_text(folder / "a.txt", std::string(kDated) + "\nVenez le 04/04/2026.\n");
  EXPECT_EQ(limpide("check --fail-on info --baseline " + known + " " + letter).code, 1);
  write_text(folder / "known.txt", "not a baseline\n");
  const Ran faulty = limpide("check --baseline " + known + " " + letter);
  EXPECT_EQ(faulty.code, 2);
  EXPECT_FALSE(faulty.err.empty());
  fs::remove_all(folder);
}

TEST(Check, ConfigurationFile) {
  const fs::path folder = fresh_folder("config");
  const std::string config = "--config '" + (folder / "limpide.xml").string() + "' ";
  write_text(folder / "limpide.xml",
             "<limpide><skip rule=\"date-numerique\"/><fail-on>info</fail-on></limpide>");
  EXPECT_EQ(limpide("check " + config + "--only date-numerique -", kDated).code, 0);
  EXPECT_EQ(limpide("check " + config + "--format json -", kDated)
                .out.find("\"rule\": \"date-numerique\""),
            std::string::npos);
  for (const char* faulty : {"<limpide", "<autre/>", "<limpide><couleur/></limpide>",
                             "<limpide><profile>lettre</profile></limpide>",
                             "<limpide>\n<skip rule=\"x\"/></limpide>", ""}) {
    write_text(folder / "limpide.xml", faulty);
    const Ran ran = limpide("check " + config + "-", kDated);
    EXPECT_EQ(ran.code, 2) << faulty;
    EXPECT_NE(ran.err.find("limpide.xml"), std::string::npos) << ran.err;
  }
  fs::remove_all(folder);
}

TEST(Check, OutputGoesToAFileOrNotAtAll) {
  const fs::path folder = fresh_folder("output");
  const fs::path page = folder / "r.html";
  const Ran ran = limpide("check --format html --output '" + page.string() + "' -", kDated);
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(ran.out.empty());
  EXPECT_NE(file_text(page).find("</html>"), std::string::npos);
  EXPECT_EQ(limpide("check --output /nonexistent/r.html -", kDated).code, 2);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}), 1);
  fs::remove_all(folder);
}

TEST(Check, UsersWordsAreAccepted) {
  const fs::path folder = fresh_folder("words");
  write_text(folder / "words.txt", "# les n\xC3\xB4tres\nmaisonn\n");
  const std::string text = "Nous avons re\xC3\xA7u le maisonn de votre dossier hier matin.\n";
  const Ran without = limpide("check --format json --only orthographe -", text);
  const Ran with = limpide(
      "check --format json --only orthographe --words '" + (folder / "words.txt").string() + "' -",
      text);
  EXPECT_NE(without.out.find("maisonn"), std::string::npos);
  EXPECT_EQ(with.out.find("\"rule\": \"orthographe\""), std::string::npos);
  fs::remove_all(folder);
}

TEST(Check, HunspellSuggestsOnlyWhenAsked) {
  const std::string text = "Vous devez d\xC3\xA9poser votre domande de losement au guichet.\n";
  const Ran ran = limpide("check --only orthographe --suggest-spelling -", text);
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find("logement"), std::string::npos);
}

TEST(CommandLine, MistakesAreNamedWithTheNearestName) {
  EXPECT_NE(limpide("chek x").err.find("check"), std::string::npos);
  EXPECT_NE(limpide("check --formt json x").err.find("--format"), std::string::npos);
  EXPECT_NE(limpide("check --format pdf x").err.find("html"), std::string::npos);
  EXPECT_NE(limpide("check --jobs beaucoup x").err.find("--jobs"), std::string::npos);
  EXPECT_EQ(limpide("check --output").code, 2);
  EXPECT_EQ(limpide("explain").code, 2);
  EXPECT_EQ(limpide("completion tcsh").code, 2);
}

TEST(Data, MissingOrDamagedDataAreOneSentence) {
  const Ran missing = limpide("check --data /nonexistent -", kPlain);
  EXPECT_EQ(missing.code, 2);
  EXPECT_NE(missing.err.find("/nonexistent"), std::string::npos);
  EXPECT_EQ(limpide("check -", kPlain, "LIMPIDE_DATA=/nonexistent").code, 2);
  const fs::path folder = fresh_folder("data");
  fs::copy(LIMPIDE_DATA_DIR, folder, fs::copy_options::recursive);
  EXPECT_EQ(limpide("check --data '" + folder.string() + "' -", kPlain).code, 0);
  fs::resize_file(folder / "fr/lexicon.bin", 1000);
  const Ran cut = limpide("check --data '" + folder.string() + "' -", kPlain);
  EXPECT_EQ(cut.code, 2);
  EXPECT_NE(cut.err.find("lexicon.bin"), std::string::npos);
  fs::remove_all(folder);
}

TEST(Rules, OneBadRuleNeverStopsTheOthers) {
  const fs::path folder = fresh_folder("rules");
  fs::copy(LIMPIDE_DATA_DIR, folder, fs::copy_options::recursive);
  write_text(folder / "rules/fr/mots/faux.xml", "<rule id=\"faux\">\n<oops/></rule>");
  const Ran ran = limpide("check --data '" + folder.string() + "' -", kDated);
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.err.find("faux.xml"), std::string::npos);
  EXPECT_NE(ran.out.find("date-numerique"), std::string::npos);
  EXPECT_EQ(limpide("rules check --data '" + folder.string() + "'").code, 2);
  fs::remove_all(folder);
}

TEST(Help, EveryFlagAndCommandHasItsText) {
  std::set<std::string> keys;
  for (const FlagSpec& flag : flag_table()) {
    keys.insert(flag.help);
    if (flag.value[0] != '\0') keys.insert(flag.value);
  }
  for (const CommandSpec& command : command_table()) {
    keys.insert(command.help);
    if (command.operands[0] != '\0') keys.insert(command.operands);
  }
  for (const std::string& key : keys) EXPECT_TRUE(texts().has(key)) << key;
}

TEST(Help, ExplainCompletionAndManual) {
  const Ran explain = limpide("explain phrase-trop-longue");
  EXPECT_EQ(explain.code, 0);
  EXPECT_NE(explain.out.find("phrase-trop-longue"), std::string::npos);
  for (const char* shell : {"bash", "zsh", "fish"}) {
    EXPECT_NE(limpide(std::string("completion ") + shell).out.find("check"), std::string::npos);
  }
  EXPECT_NE(limpide("manual").out.find(".TH LIMPIDE"), std::string::npos);
  EXPECT_NE(limpide("rules").out.find("phrase-trop-longue"), std::string::npos);
}

}  // namespace
}  // namespace limpide
