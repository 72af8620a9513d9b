// Every key that a source names is in the catalogue, and every text of the catalogue is written as
// French is: typographic apostrophes, non-breaking spaces.
#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <string>

#include "cli/console.h"
#include "tests/support/run_program.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

bool is_key_byte(char byte) {
  return std::islower(static_cast<unsigned char>(byte)) != 0 || byte == '.' || byte == '_';
}

// Keys begin with one of these families and are written whole in the sources.
bool is_family(const std::string& text) {
  for (const char* family :
       {"error.", "notice.", "example.", "help.", "report.", "rules.", "explain.", "annotate."}) {
    if (text.rfind(family, 0) == 0) return text.back() != '.';
  }
  return false;
}

std::string without_comments(const std::string& text) {
  std::string code;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) code += line.substr(0, line.find("//")) + "\n";
  return code;
}

TEST(Catalogue, HoldsEveryKeyOfTheSources) {
  std::size_t seen = 0;
  for (const char* room : {"analyzer", "cli"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(LIMPIDE_SOURCE_DIR) / room)) {
      const std::string ending = entry.path().extension().string();
      if (ending != ".cpp" && ending != ".h") continue;
      const std::string text = without_comments(file_text(entry.path()));
      for (std::size_t open = text.find('"'); open != std::string::npos;
           open = text.find('"', open + 1)) {
        std::size_t end = open + 1;
        while (end < text.size() && is_key_byte(text[end])) ++end;
        const std::string word = text.substr(open + 1, end - open - 1);
        if (end >= text.size() || text[end] != '"' || !is_family(word)) continue;
        ++seen;
        EXPECT_TRUE(texts().has(word)) << entry.path() << ": " << word;
      }
    }
  }
  EXPECT_GT(seen, 60U);
}

TEST(Catalogue, IsWrittenInFrenchTypography) {
  EXPECT_GT(texts().entries().size(), 100U);
  for (const auto& entry : texts().entries()) {
    const std::string& text = entry.second;
    EXPECT_EQ(text.find('\''), std::string::npos) << entry.first << ": a straight apostrophe";
    for (const char* mark : {" ;", " !", " ?", " :", " \xC2\xBB", "\xC2\xAB "}) {
      EXPECT_EQ(text.find(mark), std::string::npos)
          << entry.first << ": a breaking space at " << mark;
    }
  }
}

}  // namespace
}  // namespace limpide
