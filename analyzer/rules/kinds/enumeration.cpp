// Several items in a row inside a sentence, better as a list. Where one office has bodies to choose
// from ("le president du conseil regional, de la metropole ou de l'assemblee"), offices= and
// bodies= name the nouns: these are no items. asides=: words of "le cas echeant" and the like, no
// items either. Argument: elements.
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

// Lower-case nouns between spaces, as the rule writes them.
struct EnumerationWords {
  std::string offices;
  std::string bodies;
  std::string asides;
};

class EnumerationMatcher final : public Matcher {
 public:
  EnumerationMatcher(ProfileNumbers items, ProfileNumbers words, EnumerationWords nouns)
      : items_(items), words_(words), nouns_(std::move(nouns)) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    const std::size_t profile = index_of(context.profile);
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      // What stands in a list is already one: a list inside it helps nobody.
      if (is_numbered(analysis, sentence)) continue;
      if (analysis.document->blocks[sentence.block].kind == BlockKind::kListItem) continue;
      // Without a verb: a line of signature, a title.
      if (!has_verb(analysis, sentence)) continue;
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        if (!is_coordinator(analysis, at)) continue;
        Items found = items_around(analysis, sentence, at, words_[profile]);
        if (found.count < items_[profile]) continue;
        found.count -= std::min(found.count, no_items(analysis, sentence, found));
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
    if (is_de(analysis, at)) return "de";
    if (form.lexicon == kNoForm) return "";
    const LexicalTraits& traits = analysis.language->lexicon.traits(form.lexicon);
    if (form.lower.compare(0, 4, "quel") == 0) return "";  // "quelle que soit..."
    if (traits.may_be(Upos::kDet)) return "determiner";
    if (traits.may_be(Upos::kAdp)) return form.lower;
    return traits.infinitive ? "infinitive" : "";
  }

  static bool is_de(const Analysis& analysis, std::uint32_t at) {
    const std::string& lower = form_of(analysis, at).lower;
    return lower == "de" || lower == "d'" || lower == "du" || lower == "des";
  }

  // "des" is an article among articles: "un bail, une lettre et des photos".
  static bool opens_as(const Analysis& analysis, std::uint32_t at, const std::string& opening) {
    const std::string own = opening_of(analysis, at);
    return own == opening ||
           (opening == "determiner" && own == "de" && form_of(analysis, at).lower == "des");
  }

  // As the last item opens; where that is "des", as the one before.
  static std::string opening_of_list(const Analysis& analysis, const Sentence& sentence,
                                     std::uint32_t coordinator) {
    const std::string last = opening_of(analysis, coordinator + 1);
    if (last != "de" || form_of(analysis, coordinator + 1).lower != "des") return last;
    for (std::uint32_t at = coordinator; at > sentence.first_token; --at) {
      if (!is_mark(analysis, at - 1, ",")) continue;
      return opening_of(analysis, at) == "determiner" ? "determiner" : last;
    }
    return last;
  }

  static bool has_verb(const Analysis& analysis, const Sentence& sentence) {
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      if (is_clear_verb(analysis, i) || may_be(analysis, i, Upos::kAux)) return true;
    }
    return false;
  }

  // "3o Sur une personne...": the law numbers its items so.
  static bool is_numbered(const Analysis& analysis, const Sentence& sentence) {
    const std::uint32_t end = std::min(sentence.token_end, sentence.first_token + 2);
    bool number = false;
    for (std::uint32_t i = sentence.first_token; i < end; ++i) {
      const std::string& key = form_of(analysis, i).key;
      number = number || (!key.empty() && key.front() >= '0' && key.front() <= '9');
      if (number && key.find("\xC2\xB0") != std::string::npos) return true;
    }
    return false;
  }

  [[nodiscard]] static bool is_among(const Analysis& analysis, std::uint32_t at,
                                     const std::string& nouns) {
    return nouns.find(" " + form_of(analysis, at).lower + " ") != std::string::npos;
  }

  // Counted items that are none: asides, and the bodies of one office, which may stand before the
  // first item found.
  [[nodiscard]] std::uint32_t no_items(const Analysis& analysis, const Sentence& sentence,
                                       const Items& items) const {
    std::uint32_t from = items.first;
    while (from > sentence.first_token && !is_border(analysis, from - 1)) --from;
    std::uint32_t none = 0;
    bool office = false;
    bool aside = false;  // told once an item
    for (std::uint32_t at = from; at < items.end; ++at) {
      const bool opens = at > from && at > items.first &&
                         (is_mark(analysis, at - 1, ",") || is_coordinator(analysis, at - 1));
      if (opens) aside = false;
      if (!aside && at >= items.first && is_among(analysis, at, nouns_.asides)) {
        aside = true;
        ++none;
      }
      if (opens && office && is_de(analysis, at) && names_body(analysis, at, items.end)) ++none;
      if (opens && !is_de(analysis, at)) office = office && opens_with_aside(analysis, at, items);
      if (is_among(analysis, at, nouns_.offices) && at + 1 < items.end && is_de(analysis, at + 1))
        office = true;
    }
    return none;
  }

  // "du conseil", "de la metropole", "de l'assemblee".
  [[nodiscard]] bool names_body(const Analysis& analysis, std::uint32_t at,
                                std::uint32_t end) const {
    for (std::uint32_t noun = at + 1; noun < end && noun <= at + 2; ++noun) {
      if (is_among(analysis, noun, nouns_.bodies)) return true;
    }
    return false;
  }

  [[nodiscard]] bool opens_with_aside(const Analysis& analysis, std::uint32_t at,
                                      const Items& items) const {
    constexpr std::uint32_t kLongestAside = 3;
    for (std::uint32_t i = at; i < items.end && i < at + kLongestAside; ++i) {
      if (is_among(analysis, i, nouns_.asides)) return true;
    }
    return false;
  }

  static Items items_around(const Analysis& analysis, const Sentence& sentence,
                            std::uint32_t coordinator, std::uint32_t most_words) {
    Items items;
    if (coordinator + 1 >= sentence.token_end) return items;
    const std::string opening = opening_of_list(analysis, sentence, coordinator);
    if (opening.empty()) return items;
    std::uint32_t commas = 0;
    std::uint32_t words = 0;
    std::uint32_t first_comma = coordinator;
    std::uint32_t at = coordinator;
    while (at > sentence.first_token) {
      --at;
      if (is_mark(analysis, at, ",")) {
        if (words == 0 || !opens_as(analysis, at + 1, opening)) break;
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
    std::uint32_t des = comma;  // "des photos" may open a list of articles too
    for (std::uint32_t at = comma; at > sentence.first_token; --at) {
      const std::uint32_t before = at - 1;
      if (is_border(analysis, before)) break;
      const std::string& lower = form_of(analysis, before).lower;
      const bool governed =
          opening == "determiner" &&
          (lower == "de" || lower == "d'" ||
           (before > sentence.first_token && may_be(analysis, before - 1, Upos::kAdp) &&
            !may_be(analysis, before - 1, Upos::kVerb)));
      if (!governed && opening_of(analysis, before) == opening)
        return opening == "de" && in_aside(analysis, sentence, before) ? comma : before;
      if (opens_as(analysis, before, opening)) des = before;
      if (is_clear_verb(analysis, before)) break;
    }
    return des;
  }

  // ", par un procede de communication, de signes...": what a preposition opens after a comma has a
  // "de" of its own.
  static bool in_aside(const Analysis& analysis, const Sentence& sentence, std::uint32_t at) {
    while (at > sentence.first_token && !is_border(analysis, at - 1)) --at;
    return at > sentence.first_token && !is_de(analysis, at) && may_be(analysis, at, Upos::kAdp);
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
  EnumerationWords nouns_;
};

}  // namespace

MatcherResult make_enumeration(const RuleSpec& spec, const RuleResources&) {
  const Status known =
      check_parameters(spec, {"items", "words-per-item-max", "offices", "bodies", "asides"});
  if (!known) return known.error();
  const Result<ProfileNumbers> items = number_parameter(spec, "items", kItems);
  if (!items) return items.error();
  const Result<ProfileNumbers> words = number_parameter(spec, "words-per-item-max", kWordsPerItem);
  if (!words) return words.error();
  EnumerationWords nouns;
  nouns.offices = " " + *text_parameter(spec, "offices", "") + " ";
  nouns.bodies = " " + *text_parameter(spec, "bodies", "") + " ";
  nouns.asides = " " + *text_parameter(spec, "asides", "") + " ";
  return std::unique_ptr<const Matcher>(
      std::make_unique<EnumerationMatcher>(*items, *words, std::move(nouns)));
}

}  // namespace limpide
