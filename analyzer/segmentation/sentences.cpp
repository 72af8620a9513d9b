#include "analyzer/segmentation/sentences.h"

#include "analyzer/base/utf8.h"
#include "analyzer/segmentation/characters.h"

namespace limpide {
namespace {

enum class Stop : std::uint8_t { kNone, kDot, kMark, kEllipsis, kAbbreviation };

// A number, a letter or a Roman figure may open a heading: "1.", "IV.", "A."
constexpr std::size_t kHeadingTokens = 3;

class Splitter {
 public:
  Splitter(const TokenStream& stream, const std::vector<ProtectedSpan>& spans,
           const Lexicon* lexicon)
      : stream_(stream), spans_(spans), lexicon_(lexicon) {}

  void run(std::uint32_t block, std::size_t begin, std::size_t end, std::vector<Sentence>& out) {
    start_ = begin;
    end_ = end;
    open_bracket_ = false;
    for (std::size_t i = begin; i < end;) {
      if (stream_.key(i) == "(") open_bracket_ = true;
      if (stream_.key(i) == ")") open_bracket_ = false;
      if (i > start_ && starts_unit(i)) close(i, block, out);
      std::size_t next = i + 1;
      if (const Stop stop = stop_at(i); stop != Stop::kNone) {
        const std::size_t after = after_closers(i + 1);
        if (after < end && !stream_.starts_line(after) && !inside_span(after) &&
            breaks(stop, i, after)) {
          close(after, block, out);
        }
        next = after;
      }
      i = next;
    }
    if (start_ < end) close(end, block, out);
  }

 private:
  void close(std::size_t end, std::uint32_t block, std::vector<Sentence>& out) {
    out.push_back({static_cast<std::uint32_t>(start_), static_cast<std::uint32_t>(end), block});
    start_ = end;
    open_bracket_ = false;
  }

  [[nodiscard]] char32_t first_char(std::size_t i) const {
    return decode_at(stream_.text, stream_.tokens[i].span.begin).code_point;
  }

  [[nodiscard]] bool starts_unit(std::size_t i) const {
    if ((stream_.marks[i] & kLineStart) != 0) return true;
    return (stream_.marks[i] & kSoftLineStart) != 0 && is_bullet(i);
  }

  // A dash, dot or box that opens a list item on its line.
  [[nodiscard]] bool is_bullet(std::size_t i) const {
    if (stream_.tokens[i].kind == TokenKind::kNumber || i + 1 >= end_ ||
        stream_.tokens[i].span.size() > 3 || !stream_.tokens[i + 1].space_before) {
      return false;
    }
    const char32_t c = first_char(i);
    return is_dash(c) || c == U'*' || c == 0x2022 || c == 0x00B7 || c == 0x25AA || c == 0x25CF ||
           (c >= 0x2610 && c <= 0x2612) || c == 0x25A1 || (c >= 0xE000 && c <= 0xF8FF) ||
           c == 0x27A2 || c == 0x2192;
  }

  static bool is_dash(char32_t c) { return c == U'-' || c == 0x2013 || c == 0x2014; }

  [[nodiscard]] Stop stop_at(std::size_t i) const {
    const Span span = stream_.tokens[i].span;
    const char last = stream_.text[span.end - 1];
    if (last == '!' || last == '?') {
      return stream_.tokens[i].kind == TokenKind::kPunctuation ? Stop::kMark : Stop::kNone;
    }
    if (last == '.') {
      if (stream_.tokens[i].kind == TokenKind::kWord) return Stop::kAbbreviation;
      if (stream_.tokens[i].kind == TokenKind::kNumber) return Stop::kNone;
      return span.size() == 1 ? Stop::kDot : Stop::kEllipsis;
    }
    if (static_cast<unsigned char>(last) == 0xA6 && span.size() >= 3 && first_char(i) == 0x2026) {
      return Stop::kEllipsis;
    }
    return Stop::kNone;
  }

  // Closing quotes and brackets, and further marks, belong to the sentence they close.
  [[nodiscard]] std::size_t after_closers(std::size_t i) const {
    while (i < end_ && !stream_.starts_line(i)) {
      const char32_t c = first_char(i);
      const bool mark =
          stop_at(i) == Stop::kMark || stop_at(i) == Stop::kEllipsis || stop_at(i) == Stop::kDot;
      const bool touching = !stream_.tokens[i].space_before;
      const bool closes = c == 0xBB || c == 0x201D || c == 0x203A ||
                          (touching && (is_closer(c) || c == U'"' || c == U'\'' || c == 0x2019));
      const bool run = mark && (touching || c == U'!' || c == U'?');
      if (!closes && !run) break;
      ++i;
    }
    return i;
  }

  [[nodiscard]] bool inside_span(std::size_t i) {
    while (at_span_ < spans_.size() && spans_[at_span_].token_end <= i) ++at_span_;
    return at_span_ < spans_.size() && spans_[at_span_].first_token < i;
  }

  // The first token of what follows that is not an opening mark or a dash.
  [[nodiscard]] std::size_t first_word(std::size_t i, bool& dash) const {
    while (i < end_ && !stream_.starts_line(i)) {
      const char32_t c = first_char(i);
      const bool opener = is_opener(c) || c == U'"' || c == U'\'' || c == 0x2018 || c == 0x2022;
      if (!opener && !is_dash(c)) return i;
      if (stream_.tokens[i].kind != TokenKind::kPunctuation) return i;
      dash = dash || is_dash(c);
      ++i;
    }
    return end_;
  }

  [[nodiscard]] bool is_function_word(std::size_t i) const {
    if (lexicon_ == nullptr) return false;
    const FormId id = lexicon_->find(stream_.lower(i));
    if (id == kNoForm) return false;
    const LexicalTraits& traits = lexicon_->traits(id);
    return traits.may_be(Upos::kDet) || traits.may_be(Upos::kPron) || traits.may_be(Upos::kAdp) ||
           traits.may_be(Upos::kSconj) || traits.may_be(Upos::kCconj) || traits.may_be(Upos::kAdv);
  }

  // A full stop after a word of the language ends the sentence even when the next one lacks its
  // capital; after anything else it may be an abbreviation that no list names.
  [[nodiscard]] bool is_known_word(std::size_t i) const {
    const Form& form = stream_.forms[stream_.tokens[i].form];
    return i > start_ && form.lexicon != kNoForm && form.letters > 3 && !stream_.touches(i);
  }

  // "1 .", "IV .", "1er .": what stands before a dot at the start of a unit.
  [[nodiscard]] bool is_heading_number(std::size_t i) const {
    if (stream_.is_number(i)) return true;
    if (stream_.tokens[i].kind != TokenKind::kWord) return false;
    const std::string_view key = stream_.key(i);
    if (key.size() == 1) return true;
    for (const char c : key) {
      const bool roman = c == 'I' || c == 'V' || c == 'X' || c == '.' || (c >= '0' && c <= '9');
      if (!roman) return false;
    }
    return true;
  }

  [[nodiscard]] bool breaks(Stop stop, std::size_t at, std::size_t after) const {
    if (!stream_.tokens[after].space_before) return false;
    bool dash = false;
    const std::size_t word = first_word(after, dash);
    if (word >= end_) return false;
    const TokenKind kind = stream_.tokens[word].kind;
    const bool number = kind == TokenKind::kNumber;
    if (kind == TokenKind::kPunctuation && stop_at(word) == Stop::kNone) return false;
    if (kind == TokenKind::kPunctuation && after == word) return false;
    if (kind == TokenKind::kWord && is_lower(first_char(word))) {
      return stop == Stop::kDot && after == at + 1 && at > start_ &&
             (dash || is_known_word(at - 1));
    }
    const std::size_t before = at - start_;
    switch (stop) {
      case Stop::kDot:
        if (before == 1 && is_heading_number(at - 1)) return false;
        // "(PDF, 120. 5 Ko)": the point of a decimal number with a space behind it.
        if (open_bracket_ && number && before > 0 && stream_.is_number(at - 1) && word + 1 < end_ &&
            stream_.is(word + 1, WordClass::kUnit)) {
          return false;
        }
        return !(dash && before > 0 && before <= kHeadingTokens && is_heading_number(at - 1));
      case Stop::kMark:
        return true;
      case Stop::kEllipsis:
        return !number && before > 0 && !stream_.is(word, WordClass::kTitle);
      case Stop::kAbbreviation:
        return before > 0 && !number && abbreviation_ends(at, word);
      case Stop::kNone:
        break;
    }
    return false;
  }

  // Does the dot of an abbreviation also end the sentence that `word` follows?
  [[nodiscard]] bool abbreviation_ends(std::size_t at, std::size_t word) const {
    const ClassBits bits = stream_.bits_at(at);
    if (has_class(bits, WordClass::kTitle)) return false;
    const bool starter = stream_.is(word, WordClass::kStarter);
    const Form& form = stream_.forms[stream_.tokens[at].form];
    const bool listed = has_class(bits, WordClass::kAbbreviation);
    const bool initials = !listed && (form.letters == 1 || form.key.find('-') != std::string::npos);
    if (initials) return starter;
    if (starter || stream_.is(word, WordClass::kArticleWord)) return true;
    if (has_class(bits, WordClass::kSeries)) return true;
    return listed && is_function_word(word);
  }

  const TokenStream& stream_;
  const std::vector<ProtectedSpan>& spans_;
  const Lexicon* lexicon_;
  std::size_t at_span_ = 0;
  bool open_bracket_ = false;  // "(" without its ")" so far
  std::size_t start_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

std::vector<Sentence> split_sentences(const Document& document, const TokenStream& stream,
                                      const std::vector<ProtectedSpan>& spans,
                                      const Lexicon* lexicon) {
  std::vector<Sentence> sentences;
  Splitter splitter(stream, spans, lexicon);
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    if (document.blocks[block].kind == BlockKind::kCode) continue;
    splitter.run(static_cast<std::uint32_t>(block), stream.block_tokens[block],
                 stream.block_tokens[block + 1], sentences);
  }
  return sentences;
}

}  // namespace limpide
