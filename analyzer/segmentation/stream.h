// The tokens of a document on their way through the segmentation, with what its steps ask of them.
// In: tokenizer.cpp fills it. Out: read by the scanners of protected spans, the sentence rules and
// the contraction rules. Refuses: to leave this folder; the result is a Segmentation.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzer/segmentation/segmentation.h"
#include "analyzer/segmentation/word_classes.h"

namespace limpide {

// Token marks.
inline constexpr std::uint8_t kLineStart =
    1;  // a line of the author, a block or what follows a template tag
inline constexpr std::uint8_t kSoftLineStart = 2;  // a line of mere wrapping starts here
inline constexpr std::uint8_t kBlockStart = 4;

struct TokenStream {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<std::uint8_t> marks;  // one a token
  std::vector<Form> forms;
  std::vector<ClassBits> bits;              // one a form
  std::vector<std::uint32_t> block_tokens;  // first token of each block, and the end

  [[nodiscard]] std::size_t size() const { return tokens.size(); }
  [[nodiscard]] ClassBits bits_at(std::size_t i) const {
    return i < tokens.size() ? bits[tokens[i].form] : 0;
  }
  [[nodiscard]] bool is(std::size_t i, WordClass word_class) const {
    return has_class(bits_at(i), word_class);
  }
  // Folded, lower case; "" past the end.
  [[nodiscard]] std::string_view lower(std::size_t i) const {
    return i < tokens.size() ? std::string_view(forms[tokens[i].form].lower) : std::string_view();
  }
  [[nodiscard]] std::string_view key(std::size_t i) const {
    return i < tokens.size() ? std::string_view(forms[tokens[i].form].key) : std::string_view();
  }
  [[nodiscard]] bool is_number(std::size_t i) const {
    return i < tokens.size() && tokens[i].kind == TokenKind::kNumber;
  }
  [[nodiscard]] bool starts_line(std::size_t i) const {
    return i >= tokens.size() || (marks[i] & kLineStart) != 0;
  }
  // Is there a token i on the same line as the one before it?
  [[nodiscard]] bool follows(std::size_t i) const {
    return i < tokens.size() && i > 0 && (marks[i] & kLineStart) == 0;
  }
  // The same, and no space between.
  [[nodiscard]] bool touches(std::size_t i) const { return follows(i) && !tokens[i].space_before; }
  [[nodiscard]] bool is_capital(std::size_t i) const {
    if (i >= tokens.size()) return false;
    const Casing casing = forms[tokens[i].form].casing;
    return casing == Casing::kCapitalized || casing == Casing::kUpper;
  }
};

}  // namespace limpide
