// What the tests of facts share: the data of the build, facts of a text without any trained model
// (tags of the lexicon, no tree, no clause), and their writing in the tables. In: a text. Out:
// lines "words = key". Refuses: duties and negations, which need the clause layer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/facts/facts.h"
#include "tests/analyzer/segmentation/segmentation_support.h"

namespace limpide {

const FactResources& fact_resources();  // loaded once; the program stops when they cannot be

struct LexicalFacts {
  Document document;
  Segmentation segmentation;
  Tagging tagging;
  std::vector<Fact> facts;
};
[[nodiscard]] LexicalFacts lexical_facts(std::string_view text);
// "du 3 au 7 mai = date --05-03/--05-07"
[[nodiscard]] std::string fact_line(const std::string& text, const Fact& fact);
[[nodiscard]] std::vector<std::string> fact_lines(std::string_view text);

}  // namespace limpide
