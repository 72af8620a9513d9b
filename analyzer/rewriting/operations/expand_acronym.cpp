// "la CAF" -> "la caisse d'allocations familiales (CAF)", with the determiner that the full name
// asks for; in brackets, behind a noun, behind a determiner that the full name cannot take, what it
// stands for goes behind the sentence. In: the acronym; Operation::texts holds what it stands for.
#include <optional>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/inflection/forms.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

bool stands_in_brackets(const Analysis& analysis, TokenRange range) {
  const auto is = [&analysis](std::uint32_t token, const char* mark) {
    return token < analysis.segmentation.tokens.size() &&
           form_of_token(analysis, token).key == mark;
  };
  return (range.first > 0 && is(range.first - 1, "(")) || is(range.end, ")");
}

// "(dont la CSG)": brackets inside brackets.
bool is_inside_brackets(const Analysis& analysis, std::uint32_t token) {
  const Sentence& sentence = analysis.segmentation.sentences[analysis.sentence_of_token[token]];
  for (std::uint32_t i = token; i > sentence.first_token; --i) {
    const std::string& key = form_of_token(analysis, i - 1).key;
    if (key == ")") return false;
    if (key == "(") return true;
  }
  return false;
}

// "le risque AT/MP", "Dossier INRS": the words in full would need a preposition.
bool stands_behind_noun(const Analysis& analysis, std::uint32_t token) {
  if (token == 0) return false;
  const std::uint32_t before = analysis.segmentation.tokens[token].first_word - 1;
  const Upos upos = analysis.tagging.words[before].upos;
  return token_of_word(analysis, before) == token - 1 &&
         analysis.sentence_of_token[token - 1] == analysis.sentence_of_token[token] &&
         (upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kAdj);
}

// "operateurs de competences". Nothing where an adjective would have to follow the noun.
std::optional<std::string> in_the_plural(const LanguageResources& language,
                                         const std::string& full) {
  const std::size_t end = full.find(' ');
  const std::string noun = full.substr(0, end);
  const std::string rest = end == std::string::npos ? "" : full.substr(end);
  if (!rest.empty() && rest.rfind(" de ", 0) != 0 && rest.rfind(" d", 0) != 0) return std::nullopt;
  Features wanted;
  wanted.number = Number::kPlur;
  const std::optional<std::string> plural = form_of(language, noun, Upos::kNoun, wanted);
  return plural ? std::optional<std::string>(*plural + rest) : std::nullopt;
}

std::vector<Suggestion> in_its_place(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  const LanguageResources& language = *analysis.language;
  if (stands_in_brackets(analysis, input.range)) return {};
  if (is_inside_brackets(analysis, input.range.first)) return {};
  const std::string& full = input.operation.texts.front();
  const std::string acronym(slice(analysis.document->text, input.span));
  const std::string first = full.substr(0, full.find(' '));
  const std::string text = full + " (" + acronym + ")";
  const std::uint32_t word = head_word(analysis, input.range);
  const Opening opening = opening_of(analysis, word);
  const bool adjacent =
      opening.tokens.first < opening.tokens.end && opening.tokens.end == input.range.first;
  if (!adjacent) {
    if (stands_behind_noun(analysis, input.range.first)) return {};
    std::vector<Edit> edits = replace_tokens(analysis, input.range, text, false);
    if (edits.empty()) return {};
    return {{std::move(edits), false}};
  }
  const std::uint32_t determiner = analysis.segmentation.tokens[opening.tokens.end].first_word - 1;
  Gender gender = gender_of(language, first);
  if (gender == Gender::kNone) gender = analysis.tagging.words[determiner].features.gender;
  const bool vowel = elides_before(language.lexicon, to_lower(first));
  const auto opened = [&](Gender one) {
    return opening_text(input.resources, opening, one, vowel, apostrophe_of(analysis));
  };
  // "l'aide", whatever its gender.
  const bool same = opened(Gender::kMasc) == opened(Gender::kFem);
  if (gender == Gender::kNone && !same) return {};
  std::string whole = opened(gender) + text;
  if (analysis.tagging.words[determiner].features.number == Number::kPlur) {
    const std::optional<std::string> plural = in_the_plural(language, full);
    if (!plural) return {};
    whole = opened(gender) + *plural + " (" + acronym + ")";
  }
  if (starts_with_capital(analysis, opening.tokens.first)) whole = capitalized(whole);
  const Span span{analysis.segmentation.tokens[opening.tokens.first].span.begin, input.span.end};
  return {{{{span, std::move(whole)}}, false}};
}

}  // namespace

std::vector<Suggestion> expand_acronym(const OperationInput& input) {
  if (input.analysis.depth != Depth::kTrees || input.operation.texts.empty()) return {};
  std::vector<Suggestion> suggestions = in_its_place(input);
  if (!suggestions.empty() || stands_in_brackets(input.analysis, input.range)) return suggestions;
  return explanation_behind(input, std::string(slice(input.analysis.document->text, input.span)),
                            input.operation.texts.front());
}

}  // namespace limpide
