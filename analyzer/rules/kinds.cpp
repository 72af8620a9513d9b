#include "analyzer/rules/kinds.h"

#include <array>

namespace limpide {
namespace {

struct KindEntry {
  std::string_view name;
  MatcherResult (*make)(const RuleSpec&, const RuleResources&);
};

constexpr std::array<KindEntry, 22> kKinds{{
    {"acronym", make_acronym},
    {"capitals", make_capitals},
    {"enumeration", make_enumeration},
    {"introduced-list", make_introduced_list},
    {"long-list", make_long_list},
    {"long-word", make_long_word},
    {"mean-sentence-length", make_mean_sentence_length},
    {"merge-field", make_merge_field},
    {"missing-role", make_missing_role},
    {"numeric-date", make_numeric_date},
    {"overlapping-ranges", make_overlapping_ranges},
    {"paragraph-length", make_paragraph_length},
    {"parentheses", make_parentheses},
    {"pattern", make_pattern},
    {"punctuation", make_punctuation},
    {"rare-word", make_rare_word},
    {"repeated-word", make_repeated_word},
    {"sentence-length", make_sentence_length},
    {"sentences-a-line", make_sentences_a_line},
    {"spelling", make_spelling},
    {"terms", make_terms},
    {"unaccented-capitals", make_unaccented_capitals},
}};

}  // namespace

MatcherResult make_matcher(const RuleSpec& spec, const RuleResources& resources) {
  for (const KindEntry& kind : kKinds) {
    if (kind.name == spec.kind) return kind.make(spec, resources);
  }
  return make_error(ErrorCode::kInvalidInput, "error.rule.kind", {{"name", spec.kind}});
}

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  names.reserve(kKinds.size());
  for (const KindEntry& kind : kKinds) names.push_back(kind.name);
  return names;
}

}  // namespace limpide
