#include "tools/treebank/gold_segmentation.h"

#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/segmentation/characters.h"
#include "analyzer/segmentation/forms.h"

namespace limpide {
namespace {

TokenKind kind_of_token(std::string_view form) {
  bool digit = false;
  bool punctuation = false;
  for (std::size_t i = 0; i < form.size();) {
    const Decoded decoded = decode_at(form, i);
    i += decoded.size;
    const CharKind kind = kind_of(decoded.code_point);
    if (kind == CharKind::kLetter) return TokenKind::kWord;
    digit |= kind == CharKind::kDigit;
    punctuation |= kind == CharKind::kPunctuation;
  }
  if (digit) return TokenKind::kNumber;
  return punctuation ? TokenKind::kPunctuation : TokenKind::kSymbol;
}

bool space_after(const TreebankToken& token) {
  return token.misc.find("SpaceAfter=No") == std::string::npos;
}

}  // namespace

GoldSegmentation gold_segmentation(const std::vector<TreebankSentence>& sentences,
                                   const SegmentationResources& resources) {
  GoldSegmentation gold;
  Segmentation& result = gold.segmentation;
  FormTable forms(resources, seed_of("treebank"));
  for (const TreebankSentence& sentence : sentences) {
    Sentence range;
    range.first_token = static_cast<std::uint32_t>(result.tokens.size());
    bool space = true;
    for (const TreebankToken& token : sentence.tokens) {
      Token out;
      out.span.begin = static_cast<std::uint32_t>(gold.text.size());
      gold.text += token.form;
      out.span.end = static_cast<std::uint32_t>(gold.text.size());
      out.form = forms.intern(to_nfc(token.form));
      out.kind = kind_of_token(token.form);
      out.space_before = space;
      out.first_word = static_cast<std::uint32_t>(result.words.size());
      space = space_after(token);
      if (space) gold.text.push_back(' ');
      for (std::uint32_t i = token.first_word; i < token.word_end; ++i) {
        result.words.push_back({static_cast<std::uint32_t>(result.tokens.size()),
                                forms.intern(to_nfc(sentence.words[i].form))});
      }
      result.tokens.push_back(out);
    }
    range.token_end = static_cast<std::uint32_t>(result.tokens.size());
    result.sentences.push_back(range);
    gold.text.push_back('\n');
  }
  result.forms = std::move(forms.forms());
  return gold;
}

}  // namespace limpide
