#include "analyzer/parsing/clauses/clauses.h"

#include <gtest/gtest.h>

#include <sstream>

#include "analyzer/base/files.h"
#include "tests/analyzer/parsing/clauses/clause_dump.h"
#include "tools/eval/treebank_values.h"

namespace limpide {
namespace {

struct Case {
  std::string name;
  std::string tree;                   // one sentence of CoNLL-U
  std::vector<std::string> expected;  // lines of dump_clauses
};

std::vector<Case> read_cases(const std::string& path) {
  auto text = read_file(path, std::size_t{1} << 20);
  std::vector<Case> cases;
  if (!text) return cases;
  std::istringstream lines(*text);
  Case current;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("# ", 0) == 0) current.name = line.substr(2);
    if (line.rfind("= ", 0) == 0) current.expected.push_back(line.substr(2));
    const bool word = !line.empty() && line[0] >= '1' && line[0] <= '9';
    if (word) current.tree += line + "\n";
    if (!line.empty() || current.tree.empty()) continue;
    cases.push_back(current);
    current = {};
  }
  if (!current.tree.empty()) cases.push_back(current);  // no blank line ends the file
  return cases;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "= " + line + "\n";
  return text;
}

class ClauseCases : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto lexicon = Lexicon::open(std::string(LIMPIDE_DATA_DIR) + "/fr/lexicon.bin");
    auto resources = ClauseResources::load(std::string(LIMPIDE_DATA_DIR) + "/fr/parsing");
    ASSERT_TRUE(lexicon);
    ASSERT_TRUE(resources) << resources.error().message.key << " "
                           << resources.error().location.path << ":"
                           << resources.error().location.line;
    lexicon_ = new Lexicon(std::move(lexicon).value());
    resources_ = new ClauseResources(std::move(resources).value());
  }
  static void TearDownTestSuite() {
    delete lexicon_;
    delete resources_;
  }

  static std::string found_in(const std::string& tree) {
    auto sentences = parse_conllu(tree + "\n", "case");
    if (!sentences) return "unreadable";
    auto values = treebank_values(*sentences, *lexicon_);
    if (!values) return "no values";
    const Clauses clauses =
        find_clauses(values->segmentation, values->tagging, values->trees, *lexicon_, *resources_);
    return joined(testing::dump_clauses(*values, clauses, *resources_));
  }

  static Lexicon* lexicon_;
  static ClauseResources* resources_;
};
Lexicon* ClauseCases::lexicon_ = nullptr;
ClauseResources* ClauseCases::resources_ = nullptr;

TEST_F(ClauseCases, AreReadAsTheTableSays) {
  const std::vector<Case> cases = read_cases(std::string(LIMPIDE_SOURCE_DIR) +
                                             "/tests/analyzer/parsing/clauses/clauses.conllu");
  ASSERT_GT(cases.size(), 20U);
  for (const Case& item : cases) {
    const std::string found = found_in(item.tree);
    EXPECT_TRUE(found == joined(item.expected)) << "# " << item.name << "\n" << found;
  }
}

}  // namespace
}  // namespace limpide
