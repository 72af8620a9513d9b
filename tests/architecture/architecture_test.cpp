// The rules of the house, read from the sources: layers, ASCII, sizes, manners of libraries.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// Layer numbers of docs/architecture.md. A room includes only rooms of lower number, itself, and,
// inside L2, the lexicon never the readers.
const std::map<std::string, int>& layers() {
  static const std::map<std::string, int> kLayers{
      {"base", 0},          {"document", 1},     {"findings", 1},    {"lexicon", 2},
      {"readers", 2},       {"segmentation", 3}, {"structure", 4},   {"tagging", 4},
      {"parsing", 5},       {"metrics", 6},      {"facts", 6},       {"analysis", 7},
      {"rules", 8},         {"selection", 9},    {"mentions", 9},    {"scoring", 10},
      {"verification", 10}, {"rewriting", 11},   {"comparison", 11}, {"reports", 12},
      {"annotation", 13},   {"engine", 13}};
  return kLayers;
}

struct Source {
  std::string path;  // from the root
  std::string text;
};

std::vector<Source> sources() {
  std::vector<Source> found;
  const fs::path root = LIMPIDE_SOURCE_DIR;
  for (const char* folder :
       {"analyzer", "cli", "tools", "tests", "bench", "plugins", "server", "corpus"}) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string ending = entry.path().extension().string();
      if (ending != ".h" && ending != ".cpp") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::stringstream text;
      text << file.rdbuf();
      found.push_back({fs::relative(entry.path(), root).generic_string(), text.str()});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Source& a, const Source& b) { return a.path < b.path; });
  return found;
}

std::vector<std::string> includes_of(const std::string& text) {
  std::vector<std::string> includes;
  std::istringstream lines(text);
  const std::string opening = "#include \"";
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind(opening, 0) != 0) continue;
    includes.push_back(line.substr(opening.size(), line.rfind('"') - opening.size()));
  }
  return includes;
}

std::string room_of(const std::string& path) {
  const std::string prefix = "analyzer/";
  if (path.rfind(prefix, 0) != 0) return {};
  const std::string rest = path.substr(prefix.size());
  return rest.substr(0, rest.find('/'));
}

std::size_t line_count(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

bool is_generated(const std::string& path) { return path.find("_generated.") != std::string::npos; }

TEST(Architecture, SourcesAreFound) { EXPECT_GT(sources().size(), 50U); }

TEST(Architecture, EveryRoomHasALayer) {
  for (const Source& source : sources()) {
    const std::string room = room_of(source.path);
    if (room.empty()) continue;
    EXPECT_EQ(layers().count(room), 1U) << source.path;
  }
}

TEST(Architecture, RoomsIncludeOnlyLowerLayers) {
  for (const Source& source : sources()) {
    const std::string room = room_of(source.path);
    if (room.empty() || layers().count(room) == 0) continue;
    for (const std::string& include : includes_of(source.text)) {
      const std::string other = room_of(include);
      EXPECT_EQ(include.rfind("cli/", 0), std::string::npos)
          << source.path << " includes " << include;
      if (other.empty() || other == room || layers().count(other) == 0) continue;
      EXPECT_LT(layers().at(other), layers().at(room)) << source.path << " includes " << include;
    }
  }
}

// What annotates a format knows its parts: annotation/docx/ what readers/docx/ and readers/office/
// offer.
bool is_own_format(const std::string& path, const std::string& include) {
  const std::string room = "analyzer/annotation/";
  if (path.rfind(room, 0) != 0) return false;
  if (include.rfind("analyzer/readers/office/", 0) == 0) return true;
  const std::string format = path.substr(room.size(), path.find('/', room.size()) - room.size());
  return include.rfind("analyzer/readers/" + format + "/", 0) == 0;
}

// Only the engine and analysis name several stages; readers of a format are named by programs.
TEST(Architecture, NothingBelowTheProgramsNamesAFormat) {
  for (const Source& source : sources()) {
    const std::string room = room_of(source.path);
    if (room.empty() || room == "readers") continue;
    for (const std::string& include : includes_of(source.text)) {
      const bool format =
          include.rfind("analyzer/readers/", 0) == 0 && include != "analyzer/readers/reader.h";
      EXPECT_FALSE(format && !is_own_format(source.path, include))
          << source.path << " includes " << include;
    }
  }
}

TEST(Architecture, SourcesAreAscii) {
  for (const Source& source : sources()) {
    const auto foreign = std::find_if(source.text.begin(), source.text.end(), [](char byte) {
      return static_cast<unsigned char>(byte) >= 0x80;
    });
    EXPECT_TRUE(foreign == source.text.end())
        << source.path << ", line " << 1 + std::count(source.text.begin(), foreign, '\n')
        << ": French lives in data";
  }
}

TEST(Architecture, FilesStayUnderSixHundredLines) {
  for (const Source& source : sources()) {
    if (is_generated(source.path)) continue;
    EXPECT_LE(line_count(source.text), 600U) << source.path;
  }
}

TEST(Architecture, HeadersSayWhatTheyAreFor) {
  for (const Source& source : sources()) {
    const bool header =
        source.path.size() > 2 && source.path.substr(source.path.size() - 2) == ".h";
    if (!header || room_of(source.path).empty() || is_generated(source.path)) continue;
    std::istringstream lines(source.text);
    int comments = 0;
    for (std::string line; std::getline(lines, line) && line.rfind("//", 0) == 0;) ++comments;
    EXPECT_GE(comments, 2) << source.path;
    EXPECT_NE(source.text.find("#pragma once"), std::string::npos) << source.path;
  }
}

TEST(Architecture, LibrariesNeitherPrintNorExit) {
  for (const Source& source : sources()) {
    if (room_of(source.path).empty()) continue;
    for (const char* manner : {"std::cout", "std::cerr", "printf(", "std::exit(", " exit(",
                               "abort(", "std::getenv", "#include <iostream>"}) {
      EXPECT_EQ(source.text.find(manner), std::string::npos) << source.path << " uses " << manner;
    }
  }
}

}  // namespace
