// Styles of an odt with what they inherit. In: styles.xml and the automatic styles of a part.
// Out: the properties of a paragraph or span style, and what a list level shows. Refuses: cycles
// of parents (cut at the first style met twice).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

#include "analyzer/document/document.h"

namespace limpide::odf {

enum class Toggle : std::int8_t { kUnset, kOff, kOn };

struct TextProperties {
  Toggle bold = Toggle::kUnset;
  Toggle italic = Toggle::kUnset;
  Toggle underline = Toggle::kUnset;
  Toggle strike = Toggle::kUnset;
  Toggle capitals = Toggle::kUnset;        // fo:text-transform
  Toggle small_capitals = Toggle::kUnset;  // fo:font-variant
  Toggle hidden = Toggle::kUnset;          // text:display
  float size_points = 0;                   // 0: unset
  float size_factor = 0;                   // of the parent's size, 0: unset
  std::int32_t colour = -1;                // -1: unset or automatic
  std::string font;
  std::string language;  // BCP 47
};

enum class StyleRole : std::uint8_t { kNone, kTitle, kSubtitle, kCaption, kQuote, kCode };

struct Style {
  std::string key;  // family and name
  std::string parent;
  StyleRole role = StyleRole::kNone;
  TextProperties text;
  Alignment alignment = Alignment::kUnknown;
  int outline = -1;  // heading level from 1, 0 none, -1 unset
  std::string master_page;
};

struct ListLevel {
  bool shown = true;
  bool ordered = false;
};
using ListLevels = std::array<ListLevel, 10>;

// Later values win. Used to lay a span over its paragraph.
void merge(TextProperties& into, const TextProperties& from);

class StyleSheet {
 public:
  StyleSheet() = default;
  // Adds the styles of one part: office:styles, office:automatic-styles, office:font-face-decls.
  // A name given again replaces the earlier one (automatic styles of content.xml win).
  void add(pugi::xml_node part_root);
  void resolve();  // after the last add, before any query

  // Null for an unknown name. `family`: "paragraph" or "text".
  [[nodiscard]] const Style* find(std::string_view family, std::string_view name) const;
  // What holds without a style.
  [[nodiscard]] const Style& paragraph_default() const { return default_; }
  [[nodiscard]] ListLevel list_level(std::string_view list_style, int level) const;  // from 1
  // Master pages that styles ask for.
  [[nodiscard]] bool uses_master_page(std::string_view name) const;

 private:
  void add_style(pugi::xml_node node);
  void add_list(pugi::xml_node node);
  [[nodiscard]] TextProperties read_text(pugi::xml_node node) const;

  Style default_;
  std::vector<Style> styles_;
  std::unordered_map<std::string, std::size_t> index_;
  std::unordered_map<std::string, ListLevels> lists_;
  std::unordered_map<std::string, std::string> fonts_;  // style:name -> svg:font-family
};

}  // namespace limpide::odf
