// A list with too many items that no title or deeper level divides. The first item is marked.
// Argument: elements.
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kItems = 7;

class LongListMatcher final : public Matcher {
 public:
  explicit LongListMatcher(ProfileNumbers items) : items_(items) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const auto& blocks = context.analysis.document->blocks;
    std::size_t block = 0;
    while (block < blocks.size()) {
      std::size_t end = block;
      while (end < blocks.size() && is_item(context, end) &&
             blocks[end].level == blocks[block].level)
        ++end;
      const std::size_t items = end - block;
      if (items > items_[index_of(context.profile)]) {
        Hit hit;
        hit.span = blocks[block].text;
        hit.arguments = {{"elements", std::to_string(items)}};
        hits.push_back(std::move(hit));
      }
      block = end == block ? block + 1 : end;
    }
  }

 private:
  static bool is_item(const MatchContext& context, std::size_t block) {
    return context.judged_blocks[block] &&
           context.analysis.structure.blocks[block].role == Role::kListItem &&
           context.analysis.document->blocks[block].kind == BlockKind::kListItem;
  }

  ProfileNumbers items_;
};

}  // namespace

MatcherResult make_long_list(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"items"});
  if (!known) return known.error();
  const Result<ProfileNumbers> items = number_parameter(spec, "items", kItems);
  if (!items) return items.error();
  return std::unique_ptr<const Matcher>(std::make_unique<LongListMatcher>(*items));
}

}  // namespace limpide
