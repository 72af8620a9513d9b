// A first look at HTML, in one pass without a tree. In: text. Out: whether it is HTML, the charset
// it declares, and whether the parser can take it. Refuses: nothing; it measures. The parser
// (gumbo) takes quadratic time on deep nesting and on unclosed formatting elements, so that both
// are bounded here before it sees a byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace limpide {

struct HtmlScan {
  std::size_t depth = 0;       // open elements at once, at least
  std::size_t formatting = 0;  // <b>, <font>... open at once
  std::size_t tags = 0;        // start and end tags
  std::size_t attributes = 0;  // most on one tag
  std::size_t work = 0;        // steps the parser will take, roughly
  std::size_t clones = 0;      // formatting elements it will open again
  bool has_controls = false;   // <input>, <select>, <textarea>, <button>
};

// Stops early once `depth_limit` is passed.
[[nodiscard]] HtmlScan scan_html(std::string_view html, std::size_t depth_limit);

// From <meta charset>, <meta http-equiv> or an XML declaration; "" when nothing is declared.
[[nodiscard]] std::string declared_charset(std::string_view html);

// 0 to 100: a doctype or <html>, tags that make a fragment, or nothing of that.
[[nodiscard]] int html_confidence(std::string_view text);

}  // namespace limpide
