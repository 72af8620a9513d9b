// Sentences, tokens, words and protected spans of a document: plain values. In: nothing. Out:
// parallel arrays, indices and byte spans. Refuses: meaning; roles of blocks are in structure/,
// parts of speech in tagging/.
//
// A token is a surface unit of Universal Dependencies; a word is a syntactic unit. They are the
// same but for contractions: the token "du" has the words "de" and "le".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/base/span.h"
#include "analyzer/lexicon/lexicon.h"

namespace limpide {

enum class TokenKind : std::uint8_t {
  kWord,         // has a letter
  kNumber,       // "12", "10 000", "12,5", "1er", "14h30"
  kPunctuation,  // one mark or a run of the same: "...", "!!"
  kSymbol,       // the euro sign, "%", the section sign, "+"
  kOther,        // anything else that is not space
};

// How a word is written.
enum class Casing : std::uint8_t { kNone, kLower, kCapitalized, kUpper, kMixed };

// One entry a distinct written form of the document, so that look-ups are made once. `key` is
// folded: NFC, straight apostrophe, no soft hyphen, no ligature of letters (fi), case as written.
struct Form {
  std::string key;
  std::string lower;         // key in lower case
  FormId lexicon = kNoForm;  // find_any_case(key)
  Casing casing = Casing::kNone;
  std::uint16_t letters = 0;  // letters in key
  std::uint32_t count = 0;    // tokens of the document that have this form
};

using FormIndex = std::uint32_t;  // into Segmentation::forms

struct Token {
  Span span;  // bytes of Document::text
  FormIndex form = 0;
  std::uint32_t first_word = 0;  // into Segmentation::words; a token has one word or more
  TokenKind kind = TokenKind::kWord;
  bool space_before = false;  // a space, tab, break or block border stands before it
};

struct Word {
  std::uint32_t token = 0;  // into Segmentation::tokens
  FormIndex form = 0;       // of the word itself: "de", "le" for "du"
};

enum class ProtectedKind : std::uint8_t {
  kDate,
  kTime,
  kAmount,
  kPercentage,
  kPhone,
  kEmail,
  kUrl,
  kIban,
  kNir,
  kPostalCode,
  kLawReference,
  kFormNumber,
  kCaseNumber,
  kNumber,
  kMergeField,
};
[[nodiscard]] const char* protected_kind_name(ProtectedKind kind);  // "date", "law-reference", ...

// A unit that no sentence break enters and that rewrites keep whole. Sorted, never overlapping.
struct ProtectedSpan {
  ProtectedKind kind = ProtectedKind::kDate;
  std::uint32_t first_token = 0;
  std::uint32_t token_end = 0;  // one past the last
};

struct Sentence {
  std::uint32_t first_token = 0;
  std::uint32_t token_end = 0;  // one past the last
  std::uint32_t block = 0;      // into Document::blocks; a sentence never crosses a block
};

struct SentenceRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;  // one past the last
};

struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;  // one past the last
};

struct Segmentation {
  std::vector<Form> forms;
  std::vector<Token> tokens;
  std::vector<Word> words;
  std::vector<Sentence> sentences;
  std::vector<ProtectedSpan> protected_spans;
};

// Span of text from the sentence's first token to its last. REQUIRES: a sentence of this value.
[[nodiscard]] Span sentence_span(const Segmentation& segmentation, const Sentence& sentence);
[[nodiscard]] Span protected_text(const Segmentation& segmentation, const ProtectedSpan& span);

}  // namespace limpide
