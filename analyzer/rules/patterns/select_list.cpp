// <list items-min="4" conjunction="et ou">: words coordinated under one head. Marks from the first
// item to the end of the last one. Argument: nombre.
#include <algorithm>

#include "analyzer/rules/patterns/item_range.h"
#include "analyzer/rules/patterns/selectors.h"

namespace limpide {
namespace {

class ListSelector final : public Selector {
 public:
  explicit ListSelector(AttributeReader& attributes)
      : items_min_(attributes.number("items-min", 2)),
        conjunctions_(attributes.words("conjunction")) {
    std::sort(conjunctions_.begin(), conjunctions_.end());
  }

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    const Analysis& analysis = context.analysis;
    const Clauses& clauses = analysis.clauses;
    const auto range = items_within(
        clauses.coordinations, within,
        [&clauses](const Coordination& item) { return clauses.coordinated_words[item.first]; });
    for (std::uint32_t i = range.first; i < range.second; ++i) {
      const Coordination& found = clauses.coordinations[i];
      if (found.end - found.first < items_min_ || !joined_by(analysis, found)) continue;
      const WordIndex first = clauses.coordinated_words[found.first];
      const WordRange words{first, clauses.coordinated_words[found.end - 1] + 1};
      places.push_back({span_of_words(analysis, words), words, first,
                        sentence_of_word(analysis, first), i, nullptr});
    }
  }
  void describe(const MatchContext& context, const MatchPlace& place,
                MessageArguments& arguments) const override {
    const Coordination& found = context.analysis.clauses.coordinations[place.item];
    arguments.emplace_back("nombre", std::to_string(found.end - found.first));
  }

 private:
  [[nodiscard]] bool joined_by(const Analysis& analysis, const Coordination& found) const {
    if (conjunctions_.empty()) return true;
    return found.conjunction != kNoWord &&
           std::binary_search(conjunctions_.begin(), conjunctions_.end(),
                              lower_form(analysis, found.conjunction), std::less<>());
  }

  std::uint32_t items_min_;
  std::vector<std::string> conjunctions_;
};

}  // namespace

SelectorResult make_list_selector(AttributeReader& attributes, const RuleResources&) {
  return std::unique_ptr<const Selector>(std::make_unique<ListSelector>(attributes));
}

}  // namespace limpide
