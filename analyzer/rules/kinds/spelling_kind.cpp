// A word that the lexicon refuses, that is no name, sigle or code, and that is surely misspelt: a
// usual word is one edit away, or two usual words are written as one. The first occurrence is told,
// the others are related. Argument: mot. Operation: a close word of the lexicon.
#include <algorithm>
#include <map>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/lexicon/spelling.h"
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/foreign_words.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint16_t kShortestWord = 2;
constexpr std::uint16_t kShortestMended = 4;  // two or three letters have too many neighbours
constexpr std::uint32_t kUsualWord = 12000;   // rank of what was meant
constexpr std::uint32_t kUsualHalf = 10000;   // rank of each of two words written as one
constexpr std::size_t kShortestHalf = 2;      // letters
constexpr std::size_t kManyItems = 5;         // commas of a list of values
constexpr std::size_t kShortestRest = 5;

using Endings = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> words_of(const std::string& list) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (end > at) words.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// "et=er": the ending as written, then as meant.
Endings endings_of(const std::string& list) {
  Endings endings;
  for (const std::string& pair : words_of(list)) {
    const std::size_t equals = pair.find('=');
    if (equals != std::string::npos)
      endings.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
  return endings;
}

class SpellingMatcher final : public Matcher {
 public:
  SpellingMatcher(std::vector<std::string> prefixes, Endings endings, const AcronymTable& acronyms,
                  const WordList* foreign)
      : prefixes_(std::move(prefixes)),
        endings_(std::move(endings)),
        acronyms_(acronyms),
        foreign_(foreign) {}

  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Analysis& analysis = context.analysis;
    const std::vector<bool> refused = refused_forms(analysis);
    ForeignWords foreign(analysis, foreign_, refused);
    std::map<FormIndex, std::size_t> told;  // hit of each word already told
    for (std::size_t i = 0; i < analysis.segmentation.sentences.size(); ++i) {
      if (!context.judges_sentence(i)) continue;
      const Sentence& sentence = analysis.segmentation.sentences[i];
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        if (!refused[analysis.segmentation.tokens[at].form]) continue;
        if (!is_plain_token(analysis, at) || touches_other(analysis, sentence, at)) continue;
        if (stands_in_cut_address(analysis, at) || foreign.holds(at)) continue;
        if (is_name_of_field(analysis, sentence, at)) continue;
        if (is_list_of_values(analysis, sentence)) continue;
        const Form& written_form = form_of(analysis, at);
        if (written_form.letters < kShortestMended) continue;
        if (!is_surely_meant(*analysis.language, written_form.key)) continue;
        const FormIndex form = analysis.segmentation.tokens[at].form;
        const Span span = analysis.segmentation.tokens[at].span;
        const auto first = told.emplace(form, hits.size());
        if (!first.second) {
          hits[first.first->second].related.push_back({span, {}});
          continue;
        }
        Hit hit;
        hit.span = span;
        hit.arguments = {{"mot", written(analysis, span)}};
        hit.operation.kind = OperationKind::kSpelling;
        hits.push_back(std::move(hit));
      }
    }
  }

 private:
  // Only words all in small letters: a capital may be a name, and names are nobody's fault.
  [[nodiscard]] std::vector<bool> refused_forms(const Analysis& analysis) const {
    const auto& forms = analysis.segmentation.forms;
    std::vector<bool> refused(forms.size(), false);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const Form& form = forms[i];
      if (form.lexicon != kNoForm || form.casing != Casing::kLower) continue;
      if (form.letters < kShortestWord || !is_written_as_word(form.key)) continue;
      if (!holds_vowel(form.lower)) continue;
      refused[i] = is_doubtful(analysis.language->lexicon, form.key, false) &&
                   !is_compound(analysis.language->lexicon, form.key) &&
                   acronyms_.well_known.find(to_upper(form.key)) == acronyms_.well_known.end();
    }
    return refused;
  }

  // "telepilote", "medico-social": a learned element before a word that exists.
  [[nodiscard]] bool is_compound(const Lexicon& lexicon, std::string_view key) const {
    for (const std::string& prefix : prefixes_) {
      if (key.substr(0, prefix.size()) != prefix) continue;
      std::string_view rest = key.substr(prefix.size());
      if (!rest.empty() && rest.front() == '-') rest.remove_prefix(1);
      const bool known = lexicon.find(rest) != kNoForm || is_compound(lexicon, rest);
      if (known && count_code_points(rest) >= kShortestRest) return true;
    }
    return false;
  }

  // "nn", "xxx": digits to come, units, codes.
  static bool holds_vowel(std::string_view lower) {
    return std::any_of(lower.begin(), lower.end(), [](char byte) {
      return static_cast<unsigned char>(byte) >= 0x80 ||
             std::string_view("aeiouy").find(byte) != std::string_view::npos;
    });
  }

  static bool is_written_as_word(std::string_view key) {
    // "-nous", "-t-il": cut from their verb by the tokenizer.
    if (key.front() == '-') return false;
    for (const char byte : key) {
      const auto value = static_cast<unsigned char>(byte);
      const bool letter = value >= 0x80 || (byte >= 'a' && byte <= 'z');
      if (!letter && byte != '-' && byte != '\'') return false;
    }
    return true;
  }

  static bool is_usual(const LanguageResources& language, std::string_view word,
                       std::uint32_t most) {
    Form form;
    form.lower = std::string(word);
    form.lexicon = language.lexicon.find(word);
    return form.lexicon != kNoForm && is_familiar(language, form, most);
  }

  // One edit away, in a usual ending that sounds the same, or in two halves.
  [[nodiscard]] bool is_surely_meant(const LanguageResources& language,
                                     std::string_view key) const {
    for (const auto& [wrong, right] : endings_) {
      if (key.size() <= wrong.size() || key.substr(key.size() - wrong.size()) != wrong) continue;
      const std::string meant = std::string(key.substr(0, key.size() - wrong.size())) + right;
      if (is_usual(language, meant, kUsualWord)) return true;
    }
    constexpr std::size_t kMostClose = 3;
    for (const std::string& word :
         suggest_close(language.lexicon, language.familiarity, key, kMostClose)) {
      if (is_usual(language, word, kUsualWord)) return true;
    }
    for (std::size_t cut = kShortestHalf; cut + kShortestHalf <= key.size(); ++cut) {
      if ((static_cast<unsigned char>(key[cut]) & 0xC0U) == 0x80U) continue;  // inside a letter
      if (is_usual(language, key.substr(0, cut), kUsualHalf) &&
          is_usual(language, key.substr(cut), kUsualHalf)) {
        return true;
      }
    }
    return false;
  }

  // "civilite :" or a word alone in its paragraph, item or cell: the name of a field, a value.
  static bool is_name_of_field(const Analysis& analysis, const Sentence& sentence,
                               std::uint32_t at) {
    if (at == sentence.first_token && at + 1 < sentence.token_end &&
        is_mark(analysis, at + 1, ":")) {
      return true;
    }
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      if (i != at && analysis.segmentation.tokens[i].kind != TokenKind::kPunctuation) return false;
    }
    return true;
  }

  // Names between commas, without a verb: words of a trade.
  static bool is_list_of_values(const Analysis& analysis, const Sentence& sentence) {
    std::size_t commas = 0;
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      if (is_mark(analysis, i, ",")) ++commas;
      if (is_clear_verb(analysis, i)) return false;
    }
    return commas >= kManyItems;
  }

  // Glued to a neighbour without a space: part of a code, a path or a cut word.
  static bool touches_other(const Analysis& analysis, const Sentence& sentence, std::uint32_t at) {
    const auto& tokens = analysis.segmentation.tokens;
    const auto glues = [&](std::uint32_t other) {
      if (tokens[other].kind == TokenKind::kNumber) return true;
      if (tokens[other].kind == TokenKind::kPunctuation) {
        const std::string& key = form_of(analysis, other).key;
        return key == "-" || key == "/" || key == "_";
      }
      return tokens[other].kind == TokenKind::kSymbol || tokens[other].kind == TokenKind::kOther;
    };
    const bool before = at > sentence.first_token && !tokens[at].space_before && glues(at - 1);
    const bool after = at + 1 < sentence.token_end && !tokens[at + 1].space_before && glues(at + 1);
    return before || after;
  }

  std::vector<std::string> prefixes_;
  Endings endings_;  // as written, as meant
  const AcronymTable& acronyms_;
  const WordList* foreign_;
};

}  // namespace

MatcherResult make_spelling(const RuleSpec& spec, const RuleResources& resources) {
  const Status known = check_parameters(spec, {"prefixes", "endings", "foreign"});
  if (!known) return known.error();
  const Result<std::string> name = text_parameter(spec, "foreign", "");
  const WordList* foreign = nullptr;
  if (!name->empty()) {
    const auto found = resources.lists->find(*name);
    if (found == resources.lists->end()) {
      return make_error(ErrorCode::kInvalidInput, "error.rule.value",
                        {{"name", "foreign"}, {"value", *name}});
    }
    foreign = &found->second;
  }
  return std::unique_ptr<const Matcher>(std::make_unique<SpellingMatcher>(
      words_of(*text_parameter(spec, "prefixes", "")),
      endings_of(*text_parameter(spec, "endings", "")), *resources.acronyms, foreign));
}

}  // namespace limpide
