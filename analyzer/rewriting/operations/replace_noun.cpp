// A noun for a plainer one: it keeps its number; the determiner and the adjectives follow its
// gender.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/inflection/phrase.h"
#include "analyzer/rewriting/operations/replaced_words.h"

namespace limpide {
namespace {

constexpr std::uint32_t kAdpositions = 1U << static_cast<unsigned>(Upos::kAdp);

class NounReplacement : private ReplacedWords {
 public:
  using ReplacedWords::ReplacedWords;

  Edits with(std::string text) {
    share_preposition(text);
    keep_preposition(text);
    keep_determiner();
    const NounPlace place = noun_place(analysis_, head_);
    const auto inflected = inflected_noun(language_, text, place.number);
    if (!inflected || is_shouted(analysis_, range_) || is_contracted_end()) return {};
    if (inner_noun_is_qualified()) return {};
    const Opening opening = opening_of(analysis_, head_);
    const bool has_opening = opening.tokens.first < opening.tokens.end;
    const bool adjacent = has_opening && opening.tokens.end == range_.first;
    const bool inside = has_opening && opening.tokens.first >= range_.first;
    const bool same = inflected->gender == place.gender && place.gender != Gender::kNone;
    if (inside) return same ? literal(range_, inflected->text) : Edits{};
    if (!has_opening && same) return literal(range_, inflected->text);
    if (inflected->gender == Gender::kNone || place.gender == Gender::kNone) return {};
    Edits edits;
    if (!same) {
      auto agreed = agreement_edits(analysis_, head_, inflected->gender);
      if (!agreed) return {};
      for (Edit& edit : *agreed) {
        if (!is_inside(edit.span)) edits.push_back(std::move(edit));
      }
    }
    if (!has_opening) {
      Edits own = literal(range_, inflected->text);
      if (own.empty()) return {};
      edits.insert(edits.end(), own.begin(), own.end());
    } else if (adjacent) {
      edits.push_back(opened(opening, *inflected));
    } else if (!add_parted(opening, *inflected, edits)) {
      return {};
    }
    return sorted(std::move(edits));
  }

 private:
  // "non-presentation d'[un billet]" for "absence de": the sentence's own "d'" does for both.
  void share_preposition(std::string& text) {
    if (range_.end - range_.first < 2 || last_word(text) != "de") return;
    const std::string& last = form_of_token(analysis_, range_.end - 1).lower;
    if (last != "de" && last != "d'") return;
    --range_.end;
    text.erase(text.size() - 3);
  }

  // "delivrance de" for "remise": the preposition stays, whatever it is contracted with.
  void keep_preposition(const std::string& text) {
    while (range_.end - range_.first > 1) {
      const std::uint32_t last = analysis_.segmentation.tokens[range_.end - 1].first_word;
      const std::size_t space = text.find_last_of(' ');
      const auto ends = space == std::string::npos
                            ? std::nullopt
                            : reading_of(language_, text.substr(space + 1), kAdpositions);
      if (tag(last).upos != Upos::kAdp || ends) return;
      --range_.end;
    }
  }

  // "l'imprime" for "formulaire": the determiner is the sentence's own.
  void keep_determiner() {
    while (range_.end - range_.first > 1) {
      const Token& first = analysis_.segmentation.tokens[range_.first];
      const std::uint32_t last = analysis_.segmentation.tokens[range_.first + 1].first_word - 1;
      if (tag(first.first_word).upos != Upos::kDet && tag(last).upos != Upos::kDet) return;
      ++range_.first;
    }
  }

  // "liste des pieces [jointes]" for "liste des documents": "jointes" agrees with "pieces".
  [[nodiscard]] bool inner_noun_is_qualified() const {
    const std::uint32_t first = analysis_.segmentation.tokens[range_.first].first_word;
    for (std::uint32_t word = first; token(word) < range_.end; ++word) {
      if (word == head_ || tag(word).upos != Upos::kNoun) continue;
      for (const std::uint32_t child : children_of(analysis_, word)) {
        const bool outside = token(child) >= range_.end;
        if (outside && (tag(child).upos == Upos::kAdj || tag(child).upos == Upos::kVerb))
          return true;
      }
    }
    return false;
  }

  // "manquement aux": the article of "aux" would be lost.
  [[nodiscard]] bool is_contracted_end() const {
    const auto& tokens = analysis_.segmentation.tokens;
    const std::uint32_t last = tokens[range_.end - 1].first_word;
    const std::uint32_t next = range_.end < tokens.size()
                                   ? tokens[range_.end].first_word
                                   : static_cast<std::uint32_t>(analysis_.tagging.words.size());
    return tag(last).upos == Upos::kAdp && next > last + 1;
  }

  [[nodiscard]] bool is_inside(Span span) const {
    const auto& tokens = analysis_.segmentation.tokens;
    return span.begin >= tokens[range_.first].span.begin &&
           span.end <= tokens[range_.end - 1].span.end;
  }

  [[nodiscard]] bool vowel(std::string_view word) const {
    return elides_before(language_.lexicon, to_lower(word));
  }

  [[nodiscard]] std::string with_case(std::uint32_t token, const std::string& text) const {
    return starts_with_capital(analysis_, token) ? capitalized(text) : text;
  }

  // Determiner and noun as one edit: "l'acte" -> "le document".
  [[nodiscard]] Edit opened(const Opening& opening, const InflectedNoun& noun) const {
    const auto& tokens = analysis_.segmentation.tokens;
    const std::string text = opening_text(input_.resources, opening, noun.gender,
                                          vowel(first_word(noun.text)), apostrophe_of(analysis_)) +
                             noun.text;
    return {{tokens[opening.tokens.first].span.begin, tokens[range_.end - 1].span.end},
            with_case(opening.tokens.first, text)};
  }

  // "la presente requete": the determiner joins the adjective, which may have changed.
  [[nodiscard]] bool add_parted(const Opening& opening, const InflectedNoun& noun,
                                Edits& edits) const {
    const auto& tokens = analysis_.segmentation.tokens;
    const Span next = tokens[opening.tokens.end].span;
    std::string after(slice(analysis_.document->text, next));
    for (const Edit& edit : edits) {
      if (edit.span == next) after = edit.text;
    }
    const std::string text = opening_text(input_.resources, opening, noun.gender, vowel(after),
                                          apostrophe_of(analysis_));
    const Span span{tokens[opening.tokens.first].span.begin, next.begin};
    const std::string cased = with_case(opening.tokens.first, text);
    if (slice(analysis_.document->text, span) != cased) edits.push_back({span, cased});
    Edits own = literal(range_, noun.text);
    if (own.empty()) return false;
    edits.insert(edits.end(), own.begin(), own.end());
    return true;
  }

  static Edits sorted(Edits edits) {
    std::sort(edits.begin(), edits.end(),
              [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
    for (std::size_t i = 1; i < edits.size(); ++i) {
      if (edits[i].span.begin < edits[i - 1].span.end) return {};
    }
    return edits;
  }
};

}  // namespace

Edits replace_noun(const OperationInput& input, TokenRange range, const std::string& text) {
  return NounReplacement(input, range).with(text);
}

}  // namespace limpide
