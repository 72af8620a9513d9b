// "DOSSIER INCOMPLET" -> "Dossier incomplet"; "AIDE AU LOGEMENT" -> "Aide au logement". In: the
// words of a run in capitals. Out: the same letters, small but for the first of a sentence and
// those of names; accents come back where French has one word with these letters. Acronyms, codes,
// Roman numbers and words that nobody knows stay as they are. Refuses: addresses, people, a look
// that shows small letters as capitals, words that two accented ones may stand behind.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr std::size_t kMostTokens = 8000;  // of a document whose other words are looked at
constexpr std::uint32_t kMostKept = 2;     // words that stay and are no acronyms

constexpr std::uint32_t kLoweredForKept = 3;

enum class Kept : std::uint8_t { kNo, kSurely, kName, kUnknown, kDoubt };

struct NewWord {
  std::uint32_t token = 0;
  std::string text;
  Kept kept = Kept::kNo;
  bool named = false;  // of the table of names
};

bool is_word_of_names(const Lexicon& lexicon, const std::string& lower) {
  const FormId id = lexicon.find(capitalized(lower));
  return id != kNoForm && lexicon.traits(id).proper_noun;
}

bool is_grammar(const LexicalTraits& traits) {
  return traits.may_be(Upos::kDet) || traits.may_be(Upos::kAdp) || traits.may_be(Upos::kPron) ||
         traits.may_be(Upos::kCconj) || traits.may_be(Upos::kSconj);
}

bool has_vowel(const std::string& lower) {
  const std::string plain = without_accents(lower);
  return plain.find_first_of("aeiouy") != std::string::npos;
}

bool is_roman(const std::string& key) {
  return key.find_first_not_of("IVXLC") == std::string::npos;
}

// "OBJET : [RADIATION DE LA LISTE], SUITE": capitals around the run, with marks and numbers.
TokenRange whole_shout(const Analysis& analysis, TokenRange range) {
  const Sentence& sentence =
      analysis.segmentation.sentences[analysis.sentence_of_token[range.first]];
  const auto goes_on = [&analysis](std::uint32_t at) {
    if (analysis.protected_of_token[at] != 0) return true;
    const Token& token = analysis.segmentation.tokens[at];
    const Form& form = form_of_token(analysis, at);
    if (token.kind != TokenKind::kWord) return true;
    return form.casing == Casing::kUpper ||
           (form.letters == 1 && starts_with_capital(analysis, at));
  };
  while (range.first > sentence.first_token && goes_on(range.first - 1)) --range.first;
  while (range.end < sentence.token_end && goes_on(range.end)) ++range.end;
  return range;
}

class Lowerer {
 public:
  Lowerer(const OperationInput& input, TokenRange range)
      : input_(input),
        range_(range),
        analysis_(input.analysis),
        lexicon_(input.analysis.language->lexicon),
        words_(input.resources.capitals),
        sentence_(analysis_.segmentation.sentences[analysis_.sentence_of_token[range.first]]),
        accents_(writes_accents()) {}

  [[nodiscard]] std::vector<Suggestion> run() {
    const LanguageVerdict language = analysis_.structure.blocks[sentence_.block].language;
    if (language == LanguageVerdict::kOther || is_look() || is_address_or_person()) return {};
    for (std::uint32_t at = range_.first; at < range_.end;) {
      const std::uint32_t named = name_at(at);
      if (named > at) {
        at = named;
        continue;
      }
      if (is_shouted_word(at) && !add(at)) return {};
      ++at;
    }
    doubt_neighbours();
    names_body_ = names_body_ || follows_name_in_list();
    if (names_body_) return {};
    std::uint32_t lowered = 0;
    std::uint32_t kept = 0;
    bool doubt = false;
    for (const NewWord& word : new_) {
      lowered += word.kept == Kept::kNo ? 1U : 0U;
      kept += word.kept == Kept::kUnknown || word.kept == Kept::kDoubt ? 1U : 0U;
      doubt = doubt || word.kept == Kept::kDoubt;
    }
    const bool many = kept > 1 && kept * kLoweredForKept > lowered;  // another language, perhaps
    if (lowered == 0 || kept > kMostKept || many) return {};
    for (NewWord& word : new_) {
      if (word.kept == Kept::kNo && opens(word.token)) word.text = capitalized(word.text);
    }
    std::vector<Edit> edits = edits_of_lines();
    if (edits.empty()) return {};
    return {{std::move(edits), !doubt}};
  }

  // "AFNOR CERTIFICATION": not a common noun.
  [[nodiscard]] bool names_body() const { return names_body_; }

 private:
  [[nodiscard]] const Form& form(std::uint32_t token) const {
    return form_of_token(analysis_, token);
  }
  [[nodiscard]] Span span_of(std::uint32_t token) const {
    return analysis_.segmentation.tokens[token].span;
  }
  [[nodiscard]] std::string written(std::uint32_t token) const {
    return std::string(slice(analysis_.document->text, span_of(token)));
  }
  [[nodiscard]] bool is_word(std::uint32_t token) const {
    return token < analysis_.segmentation.tokens.size() &&
           analysis_.segmentation.tokens[token].kind == TokenKind::kWord;
  }
  // The words of a date or a reference may be small; its figures stay.
  [[nodiscard]] bool is_free(std::uint32_t token) const {
    if (analysis_.quoted_law_token[token]) return false;
    const std::uint32_t unit = analysis_.protected_of_token[token];
    if (unit == 0) return true;
    const ProtectedKind kind = analysis_.segmentation.protected_spans[unit - 1].kind;
    const bool words = kind == ProtectedKind::kDate || kind == ProtectedKind::kAmount ||
                       kind == ProtectedKind::kFormNumber || kind == ProtectedKind::kLawReference;
    return words && (form(token).letters > 1 || form(token).lower.back() == '\'');
  }
  [[nodiscard]] bool is_shouted_word(std::uint32_t token) const {
    if (!is_word(token) || !is_free(token)) return false;
    const Form& one = form(token);
    return one.casing == Casing::kUpper ||
           (one.letters == 1 && starts_with_capital(analysis_, token));
  }

  // The look would show small letters as capitals all the same.
  [[nodiscard]] bool is_look() const {
    const auto& runs = analysis_.document->runs;
    for (const Run& run : runs) {
      if (run.text.begin >= span_of(range_.end - 1).end) break;
      if (run.capitals && run.text.end > span_of(range_.first).begin) return true;
    }
    return false;
  }

  // Somewhere in the sentence an address, or a title with a name.
  [[nodiscard]] bool is_address_or_person() const {
    const FormulaWords& titles = input_.resources.formulas.titles;
    for (std::uint32_t at = sentence_.first_token; at < sentence_.token_end; ++at) {
      if (!is_word(at)) continue;
      const std::string& lower = form(at).lower;
      const bool beside = at + 1 >= range_.first && at < range_.end;
      const bool upper = form(at).casing == Casing::kUpper;
      if (beside && titles.count(lower) != 0) return true;
      if (!upper) continue;
      if (words_.streets.count(lower) != 0) return true;
      const bool first = at == sentence_.first_token ||
                         analysis_.segmentation.tokens[at - 1].kind == TokenKind::kNumber;
      if (first && words_.street_openers.count(lower) != 0 && at + 1 < sentence_.token_end) {
        return true;
      }
    }
    return false;
  }

  // Does whoever wrote this put accents on capitals? The run itself says more than the rest.
  [[nodiscard]] bool writes_accents() const {
    bool plain = false;
    bool accents = false;
    for (std::uint32_t at = range_.first; at < range_.end; ++at) {
      if (!is_shouted_word(at)) continue;
      const std::string& lower = form(at).lower;
      const bool ascii = without_accents(lower) == lower;
      accents = accents || !ascii;
      plain = plain || (ascii && lexicon_.find(lower) == kNoForm && accented(lower).size() == 1);
    }
    if (plain || accents) return !plain;
    if (analysis_.segmentation.tokens.size() > kMostTokens) return false;
    return std::any_of(analysis_.segmentation.forms.begin(), analysis_.segmentation.forms.end(),
                       [](const Form& one) {
                         return one.casing == Casing::kUpper && one.letters > 1 && one.count > 0 &&
                                without_accents(one.lower) != one.lower;
                       });
  }

  // Words of small letters that differ from this one by accents.
  [[nodiscard]] std::vector<FormId> accented(const std::string& lower) const {
    std::vector<FormId> found;
    for (const FormId id : lexicon_.accent_variants(lower)) {
      const std::string variant = lexicon_.form(id);
      if (to_lower(variant) == variant) found.push_back(id);
    }
    return found;
  }

  // ---- names of the table.

  // After the last token of the longest name that begins here; the same token when none does.
  std::uint32_t name_at(std::uint32_t first) {
    const std::vector<std::string>* best = nullptr;
    for (const auto& name : words_.names) {
      if (first + name.size() > range_.end) continue;
      const bool same =
          std::equal(name.begin(), name.end(), written_from(first, name.size()).begin(),
                     [](const std::string& a, const std::string& b) {
                       return without_accents(to_lower(a)) == without_accents(b);
                     });
      if (same && (best == nullptr || name.size() > best->size())) best = &name;
    }
    if (best == nullptr) return first;
    for (std::uint32_t i = 0; i < best->size(); ++i) {
      std::string text = (*best)[i];
      const std::string old = written(first + i);
      const std::size_t mark = text.find('\'');
      const std::size_t curly = old.find("\xE2\x80\x99");
      if (mark != std::string::npos && curly != std::string::npos) {
        text.replace(mark, 1, "\xE2\x80\x99");
      }
      if (!same_letters(text, old)) return first;
      const bool small = to_lower(text) == text;
      new_.push_back({first + i, std::move(text), small ? Kept::kNo : Kept::kName, true});
    }
    return first + static_cast<std::uint32_t>(best->size());
  }
  [[nodiscard]] std::vector<std::string> written_from(std::uint32_t first,
                                                      std::size_t count) const {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < count; ++i) {
      const auto at = static_cast<std::uint32_t>(first + i);
      all.push_back(is_shouted_word(at) ? form(at).lower : std::string());
    }
    return all;
  }
  static bool same_letters(const std::string& a, const std::string& b) {
    return without_accents(to_lower(a)) == without_accents(to_lower(b));
  }

  // ---- one word. False when nobody can say how it is written.

  bool keep(std::uint32_t at, Kept kept) {
    new_.push_back({at, written(at), kept, false});
    return true;
  }
  bool write(std::uint32_t at, const std::string& text, Kept kept = Kept::kNo) {
    std::string out = text;
    const std::string old = written(at);
    if (old.find("\xE2\x80\x99") != std::string::npos) {
      const std::size_t mark = out.find('\'');
      if (mark != std::string::npos) out.replace(mark, 1, "\xE2\x80\x99");
    }
    new_.push_back({at, std::move(out), kept, false});
    return true;
  }

  bool add(std::uint32_t at) {
    const Form& one = form(at);
    if (one.letters == 1) return add_letter(at);
    const bool code = one.key.find_first_of("0123456789./@_") != std::string::npos;
    if (code) return keep(at, Kept::kSurely);
    const bool opening = at == sentence_.first_token && !is_word(at + 1);
    if (is_roman(one.key) && (behind_part(at) || opening)) return keep(at, Kept::kSurely);
    const FormId id = lexicon_.find(one.lower);
    const bool grammar = id != kNoForm && (is_grammar(lexicon_.traits(id)) ||
                                           lexicon_.traits(id).may_be(Upos::kAdv));
    if (!grammar && words_.acronyms.count(one.key) != 0) return keep(at, Kept::kSurely);
    if (id != kNoForm) return add_known(at, one.lower, lexicon_.traits(id));
    return add_unknown(at, one.lower);
  }

  bool add_letter(std::uint32_t at) {
    const std::string& lower = form(at).lower;
    if (lower.back() == '\'' || lower == "\xC3\xA0" || lower == "y") return write(at, lower);
    const bool followed = at + 1 < sentence_.token_end && is_word(at + 1);
    if (lower != "a" || !followed || behind_part(at)) return keep(at, Kept::kSurely);
    const std::string& next = form(at + 1).lower;
    const std::string before = at > sentence_.first_token ? form(at - 1).lower : std::string();
    if (words_.after_has.count(without_case_of_accents(next)) != 0 ||
        words_.before_has.count(before) != 0) {
      return write(at, "a");
    }
    if (words_.after_to.count(next) != 0) return write(at, "\xC3\xA0");
    return false;
  }
  // With or without its accents.
  [[nodiscard]] std::string without_case_of_accents(const std::string& lower) const {
    for (const std::string& word : words_.after_has) {
      if (without_accents(word) == without_accents(lower)) return word;
    }
    return lower;
  }

  [[nodiscard]] bool behind_part(std::uint32_t at) const {
    return at > 0 && words_.before_letter.count(form(at - 1).lower) != 0;
  }

  bool add_known(std::uint32_t at, const std::string& lower, const LexicalTraits& traits) {
    std::string text = lower;
    const bool plain = !accents_ && without_accents(lower) == lower;
    if (plain && lower == "des" && at + 1 < sentence_.token_end && is_from(form(at + 1).lower)) {
      text = "d\xC3\xA8s";
    } else if (plain && words_.bare.count(lower) == 0) {
      const auto chosen = with_accents(at, lower, traits);
      if (!chosen) return false;
      text = *chosen;
    }
    const Use use = use_elsewhere(lower);
    if (use == Use::kCapitalized) return write(at, capitalized(text));
    const bool content =
        traits.may_be(Upos::kNoun) || traits.may_be(Upos::kAdj) || traits.may_be(Upos::kVerb);
    const bool grammar = is_grammar(traits);
    const bool name = traits.proper_noun || is_word_of_names(lexicon_, lower);
    if (name && content && !grammar && use != Use::kSmall) return keep(at, Kept::kDoubt);
    return write(at, text);
  }
  [[nodiscard]] bool is_from(const std::string& next) const {
    return std::any_of(words_.after_from.begin(), words_.after_from.end(),
                       [&next](const std::string& word) {
                         return without_accents(word) == without_accents(next);
                       });
  }

  // "DEMANDE" is a noun, which the participle is not; nothing when the part of speech leaves a
  // choice.
  [[nodiscard]] std::optional<std::string> with_accents(std::uint32_t at, const std::string& lower,
                                                        const LexicalTraits& traits) const {
    const std::vector<FormId> others = accented(lower);
    if (others.empty()) return lower;
    const WordTag& tag = analysis_.tagging.words[analysis_.segmentation.tokens[at].first_word];
    const auto fits = [&tag](const LexicalTraits& one) {
      const bool aux = tag.upos == Upos::kAux && one.may_be(Upos::kVerb);
      if (!one.may_be(tag.upos) && !aux) return false;
      if (tag.upos != Upos::kVerb) return true;
      return tag.features.verb_form == VerbForm::kPart  ? one.past_participle
             : tag.features.verb_form == VerbForm::kInf ? one.infinitive
                                                        : one.finite_verb;
    };
    std::vector<FormId> fitting;
    std::copy_if(others.begin(), others.end(), std::back_inserter(fitting),
                 [&](FormId id) { return fits(lexicon_.traits(id)); });
    if (fits(traits)) return fitting.empty() ? std::optional<std::string>(lower) : std::nullopt;
    if (fitting.size() == 1) return lexicon_.form(fitting.front());
    return std::nullopt;
  }

  bool add_unknown(std::uint32_t at, const std::string& lower) {
    if (!has_vowel(lower)) return keep(at, Kept::kSurely);
    const Use use = use_elsewhere(lower);
    if (use == Use::kSmall) return write(at, lower);
    if (is_word_of_names(lexicon_, lower)) return write(at, capitalized(lower), Kept::kName);
    if (lexicon_.find(form(at).key) != kNoForm) return keep(at, Kept::kSurely);
    if (use == Use::kCapitalized) return write(at, elsewhere_, Kept::kName);
    if (is_number(lower)) return write(at, lower);
    const std::vector<FormId> variants = lexicon_.accent_variants(lower);
    const bool named = std::any_of(variants.begin(), variants.end(), [this](FormId id) {
      const std::string variant = lexicon_.form(id);
      return to_lower(variant) != variant;
    });
    if (variants.empty() || named) return keep(at, Kept::kUnknown);
    if (variants.size() == 1) return write(at, lexicon_.form(variants.front()));
    const auto chosen = with_accents(at, lower, LexicalTraits{});
    if (!chosen) return false;
    return write(at, *chosen);
  }

  // "QUATRE-VINGT-TREIZE": each part is a number or "et".
  [[nodiscard]] bool is_number(const std::string& lower) const {
    if (lower.find('-') == std::string::npos) return false;
    for (std::size_t at = 0; at < lower.size();) {
      const std::size_t end = std::min(lower.find('-', at), lower.size());
      const std::string part = lower.substr(at, end - at);
      const FormId id = lexicon_.find(part);
      const bool number = id != kNoForm && lexicon_.traits(id).may_be(Upos::kNum);
      if (!number && part != "et" && part != "vingts" && part != "cents") return false;
      at = end + 1;
    }
    return true;
  }

  // ---- how the document writes the word elsewhere.

  enum class Use : std::uint8_t { kNone, kSmall, kCapitalized };
  Use use_elsewhere(const std::string& lower) {
    const auto& tokens = analysis_.segmentation.tokens;
    if (tokens.size() > kMostTokens) return Use::kNone;
    Use use = Use::kNone;
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
      const Form& one = form(at);
      if (one.lower != lower || tokens[at].kind != TokenKind::kWord) continue;
      if (one.casing == Casing::kLower) return Use::kSmall;
      if (one.casing != Casing::kCapitalized && one.casing != Casing::kMixed) continue;
      if (!is_inside_prose(at)) continue;
      elsewhere_ = written(at);
      use = Use::kCapitalized;
    }
    return use;
  }
  [[nodiscard]] bool is_inside_prose(std::uint32_t at) const {
    const Sentence& around = analysis_.segmentation.sentences[analysis_.sentence_of_token[at]];
    if (at == around.first_token) return false;
    const Token& before = analysis_.segmentation.tokens[at - 1];
    return before.kind == TokenKind::kWord && form(at - 1).casing == Casing::kLower;
  }

  // "MOULIN" beside "JEAN", "TRAVAIL" beside "FRANCE": part of the name, perhaps.
  void doubt_neighbours() {
    const auto is_name = [](const NewWord& word) {
      return !word.named && (word.kept == Kept::kName || word.kept == Kept::kUnknown);
    };
    std::vector<bool> beside(new_.size(), false);
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (new_[i].kept != Kept::kNo || new_[i].named || !is_content(new_[i].token)) continue;
      const bool behind = i > 0 && new_[i - 1].token + 1 == new_[i].token;
      names_body_ = names_body_ || (behind && is_behind_acronym(i));
      const bool left = behind && is_name(new_[i - 1]);
      const bool right =
          i + 1 < new_.size() && is_name(new_[i + 1]) && new_[i].token + 1 == new_[i + 1].token;
      beside[i] = left || right;
    }
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (!beside[i]) continue;
      new_[i].text = written(new_[i].token);
      new_[i].kept = Kept::kDoubt;
    }
  }
  // "AFNOR CERTIFICATION": a noun, and no preposition before it.
  [[nodiscard]] bool is_behind_acronym(std::size_t i) const {
    if (new_[i - 1].kept != Kept::kSurely || form(new_[i - 1].token).letters < 3) return false;
    const FormId id = lexicon_.find(form(new_[i].token).lower);
    return id != kNoForm && lexicon_.traits(id).may_be(Upos::kNoun) &&
           !lexicon_.traits(id).may_be(Upos::kAdj) && !lexicon_.traits(id).past_participle;
  }
  // "ICERT, CERTIBAT et GLOBAL CERTIFICATION"
  [[nodiscard]] bool follows_name_in_list() const {
    std::uint32_t at = range_.first;
    while (at > sentence_.first_token &&
           (form(at - 1).key == "," || form(at - 1).lower == "et" || form(at - 1).lower == "ou")) {
      --at;
    }
    if (at == range_.first || at == sentence_.first_token) return false;
    return is_shouted_word(at - 1) && form(at - 1).letters > 2 &&
           lexicon_.find(form(at - 1).lower) == kNoForm;
  }
  [[nodiscard]] bool is_content(std::uint32_t at) const {
    const FormId id = lexicon_.find(form(at).lower);
    if (id == kNoForm) return true;
    return !is_grammar(lexicon_.traits(id));
  }

  // ---- where a capital stays, and the edits.

  // At the start of a sentence, "A - ", "II. ", or behind the label of a heading.
  [[nodiscard]] bool opens(std::uint32_t token) const {
    bool letters = false;
    for (std::uint32_t at = sentence_.first_token; at < token && !letters; ++at) {
      letters = is_word(at) && is_free(at) && !is_number_of_part(at);
    }
    if (!letters) return true;
    const Role role = analysis_.structure.blocks[sentence_.block].role;
    return form(token - 1).key == ":" && (role == Role::kObject || role == Role::kHeading);
  }

  // "A", "II" before a mark.
  [[nodiscard]] bool is_number_of_part(std::uint32_t at) const {
    const Form& one = form(at);
    return (one.letters == 1 || is_roman(one.key)) && !is_word(at + 1);
  }

  [[nodiscard]] std::vector<Edit> edits_of_lines() const {
    const std::string& text = analysis_.document->text;
    std::vector<Edit> edits;
    std::uint32_t last = 0;
    for (const NewWord& word : new_) {
      const Span span = span_of(word.token);
      if (word.text == written(word.token)) continue;
      bool joined = !edits.empty();
      for (std::uint32_t at = last; joined && at < word.token; ++at) {
        if (!is_free(at)) joined = false;
      }
      const Span gap = joined ? Span{edits.back().span.end, span.begin} : Span{};
      const std::string_view between = slice(text, gap);
      if (joined && between.find_first_of("\n\t") != std::string_view::npos) joined = false;
      if (joined) {
        edits.back().text += std::string(between) + word.text;
        edits.back().span.end = span.end;
      } else {
        edits.push_back({span, word.text});
      }
      last = word.token;
    }
    return edits;
  }

  const OperationInput& input_;
  TokenRange range_;
  const Analysis& analysis_;
  const Lexicon& lexicon_;
  const CapitalWords& words_;
  const Sentence& sentence_;
  bool accents_;
  std::vector<NewWord> new_;
  bool names_body_ = false;
  std::string elsewhere_;  // how use_elsewhere found the word written
};

}  // namespace

std::vector<Suggestion> lower_capitals(const OperationInput& input) {
  if (input.analysis.depth != Depth::kTrees) return {};
  const TokenRange wider = whole_shout(input.analysis, input.range);
  Lowerer whole(input, wider);
  std::vector<Suggestion> made = whole.run();
  if (!made.empty() || whole.names_body()) return made;
  return Lowerer(input, input.range).run();
}

}  // namespace limpide
