// tests/stages/tagging: sentences of ours with what some of their words are.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "analyzer/segmentation/forms.h"
#include "tests/analyzer/tagging/tagging_support.h"

namespace limpide {
namespace {

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, mark);) parts.push_back(part);
  return parts;
}

// Which word of the text a cell means: "form" or "form#2". -1: none.
std::ptrdiff_t word_of(const TaggedText& text, const std::string& name) {
  const std::size_t hash = name.rfind('#');
  const bool numbered = hash != std::string::npos && hash > 0;
  const std::string key = fold_key(numbered ? name.substr(0, hash) : name);
  int left = numbered ? std::stoi(name.substr(hash + 1)) : 1;
  for (std::size_t i = 0; i < text.segmentation.words.size(); ++i) {
    const Form& form = text.segmentation.forms[text.segmentation.words[i].form];
    if (form.key == key && --left == 0) return static_cast<std::ptrdiff_t>(i);
  }
  return -1;
}

// What is wrong with a word; empty when all that the cell states holds.
std::string fault(const TaggedText& text, const std::vector<std::string>& wanted) {
  const std::ptrdiff_t index = word_of(text, wanted[0]);
  if (index < 0) return "no such word";
  const WordTag& word = text.tagging.words[static_cast<std::size_t>(index)];
  const std::string upos(upos_name(word.upos));
  const std::string& lemma = text.tagging.lemmas[word.lemma];
  const std::string features = features_name(word.features);
  const std::vector<std::string> have = split(features, '|');
  bool right = upos == wanted[1];
  for (std::size_t i = 2; i < wanted.size(); ++i) {
    if (wanted[i].find('=') == std::string::npos) {
      right = right && lemma == fold_key(wanted[i]);
      continue;
    }
    for (const std::string& feature : split(wanted[i], '|')) {
      right = right && std::find(have.begin(), have.end(), feature) != have.end();
    }
  }
  return right ? "" : upos + " " + lemma + " " + features;
}

TEST(TaggingStage, SentencesOfOurs) {
  const std::string folder = std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/tagging";
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".tsv") files.insert(entry.path().string());
  }
  std::size_t sentences = 0;
  std::size_t misses = 0;
  for (const std::string& path : files) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      if (line.empty() || line[0] == '#') continue;
      const std::vector<std::string> cells = split(line, '\t');
      const TaggedText text = tag_text(cells[0], test_model());
      ++sentences;
      for (std::size_t i = 1; i < cells.size(); ++i) {
        const bool known = cells[i][0] == '~';
        const std::vector<std::string> wanted = split(cells[i].substr(known ? 1 : 0), ' ');
        ASSERT_GE(wanted.size(), 2U) << line;
        const std::string found = fault(text, wanted);
        if (known) {
          ++misses;
          EXPECT_NE(found, "") << "no miss any more: " << cells[i] << " in " << cells[0];
        } else {
          EXPECT_EQ(found, "") << cells[i] << " in " << cells[0];
        }
      }
    }
  }
  EXPECT_GE(sentences, 60U);
  EXPECT_LE(misses, 12U) << "known misses";
}

}  // namespace
}  // namespace limpide
