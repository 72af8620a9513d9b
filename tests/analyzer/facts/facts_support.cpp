#include "tests/analyzer/facts/facts_support.h"

#include <cstdlib>
#include <iostream>

#include "tests/analyzer/facts/lexicon_tags.h"

namespace limpide {

const FactResources& fact_resources() {
  static const FactResources kResources = [] {
    auto loaded = FactResources::load(std::string(LIMPIDE_DATA_DIR) + "/fr/facts");
    if (!loaded) {
      std::cerr << loaded.error().message.key << " " << loaded.error().location.path << ":"
                << loaded.error().location.line << "\n";
      std::abort();
    }
    return std::move(loaded).value();
  }();
  return kResources;
}

LexicalFacts lexical_facts(std::string_view text) {
  LexicalFacts found;
  found.document = one_block(text);
  found.segmentation = segment(found.document, test_resources());
  found.tagging = lexicon_tags(found.segmentation, *test_resources().lexicon);
  const Trees trees;
  const Clauses clauses;
  found.facts = find_facts({found.document.text, found.segmentation, found.tagging, trees, clauses},
                           fact_resources());
  return found;
}

std::string fact_line(const std::string& text, const Fact& fact) {
  return std::string(slice(text, fact.span)) + " = " + fact_key(fact);
}

std::vector<std::string> fact_lines(std::string_view text) {
  const LexicalFacts found = lexical_facts(text);
  std::vector<std::string> lines;
  for (const Fact& fact : found.facts) lines.push_back(fact_line(found.document.text, fact));
  return lines;
}

}  // namespace limpide
