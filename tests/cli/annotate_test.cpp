// `check --annotate` from outside: the copy, the messages, the refusals.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/support/run_program.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

class Annotate : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("limpide_annotate_" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] static std::string sample(const std::string& name) {
    return "'" + std::string(LIMPIDE_SOURCE_DIR) + "/corpus/samples/" + name + "'";
  }
  [[nodiscard]] std::string out(const std::string& name) const {
    return "'" + (folder_ / name).string() + "'";
  }
  [[nodiscard]] bool exists(const std::string& name) const { return fs::exists(folder_ / name); }
  [[nodiscard]] static Ran limpide(const std::string& arguments, const std::string& input = "") {
    return run_program(LIMPIDE_PROGRAM, arguments, input, "SOURCE_DATE_EPOCH=1795341600");
  }

  fs::path folder_;
};

constexpr const char* kDocx = "bad/01-refus-aide-logement.docx";
constexpr const char* kOdt = "bad/06-cloture-titre-sejour.odt";

TEST_F(Annotate, WritesACopyAndStillReports) {
  const Ran plain = limpide("check " + sample(kDocx));
  const Ran ran = limpide("check " + sample(kDocx) + " --annotate " + out("a.docx"));
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, plain.out);
  EXPECT_NE(ran.err.find("a.docx"), std::string::npos) << ran.err;
  ASSERT_TRUE(exists("a.docx"));
  // The copy is read again, with our comments told in its notices.
  const Ran again = limpide("check --format json " + out("a.docx"));
  EXPECT_EQ(again.code, 0);
  EXPECT_NE(again.out.find("\"format\":\"docx\""), std::string::npos);
}

TEST_F(Annotate, OdtToo) {
  EXPECT_EQ(limpide("check " + sample(kOdt) + " --annotate " + out("a.odt")).code, 0);
  EXPECT_TRUE(exists("a.odt"));
}

TEST_F(Annotate, TextFormatsToo) {
  struct Case {
    const char* sample;
    const char* copy;
    const char* part;
  };
  const Case cases[] = {
      {"bad/09-avis-majoration-taxe-habitation.html", "a.html", "<mark aria-describedby="},
      {"bad/13-avis-visite-logement.md", "a.md", "{>>La relecture de Limpide."},
      {"bad/16-mise-en-demeure-cotisations.txt", "a.txt", "[1] "},
      {"bad/19-radiation-demandeur-emploi.eml", "mail.txt", "Objet\xC2\xA0:"},
  };
  for (const Case& one : cases) {
    const Ran ran = limpide("check " + sample(one.sample) + " --annotate " + out(one.copy));
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(ran.err.find(one.copy), std::string::npos) << ran.err;
    EXPECT_NE(file_text(folder_ / one.copy).find(one.part), std::string::npos) << one.sample;
  }
  const std::string mail = sample(cases[3].sample);
  const Ran wrong = limpide("check " + mail + " --annotate " + out("b.eml"));
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find(".txt"), std::string::npos) << wrong.err;
  EXPECT_FALSE(exists("b.eml"));
}

TEST_F(Annotate, FewerCommentsWhateverTheFormat) {
  const std::pair<const char*, const char*> cases[] = {
      {"bad/09-avis-majoration-taxe-habitation.html", ".html"},
      {"bad/13-avis-visite-logement.md", ".md"},
      {"bad/16-mise-en-demeure-cotisations.txt", ".txt"},
      {"bad/19-radiation-demandeur-emploi.eml", ".txt"},
  };
  for (const auto& [name, ending] : cases) {
    std::uintmax_t last = 0;
    for (const char* most : {"1", "4", "0"}) {
      const std::string copy = std::string("copy") + most + ending;
      const Ran ran =
          limpide("check " + sample(name) + " --annotate " + out(copy) + " --annotate-max " + most);
      EXPECT_EQ(ran.code, 0) << ran.err;
      EXPECT_GT(fs::file_size(folder_ / copy), last) << copy;
      last = fs::file_size(folder_ / copy);
    }
  }
}

// A second reading replaces the comments of the first; its changes still wait.
TEST_F(Annotate, AgainOnACopy) {
  const auto comments = [](const Ran& ran) {
    const std::size_t at = ran.err.find('(');
    return ran.err.substr(at, ran.err.find(' ', at) - at);
  };
  const std::pair<const char*, const char*> cases[] = {{kDocx, ".docx"}, {kOdt, ".odt"}};
  for (const auto& [name, ending] : cases) {
    const std::string first = std::string("1") + ending;
    const std::string second = std::string("2") + ending;
    const std::string third = std::string("3") + ending;
    EXPECT_EQ(limpide("check " + sample(name) + " --annotate " + out(first)).code, 0);
    const Ran ran = limpide("check " + out(first) + " --annotate " + out(second));
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(ran.err.find("remplac\xC3\xA9s"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("attendent encore votre choix"), std::string::npos) << ran.err;
    const Ran again = limpide("check " + out(second) + " --annotate " + out(third));
    EXPECT_EQ(comments(again), comments(ran)) << again.err;
  }
}

TEST_F(Annotate, SameInputSameBytes) {
  for (const char* name : {"1.docx", "2.docx"}) {
    EXPECT_EQ(limpide("check " + sample(kDocx) + " --annotate " + out(name)).code, 0);
  }
  EXPECT_EQ(file_text(folder_ / "1.docx"), file_text(folder_ / "2.docx"));
  EXPECT_NE(file_text(folder_ / "1.docx"), "");
}

TEST_F(Annotate, FewerCommentsWhenAsked) {
  const Ran few =
      limpide("check " + sample(kDocx) + " --annotate " + out("a.docx") + " --annotate-max 1");
  EXPECT_NE(few.err.find(": " + (folder_ / "a.docx").string() + " ("), std::string::npos)
      << few.err;
  const Ran all =
      limpide("check " + sample(kDocx) + " --annotate " + out("b.docx") + " --annotate-max 0");
  EXPECT_EQ(all.code, 0);
  EXPECT_LT(fs::file_size(folder_ / "a.docx"), fs::file_size(folder_ / "b.docx"));
}

TEST_F(Annotate, FromStandardInput) {
  const std::string bytes = file_text(std::string(LIMPIDE_SOURCE_DIR) + "/corpus/samples/" + kDocx);
  EXPECT_EQ(limpide("check - --annotate " + out("a.docx"), bytes).code, 0);
  EXPECT_TRUE(exists("a.docx"));
  EXPECT_EQ(limpide("check - --annotate " + out("a.odt"), bytes).code, 2);
  EXPECT_FALSE(exists("a.odt"));
}

TEST_F(Annotate, ExitCodesStay) {
  EXPECT_EQ(
      limpide("check --fail-on mineur " + sample(kDocx) + " --annotate " + out("a.docx")).code, 1);
  EXPECT_TRUE(exists("a.docx"));
}

TEST_F(Annotate, Refusals) {
  fs::copy_file(std::string(LIMPIDE_SOURCE_DIR) + "/corpus/samples/" + kDocx, folder_ / "in.docx");
  const std::string before = file_text(folder_ / "in.docx");
  write_text(folder_ / "in.txt", "Bonjour, madame.\n");
  write_text(folder_ / "done.html", "<p id=\"limpide-relecture\">Bonjour, madame.</p>\n");
  write_text(folder_ / "done.md", "# Bonjour {>>madame<<}\n\n**Bonjour**, madame.\n");
  write_text(folder_ / "bad.txt",
             "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 Bonjour, madame.\xFF \xC3\xA9\xC3\xA9\n");
  write_text(folder_ / "false.docx", "PK\x03\x04 word/document.xml");
  struct Case {
    std::string arguments;
    const char* said;
  };
  const Case cases[] = {
      {sample(kDocx) + " " + sample(kOdt) + " --annotate " + out("x.docx"), "un seul fichier"},
      {out("") + " --annotate " + out("x.docx"), "un seul fichier"},
      {out("in.docx") + " --annotate " + out("in.docx"), "remplacer l\xE2\x80\x99original"},
      {out("in.docx") + " --annotate " + out("./in.docx"), "remplacer l\xE2\x80\x99original"},
      {out("in.docx") + " --annotate " + out("x.odt"), ".docx"},
      {out("in.docx") + " --annotate " + out("x"), ".docx"},
      {out("in.txt") + " --annotate " + out("x.docx"), ".txt"},
      {out("done.html") + " --annotate " + out("x.html"), "d\xC3\xA9j\xC3\xA0 une copie"},
      {out("done.md") + " --annotate " + out("x.md"), "CriticMarkup"},
      {out("bad.txt") + " --annotate " + out("x.txt"), "ab\xC3\xAEm\xC3\xA9s"},
      {out("in.docx") + " --annotate-max 3", "--annotate"},
      {out("in.docx") + " --annotate " + out("x.docx") + " --annotate-max beaucoup", "beaucoup"},
      {out("in.docx") + " --annotate " + out("no/such/x.docx"), "x.docx"},
  };
  for (const Case& one : cases) {
    const Ran ran = limpide("check " + one.arguments);
    EXPECT_EQ(ran.code, 2) << one.arguments;
    EXPECT_NE(ran.err.find(one.said), std::string::npos) << one.arguments << "\n" << ran.err;
  }
  EXPECT_EQ(limpide("check " + out("false.docx") + " --annotate " + out("x.docx")).code, 2);
  for (const char* name : {"x.docx", "x.odt", "x.txt", "x.html", "x.md", "x"})
    EXPECT_FALSE(exists(name)) << name;
  EXPECT_EQ(file_text(folder_ / "in.docx"), before);
}

}  // namespace
}  // namespace limpide
