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
      {out("in.txt") + " --annotate " + out("x.txt"), "ne sait pas annoter"},
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
  for (const char* name : {"x.docx", "x.odt", "x.txt", "x"}) EXPECT_FALSE(exists(name)) << name;
  EXPECT_EQ(file_text(folder_ / "in.docx"), before);
}

}  // namespace
}  // namespace limpide
