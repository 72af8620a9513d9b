// A list with too many items that no title or deeper level divides. The first item is marked. A
// list that a word of reference-words= announces ("valeurs", "pays") and a list of links are looked
// up, not read: they may be long. Argument: elements.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"
#include "analyzer/rules/rule_xml.h"

namespace limpide {
namespace {

constexpr std::uint32_t kItems = 7;

class LongListMatcher final : public Matcher {
 public:
  using Words = std::set<std::string, std::less<>>;
  LongListMatcher(ProfileNumbers items, Words references)
      : items_(items), references_(std::move(references)) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const auto& blocks = context.analysis.document->blocks;
    std::size_t block = 0;
    while (block < blocks.size()) {
      std::size_t end = block;
      while (end < blocks.size() && is_item(context, end) &&
             are_together(blocks[end], blocks[block]) &&
             (end == block || follows(context.analysis, end))) {
        ++end;
      }
      const std::size_t items = end - block;
      if (items > items_[index_of(context.profile)] && !is_reference(context, block, end)) {
        Hit hit;
        hit.span = blocks[block].text;
        hit.arguments = {{"elements", std::to_string(items)}};
        hits.push_back(std::move(hit));
      }
      block = end == block ? block + 1 : end;
    }
  }

 private:
  // Items of one list: of one depth and one kind, in one cell.
  static bool are_together(const Block& item, const Block& first) {
    return item.level == first.level && item.ordered == first.ordered &&
           item.table == first.table && item.row == first.row && item.column == first.column;
  }

  // Neither behind an empty paragraph nor behind "Pour votre enfant :", that heads a group.
  static bool follows(const Analysis& analysis, std::size_t block) {
    const Block& last = analysis.document->blocks[block - 1];
    const std::uint32_t gap = analysis.document->blocks[block].paragraph - last.paragraph;
    const std::string_view text = slice(analysis.document->text, last.text);
    const std::size_t end = text.find_last_not_of(" \n\t");
    return gap <= 1 && (end == std::string_view::npos || text[end] != ':');
  }

  [[nodiscard]] bool is_reference(const MatchContext& context, std::size_t first,
                                  std::size_t end) const {
    std::size_t links = 0;
    for (std::size_t block = first; block < end; ++block) {
      if (is_link(*context.analysis.document, block)) ++links;
    }
    return 2 * links > end - first || announces(context.analysis, first);
  }

  // All but a few letters of the item are a link.
  static bool is_link(const Document& document, std::size_t block) {
    constexpr std::uint32_t kAround = 4;
    const Span text = document.blocks[block].text;
    return std::any_of(document.links.begin(), document.links.end(), [text](const Link& link) {
      return link.text.begin >= text.begin && link.text.end <= text.end &&
             text.end - text.begin <= link.text.end - link.text.begin + kAround;
    });
  }

  // The block before the list holds one of the words.
  [[nodiscard]] bool announces(const Analysis& analysis, std::size_t first) const {
    const auto& sentences = analysis.segmentation.sentences;
    for (const Sentence& sentence : sentences) {
      if (sentence.block + 1 != first) continue;
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        if (is_word(analysis, at) && references_.count(form_of(analysis, at).lower) != 0) {
          return true;
        }
      }
    }
    return false;
  }

  static bool is_item(const MatchContext& context, std::size_t block) {
    return context.judged_blocks[block] &&
           context.analysis.structure.blocks[block].role == Role::kListItem &&
           context.analysis.document->blocks[block].kind == BlockKind::kListItem;
  }

  ProfileNumbers items_;
  Words references_;
};

}  // namespace

MatcherResult make_long_list(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"items", "reference-words"});
  if (!known) return known.error();
  const Result<ProfileNumbers> items = number_parameter(spec, "items", kItems);
  if (!items) return items.error();
  const Result<std::string> words = text_parameter(spec, "reference-words", "");
  LongListMatcher::Words references;
  for (const std::string_view word : words_of(*words)) references.emplace(word);
  return std::unique_ptr<const Matcher>(
      std::make_unique<LongListMatcher>(*items, std::move(references)));
}

}  // namespace limpide
