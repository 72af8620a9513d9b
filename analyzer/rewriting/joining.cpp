// replace_tokens and delete_tokens: what French asks of the words on both sides of an edit.
#include <algorithm>
#include <optional>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr const char* kGraveA = "\xC3\xA0";

struct Elision {
  std::string_view full;
  std::string_view elided;
};
// "le" and "la" are not here: what "l'" stands for needs a gender. "si" elides before "il" only.
constexpr std::array<Elision, 11> kElisions{{{"de", "d"},
                                             {"que", "qu"},
                                             {"ne", "n"},
                                             {"se", "s"},
                                             {"je", "j"},
                                             {"me", "m"},
                                             {"te", "t"},
                                             {"ce", "c"},
                                             {"jusque", "jusqu"},
                                             {"lorsque", "lorsqu"},
                                             {"puisque", "puisqu"}}};

std::optional<Elision> elision_of(std::string_view lower) {
  for (const Elision& elision : kElisions) {
    if (lower == elision.full) return elision;
    if (lower.size() == elision.elided.size() + 1 && lower.back() == '\'' &&
        lower.substr(0, elision.elided.size()) == elision.elided) {
      return elision;
    }
  }
  return std::nullopt;
}

bool is_elided(std::string_view lower) { return lower.size() > 1 && lower.back() == '\''; }

std::string first_word(const std::string& text) { return text.substr(0, text.find(' ')); }

std::string_view last_word(std::string_view text) {
  const std::size_t space = text.find_last_of(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

// Replacement text and the article that a contracted ending gives back: "pour" + "le".
std::string with_article(std::string text, std::string_view article) {
  const std::string_view last = last_word(text);
  const bool plural = article == "les";
  if (last == "de" || last == kGraveA) {
    const bool de = last == "de";
    text.erase(text.size() - last.size());
    if (de) return text + (plural ? "des" : "du");
    return text + (plural ? "aux" : "au");
  }
  return text + " " + std::string(article);
}

// What the last token of the match still owes to what follows it.
std::optional<std::string_view> article_in(std::string_view lower) {
  if (lower == "du" || lower == "au") return "le";
  if (lower == "des" || lower == "aux") return "les";
  return std::nullopt;
}

class Joiner {
 public:
  Joiner(const Analysis& analysis, TokenRange range) : analysis_(analysis), range_(range) {}

  std::vector<Edit> replace(std::string text, bool open_ending) {
    if (text.empty() || touches_protected(analysis_, range_)) return {};
    const auto& tokens = analysis_.segmentation.tokens;
    Span span{tokens[range_.first].span.begin, tokens[range_.end - 1].span.end};
    const std::string& last = form_of_token(analysis_, range_.end - 1).lower;
    const bool bare = last == "de" || last == "d'";
    if (open_ending && bare && range_.end < sentence_of(range_.first).token_end &&
        needs_article(last_word(text)) && !stands_alone(range_.end)) {
      return {};
    }
    if (open_ending) {
      if (const auto article = article_in(last)) text = with_article(std::move(text), *article);
    }
    if (!join_right(text, span, is_elided(last))) return {};
    if (!join_left(text, span)) return {};
    if (starts_upper(span.begin)) text = capitalized(text);
    return {{span, text}};
  }

  std::vector<Edit> erase() {
    if (touches_protected(analysis_, range_)) return {};
    const Sentence& sentence = sentence_of(range_.first);
    if (range_.first == sentence.first_token && range_.end >= sentence.token_end) return {};
    const auto& tokens = analysis_.segmentation.tokens;
    const bool opens = range_.first == sentence.first_token;
    std::uint32_t end = range_.end;
    const bool comma_after = end < sentence.token_end && form_of_token(analysis_, end).key == ",";
    const bool comma_before = !opens && form_of_token(analysis_, range_.first - 1).key == ",";
    if (comma_after && (opens || comma_before)) ++end;
    if (end >= sentence.token_end) return {};
    if (opens) return erase_opening(end);
    // "soit, au surplus, refuse": both commas were the aside's; ", bien sur.": so was the only one.
    const bool ends = tokens[end].kind == TokenKind::kPunctuation && is_final(end);
    const bool aside = comma_before && (comma_after || ends);
    const std::uint32_t before = aside ? range_.first - 2 : range_.first - 1;
    const std::string& left = form_of_token(analysis_, before).lower;
    if (const auto elision = elision_of(left)) {
      return rejoin(before, end, *elision);
    }
    if (is_elided(left)) return {};
    // "(en effet il pleut)": nothing before the words, so the blank after them goes.
    if (left == "(" || left == "[" || left == "\xC2\xAB") {
      return {{{tokens[range_.first].span.begin, tokens[end].span.begin}, ""}};
    }
    // ", nous vous rappelons qu'[en] cas": the blank is that of "que".
    const bool glued = tokens[end].kind == TokenKind::kWord && !tokens[end].space_before;
    return {{{tokens[before].span.end, tokens[end - 1].span.end}, glued ? " " : ""}};
  }

 private:
  [[nodiscard]] bool is_final(std::uint32_t token) const {
    const std::string& mark = form_of_token(analysis_, token).key;
    return mark == "." || mark == "!" || mark == "?" || mark == ";";
  }

  // The word before the cut takes or loses its elision: "de [bien vouloir] envoyer" -> "d'envoyer".
  [[nodiscard]] std::vector<Edit> rejoin(std::uint32_t before, std::uint32_t end,
                                         const Elision& elision) const {
    const auto& tokens = analysis_.segmentation.tokens;
    const Form& left = form_of_token(analysis_, before);
    const bool vowel =
        tokens[end].kind == TokenKind::kWord && elides(form_of_token(analysis_, end).lower);
    if (is_elided(left.lower) == vowel) {
      const std::uint32_t from = tokens[before].span.end;
      const std::uint32_t to = vowel ? tokens[end].span.begin : tokens[end - 1].span.end;
      return {{{from, to}, ""}};
    }
    if (left.casing == Casing::kUpper || left.casing == Casing::kCapitalized) return {};
    const std::string word = vowel ? std::string(elision.elided) + apostrophe_of(analysis_)
                                   : std::string(elision.full) + " ";
    return {{{tokens[before].span.begin, tokens[end].span.begin}, word}};
  }

  // "au moyen de supports" takes no article where "avec" needs one. A determiner, a pronoun, a
  // number, a name or an infinitive follows any preposition.
  [[nodiscard]] bool stands_alone(std::uint32_t token) const {
    const Form& form = form_of_token(analysis_, token);
    if (analysis_.protected_of_token[token] != 0 || form.casing != Casing::kLower) return true;
    if (form.lexicon == kNoForm) return false;
    const LexicalTraits& traits = analysis_.language->lexicon.traits(form.lexicon);
    return traits.infinitive || traits.may_be(Upos::kDet) || traits.may_be(Upos::kPron) ||
           traits.may_be(Upos::kNum);
  }

  // "sans accord" is French, "avec accord" is not.
  [[nodiscard]] bool needs_article(std::string_view word) const {
    return word != "de" && word != "sans" && is_preposition(word);
  }

  [[nodiscard]] bool is_preposition(std::string_view word) const {
    const Lexicon& lexicon = analysis_.language->lexicon;
    const FormId form = lexicon.find_any_case(word);
    return form != kNoForm && lexicon.traits(form).may_be(Upos::kAdp);
  }

  [[nodiscard]] bool elides(std::string_view word) const {
    return elides_before(analysis_.language->lexicon, word);
  }

  [[nodiscard]] const Sentence& sentence_of(std::uint32_t token) const {
    return analysis_.segmentation.sentences[analysis_.sentence_of_token[token]];
  }

  std::vector<Edit> erase_opening(std::uint32_t end) {
    const auto& tokens = analysis_.segmentation.tokens;
    const Span next = tokens[end].span;
    if (tokens[end].kind != TokenKind::kWord) return {};
    const Span removed{tokens[range_.first].span.begin, next.begin};
    const std::string_view word = slice(analysis_.document->text, next);
    std::vector<Edit> edits{{removed, ""}};
    const std::string raised = capitalized(word);
    const bool was_upper = starts_upper(removed.begin);
    if (was_upper && raised != word) edits = {{{removed.begin, next.end}, raised}};
    return edits;
  }

  [[nodiscard]] bool starts_upper(std::uint32_t offset) const {
    const std::string& text = analysis_.document->text;
    return is_upper(decode_at(text, offset).code_point) &&
           form_of_token(analysis_, range_.first).casing != Casing::kUpper;
  }

  // Between the replacement and the word that follows.
  bool join_right(std::string& text, Span& span, bool was_elided) const {
    const auto& tokens = analysis_.segmentation.tokens;
    const bool sentence_goes_on = range_.end < sentence_of(range_.first).token_end;
    if (!sentence_goes_on) return !was_elided;
    const std::string& next = form_of_token(analysis_, range_.end).lower;
    const auto elision = elision_of(last_word(text));
    const bool word_follows = tokens[range_.end].kind == TokenKind::kWord;
    if (elision && word_follows && elides(next)) {
      text.erase(text.size() - 1);
      text += apostrophe_of(analysis_);
      span.end = tokens[range_.end].span.begin;  // the space goes with it
      return true;
    }
    const std::string_view last = last_word(text);
    const bool article = next == "le" || next == "les" || next == "la" || next == "l'";
    if (article && article_in(last)) return false;  // "du le"
    if ((last == "de" || last == kGraveA) && (next == "le" || next == "les")) return false;
    if (was_elided) text += " ";
    return true;
  }

  // Between the word before and the replacement; may take that word into the edit.
  bool join_left(std::string& text, Span& span) const {
    if (range_.first == sentence_of(range_.first).first_token) return true;
    const std::uint32_t before = range_.first - 1;
    const std::string& lower = form_of_token(analysis_, before).lower;
    const bool vowel = elides(first_word(to_lower(text)));
    const Span left = analysis_.segmentation.tokens[before].span;
    if (lower == "l'" || lower == "le" || lower == "la") return is_elided(lower) == vowel;
    if (vowel && lower == "ce") return false;  // "cet", unless a feminine follows
    if (vowel && (lower == "du" || lower == "au")) {
      const Form& article = form_of_token(analysis_, before);
      if (article.casing != Casing::kLower) return false;
      text = std::string(lower == "du" ? "de" : kGraveA) + " l" + apostrophe_of(analysis_) + text;
      span.begin = left.begin;
      return true;
    }
    const auto elision = elision_of(lower);
    if (!elision) return true;
    // "s'il convient": before "il", "s'" is "si", never "se".
    const std::string& own = form_of_token(analysis_, range_.first).lower;
    if (lower == "s'" && (own == "il" || own == "ils")) {
      if (vowel) return false;
      text = "si " + text;
    } else if (is_elided(lower) && !vowel) {
      text = std::string(elision->full) + " " + text;
    } else if (!is_elided(lower) && vowel) {
      text = std::string(elision->elided) + apostrophe_of(analysis_) + text;
    } else {
      return true;
    }
    span.begin = left.begin;
    return true;
  }

  const Analysis& analysis_;
  TokenRange range_;
};

}  // namespace

bool elides_before(const Lexicon& lexicon, std::string_view word) {
  if (word.empty()) return false;
  const FormId form = lexicon.find_any_case(word);
  if (form != kNoForm) return lexicon.elides(form);
  constexpr std::string_view kVowels = "aeiou";
  const Decoded first = decode_at(word, 0);
  const std::string plain = without_accents(word.substr(0, first.size));
  return !plain.empty() && kVowels.find(plain.front()) != std::string_view::npos;
}

std::vector<Edit> replace_tokens(const Analysis& analysis, TokenRange range,
                                 const std::string& text, bool open_ending) {
  return Joiner(analysis, range).replace(text, open_ending);
}

std::vector<Edit> delete_tokens(const Analysis& analysis, TokenRange range) {
  return Joiner(analysis, range).erase();
}

std::string apply_edits(std::string_view text, const std::vector<Edit>& edits) {
  std::string result;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    result.append(text.substr(at, edit.span.begin - at));
    result.append(edit.text);
    at = edit.span.end;
  }
  result.append(text.substr(at));
  return result;
}

}  // namespace limpide
