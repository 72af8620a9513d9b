// The compiled tables of the build folder, opened once a test program, and the tables of cases in
// tests/stages/lexicon.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "analyzer/lexicon/familiarity.h"
#include "analyzer/lexicon/lexicon.h"

namespace limpide {

inline std::string data_path(const std::string& name) {
  return std::string(LIMPIDE_DATA_DIR) + "/fr/" + name;
}

inline const Lexicon& lexicon() {
  static const Result<Lexicon> kLexicon = Lexicon::open(data_path("lexicon.bin"));
  EXPECT_TRUE(kLexicon.has_value());
  return kLexicon.value();
}

inline const Familiarity& familiarity() {
  static const Result<Familiarity> kFamiliarity = Familiarity::open(data_path("familiarity.bin"));
  EXPECT_TRUE(kFamiliarity.has_value());
  return kFamiliarity.value();
}

// Rows of tab-separated cells, comments left out; every row has as many cells as the first at
// least.
inline std::vector<std::vector<std::string>> stage_table(const std::string& name) {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/lexicon/" + name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    rows.emplace_back();
    for (std::size_t at = 0;;) {
      const std::size_t tab = line.find('\t', at);
      rows.back().push_back(line.substr(at, tab - at));
      if (tab == std::string::npos) break;
      at = tab + 1;
    }
    rows.back().resize(std::max(rows.back().size(), rows.front().size()));
  }
  EXPECT_FALSE(rows.empty()) << name;
  return rows;
}

}  // namespace limpide
