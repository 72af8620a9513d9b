// The page that the terminal writers share. In: lines of text, styles. Out: text with indentation,
// wrapping and colour. Refuses: text that is not fit to be shown: raw() and styled() want what has
// passed visible_line().
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/visible.h"

namespace limpide {

inline constexpr const char* kBold = "1";
inline constexpr const char* kDim = "2";

inline std::string repeated(char32_t code_point, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) append_utf8(text, code_point);
  return text;
}

// Lines of the output: indentation, wrapping and colour in one place.
class Sheet {
 public:
  Sheet(bool colour, std::size_t width) : colour_(colour), width_(width) {}

  // Everything that reaches the sheet without a style code of ours has passed visible_line().
  [[nodiscard]] std::string styled(std::string_view text, const char* style) const {
    if (!colour_) return std::string(text);
    return std::string("\x1b[") + style + "m" + std::string(text) + "\x1b[0m";
  }
  void raw(std::size_t indent, const std::string& line) {
    out_.append(indent, ' ').append(line).push_back('\n');
  }
  void blank() { out_.push_back('\n'); }
  // A text of any length; lines after the first are indented by `hanging` more.
  void paragraph(std::size_t indent, std::string_view text, const char* style = nullptr,
                 std::size_t hanging = 0) {
    const std::vector<std::string> lines = wrapped(visible_line(text), width_ - indent - hanging);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      raw(indent + (i > 0 ? hanging : 0), style == nullptr ? lines[i] : styled(lines[i], style));
    }
  }
  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] bool colour() const { return colour_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  bool colour_;
  std::size_t width_;
  std::string out_;
};

}  // namespace limpide
