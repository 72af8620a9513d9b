// <word form= lemma= pos= features= relation= list= ends= casing= explained=>: one word.
// explained="no": not a sigle that the text before has spelled out, beside it in brackets or by the
// words of acronyms.tsv; explained="nowhere": nor that the text spells out further on.
#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/patterns/selectors.h"
#include "analyzer/rules/patterns/word_filter.h"

namespace limpide {
namespace {

// Where a document first says what a sigle stands for, in bytes. Made for one search.
class Explanations {
 public:
  Explanations(const Analysis& analysis, const AcronymTable& table)
      : analysis_(analysis), table_(table) {}

  bool stand_before(WordIndex word) {
    const Segmentation& cut = analysis_.segmentation;
    const std::uint32_t token = cut.words[word].token;
    const std::string& form = form_of(analysis_, token).lower;
    const auto added = first_.emplace(form, 0);
    if (added.second) added.first->second = std::min(in_brackets(form), in_full(form));
    return added.first->second <= cut.tokens[token].span.begin;
  }

  bool stand_anywhere(WordIndex word) {
    if (stand_before(word)) return true;
    const std::string& form = form_of(analysis_, analysis_.segmentation.words[word].token).lower;
    const auto added = anywhere_.emplace(form, false);
    if (added.second) added.first->second = in_full(form) != kNever || beside(form);
    return added.first->second;
  }

 private:
  static constexpr std::uint32_t kNever = 0xFFFFFFFF;

  // "maison des personnes handicapees (MDPH)", "MDPH (maison des personnes handicapees)".
  [[nodiscard]] bool beside(const std::string& form) const {
    const auto& tokens = analysis_.segmentation.tokens;
    for (std::uint32_t i = 1; i + 3 < tokens.size(); ++i) {
      if (form_of(analysis_, i).lower != form) continue;
      if (is_mark(analysis_, i - 1, "(") && is_mark(analysis_, i + 1, ")")) return true;
      if (is_mark(analysis_, i + 1, "(") && !is_mark(analysis_, i + 3, ")")) return true;
    }
    return false;
  }

  // "(numero Siret)", "Siret (...)".
  [[nodiscard]] std::uint32_t in_brackets(const std::string& form) const {
    constexpr std::uint32_t kWordsInside = 3;
    const auto& tokens = analysis_.segmentation.tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      if (form_of(analysis_, i).lower != form) continue;
      if (i + 1 < tokens.size() && is_mark(analysis_, i + 1, "(")) return tokens[i].span.begin;
      for (std::uint32_t back = 1; back <= std::min(i, kWordsInside); ++back) {
        if (is_mark(analysis_, i - back, "(")) return tokens[i].span.begin;
      }
    }
    return kNever;
  }

  static std::string comparable(std::string_view text) {
    return with_straight_apostrophes(to_lower(text));
  }

  [[nodiscard]] std::uint32_t in_full(const std::string& form) {
    std::string sigle;
    for (const char byte : form) {
      const bool small = byte >= 'a' && byte <= 'z';
      if (byte != '.') sigle.push_back(small ? static_cast<char>(byte - 'a' + 'A') : byte);
    }
    const auto known = table_.expansions.find(sigle);
    if (known == table_.expansions.end() || known->second.empty()) return kNever;
    // Lower case may change lengths for rare letters; a word more or less does not matter here.
    if (text_.empty()) text_ = comparable(analysis_.document->text);
    const std::size_t found = text_.find(comparable(known->second));
    return found == std::string::npos ? kNever : static_cast<std::uint32_t>(found);
  }

  const Analysis& analysis_;
  const AcronymTable& table_;
  std::map<std::string, std::uint32_t> first_;
  std::map<std::string, bool> anywhere_;
  std::string text_;  // lower case, made when it is first asked
};

class WordSelector final : public Selector {
 public:
  WordSelector(WordFilter filter, const AcronymTable* unless_explained, bool anywhere)
      : filter_(std::move(filter)), unless_explained_(unless_explained), anywhere_(anywhere) {}

  void list(const MatchContext& context, WordRange within,
            std::vector<MatchPlace>& places) const override {
    const Analysis& analysis = context.analysis;
    std::optional<Explanations> explanations;
    if (unless_explained_ != nullptr) explanations.emplace(analysis, *unless_explained_);
    for (WordIndex word = within.first; word < within.end; ++word) {
      if (!filter_.matches(analysis, word)) continue;
      if (explanations && anywhere_ && explanations->stand_anywhere(word)) continue;
      if (explanations && !anywhere_ && explanations->stand_before(word)) continue;
      const WordRange words{word, word + 1};
      places.push_back({span_of_words(analysis, words), words, word,
                        sentence_of_word(analysis, word), word, nullptr});
    }
  }
  [[nodiscard]] bool needs_trees() const override { return filter_.needs_trees(); }
  [[nodiscard]] std::vector<std::string> keys() const override { return filter_.keys(); }

 private:
  WordFilter filter_;
  const AcronymTable* unless_explained_;  // null: not asked
  bool anywhere_;                         // what is spelled out further on counts too
};

}  // namespace

SelectorResult make_word_selector(AttributeReader& attributes, const RuleResources& resources) {
  const std::string explained = attributes.text("explained");
  const bool asked = explained == "no" || explained == "nowhere";
  if (!explained.empty() && !asked) attributes.refuse("explained", explained);
  return std::unique_ptr<const Selector>(
      std::make_unique<WordSelector>(WordFilter(attributes, resources),
                                     asked ? resources.acronyms : nullptr, explained == "nowhere"));
}

}  // namespace limpide
