#include "analyzer/verification/sentence_pairs.h"

#include <algorithm>
#include <utility>

namespace limpide {
namespace {

constexpr std::uint16_t kShortestContentWord = 4;  // letters

}  // namespace

TextSide text_side(const Analysis& analysis, WordNumbers& numbers, bool every_block) {
  const Segmentation& cut = analysis.segmentation;
  std::vector<std::uint32_t> number_of_form;
  number_of_form.reserve(cut.forms.size());
  for (const Form& form : cut.forms) number_of_form.push_back(numbers.of(form.lower));
  TextSide side;
  for (std::uint32_t i = 0; i < cut.sentences.size(); ++i) {
    const Sentence& sentence = cut.sentences[i];
    if (!every_block && !analysis.structure.blocks[sentence.block].judged) continue;
    std::vector<std::uint32_t> all;
    SentenceWords content;
    for (std::uint32_t t = sentence.first_token; t < sentence.token_end; ++t) {
      const Token& token = cut.tokens[t];
      if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
      all.push_back(number_of_form[token.form]);
      const bool weighs =
          token.kind == TokenKind::kNumber || cut.forms[token.form].letters >= kShortestContentWord;
      if (weighs) content.push_back(number_of_form[token.form]);
    }
    if (all.empty()) continue;
    if (content.empty()) content = all;
    std::sort(content.begin(), content.end());
    side.sentences.push_back(i);
    side.words.push_back(std::move(content));
    side.all_words.push_back(std::move(all));
  }
  side.group.assign(side.sentences.size(), kNoGroup);
  return side;
}

Span side_span(const Analysis& analysis, const TextSide& side, std::uint32_t first,
               std::uint32_t end) {
  if (first == end) return {};
  const Segmentation& cut = analysis.segmentation;
  return {sentence_span(cut, cut.sentences[side.sentences[first]]).begin,
          sentence_span(cut, cut.sentences[side.sentences[end - 1]]).end};
}

}  // namespace limpide
