// The closed set of kinds of condition. In: a rule's kind and parameters. Out: its Matcher.
// Refuses: a kind that is not in the list, parameters that the kind does not know. A new kind is
// one file in kinds/, one line here and one in kinds.cpp.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rules/matcher.h"

namespace limpide {

using MatcherResult = Result<std::unique_ptr<const Matcher>>;

[[nodiscard]] MatcherResult make_matcher(const RuleSpec& spec, const RuleResources& resources);
[[nodiscard]] std::vector<std::string_view> kind_names();

// One a file of kinds/.
MatcherResult make_terms(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_sentence_length(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_mean_sentence_length(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_paragraph_length(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_long_word(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_rare_word(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_acronym(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_numeric_date(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_capitals(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_enumeration(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_parentheses(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_punctuation(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_merge_field(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_missing_role(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_sentences_a_line(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_spelling(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_pattern(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_introduced_list(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_long_list(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_overlapping_ranges(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_unaccented_capitals(const RuleSpec& spec, const RuleResources& resources);
MatcherResult make_repeated_word(const RuleSpec& spec, const RuleResources& resources);

}  // namespace limpide
