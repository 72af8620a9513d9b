#include "analyzer/readers/odt/styles.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "analyzer/readers/office/xml_part.h"

namespace limpide::odf {
namespace {

Toggle on_when(bool condition) { return condition ? Toggle::kOn : Toggle::kOff; }

void merge(Toggle& into, Toggle value) {
  if (value != Toggle::kUnset) into = value;
}

// A number with at most two decimals, and what follows it ("12.5pt").
float decimal(std::string_view text, std::string_view& unit) {
  const std::size_t dot = std::min(text.find('.'), text.size());
  const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  float value = static_cast<float>(whole_number(text.substr(0, dot), 0, 10000, 0));
  if (dot < end) {
    const std::string_view decimals = text.substr(dot + 1, std::min<std::size_t>(2, end - dot - 1));
    const float scale = decimals.size() == 1 ? 10.0F : 100.0F;
    value += static_cast<float>(whole_number(decimals, 0, 99, 0)) / scale;
  }
  unit = text.substr(end);
  return value;
}

void read_size(std::string_view text, TextProperties& properties) {
  std::string_view unit;
  const float value = decimal(text, unit);
  if (unit == "pt")
    properties.size_points = value;
  else if (unit == "%")
    properties.size_factor = value / 100;
  else if (unit == "cm")
    properties.size_points = value * 28.346F;
  else if (unit == "mm")
    properties.size_points = value * 2.8346F;
  else if (unit == "in")
    properties.size_points = value * 72;
}

std::int32_t colour_of(std::string_view value) {
  std::int32_t colour = -1;
  if (value.size() != 7 || value[0] != '#') return -1;
  const auto [end, error] = std::from_chars(value.data() + 1, value.data() + 7, colour, 16);
  return error == std::errc{} && end == value.data() + 7 ? colour : -1;
}

Alignment alignment_of(std::string_view value) {
  if (value == "start" || value == "left") return Alignment::kStart;
  if (value == "end" || value == "right") return Alignment::kEnd;
  if (value == "center") return Alignment::kCenter;
  if (value == "justify") return Alignment::kJustify;
  return Alignment::kUnknown;
}

StyleRole role_of(std::string_view name) {
  if (name == "Title") return StyleRole::kTitle;
  if (name == "Subtitle") return StyleRole::kSubtitle;
  if (name == "Caption" || name == "caption") return StyleRole::kCaption;
  if (name == "Quotations" || name == "Quote") return StyleRole::kQuote;
  if (name == "Preformatted_20_Text") return StyleRole::kCode;
  return StyleRole::kNone;
}

std::string key_of(std::string_view family, std::string_view name) {
  return std::string(family) + "/" + std::string(name);
}

std::string unquoted(std::string_view family) {
  if (family.size() >= 2 && (family[0] == '\'' || family[0] == '"')) {
    family = family.substr(1, family.size() - 2);
  }
  return std::string(family);
}

std::string language_of(std::string_view language, std::string_view country) {
  if (language.empty() || language == "zxx" || language == "none") return {};
  std::string tag(language);
  if (!country.empty() && country != "none") tag.append("-").append(country);
  return tag;
}

void inherit(Style& style, const Style& parent) {
  TextProperties text = parent.text;
  merge(text, style.text);
  style.text = std::move(text);
  if (style.alignment == Alignment::kUnknown) style.alignment = parent.alignment;
  if (style.role == StyleRole::kNone) style.role = parent.role;
  if (style.outline < 0) style.outline = parent.outline;
}

}  // namespace

void merge(TextProperties& into, const TextProperties& from) {
  merge(into.bold, from.bold);
  merge(into.italic, from.italic);
  merge(into.underline, from.underline);
  merge(into.strike, from.strike);
  merge(into.capitals, from.capitals);
  merge(into.small_capitals, from.small_capitals);
  merge(into.hidden, from.hidden);
  if (from.size_points > 0)
    into.size_points = from.size_points;
  else if (from.size_factor > 0)
    into.size_points *= from.size_factor;
  if (from.colour >= 0) into.colour = from.colour;
  if (!from.font.empty()) into.font = from.font;
  if (!from.language.empty()) into.language = from.language;
}

TextProperties StyleSheet::read_text(pugi::xml_node node) const {
  TextProperties properties;
  for (const pugi::xml_attribute entry : node.attributes()) {
    const std::string_view name = entry.name();
    const std::string_view value = entry.value();
    if (name == "fo:font-weight") {
      properties.bold = on_when(value == "bold" || whole_number(value, 0, 1000, 0) >= 600);
    } else if (name == "fo:font-style") {
      properties.italic = on_when(value == "italic" || value == "oblique");
    } else if (name == "style:text-underline-style") {
      properties.underline = on_when(value != "none");
    } else if (name == "style:text-line-through-style" || name == "style:text-line-through-type") {
      properties.strike = on_when(value != "none");
    } else if (name == "fo:text-transform") {
      properties.capitals = on_when(value == "uppercase");
    } else if (name == "fo:font-variant") {
      properties.small_capitals = on_when(value == "small-caps");
    } else if (name == "text:display") {
      properties.hidden = on_when(value == "none");
    } else if (name == "fo:font-size") {
      read_size(value, properties);
    } else if (name == "fo:color") {
      properties.colour = colour_of(value);
    } else if (name == "fo:font-family") {
      properties.font = unquoted(value);
    } else if (name == "style:font-name") {
      const auto found = fonts_.find(std::string(value));
      properties.font = found == fonts_.end() ? std::string(value) : found->second;
    } else if (name == "fo:language") {
      properties.language = language_of(value, attribute(node, "fo:country"));
    }
  }
  return properties;
}

void StyleSheet::add_style(pugi::xml_node node) {
  const std::string_view family = attribute(node, "style:family");
  const bool is_default = name_of(node) == "style:default-style";
  if (is_default && family != "paragraph") return;
  Style style;
  const std::string_view name = attribute(node, "style:name");
  style.key = key_of(family, name);
  const std::string_view parent = attribute(node, "style:parent-style-name");
  if (!parent.empty()) style.parent = key_of(family, parent);
  style.role = role_of(name);
  style.text = read_text(node.child("style:text-properties"));
  style.alignment =
      alignment_of(attribute(node.child("style:paragraph-properties"), "fo:text-align"));
  style.outline = whole_number(attribute(node, "style:default-outline-level"), 0, 9, -1);
  style.master_page = attribute(node, "style:master-page-name");
  if (is_default) {
    default_ = std::move(style);
    return;
  }
  const auto [found, is_new] = index_.emplace(style.key, styles_.size());
  if (is_new)
    styles_.push_back(std::move(style));
  else
    styles_[found->second] = std::move(style);
}

void StyleSheet::add_list(pugi::xml_node node) {
  ListLevels levels;
  for (const pugi::xml_node child : node.children()) {
    const int index = whole_number(attribute(child, "text:level"), 0, 11, 0) - 1;
    if (index < 0 || index > 9) continue;
    ListLevel& level = levels[static_cast<std::size_t>(index)];
    const std::string_view name = name_of(child);
    level.ordered = name == "text:list-level-style-number";
    const bool labelled = !attribute(child, "style:num-format").empty() ||
                          !attribute(child, "style:num-prefix").empty() ||
                          !attribute(child, "style:num-suffix").empty();
    level.shown = !level.ordered || labelled;
    if (level.ordered) level.ordered = !attribute(child, "style:num-format").empty();
  }
  lists_[std::string(attribute(node, "style:name"))] = levels;
}

void StyleSheet::add(pugi::xml_node root) {
  for (const pugi::xml_node face :
       root.child("office:font-face-decls").children("style:font-face")) {
    fonts_[std::string(attribute(face, "style:name"))] =
        unquoted(attribute(face, "svg:font-family"));
  }
  for (const char* group : {"office:styles", "office:automatic-styles"}) {
    for (const pugi::xml_node node : root.child(group).children()) {
      const std::string_view name = name_of(node);
      if (name == "style:style" || name == "style:default-style")
        add_style(node);
      else if (name == "text:list-style")
        add_list(node);
    }
  }
}

void StyleSheet::resolve() {
  enum class State : std::uint8_t { kNew, kOpen, kDone };
  std::vector<State> states(styles_.size(), State::kNew);
  std::vector<std::size_t> way;
  const auto parent_of = [this](std::size_t at) {
    const auto found = index_.find(styles_[at].parent);
    return found == index_.end() ? styles_.size() : found->second;
  };
  for (std::size_t start = 0; start < styles_.size(); ++start) {
    for (std::size_t at = start; at < styles_.size() && states[at] == State::kNew;
         at = parent_of(at)) {
      states[at] = State::kOpen;
      way.push_back(at);
    }
    while (!way.empty()) {
      const std::size_t at = way.back();
      const std::size_t parent = parent_of(at);
      const bool has_parent = parent < styles_.size() && states[parent] == State::kDone;
      const bool paragraph = styles_[at].key.compare(0, 10, "paragraph/") == 0;
      if (has_parent)
        inherit(styles_[at], styles_[parent]);
      else if (paragraph)
        inherit(styles_[at], default_);
      states[at] = State::kDone;
      way.pop_back();
    }
  }
}

const Style* StyleSheet::find(std::string_view family, std::string_view name) const {
  if (name.empty()) return nullptr;
  const auto found = index_.find(key_of(family, name));
  return found == index_.end() ? nullptr : &styles_[found->second];
}

ListLevel StyleSheet::list_level(std::string_view list_style, int level) const {
  const auto found = lists_.find(std::string(list_style));
  if (found == lists_.end() || level < 1 || level > 10) return {};
  return found->second[static_cast<std::size_t>(level - 1)];
}

bool StyleSheet::uses_master_page(std::string_view name) const {
  return std::any_of(styles_.begin(), styles_.end(),
                     [name](const Style& style) { return style.master_page == name; });
}

}  // namespace limpide::odf
