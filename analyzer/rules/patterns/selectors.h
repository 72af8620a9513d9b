// The closed set of selectors. In: an element of a pattern. Out: its Selector. Refuses: an element
// that is not in the list. A new selector is one file, one line here and one in selectors.cpp.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rules/patterns/attributes.h"
#include "analyzer/rules/patterns/selector.h"

namespace limpide {

using SelectorResult = Result<std::unique_ptr<const Selector>>;

[[nodiscard]] bool is_selector(std::string_view element);
[[nodiscard]] std::vector<std::string_view> selector_names();
// The attributes that the selector knows are read from `attributes`; finish() is the caller's.
// REQUIRES: is_selector(attributes.node().name).
[[nodiscard]] SelectorResult make_selector(AttributeReader& attributes,
                                           const RuleResources& resources);

// One a file.
SelectorResult make_word_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_words_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_clause_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_passive_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_negation_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_chain_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_verb_noun_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_list_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_sentence_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_block_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_fact_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_protected_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_term_selector(AttributeReader& attributes, const RuleResources& resources);
SelectorResult make_document_selector(AttributeReader& attributes, const RuleResources& resources);

}  // namespace limpide
