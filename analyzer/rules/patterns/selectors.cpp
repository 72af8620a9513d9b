#include "analyzer/rules/patterns/selectors.h"

#include <algorithm>
#include <array>

namespace limpide {
namespace {

struct Entry {
  std::string_view element;
  SelectorResult (*make)(AttributeReader&, const RuleResources&);
};

constexpr std::array<Entry, 14> kSelectors{{{"word", make_word_selector},
                                            {"words", make_words_selector},
                                            {"clause", make_clause_selector},
                                            {"passive", make_passive_selector},
                                            {"negation", make_negation_selector},
                                            {"chain", make_chain_selector},
                                            {"verb-noun", make_verb_noun_selector},
                                            {"list", make_list_selector},
                                            {"sentence", make_sentence_selector},
                                            {"block", make_block_selector},
                                            {"fact", make_fact_selector},
                                            {"protected", make_protected_selector},
                                            {"term", make_term_selector},
                                            {"document", make_document_selector}}};

const Entry* find_entry(std::string_view element) {
  const auto found = std::find_if(kSelectors.begin(), kSelectors.end(),
                                  [element](const Entry& e) { return e.element == element; });
  return found == kSelectors.end() ? nullptr : &*found;
}

}  // namespace

bool is_selector(std::string_view element) { return find_entry(element) != nullptr; }

std::vector<std::string_view> selector_names() {
  std::vector<std::string_view> names;
  names.reserve(kSelectors.size());
  for (const Entry& entry : kSelectors) names.push_back(entry.element);
  return names;
}

SelectorResult make_selector(AttributeReader& attributes, const RuleResources& resources) {
  return find_entry(attributes.node().name)->make(attributes, resources);
}

}  // namespace limpide
