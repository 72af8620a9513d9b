// Words that say which or how many of a noun, for a determiner: "l'ensemble des pieces est demande"
// -> "toutes les pieces sont demandees", "la decision susvisee" -> "cette decision".
#include <algorithm>
#include <array>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/inflection/verb_agreement.h"
#include "analyzer/rewriting/operations/replaced_words.h"

namespace limpide {
namespace {

constexpr const char* kAll = "tout";
constexpr const char* kThis = "ce";
constexpr std::array<std::string_view, 7> kForms{kAll,  "tous",  "toutes", kThis,
                                                 "cet", "cette", "ces"};
constexpr const char* kAllPlural = "tous";
constexpr const char* kThese = "ces";

class DeterminerReplacement : private ReplacedWords {
 public:
  using ReplacedWords::ReplacedWords;

  Edits with(const std::string& text) const {
    if (text == kAll) return all_of();
    if (text == kThis && !stands_before_noun()) return this_one();
    if (last_word(text) == kThis) return before_noun(text);
    return {};
  }

 private:
  [[nodiscard]] Edits all_of() const {
    const auto& tokens = analysis_.segmentation.tokens;
    if (range_.end >= tokens.size() || range_.end - range_.first < 2) return {};
    const Sentence& sentence =
        analysis_.segmentation.sentences[analysis_.sentence_of_token[range_.first]];
    std::uint32_t noun = tokens[range_.end].first_word;
    if (tag(noun).upos != Upos::kNoun) noun = arc(noun).head;
    if (noun == kRoot || tag(noun).upos != Upos::kNoun || token(noun) < range_.end) return {};
    // "l'ensemble de l'image et de sa legende": the determiner would be of the first alone.
    constexpr std::uint32_t kReach = 3;  // tokens
    const auto end = std::min<std::size_t>(token(noun) + kReach, tokens.size());
    for (std::uint32_t i = token(noun); i < end; ++i) {
      if (form_of_token(analysis_, i).lower == input_.resources.and_word) return {};
    }
    if (has_participle_clause(token(noun), sentence)) return {};
    const NounPlace place = noun_place(analysis_, noun);
    if (place.gender == Gender::kNone || place.number == Number::kNone) return {};
    const bool plural = place.number == Number::kPlur;
    Edits edits = literal(
        range_, determiner_form(input_.resources, plural ? kAllPlural : kAll, place.gender, false));
    if (const Clause* clause = clause_of_subject(analysis_, head_)) {
      const auto verbs = verb_agreement_edits(analysis_, *clause, place);
      if (!verbs || edits.empty()) return {};
      edits.insert(edits.end(), verbs->begin(), verbs->end());
      return edits;
    }
    const bool subject =
        universal_relation(arc(head_).relation) == Relation::kNsubj || arc(head_).head == kRoot;
    if (subject || sentence.first_token == range_.first || may_be_subject(sentence)) return {};
    if (has_own_participle(token(noun), sentence, place.gender)) return {};
    return edits;
  }

  // ", l'ensemble des criteres peut etre examine": behind a mark, with a verb before the next one,
  // whatever the tree says.
  [[nodiscard]] bool may_be_subject(const Sentence& sentence) const {
    const auto& tokens = analysis_.segmentation.tokens;
    // "que l'ensemble des regards (deux) soit accessible": whatever stands between.
    if (tag(tokens[range_.first - 1].first_word).upos == Upos::kSconj) return true;
    if (tokens[range_.first - 1].kind != TokenKind::kPunctuation) return false;
    for (std::uint32_t i = range_.end; i < sentence.token_end; ++i) {
      if (tokens[i].kind == TokenKind::kPunctuation) return false;
      const Features& features = tag(tokens[i].first_word).features;
      if (features.verb_form == VerbForm::kFin && features.number == Number::kSing) return true;
    }
    return false;
  }

  [[nodiscard]] bool stands_before_noun() const {
    const std::uint32_t noun = arc(head_).head;
    return noun != kRoot && tag(noun).upos == Upos::kNoun && token(noun) >= range_.end;
  }
  // "ledit recours" -> "ce recours", "dudit accord" -> "de cet accord".
  [[nodiscard]] Edits before_noun(const std::string& text) const {
    const auto& tokens = analysis_.segmentation.tokens;
    if (range_.end - range_.first != 1 || range_.end >= tokens.size()) return {};
    std::uint32_t noun = tokens[range_.end].first_word;
    if (tag(noun).upos == Upos::kAdj) noun = arc(noun).head;
    if (noun == kRoot || tag(noun).upos != Upos::kNoun || token(noun) < range_.end) return {};
    const NounPlace place = noun_place(analysis_, noun);
    if (place.gender == Gender::kNone || place.number == Number::kPlur) return {};
    const bool vowel = elides_before(language_.lexicon, form_of_token(analysis_, range_.end).lower);
    const std::string prefix = text.substr(0, text.size() - std::string(kThis).size());
    return literal(range_, prefix + determiner_form(input_.resources, kThis, place.gender, vowel));
  }

  // "l'integralite des frais etant mise a votre charge": the participle would have to follow.
  [[nodiscard]] bool has_participle_clause(std::uint32_t from, const Sentence& sentence) const {
    const auto& tokens = analysis_.segmentation.tokens;
    for (std::uint32_t i = from; i < sentence.token_end; ++i) {
      if (tokens[i].kind == TokenKind::kPunctuation) return false;
      const Features& features = tag(tokens[i].first_word).features;
      if (features.verb_form == VerbForm::kPart && features.tense == Tense::kPres) return true;
    }
    return false;
  }

  // "une fois la totalite du questionnaire remplie": it agrees with "totalite".
  [[nodiscard]] bool has_own_participle(std::uint32_t from, const Sentence& sentence,
                                        Gender gender) const {
    const auto& tokens = analysis_.segmentation.tokens;
    const Gender own = noun_place(analysis_, head_).gender;
    if (own == gender) return false;
    for (std::uint32_t i = from + 1; i < sentence.token_end; ++i) {
      if (tokens[i].kind == TokenKind::kPunctuation) return false;
      const Features& features = tag(tokens[i].first_word).features;
      const bool past = features.verb_form == VerbForm::kPart && features.tense != Tense::kPres;
      if (past && features.gender == own && features.number == Number::kSing) return true;
    }
    return false;
  }

  // "l'article 4 precite" speaks of a text named elsewhere; "l'article 4 de la loi precite" names
  // it.
  [[nodiscard]] bool names_text(std::uint32_t from) const {
    for (std::uint32_t i = from; i < range_.first; ++i) {
      const Token& one = analysis_.segmentation.tokens[i];
      if (one.kind == TokenKind::kWord && tag(one.first_word).upos == Upos::kNoun) return true;
    }
    return false;
  }

  // "la decision susvisee". Where a number names the noun, as in "la loi du 3 mars 2020 susvisee",
  // that is enough.
  [[nodiscard]] Edits this_one() const {
    const auto& tokens = analysis_.segmentation.tokens;
    if (range_.end - range_.first != 1 || range_.first == 0) return {};
    const std::uint32_t noun = arc(head_).head;
    if (noun == kRoot || tag(noun).upos != Upos::kNoun || token(noun) >= range_.first) return {};
    Edits removed = delete_tokens(analysis_, range_);
    if (removed.size() != 1 || !removed.front().text.empty()) return {};
    const bool part = input_.resources.grammar.parts.count(lower(noun)) != 0;
    if (part && !names_text(token(noun) + 1)) return {};
    for (std::uint32_t i = token(noun) + 1; i < range_.first; ++i) {
      if (analysis_.protected_of_token[i] != 0 || tokens[i].kind != TokenKind::kWord) {
        return removed;
      }
    }
    Opening opening = opening_of(analysis_, noun);
    if (opening.tokens.first >= opening.tokens.end || opening.tokens.end != token(noun)) return {};
    const std::uint32_t article = tokens[opening.tokens.end].first_word - 1;
    const NounPlace place = noun_place(analysis_, noun);
    if (!tag(article).features.definite || place.gender == Gender::kNone) return {};
    opening.written = place.number == Number::kPlur ? kThese : kThis;
    const bool vowel = elides_before(language_.lexicon, lower(noun));
    const std::string text =
        opening_text(input_.resources, opening, place.gender, vowel, apostrophe_of(analysis_));
    const Span span{tokens[opening.tokens.first].span.begin, tokens[token(noun)].span.begin};
    const bool raised = starts_with_capital(analysis_, opening.tokens.first);
    return {{span, raised ? capitalized(text) : text}, removed.front()};
  }
};

}  // namespace

bool is_determiner(const OperationInput& input, std::string_view text) {
  const bool form = std::find(kForms.begin(), kForms.end(), last_word(text)) != kForms.end();
  const auto words = std::count(text.begin(), text.end(), ' ');
  const bool alone = input.range.end - input.range.first == 1;  // "dudit", "de ce"
  return !input.operation.literal && form && (words == 0 || (words == 1 && alone));
}

Edits replace_determiner(const OperationInput& input, TokenRange range, const std::string& text) {
  return DeterminerReplacement(input, range).with(text);
}

}  // namespace limpide
