// The few CSS declarations that change what a reader sees of a text. In: the value of a style
// attribute, or of <font> attributes. Out: the look, the alignment, hidden or not. Refuses: style
// sheets; only what stands on the element is read.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/document/document.h"

namespace limpide {

struct InlineStyle {
  Run look;          // starts as the look of the parent
  std::string font;  // first family, "" when not set
  Alignment alignment = Alignment::kUnknown;
  bool hidden = false;
};

// `style.look` holds the parent's look on entry; declarations change it.
void apply_style(std::string_view declarations, InlineStyle& style);
// -1 when the value is not a plain colour: "#rgb", "#rrggbb", "rgb(1, 2, 3)", common names.
[[nodiscard]] std::int32_t parse_colour(std::string_view value);
[[nodiscard]] Alignment parse_alignment(std::string_view value);

}  // namespace limpide
