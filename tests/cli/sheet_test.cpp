// limpide compare --sheet: one page for the hierarchy, the same in each format, read back by our
// own readers.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "analyzer/base/files.h"
#include "cli/session.h"
#include "tests/support/run_program.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

fs::path fresh_folder(const std::string& name) {
  const fs::path folder =
      fs::temp_directory_path() / ("limpide_" + name + "_" + std::to_string(::getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

Ran compare(const std::string& arguments) {
  return run_program(LIMPIDE_PROGRAM, "compare " + arguments, "");
}

std::string bytes_of(const fs::path& path) {
  const auto bytes = read_file(path.string(), std::size_t{1} << 24);
  return bytes ? *bytes : "";
}

// The words of a sheet, block by block, as our reader of its format finds them.
std::vector<std::string> lines_of(const fs::path& path) {
  const std::string bytes = bytes_of(path);
  const auto document = read_document(all_readers(), {path.string(), bytes}, Limits{});
  EXPECT_TRUE(document) << path;
  std::vector<std::string> lines;
  if (!document) return lines;
  for (const Block& block : document->blocks) {
    std::string line(slice(document->text, block.text));
    line.erase(
        std::unique(line.begin(), line.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
        line.end());
    lines.push_back(line);
  }
  return lines;
}

bool has_line(const std::vector<std::string>& lines, const std::string& start) {
  return std::any_of(lines.begin(), lines.end(),
                     [&start](const std::string& line) { return line.rfind(start, 0) == 0; });
}

std::string sample(const std::string& name) {
  return quoted(fs::path(LIMPIDE_SOURCE_DIR) / "corpus" / "samples" / name);
}

TEST(Sheet, IsTheSameInEachFormat) {
  const fs::path folder = fresh_folder("sheet");
  const std::string pair = sample("bad/14-reponse-recours-affectation-lycee.md") + " " +
                           sample("good/14-reponse-recours-affectation-lycee.md");
  for (const char* name : {"fiche.docx", "fiche.odt", "fiche.html"}) {
    const Ran ran = compare("--sheet " + quoted(folder / name) + " " + pair);
    EXPECT_EQ(ran.code, 1) << ran.err;  // some references of the letter are gone
    EXPECT_NE(ran.err.find(name), std::string::npos);
  }
  const std::vector<std::string> docx = lines_of(folder / "fiche.docx");
  EXPECT_EQ(docx, lines_of(folder / "fiche.odt"));
  EXPECT_EQ(docx, lines_of(folder / "fiche.html"));
  EXPECT_TRUE(has_line(docx, "Fiche de r\u00e9\u00e9criture"));
  EXPECT_TRUE(has_line(docx, "Questions pour l\u2019expert"));
  EXPECT_TRUE(has_line(docx, "Un exemple"));
  const std::string first = bytes_of(folder / "fiche.odt");
  compare("--sheet " + quoted(folder / "fiche.odt") + " " + pair);
  EXPECT_EQ(bytes_of(folder / "fiche.odt"), first);
  EXPECT_EQ(first.substr(30, 8), "mimetype");  // stored first, as ODF asks
}

TEST(Sheet, AsksAboutWhatChanged) {
  const fs::path folder = fresh_folder("sheet_facts");
  write_text(folder / "avant.txt", "Vous devez payer 120 euros avant le 3 mars 2026.\n");
  write_text(folder / "meme.txt", "Payez 120 euros avant le 3 mars 2026.\n");
  write_text(folder / "autre.txt", "Vous pouvez payer 12 euros avant le 3 mars 2026.\n");
  const std::string to =
      "--sheet " + quoted(folder / "f.html") + " " + quoted(folder / "avant.txt");
  EXPECT_EQ(compare(to + " " + quoted(folder / "meme.txt")).code, 0);
  EXPECT_TRUE(has_line(lines_of(folder / "f.html"), "Rien n\u2019a chang\u00e9."));
  EXPECT_EQ(compare(to + " " + quoted(folder / "autre.txt")).code, 1);
  const std::vector<std::string> lines = lines_of(folder / "f.html");
  EXPECT_TRUE(has_line(lines, "1 information a chang\u00e9."));
  EXPECT_TRUE(has_line(lines, "Montant"));
  EXPECT_TRUE(has_line(lines, "Ce qui est obligatoire a chang\u00e9"));
}

TEST(Sheet, RefusesOtherNamesBeforeAnyWork) {
  const fs::path folder = fresh_folder("sheet_names");
  write_text(folder / "a.txt", "Vous devez payer.\n");
  const std::string pair = quoted(folder / "a.txt") + " " + quoted(folder / "a.txt");
  const Ran ran = compare("--sheet " + quoted(folder / "fiche.pdf") + " " + pair);
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(ran.out.empty());
  EXPECT_NE(ran.err.find("fiche.pdf"), std::string::npos);
  EXPECT_EQ(compare("--sheet /nonexistent/fiche.odt " + pair).code, 2);
  // A document cannot act on the page.
  write_text(folder / "b.txt", "Vous devez payer <script>alert(1)</script> 12 euros.\n");
  compare("--sheet " + quoted(folder / "f.html") + " " + quoted(folder / "b.txt") + " " +
          quoted(folder / "a.txt"));
  EXPECT_EQ(bytes_of(folder / "f.html").find("<script>alert"), std::string::npos);
}

}  // namespace
}  // namespace limpide
