// "quinze jours" -> "15 jours". In: the words of a number. Refuses: what the facts do not read as a
// number, an article ("un"), a number at the beginning of a sentence, decimals, a sentence that
// would keep another number in letters.
#include "analyzer/facts/number_words.h"
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {
namespace {

constexpr std::size_t kGroup = 3;  // digits

std::string with_groups(const std::string& digits) {
  if (digits.size() <= kGroup) return digits;
  constexpr const char* kNarrowNoBreakSpace = "\xE2\x80\xAF";
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % kGroup == 0) out += kNarrowNoBreakSpace;
    out.push_back(digits[i]);
  }
  return out;
}

// "deux a dix ans": one of them alone would be in figures.
bool ends_range_in_letters(const Analysis& analysis, std::uint32_t token,
                           const Sentence& sentence) {
  constexpr std::uint32_t kBack = 2;  // tokens
  if (token < sentence.first_token + kBack) return false;
  const Token& other = analysis.segmentation.tokens[token - kBack];
  const WordTag& between =
      analysis.tagging.words[analysis.segmentation.tokens[token - 1].first_word];
  return other.kind == TokenKind::kWord &&
         analysis.tagging.words[other.first_word].upos == Upos::kNum &&
         (between.upos == Upos::kAdp || between.upos == Upos::kCconj);
}

// "soixante ans, ou cinquante-sept ans": figures for one of them would set them apart. Small
// numbers stay in letters anyway.
bool keeps_another(const FactText& text, const Sentence& sentence, TokenRange own) {
  constexpr std::int64_t kInFigures = 10;
  for (std::uint32_t i = sentence.first_token; i < sentence.token_end;) {
    const bool inside = i >= own.first && i < own.end;
    const bool word = text.token(i).kind == TokenKind::kWord;
    const auto number = inside || !word ? std::nullopt : number_at(text, i, sentence.token_end);
    if (number && !number->article && number->value.digits >= kInFigures) return true;
    i = number ? number->end : i + 1;
  }
  return false;
}

}  // namespace

std::vector<Suggestion> write_in_digits(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  if (analysis.depth != Depth::kTrees || touches_protected(analysis, input.range)) return {};
  const FactInput facts{analysis.document->text, analysis.segmentation, analysis.tagging,
                        analysis.trees, analysis.clauses};
  const FactText text = make_fact_text(facts, analysis.language->syntax->facts);
  const Sentence& sentence =
      analysis.segmentation.sentences[analysis.sentence_of_token[input.range.first]];
  if (sentence.first_token == input.range.first) return {};
  if (ends_range_in_letters(analysis, input.range.first, sentence)) return {};
  const auto number = number_at(text, input.range.first, sentence.token_end);
  if (!number || number->article || number->end < input.range.end) return {};
  if (keeps_another(text, sentence, {input.range.first, number->end})) return {};
  const std::string digits = decimal_text(number->value);
  if (digits.find_first_not_of("0123456789") != std::string::npos) return {};
  const auto& tokens = analysis.segmentation.tokens;
  const Span span{tokens[input.range.first].span.begin, tokens[number->end - 1].span.end};
  return {{{{span, with_groups(digits)}}, true}};
}

}  // namespace limpide
