// <term rule="delai-flou menace">: a term of dictionaries/fr/terms.tsv that these rules report.
// Arguments: terme, remplacement (the first), note.
#include <algorithm>

#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

class TermSelector final : public Selector {
 public:
  TermSelector(AttributeReader& attributes, const TermTable& table)
      : table_(table), rules_(attributes.words("rule")) {
    if (rules_.empty()) attributes.refuse("rule", "");
  }

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    if (within.first >= within.end) return;
    const Segmentation& cut = context.analysis.segmentation;
    const std::uint32_t first_token = cut.words[within.first].token;
    const std::uint32_t last_token = cut.words[within.end - 1].token;
    auto at = std::lower_bound(
        context.terms.begin(), context.terms.end(), first_token,
        [](const TermHit& hit, std::uint32_t token) { return hit.first_token < token; });
    for (; at != context.terms.end() && at->first_token <= last_token; ++at) {
      const std::string_view rule = table_.entries[at->entry].rule;
      if (std::find(rules_.begin(), rules_.end(), rule) == rules_.end()) continue;
      const WordIndex first = cut.tokens[at->first_token].first_word;
      const WordIndex end = at->token_end < cut.tokens.size()
                                ? cut.tokens[at->token_end].first_word
                                : static_cast<WordIndex>(cut.words.size());
      places.push_back({span_of(context.analysis, at->first_token, at->token_end),
                        {first, end},
                        first,
                        context.analysis.sentence_of_token[at->first_token],
                        at->entry,
                        nullptr});
    }
  }
  void describe(const MatchContext& context, const MatchPlace& place,
                MessageArguments& arguments) const override {
    arguments.emplace_back("terme", written(context.analysis, place.span));
    const TermEntry& entry = table_.entries[place.item];
    const std::vector<std::string> replacements = replacements_of(entry);
    arguments.emplace_back("remplacement",
                           replacements.empty() ? std::string() : replacements.front());
    arguments.emplace_back("note", entry.note);
  }
  [[nodiscard]] bool needs_trees() const override { return false; }

 private:
  const TermTable& table_;
  std::vector<std::string> rules_;
};

}  // namespace

SelectorResult make_term_selector(AttributeReader& attributes, const RuleResources& resources) {
  return std::unique_ptr<const Selector>(
      std::make_unique<TermSelector>(attributes, *resources.terms));
}

}  // namespace limpide
