// limpide verify and limpide fix, as a person runs them.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/run_program.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHeavy =
    "Vous avez trente jours. Nous avons bien re\xC3\xA7u votre lettre du 03/03/2026. "
    "Vous ne pouvez demander cette aide avant le 12/05/2026. En outre, vous devez signer.\n";

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

fs::path fresh_folder(const std::string& name) {
  const fs::path folder =
      fs::temp_directory_path() / ("limpide_" + name + "_" + std::to_string(::getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

Ran limpide(const std::string& arguments, const std::string& input = "") {
  return run_program(LIMPIDE_PROGRAM, arguments, input);
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Verify, TellsWhatChanged) {
  const fs::path folder = fresh_folder("verify");
  write_text(folder / "avant.txt", "Vous devez payer 120 euros avant le 3 mars 2026.\n");
  write_text(folder / "sur.txt", "Payez 120 euros avant le 3 mars 2026.\n");
  write_text(folder / "faux.txt", "Vous pouvez payer 12 euros avant le 3 mars 2026.\n");
  const std::string before = "verify " + quoted(folder / "avant.txt") + " ";
  EXPECT_EQ(limpide(before + quoted(folder / "sur.txt")).code, 0);
  const Ran changed = limpide(before + quoted(folder / "faux.txt"));
  EXPECT_EQ(changed.code, 1);
  EXPECT_NE(changed.out.find("120 euros"), std::string::npos);
  EXPECT_NE(changed.out.find("12 euros"), std::string::npos);
  const Ran json = limpide(before + "--format json " + quoted(folder / "faux.txt"));
  EXPECT_EQ(json.code, 1);
  EXPECT_NE(json.out.find("\"kept\":false"), std::string::npos);
  EXPECT_EQ(limpide("verify a").code, 2);
  EXPECT_EQ(limpide("verify - -").code, 2);
  EXPECT_EQ(limpide(before + "/nonexistent.txt").code, 2);
}

TEST(Fix, ShowsEachSentenceOnce) {
  const fs::path folder = fresh_folder("fix_once");
  write_text(folder / "a.txt",
             "Nous avons re\u00e7u vos lettres du 02/02/2026 et du 03/02/2026.\n");
  const Ran shown = limpide("fix --safe --dry-run " + quoted(folder / "a.txt"));
  const std::string after = "f\u00e9vrier 2026 et du 3";
  const std::size_t at = shown.out.find(after);
  ASSERT_NE(at, std::string::npos) << shown.out;
  EXPECT_EQ(shown.out.find("03/02/2026", shown.out.find("03/02/2026") + 1), std::string::npos);
}

TEST(Fix, SafelyIsStableAndKeepsACopy) {
  const fs::path folder = fresh_folder("fix");
  const fs::path letter = folder / "lettre.txt";
  const fs::path once = folder / "une.txt";
  const fs::path twice = folder / "deux.txt";
  write_text(letter, kHeavy);
  EXPECT_NE(limpide("fix --safe --output " + quoted(once) + " " + quoted(letter)).code, 2);
  EXPECT_EQ(text_of(letter), kHeavy);
  const std::string fixed = text_of(once);
  EXPECT_NE(fixed.find("3\xC2\xA0mars 2026"), std::string::npos) << fixed;
  EXPECT_NE(fixed.find("ne pouvez pas"), std::string::npos) << fixed;
  EXPECT_NE(limpide("fix --safe --output " + quoted(twice) + " " + quoted(once)).code, 2);
  EXPECT_EQ(text_of(twice), fixed);
  const Ran shown = limpide("fix --safe --dry-run " + quoted(letter));
  EXPECT_NE(shown.out.find("ne pouvez pas"), std::string::npos);
  EXPECT_EQ(text_of(letter), kHeavy);
  EXPECT_NE(limpide("fix --safe --in-place " + quoted(letter)).code, 2);
  EXPECT_EQ(text_of(letter), fixed);
  EXPECT_EQ(text_of(folder / "lettre.avant.txt"), kHeavy);
}

TEST(Fix, AsksOneByOne) {
  const fs::path folder = fresh_folder("ask");
  write_text(folder / "lettre.txt", "Vous ne pouvez demander cette aide.\n");
  const std::string command =
      "fix --output " + quoted(folder / "neuf.txt") + " " + quoted(folder / "lettre.txt");
  EXPECT_NE(limpide(command, "1\n").code, 2);
  EXPECT_NE(text_of(folder / "neuf.txt").find("ne pouvez pas"), std::string::npos);
  const Ran refused = limpide(command, "n trop lourd\n");
  EXPECT_EQ(text_of(folder / "neuf.txt").find("pas demander"), std::string::npos);
  EXPECT_NE(refused.out.find("trop lourd"), std::string::npos);
  EXPECT_NE(limpide(command, "x\n1\nu\n").code, 2);
}

TEST(Fix, KeepsTheEncodingOfTheFile) {
  const fs::path folder = fresh_folder("fix-encoding");
  const std::string letter =
      "Vous avez trente jours apr\xE8s la d\xE9"
      "cision.\r\nVous ne pouvez demander cette aide avant le "
      "12/05/2026.\r\n";
  const std::string page =
      "<!doctype html><html><head><meta charset=\"iso-8859-1\"><title>Lettre</title></head>"
      "<body><p>" +
      letter + "</p></body></html>\n";
  for (const auto& [name, text] : {std::pair<const char*, std::string>{"a.txt", letter},
                                   {"a.html", page},
                                   {"a.md", "# Votre aide\r\n\r\n" + letter}}) {
    write_text(folder / name, text);
    const Ran ran = limpide("fix --safe --in-place " + quoted(folder / name));
    EXPECT_NE(ran.code, 2) << ran.err;
    const std::string fixed = text_of(folder / name);
    EXPECT_NE(fixed.find("ne pouvez pas"), std::string::npos) << fixed;
    EXPECT_NE(fixed.find("12\xA0mai 2026"), std::string::npos) << fixed;
    EXPECT_NE(fixed.find("d\xE9"
                         "cision.\r\n"),
              std::string::npos)
        << fixed;
  }
}

TEST(Fix, WordsOfTheTradeAreTold) {
  const fs::path folder = fresh_folder("fix-words");
  write_text(
      folder / "a.txt",
      "Vous ne pouvez demander cette aide.\n\nUn recours contentieux est possible. Ce recours "
      "contentieux est gratuit\n");  // no full stop: no room for what the words mean
  const Ran ran =
      limpide("fix --output " + quoted(folder / "b.txt") + " " + quoted(folder / "a.txt"), "1\n");
  EXPECT_EQ(ran.code, 0) << ran.err;
  const std::size_t told = ran.out.find("pas de meilleure formulation");
  ASSERT_NE(told, std::string::npos) << ran.out;
  const std::size_t word = ran.out.find("recours contentieux", told);
  EXPECT_NE(word, std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find("recours contentieux", word + 1), std::string::npos) << ran.out;
}

TEST(Fix, MailsAreWrittenBack) {
  const fs::path folder = fresh_folder("fix-mail");
  const std::string top = "Subject: Votre aide\r\nMIME-Version: 1.0\r\nFrom: a@b.fr\r\n\r\n";
  write_text(folder / "a.eml", top + "Vous ne pouvez demander cette aide.\r\n");
  const std::string into = "fix --safe --output " + quoted(folder / "b.eml") + " ";
  EXPECT_EQ(limpide(into + quoted(folder / "a.eml")).code, 0);
  EXPECT_EQ(file_text((folder / "b.eml").string()),
            top + "Vous ne pouvez pas demander cette aide.\r\n");
  const Ran tracked = limpide("fix --safe --tracked --output " + quoted(folder / "c.eml") + " " +
                              quoted(folder / "a.eml"));
  EXPECT_EQ(tracked.code, 2);
  EXPECT_NE(tracked.err.find("--annotate"), std::string::npos) << tracked.err;
  EXPECT_FALSE(fs::exists(folder / "c.eml"));
}

TEST(Fix, SignedMailsAreRefusedWithAWayOut) {
  const fs::path folder = fresh_folder("fix-signed");
  write_text(folder / "a.eml",
             "Subject: Votre aide\r\nMIME-Version: 1.0\r\nFrom: a@b.fr\r\nContent-Type: "
             "multipart/signed; boundary=b; micalg=pgp-sha256; "
             "protocol=\"application/pgp-signature\"\r\n\r\n--b\r\nContent-Type: text/plain"
             "\r\n\r\nVous ne pouvez demander cette aide.\r\n--b\r\nContent-Type: "
             "application/pgp-signature\r\n\r\nx\r\n--b--\r\n");
  const Ran ran =
      limpide("fix --safe --output " + quoted(folder / "b.eml") + " " + quoted(folder / "a.eml"));
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("--annotate"), std::string::npos) << ran.err;
  EXPECT_FALSE(fs::exists(folder / "b.eml"));
}

TEST(Fix, TrackedInAPage) {
  const fs::path folder = fresh_folder("fix-tracked");
  write_text(folder / "a.html", "<!doctype html><p>Vous ne pouvez demander cette aide.</p>\n");
  const Ran ran = limpide("fix --safe --tracked --output " + quoted(folder / "b.html") + " " +
                          quoted(folder / "a.html"));
  EXPECT_NE(ran.code, 2) << ran.err;
  EXPECT_NE(text_of(folder / "b.html").find("</ins>"), std::string::npos);
}

TEST(Fix, BadUse) {
  const fs::path folder = fresh_folder("fix-bad");
  write_text(folder / "a.txt", kHeavy);
  const std::string file = quoted(folder / "a.txt");
  EXPECT_EQ(limpide("fix").code, 2);
  EXPECT_EQ(limpide("fix --safe " + file).code, 2);
  EXPECT_EQ(limpide("fix --safe --in-place --output b.txt " + file).code, 2);
  EXPECT_EQ(limpide("fix --safe --output " + file + " " + file).code, 2);
  EXPECT_EQ(limpide("fix --safe --tracked --output " + quoted(folder / "b.txt") + " " + file).code,
            2);
  EXPECT_EQ(limpide("fix --safe --in-place -", kHeavy).code, 2);
}

}  // namespace
}  // namespace limpide
