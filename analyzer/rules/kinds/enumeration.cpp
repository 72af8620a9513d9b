// Several items in a row inside a sentence, better as a list. Argument: elements.
#include <algorithm>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint32_t kItems = 4;
constexpr std::uint32_t kWordsPerItem = 12;

struct Items {
  std::uint32_t first = 0;  // token
  std::uint32_t end = 0;
  std::uint32_t count = 0;
};

class EnumerationMatcher final : public Matcher {
 public:
  EnumerationMatcher(ProfileNumbers items, ProfileNumbers words) : items_(items), words_(words) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    const std::size_t profile = index_of(context.profile);
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      // What stands in a list is already one: a list inside it helps nobody.
      if (analysis.document->blocks[sentence.block].kind == BlockKind::kListItem) continue;
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        if (!is_coordinator(analysis, at)) continue;
        const Items found = items_around(analysis, sentence, at, words_[profile]);
        if (found.count < items_[profile] || is_list_of_names(analysis, found)) continue;
        if (is_named_by_sigle(analysis, sentence, found)) continue;
        Hit hit;
        hit.span = span_of(analysis, found.first, found.end);
        hit.confidence = Confidence::kMedium;
        hit.arguments = {{"elements", std::to_string(found.count)}};
        hits.push_back(std::move(hit));
        at = found.end;
      }
    }
  }

 private:
  // "et", "ou", "ainsi que": UD calls the first two CCONJ; commas alone do not close a list.
  static bool is_coordinator(const Analysis& analysis, std::uint32_t at) {
    const std::string& lower = form_of(analysis, at).lower;
    return (lower == "et" || lower == "ou") && is_plain_token(analysis, at);
  }

  static bool is_border(const Analysis& analysis, std::uint32_t at) {
    const Token& token = analysis.segmentation.tokens[at];
    return token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kSymbol;
  }

  static bool may_be(const Analysis& analysis, std::uint32_t at, Upos upos) {
    const Form& form = form_of(analysis, at);
    return form.lexicon != kNoForm && analysis.language->lexicon.traits(form.lexicon).may_be(upos);
  }

  // Items of a list open alike: all with a determiner, with the same preposition or with an
  // infinitive. What opens otherwise is an aside; bare nouns mostly share one complement
  // ("creation, restauration et entretien des edifices") and read as one thing.
  static std::string opening_of(const Analysis& analysis, std::uint32_t at) {
    const Form& form = form_of(analysis, at);
    if (form.lexicon == kNoForm) return "";
    const LexicalTraits& traits = analysis.language->lexicon.traits(form.lexicon);
    if (traits.may_be(Upos::kDet)) return "determiner";
    if (traits.may_be(Upos::kAdp)) return form.lower;
    return traits.infinitive ? "infinitive" : "";
  }

  static Items items_around(const Analysis& analysis, const Sentence& sentence,
                            std::uint32_t coordinator, std::uint32_t most_words) {
    Items items;
    if (coordinator + 1 >= sentence.token_end) return items;
    const std::string opening = opening_of(analysis, coordinator + 1);
    if (opening.empty()) return items;
    std::uint32_t commas = 0;
    std::uint32_t words = 0;
    std::uint32_t first_comma = coordinator;
    std::uint32_t at = coordinator;
    while (at > sentence.first_token) {
      --at;
      if (is_mark(analysis, at, ",")) {
        if (words == 0 || opening_of(analysis, at + 1) != opening) break;
        ++commas;
        first_comma = at;
        words = 0;
        continue;
      }
      if (is_border(analysis, at) || is_clear_verb(analysis, at)) break;
      if (++words > most_words) break;
    }
    if (commas == 0) return items;
    const std::uint32_t start = first_item_start(analysis, sentence, first_comma, opening);
    items.first = start == first_comma ? first_comma + 1 : start;
    items.end = last_item_end(analysis, sentence, coordinator, most_words);
    items.count = commas + (start == first_comma ? 1 : 2);
    return items;
  }

  // The first item begins at the nearest word that opens as the others do; what stands farther is
  // the clause that brings the list. A determiner under a preposition belongs to a complement.
  // The comma itself when no word opens so: what it closes is no item.
  static std::uint32_t first_item_start(const Analysis& analysis, const Sentence& sentence,
                                        std::uint32_t comma, const std::string& opening) {
    for (std::uint32_t at = comma; at > sentence.first_token; --at) {
      const std::uint32_t before = at - 1;
      if (is_border(analysis, before)) break;
      const std::string& lower = form_of(analysis, before).lower;
      const bool governed =
          opening == "determiner" &&
          (lower == "de" || lower == "d'" ||
           (before > sentence.first_token && may_be(analysis, before - 1, Upos::kAdp) &&
            !may_be(analysis, before - 1, Upos::kVerb)));
      if (!governed && opening_of(analysis, before) == opening) return before;
      if (is_clear_verb(analysis, before)) break;
    }
    return comma;
  }

  static std::uint32_t last_item_end(const Analysis& analysis, const Sentence& sentence,
                                     std::uint32_t coordinator, std::uint32_t most_words) {
    std::uint32_t end = coordinator + 1;
    std::uint32_t words = 0;
    while (end < sentence.token_end && !is_border(analysis, end) && !is_clear_verb(analysis, end) &&
           words < most_words) {
      ++words;
      ++end;
    }
    return end;
  }

  static bool is_list_of_names(const Analysis& analysis, const Items& items) {
    std::uint32_t names = 0;
    for (std::uint32_t at = items.first; at < items.end; ++at) {
      if (is_word(analysis, at) && is_probably_name(analysis, at)) ++names;
    }
    return names * 2 >= items.count;
  }

  // "direction des entreprises, de la concurrence et du travail (DECT)": one name, not a list.
  static bool is_named_by_sigle(const Analysis& analysis, const Sentence& sentence,
                                const Items& items) {
    const std::uint32_t at = items.end;
    return at + 2 < sentence.token_end && is_mark(analysis, at, "(") &&
           is_mark(analysis, at + 2, ")") && form_of(analysis, at + 1).casing == Casing::kUpper;
  }

  ProfileNumbers items_;
  ProfileNumbers words_;
};

}  // namespace

MatcherResult make_enumeration(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {"items", "words-per-item-max"});
  if (!known) return known.error();
  const Result<ProfileNumbers> items = number_parameter(spec, "items", kItems);
  if (!items) return items.error();
  const Result<ProfileNumbers> words = number_parameter(spec, "words-per-item-max", kWordsPerItem);
  if (!words) return words.error();
  return std::unique_ptr<const Matcher>(std::make_unique<EnumerationMatcher>(*items, *words));
}

}  // namespace limpide
