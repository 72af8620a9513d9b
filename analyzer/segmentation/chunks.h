// Cuts a chunk (text between two spaces) into tokens as Universal Dependencies French does.
// In: the chunk and what follows it. Out: pieces in order that cover the whole chunk. Refuses:
// contractions (one piece here: contractions.h) and numbers with spaces inside (tokenizer.h), since
// both need the neighbours.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/lexicon.h"
#include "analyzer/segmentation/characters.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/segmentation/word_classes.h"

namespace limpide {

// What stands after the chunk: decides whether a final dot ends a sentence or an abbreviation.
enum class ChunkFollower : std::uint8_t {
  kLineEnd,
  kNumber,  // a digit
  kCode,    // a capital that a dot, digit, star or hyphen follows: "L. 211-2"
  kUpper,
  kLower,
  kOther,
};

struct Piece {
  std::uint32_t begin = 0;  // bytes in the chunk
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::kWord;
};

inline constexpr std::size_t kMaxChunkBytes = 4096;

// One a thread; keeps its working memory from chunk to chunk.
class ChunkCutter {
 public:
  ChunkCutter(const WordClasses& classes, const Lexicon* lexicon)
      : classes_(classes), lexicon_(lexicon) {}
  // Appends to `pieces`. REQUIRES: valid UTF-8 without spaces, at most kMaxChunkBytes.
  void cut(std::string_view chunk, ChunkFollower follower, std::vector<Piece>& pieces);

 private:
  struct Char {
    char32_t code_point = 0;
    std::uint32_t offset = 0;
    CharKind kind = CharKind::kOther;
  };
  [[nodiscard]] std::size_t size() const { return chars_.size() - 1; }  // the last is a sentinel
  [[nodiscard]] char32_t at(std::size_t i) const { return chars_[i].code_point; }
  [[nodiscard]] CharKind kind(std::size_t i) const { return chars_[i].kind; }
  [[nodiscard]] bool is_alnum(std::size_t i) const;
  [[nodiscard]] bool is_upper_at(std::size_t i) const;
  [[nodiscard]] std::string_view text(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::string lower(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool in_lexicon(std::size_t begin, std::size_t end) const;

  void decode(std::string_view chunk);
  std::size_t cut_one(std::size_t i);
  std::size_t cut_mark(std::size_t i);
  std::size_t cut_atom(std::size_t i);
  void cut_clitics(std::size_t begin, std::size_t end);
  void push(std::size_t begin, std::size_t end, TokenKind kind);
  void push_atom(std::size_t begin, std::size_t end);

  [[nodiscard]] std::size_t address_end(std::size_t i) const;
  [[nodiscard]] std::size_t email_end(std::size_t i) const;
  [[nodiscard]] std::size_t url_end(std::size_t i) const;
  [[nodiscard]] std::size_t domain_end(std::size_t i) const;
  [[nodiscard]] std::size_t path_end(std::size_t i) const;
  [[nodiscard]] std::size_t whole_end(std::size_t i) const;
  [[nodiscard]] std::size_t number_end(std::size_t i) const;
  // Does the character at i join what is before and after it?
  [[nodiscard]] bool joins(std::size_t begin, std::size_t i) const;
  [[nodiscard]] bool dot_joins(std::size_t begin, std::size_t i) const;
  [[nodiscard]] bool slash_joins(std::size_t begin, std::size_t i) const;
  [[nodiscard]] std::size_t tag_end(std::size_t i) const;
  [[nodiscard]] std::size_t bracket_end(std::size_t i) const;
  [[nodiscard]] bool keeps_dot(std::size_t begin, std::size_t dot) const;
  [[nodiscard]] std::size_t clitic_begin(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool may_take_clitic(std::size_t begin, std::size_t end) const;

  const WordClasses& classes_;
  const Lexicon* lexicon_;
  std::string_view chunk_;
  ChunkFollower follower_ = ChunkFollower::kOther;
  std::vector<Char> chars_;
  std::vector<Piece>* pieces_ = nullptr;
  bool has_at_ = false;
  bool has_dot_ = false;
  bool has_letter_hyphen_ = false;
};

}  // namespace limpide
