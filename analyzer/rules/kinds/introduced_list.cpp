// Short items separated by commas after a colon or inside parentheses: a list that is not laid out
// as one. Items with a verb, names, codes and what opens with a word of asides= end it. Argument:
// elements.
#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"
#include "analyzer/rules/rule_xml.h"

namespace limpide {
namespace {

constexpr std::uint32_t kItems = 4;
constexpr std::uint32_t kWordsPerItem = 12;
constexpr std::uint32_t kWordsOfAll = 10;  // a few words in a row need no list

struct Item {
  TokenRange tokens;
  std::uint32_t words = 0;
};

class IntroducedListMatcher final : public Matcher {
 public:
  using Words = std::set<std::string, std::less<>>;
  IntroducedListMatcher(ProfileNumbers items, ProfileNumbers words, Words asides)
      : items_(items), words_(words), asides_(std::move(asides)) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      // What stands in a list is already one: a list inside it helps nobody.
      if (analysis.document->blocks[sentence.block].kind == BlockKind::kListItem) continue;
      for (std::uint32_t at = sentence.first_token; at + 1 < sentence.token_end; ++at) {
        const bool bracket = is_mark(analysis, at, "(");
        if (!bracket && !is_mark(analysis, at, ":")) continue;
        const auto hit = list_from(context, sentence, at + 1, bracket);
        if (hit) hits.push_back(*hit);
      }
    }
  }

 private:
  [[nodiscard]] std::optional<Hit> list_from(const MatchContext& context, const Sentence& sentence,
                                             std::uint32_t first, bool bracket) const {
    const Analysis& analysis = context.analysis;
    const std::size_t profile = index_of(context.profile);
    const std::uint32_t end = end_of_list(analysis, sentence, first, bracket);
    std::uint32_t items = 0;
    std::uint32_t words = 0;
    std::uint32_t last = first;
    for (std::uint32_t at = first; at < end;) {
      const Item item = item_from(analysis, at, end);
      if (!is_item(analysis, item, words_[profile])) break;
      if (!says_more(analysis, item)) ++items;
      words += item.words;
      last = item.tokens.end;
      at = item.tokens.end + 1;
    }
    // In brackets, in the middle of a sentence, a few words are hard to lay out as a list.
    const std::uint32_t least = items_[profile] + (bracket ? 1 : 0);
    if (items < least || words < kWordsOfAll) return std::nullopt;
    Hit hit;
    hit.span = span_of(analysis, first, last);
    hit.confidence = Confidence::kMedium;
    hit.arguments = {{"elements", std::to_string(items)}};
    return hit;
  }

  static std::uint32_t end_of_list(const Analysis& analysis, const Sentence& sentence,
                                   std::uint32_t first, bool bracket) {
    std::uint32_t depth = 0;
    for (std::uint32_t at = first; at < sentence.token_end; ++at) {
      if (is_mark(analysis, at, "(")) ++depth;
      if (is_mark(analysis, at, ")")) {
        if (depth == 0) return at;
        --depth;
      }
      if (depth == 0 && (is_mark(analysis, at, ";") || is_mark(analysis, at, "."))) return at;
    }
    return bracket ? first : sentence.token_end;  // a bracket that nothing closes is no list
  }

  // Up to the next comma outside brackets.
  static Item item_from(const Analysis& analysis, std::uint32_t first, std::uint32_t end) {
    Item item;
    item.tokens.first = first;
    std::uint32_t depth = 0;
    std::uint32_t at = first;
    for (; at < end; ++at) {
      if (is_mark(analysis, at, "(")) ++depth;
      if (is_mark(analysis, at, ")") && depth > 0) --depth;
      if (depth == 0 && is_mark(analysis, at, ",")) break;
      if (depth == 0 && is_word(analysis, at)) ++item.words;
    }
    item.tokens.end = at;
    return item;
  }

  // "etc." is no element.
  static bool says_more(const Analysis& analysis, const Item& item) {
    const std::string& lower = form_of(analysis, item.tokens.first).lower;
    return item.words == 1 && (lower == "etc" || lower == "etc.");
  }

  // "une photo", "3 bulletins de paie": small letters, no verb, no address or reference.
  [[nodiscard]] bool is_item(const Analysis& analysis, const Item& item, std::uint32_t most) const {
    if (item.tokens.first >= item.tokens.end || item.words == 0 || item.words > most) return false;
    const Form& opening = form_of(analysis, item.tokens.first);
    const bool figure = analysis.segmentation.tokens[item.tokens.first].kind == TokenKind::kNumber;
    if (opening.casing != Casing::kLower && !figure) return false;
    if (asides_.count(opening.lower) != 0 || (figure && item.words < 2)) return false;
    for (std::uint32_t at = item.tokens.first; at < item.tokens.end; ++at) {
      if (is_verb(analysis, at) || !is_plain_token(analysis, at)) return false;
      if (is_mark(analysis, at, "?") || is_mark(analysis, at, ":")) return false;
    }
    return true;
  }

  // "est" and "a" may be nouns too, and are verbs here.
  static bool is_verb(const Analysis& analysis, std::uint32_t at) {
    const std::string& lower = form_of(analysis, at).lower;
    return lower == "est" || lower == "a" || lower == "sont" || lower == "ont" ||
           is_clear_verb(analysis, at);
  }

  ProfileNumbers items_;
  ProfileNumbers words_;
  Words asides_;  // what opens so is a clause or a circumstance
};

}  // namespace

MatcherResult make_introduced_list(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"items", "words-per-item-max", "asides"});
  if (!known) return known.error();
  const Result<ProfileNumbers> items = number_parameter(spec, "items", kItems);
  if (!items) return items.error();
  const Result<ProfileNumbers> words = number_parameter(spec, "words-per-item-max", kWordsPerItem);
  if (!words) return words.error();
  const Result<std::string> openings = text_parameter(spec, "asides", "");
  IntroducedListMatcher::Words asides;
  for (const std::string_view word : words_of(*openings)) {
    asides.emplace(word);
  }
  return std::unique_ptr<const Matcher>(
      std::make_unique<IntroducedListMatcher>(*items, *words, std::move(asides)));
}

}  // namespace limpide
