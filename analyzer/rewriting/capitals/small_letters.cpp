#include "analyzer/rewriting/capitals/small_letters.h"

#include <algorithm>
#include <utility>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::size_t kMostTokens = 8000;  // of a document whose other words are looked at

bool is_word_of_names(const Lexicon& lexicon, const std::string& lower) {
  const FormId id = lexicon.find(capitalized(lower));
  return id != kNoForm && lexicon.traits(id).proper_noun;
}

bool has_vowel(const std::string& lower) {
  const std::string plain = without_accents(lower);
  return plain.find_first_of("aeiouy") != std::string::npos;
}

class WordWriter {
 public:
  explicit WordWriter(const ShoutedRun& run)
      : run_(run),
        analysis_(run.analysis()),
        lexicon_(run.analysis().language->lexicon),
        words_(run.words()),
        accents_(writes_accents()) {}

  std::optional<std::vector<SmallWord>> run() {
    const TokenRange range = run_.range();
    for (std::uint32_t at = range.first; at < range.end;) {
      const std::uint32_t named = name_at(at);
      if (named > at) {
        at = named;
        continue;
      }
      if (run_.is_shouted_word(at) && !add(at)) return std::nullopt;
      ++at;
    }
    return std::move(new_);
  }

 private:
  [[nodiscard]] const Form& form(std::uint32_t token) const { return run_.form(token); }

  // Does whoever wrote this put accents on capitals? The run itself says more than the rest.
  [[nodiscard]] bool writes_accents() const {
    bool plain = false;
    bool accents = false;
    for (std::uint32_t at = run_.range().first; at < run_.range().end; ++at) {
      if (!run_.is_shouted_word(at)) continue;
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
      if (first + name.size() > run_.range().end) continue;
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
      const std::string old = run_.written(first + i);
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
      all.push_back(run_.is_shouted_word(at) ? form(at).lower : std::string());
    }
    return all;
  }
  static bool same_letters(const std::string& a, const std::string& b) {
    return without_accents(to_lower(a)) == without_accents(to_lower(b));
  }

  // ---- one word. False when nobody can say how it is written.

  bool keep(std::uint32_t at, Kept kept) {
    new_.push_back({at, run_.written(at), kept, false});
    return true;
  }
  bool write(std::uint32_t at, const std::string& text, Kept kept = Kept::kNo) {
    std::string out = text;
    const std::string old = run_.written(at);
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
    const bool opening = at == run_.sentence().first_token && !run_.is_word(at + 1);
    if (is_roman(one.key) && (run_.behind_part(at) || opening)) return keep(at, Kept::kSurely);
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
    const bool followed = at + 1 < run_.sentence().token_end && run_.is_word(at + 1);
    if (lower != "a" || !followed || run_.behind_part(at)) return keep(at, Kept::kSurely);
    const std::string& next = form(at + 1).lower;
    const std::string before =
        at > run_.sentence().first_token ? form(at - 1).lower : std::string();
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

  bool add_known(std::uint32_t at, const std::string& lower, const LexicalTraits& traits) {
    std::string text = lower;
    const bool plain = !accents_ && without_accents(lower) == lower;
    if (plain && lower == "des" && at + 1 < run_.sentence().token_end &&
        is_from(form(at + 1).lower)) {
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
      elsewhere_ = run_.written(at);
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

  const ShoutedRun& run_;
  const Analysis& analysis_;
  const Lexicon& lexicon_;
  const CapitalWords& words_;
  bool accents_;
  std::vector<SmallWord> new_;
  std::string elsewhere_;  // how use_elsewhere found the word written
};

}  // namespace

bool is_grammar(const LexicalTraits& traits) {
  return traits.may_be(Upos::kDet) || traits.may_be(Upos::kAdp) || traits.may_be(Upos::kPron) ||
         traits.may_be(Upos::kCconj) || traits.may_be(Upos::kSconj);
}

std::optional<std::vector<SmallWord>> small_letters(const ShoutedRun& run) {
  return WordWriter(run).run();
}

}  // namespace limpide
