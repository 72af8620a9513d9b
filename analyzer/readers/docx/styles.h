// Styles of a docx with what they inherit. In: styles.xml and the theme. Out: for a paragraph and
// a run, the properties that Word would use. Refuses: cycles of basedOn (cut at the first style
// met twice).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

#include "analyzer/document/document.h"

namespace limpide {

enum class Toggle : std::int8_t { kUnset, kOff, kOn };

struct RunProperties {
  Toggle bold = Toggle::kUnset;
  Toggle italic = Toggle::kUnset;
  Toggle strike = Toggle::kUnset;
  Toggle capitals = Toggle::kUnset;        // w:caps
  Toggle small_capitals = Toggle::kUnset;  // w:smallCaps
  Toggle hidden = Toggle::kUnset;          // w:vanish
  Toggle underline = Toggle::kUnset;
  float size_points = 0;     // 0: unset
  std::int32_t colour = -2;  // -1: automatic, -2: unset
  std::string font;
  std::string language;
};

struct ParagraphProperties {
  int outline = -1;          // 0 to 8 are headings, 9 is body text, -1 unset
  int numbering = -1;        // w:numId, 0 is none, -1 unset
  int numbering_level = -1;  // w:ilvl from 0, -1 unset
  Alignment alignment = Alignment::kUnknown;
};

// What a style is for, by its built-in name.
enum class StyleRole : std::uint8_t { kNone, kTitle, kSubtitle, kCaption, kQuote, kCode };

struct Style {
  std::string id;
  std::string based_on;
  StyleRole role = StyleRole::kNone;
  bool paragraph_style = false;
  RunProperties run;
  ParagraphProperties paragraph;
  int numbered_by = -1;  // the style that gave `numbering`, an index, or -1
};

class StyleSheet {
 public:
  StyleSheet() = default;
  // Both may be null nodes.
  static StyleSheet load(pugi::xml_node styles, pugi::xml_node theme);

  // Index of the style, the default paragraph style for an unknown id, -1 without any.
  [[nodiscard]] int paragraph_style(std::string_view id) const;
  [[nodiscard]] const Style* style(int index) const;
  [[nodiscard]] const std::string& theme_font(std::string_view name) const;

  // Properties of a run: defaults, paragraph style, character style, direct. `direct` may be null.
  [[nodiscard]] RunProperties run(int paragraph_style, pugi::xml_node direct) const;
  // Properties of a paragraph: style, then direct. `direct` may be null.
  [[nodiscard]] ParagraphProperties paragraph(int paragraph_style, pugi::xml_node direct) const;
  [[nodiscard]] const RunProperties& defaults() const { return defaults_; }

 private:
  [[nodiscard]] int find(std::string_view id) const;
  void resolve_all();

  RunProperties defaults_;
  std::vector<Style> styles_;
  std::unordered_map<std::string, int> index_;
  int default_paragraph_ = -1;
  std::string major_font_;
  std::string minor_font_;
};

}  // namespace limpide
