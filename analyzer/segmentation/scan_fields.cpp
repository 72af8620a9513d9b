// Merge fields typed as text: {{ nom }}, ${nom}, [NOM], <NOM>, tight French quotes.
#include "analyzer/segmentation/scanners.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxFieldTokens = 8;
constexpr std::string_view kLeftQuote = "\xC2\xAB";
constexpr std::string_view kRightQuote = "\xC2\xBB";

bool is_name(const TokenStream& stream, std::size_t i) {
  return i < stream.size() && stream.tokens[i].kind == TokenKind::kWord;
}

bool is_capital_name(const TokenStream& stream, std::size_t i) {
  if (!is_name(stream, i)) return false;
  const Form& form = stream.forms[stream.tokens[i].form];
  return form.casing == Casing::kUpper && form.letters >= 2;
}

// The closing token within reach on the same line, or `from` when there is none.
std::size_t closing(const TokenStream& stream, std::size_t from, std::string_view close) {
  std::size_t at = from + 1;
  while (at - from <= kMaxFieldTokens && stream.follows(at)) {
    if (stream.key(at) == close) return at;
    ++at;
  }
  return from;
}

// A field name in French quotes: no space inside, a capital or a low line.
std::size_t quoted_end(const TokenStream& stream, std::size_t i) {
  if (!stream.touches(i + 1) || !stream.touches(i + 2) || stream.key(i + 2) != kRightQuote) {
    return i;
  }
  const std::string_view key = stream.key(i + 1);
  const bool low_line = key.find('_') != std::string_view::npos;
  const bool capital =
      is_name(stream, i + 1) && stream.forms[stream.tokens[i + 1].form].casing != Casing::kLower;
  if (!low_line && !capital) return i;
  return stream.is(i + 1, WordClass::kNotField) ? i : i + 3;
}

// [NOM], <NOM>, [NOM DU DESTINATAIRE]
std::size_t capitals_end(const TokenStream& stream, std::size_t i, std::string_view close) {
  const std::size_t end = closing(stream, i, close);
  if (end == i || end == i + 1) return i;
  for (std::size_t at = i + 1; at < end; ++at) {
    const bool joiner = stream.key(at) == "_" || stream.key(at) == "-";
    if (!is_capital_name(stream, at) && !joiner) return i;
  }
  return end + 1;
}

}  // namespace

std::size_t scan_merge_field(const TokenStream& stream, std::size_t i) {
  const std::string_view key = stream.key(i);
  if (key == kLeftQuote) return quoted_end(stream, i);
  if (key == "[") return capitals_end(stream, i, "]");
  if (key == "<") return capitals_end(stream, i, ">");
  if (key == "{{") {
    const std::size_t end = closing(stream, i, "}}");
    return end > i + 1 ? end + 1 : i;
  }
  if (key == "$" && stream.touches(i + 1) && stream.key(i + 1) == "{") {
    const std::size_t end = closing(stream, i + 1, "}");
    return end > i + 2 ? end + 1 : i;
  }
  return i;
}

}  // namespace limpide
