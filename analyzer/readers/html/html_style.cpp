#include "analyzer/readers/html/html_style.h"

#include <algorithm>
#include <array>
#include <utility>

namespace limpide {
namespace {

constexpr std::size_t kLongestStyle = 4096;  // bytes; more is not read

std::string lowered_trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  std::string copy(text.substr(first, last - first + 1));
  for (char& byte : copy) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
  }
  return copy;
}

int hex_digit(char byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  return -1;
}

std::int32_t hex_colour(std::string_view digits) {
  if (digits.size() != 3 && digits.size() != 6) return -1;
  std::int32_t colour = 0;
  for (const char byte : digits) {
    const int value = hex_digit(byte);
    if (value < 0) return -1;
    colour = colour * 16 + value;
    if (digits.size() == 3) colour = colour * 16 + value;
  }
  return colour;
}

// The whole numbers of "rgb(12, 34, 56)", at most 255 each.
std::int32_t rgb_colour(std::string_view value) {
  std::int32_t colour = 0;
  int numbers = 0;
  for (std::size_t i = 0; i < value.size() && numbers < 3;) {
    if (value[i] < '0' || value[i] > '9') {
      ++i;
      continue;
    }
    std::int32_t number = 0;
    for (; i < value.size() && value[i] >= '0' && value[i] <= '9'; ++i) {
      number = std::min(number * 10 + (value[i] - '0'), 255);
    }
    colour = colour * 256 + number;
    ++numbers;
  }
  return numbers == 3 ? colour : -1;
}

// "12px", "9.5pt": points, 0 when the unit is relative.
float size_in_points(std::string_view value) {
  float number = 0;
  float scale = 1;
  std::size_t i = 0;
  bool fraction = false;
  for (; i < value.size() && i < 8; ++i) {
    if (value[i] == '.' && !fraction) {
      fraction = true;
      continue;
    }
    if (value[i] < '0' || value[i] > '9') break;
    number = number * 10 + static_cast<float>(value[i] - '0');
    if (fraction) scale *= 10;
  }
  const std::string_view unit = value.substr(i, 2);
  if (unit == "pt") return number / scale;
  if (unit == "px") return number / scale * 0.75F;
  return 0;
}

bool is_bold(std::string_view value) {
  return value == "bold" || value == "bolder" || value == "600" || value == "700" ||
         value == "800" || value == "900";
}

void apply(std::string_view property, const std::string& value, InlineStyle& style) {
  if (property == "color")
    style.look.colour = parse_colour(value);
  else if (property == "font-weight")
    style.look.bold = is_bold(value);
  else if (property == "font-style")
    style.look.italic = value == "italic" || value == "oblique";
  else if (property == "text-transform")
    style.look.capitals = value == "uppercase";
  else if (property == "text-align")
    style.alignment = parse_alignment(value);
  else if (property == "display")
    style.hidden = style.hidden || value == "none";
  else if (property == "visibility")
    style.hidden = style.hidden || value == "hidden";
  else if (property == "font-size") {
    const float points = size_in_points(value);
    if (points > 0) style.look.size_points = points;
  } else if (property == "text-decoration" || property == "text-decoration-line") {
    style.look.underline = value.find("underline") != std::string::npos;
    style.look.strike = value.find("line-through") != std::string::npos;
  } else if (property == "font-family") {
    std::string family = value.substr(0, value.find(','));
    family.erase(std::remove_if(family.begin(), family.end(),
                                [](char byte) { return byte == '"' || byte == '\''; }),
                 family.end());
    style.font = lowered_trimmed(family);
  }
}

}  // namespace

std::int32_t parse_colour(std::string_view value) {
  constexpr std::array<std::pair<std::string_view, std::int32_t>, 14> kNames = {
      {{"black", 0x000000},
       {"white", 0xFFFFFF},
       {"red", 0xFF0000},
       {"green", 0x008000},
       {"blue", 0x0000FF},
       {"gray", 0x808080},
       {"grey", 0x808080},
       {"yellow", 0xFFFF00},
       {"orange", 0xFFA500},
       {"navy", 0x000080},
       {"silver", 0xC0C0C0},
       {"maroon", 0x800000},
       {"purple", 0x800080},
       {"lightgray", 0xD3D3D3}}};
  const std::string text = lowered_trimmed(value.substr(0, 64));
  if (text.empty()) return -1;
  if (text[0] == '#') return hex_colour(std::string_view(text).substr(1));
  if (text.substr(0, 3) == "rgb") return rgb_colour(text);
  for (const auto& [name, colour] : kNames) {
    if (text == name) return colour;
  }
  return -1;
}

Alignment parse_alignment(std::string_view value) {
  const std::string text = lowered_trimmed(value.substr(0, 32));
  if (text == "left" || text == "start") return Alignment::kStart;
  if (text == "right" || text == "end") return Alignment::kEnd;
  if (text == "center") return Alignment::kCenter;
  if (text == "justify") return Alignment::kJustify;
  return Alignment::kUnknown;
}

void apply_style(std::string_view declarations, InlineStyle& style) {
  declarations = declarations.substr(0, kLongestStyle);
  while (!declarations.empty()) {
    const std::size_t end = std::min(declarations.find(';'), declarations.size());
    const std::string_view one = declarations.substr(0, end);
    const std::size_t colon = one.find(':');
    if (colon != std::string_view::npos) {
      std::string value = lowered_trimmed(one.substr(colon + 1));
      const std::size_t important = value.find("!important");
      if (important != std::string::npos) value = lowered_trimmed(value.substr(0, important));
      apply(lowered_trimmed(one.substr(0, colon)), value, style);
    }
    declarations.remove_prefix(std::min(end + 1, declarations.size()));
  }
}

}  // namespace limpide
