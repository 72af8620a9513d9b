// A word that the lexicon refuses and that is no name, sigle or code. The first occurrence is told,
// the others are related. Argument: mot. Operation: a close word of the lexicon.
#include <algorithm>
#include <map>

#include "analyzer/base/utf8.h"
#include "analyzer/lexicon/spelling.h"
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/foreign_words.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::uint16_t kShortestWord = 2;
constexpr std::uint16_t kShortestMended = 3;
constexpr std::size_t kShortestRest = 5;

class SpellingMatcher final : public Matcher {
 public:
  SpellingMatcher(std::vector<std::string> prefixes, const AcronymTable& acronyms,
                  const WordList* foreign)
      : prefixes_(std::move(prefixes)), acronyms_(acronyms), foreign_(foreign) {}

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
        // Two or three letters have too many neighbours: any proposal would be a guess.
        const bool short_word = form_of(analysis, at).letters <= kShortestMended;
        hit.operation.kind = short_word ? OperationKind::kNone : OperationKind::kSpelling;
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

  // "civilite :" alone in its paragraph or cell, without a capital: the name of a field.
  static bool is_name_of_field(const Analysis& analysis, const Sentence& sentence,
                               std::uint32_t at) {
    if (analysis.structure.blocks[sentence.block].role == Role::kListItem) return false;
    for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
      if (i != at && analysis.segmentation.tokens[i].kind != TokenKind::kPunctuation) return false;
    }
    return true;
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
  const AcronymTable& acronyms_;
  const WordList* foreign_;
};

}  // namespace

MatcherResult make_spelling(const RuleSpec& spec, const RuleResources& resources) {
  const Status known = check_parameters(spec, {"prefixes", "foreign"});
  if (!known) return known.error();
  const Result<std::string> list = text_parameter(spec, "prefixes", "");
  std::vector<std::string> prefixes;
  for (std::size_t at = 0; at < list->size();) {
    const std::size_t end = std::min(list->find(' ', at), list->size());
    if (end > at) prefixes.push_back(list->substr(at, end - at));
    at = end + 1;
  }
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
  return std::unique_ptr<const Matcher>(
      std::make_unique<SpellingMatcher>(std::move(prefixes), *resources.acronyms, foreign));
}

}  // namespace limpide
