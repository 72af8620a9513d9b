// "le present rappel" -> "ce rappel", "la presente" of a letter -> "cette lettre". In: the article,
// the adjective and the noun, when there is one. Refuses: "la presente" outside letters, a noun
// that the sentence or the one before says of something else too.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/inflection/agreement.h"
#include "analyzer/rewriting/operations/operation.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide {
namespace {

constexpr const char* kThis = "ce";
constexpr const char* kThese = "ces";
constexpr std::uint32_t kWithNoun = 3;  // tokens

const WordTag& tag_at(const Analysis& analysis, std::uint32_t token) {
  return analysis.tagging.words[analysis.segmentation.tokens[token].first_word];
}

bool is_letter(const Analysis& analysis) {
  const DocumentKind kind = analysis.structure.kind;
  return kind == DocumentKind::kLetter || kind == DocumentKind::kEmail;
}
// A receipt or a commitment may say "par la presente" too.
bool greets(const Analysis& analysis) {
  const auto& blocks = analysis.structure.blocks;
  return std::any_of(blocks.begin(), blocks.end(),
                     [](const auto& block) { return block.role == Role::kSalutation; });
}

// "la presente [copie]": the tree may not know the noun.
bool noun_follows(const Analysis& analysis, std::uint32_t token) {
  if (token >= analysis.segmentation.tokens.size()) return false;
  const Upos upos = tag_at(analysis, token).upos;
  return upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kPropn;
}

// "cette convention" would point to the other one.
bool is_said_twice(const Analysis& analysis, std::uint32_t token) {
  const std::uint32_t sentence = analysis.sentence_of_token[token];
  const auto& sentences = analysis.segmentation.sentences;
  const std::string& lemma = lemma_of(analysis, analysis.segmentation.tokens[token].first_word);
  const std::uint32_t first = sentences[sentence - std::min(sentence, 1U)].first_token;
  for (std::uint32_t i = first; i < sentences[sentence].token_end; ++i) {
    if (i == token || analysis.segmentation.tokens[i].kind != TokenKind::kWord) continue;
    if (lemma_of(analysis, analysis.segmentation.tokens[i].first_word) == lemma) return true;
  }
  return false;
}

// "certifie que la presente copie est conforme": a formula of deeds, which nobody rewords.
bool certifies(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  const Sentence& sentence =
      analysis.segmentation.sentences[analysis.sentence_of_token[input.range.first]];
  for (std::uint32_t i = sentence.first_token; i < sentence.token_end; ++i) {
    if (analysis.segmentation.tokens[i].kind != TokenKind::kWord) continue;
    const WordIndex word = analysis.segmentation.tokens[i].first_word;
    if (lemma_of(analysis, word) == input.resources.certify) return true;
  }
  return false;
}

std::string text_of(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  const std::uint32_t first = input.range.first;
  if (input.range.end - first < kWithNoun) {
    const Features& present = tag_at(analysis, first + 1).features;
    const bool letter = present.gender == Gender::kFem && present.number != Number::kPlur;
    if (!letter || !is_letter(analysis) || !greets(analysis) ||
        noun_follows(analysis, input.range.end))
      return {};
    return input.resources.this_letter;
  }
  const std::uint32_t token = first + kWithNoun - 1;
  const std::uint32_t noun = analysis.segmentation.tokens[token].first_word;
  if (tag_at(analysis, token).upos != Upos::kNoun || is_said_twice(analysis, token)) return {};
  const NounPlace place = noun_place(analysis, noun);
  if (place.gender == Gender::kNone) return {};
  const std::uint32_t article = analysis.segmentation.tokens[first].first_word;
  const bool contracted = analysis.segmentation.tokens[first + 1].first_word > article + 1;
  const std::string before = contracted ? lemma_of(analysis, article) + " " : "";
  const bool vowel =
      elides_before(analysis.language->lexicon, form_of_token(analysis, token).lower);
  return before + determiner_form(input.resources, place.number == Number::kPlur ? kThese : kThis,
                                  place.gender, vowel);
}

}  // namespace

std::vector<Suggestion> name_this_document(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || is_shouted(analysis, input.range)) return {};
  if (input.range.end - input.range.first < 2 || touches_protected(analysis, input.range)) {
    return {};
  }
  if (certifies(input)) return {};
  std::string text = text_of(input);
  if (text.empty()) return {};
  if (starts_with_capital(analysis, input.range.first)) text = capitalized(text);
  const auto& tokens = analysis.segmentation.tokens;
  // The noun stays the sentence's own.
  const Span span{tokens[input.range.first].span.begin, tokens[input.range.first + 1].span.end};
  // A contract may speak of another one.
  const bool safe = is_letter(analysis) || analysis.structure.kind == DocumentKind::kForm;
  return {{{{span, std::move(text)}}, safe}};
}

}  // namespace limpide
