// "Nous emettrons un titre executoire." -> the same, then "<< Titre executoire >> : document
// officiel qui ...". In: Operation::texts holds the word of law as a dictionary prints it, then
// what it means. Out: one suggestion, to be read, that changes no word of the writer: what the word
// means, in a paragraph of its own behind the word's. Refuses: items, headings, paragraphs that do
// not end on a full stop or leave brackets open; meanings with figures.
#include <algorithm>
#include <cctype>
#include <cstring>
#include <optional>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {
namespace {

constexpr const char* kOpenQuote = "\xC2\xAB\xC2\xA0";
constexpr const char* kCloseQuote = "\xC2\xA0\xC2\xBB";
constexpr const char* kColon = "\xC2\xA0: ";

// Not "...", which leaves the rest to the reader.
bool ends_sentence(const Analysis& analysis, std::uint32_t last) {
  const std::string& mark = form_of_token(analysis, last).key;
  if (last == 0 || (mark != "." && mark != "!" && mark != "?")) return false;
  return analysis.segmentation.tokens[last - 1].kind != TokenKind::kPunctuation ||
         form_of_token(analysis, last - 1).key == ")";
}

// Brackets or quotation marks that are still open behind the tokens.
bool is_left_open(const Analysis& analysis, TokenRange range) {
  int depth = 0;
  bool straight = false;
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    const std::string& mark = form_of_token(analysis, i).key;
    if (mark == "(" || mark == "[" || mark == "\xC2\xAB" || mark == "\xE2\x80\x9C") ++depth;
    if (mark == ")" || mark == "]" || mark == "\xC2\xBB" || mark == "\xE2\x80\x9D") --depth;
    if (mark == "\"") straight = !straight;
  }
  return depth != 0 || straight;
}

// An acronym is no reason to think so.
bool is_in_capitals(const Analysis& analysis, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    const Form& form = form_of_token(analysis, i);
    if (form.casing == Casing::kLower && form.letters > 1) return false;
  }
  return true;
}

// The token behind which the meaning stands: the last of the paragraph, and of the meanings that
// stand behind it already.
std::optional<std::uint32_t> place_of(const Analysis& analysis, std::uint32_t token) {
  const auto& sentences = analysis.segmentation.sentences;
  const std::uint32_t own = analysis.sentence_of_token[token];
  const std::uint32_t block = sentences[own].block;
  const BlockKind kind = analysis.document->blocks[block].kind;
  if (kind != BlockKind::kParagraph && kind != BlockKind::kTableCell) return std::nullopt;
  if (analysis.structure.blocks[block].role != Role::kBody) return std::nullopt;
  std::uint32_t first = own;
  std::uint32_t last = own;
  while (first > 0 && sentences[first - 1].block == block) --first;
  while (last + 1 < sentences.size() && sentences[last + 1].block == block) ++last;
  const TokenRange range{sentences[first].first_token, sentences[last].token_end};
  if (!ends_sentence(analysis, range.end - 1) || is_left_open(analysis, range) ||
      is_in_capitals(analysis, range)) {
    return std::nullopt;
  }
  while (last + 1 < sentences.size() && (sentences[last + 1].block == sentences[last].block ||
                                         is_explanation(analysis, sentences[last + 1].block))) {
    ++last;
  }
  const std::uint32_t end = sentences[last].token_end - 1;
  if (!ends_sentence(analysis, end)) return std::nullopt;
  return end;
}

// "Document officiel" goes on behind a colon, "CAF" stays in capitals.
std::string uncapitalized(const std::string& text) {
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  std::size_t next = end + 1;
  while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) ++next;
  const std::string second = text.substr(end, next - end);
  if (to_lower(second) != second) return text;
  return to_lower(text.substr(0, end)) + text.substr(end);
}

bool has_figure(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char byte) { return std::isdigit(byte) != 0; });
}

}  // namespace

bool is_explanation(const Analysis& analysis, std::uint32_t block) {
  const std::string_view text =
      slice(analysis.document->text, analysis.document->blocks[block].text);
  const std::string closing = std::string(kCloseQuote) + kColon;
  return text.substr(0, std::strlen(kOpenQuote)) == kOpenQuote &&
         text.find(closing) != std::string_view::npos;
}

std::vector<Suggestion> explanation_behind(const OperationInput& input, const std::string& word,
                                           const std::string& meaning) {
  if (word.empty() || meaning.empty() || has_figure(meaning)) return {};
  const std::optional<std::uint32_t> last = place_of(input.analysis, input.range.first);
  if (!last) return {};
  // The full stop is written again: a file keeps its look there.
  const Span stop = input.analysis.segmentation.tokens[*last].span;
  std::string text(slice(input.analysis.document->text, stop));
  text += kParagraphBreak;
  text += kOpenQuote + capitalized(word) + kCloseQuote + kColon + meaning;
  if (text.back() != '.') text += '.';
  return {{{{stop, std::move(text)}}, false}};
}

std::vector<Suggestion> explain_term(const OperationInput& input) {
  if (input.operation.texts.size() < 2) return {};
  const std::string& meaning = input.operation.texts[1];
  // "vous etes exonere": the meaning is that of a noun.
  const std::uint32_t word = input.analysis.segmentation.tokens[input.range.first].first_word;
  const bool verb = input.analysis.depth == Depth::kTrees &&
                    input.analysis.tagging.words[word].upos == Upos::kVerb &&
                    input.range.end == input.range.first + 1;
  if (meaning.empty() || verb) return {};
  return explanation_behind(input, input.operation.texts[0], uncapitalized(meaning));
}

}  // namespace limpide
