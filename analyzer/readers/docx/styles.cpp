#include "analyzer/readers/docx/styles.h"

#include <array>
#include <charconv>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/readers/office/xml_part.h"

namespace limpide {
namespace {

Toggle toggle(pugi::xml_node node) {
  return is_on(attribute(node, "w:val")) ? Toggle::kOn : Toggle::kOff;
}

std::int32_t colour_of(std::string_view value) {
  std::int32_t colour = -1;
  if (value.size() != 6) return -1;
  const auto [end, error] = std::from_chars(value.data(), value.data() + 6, colour, 16);
  return error == std::errc{} && end == value.data() + 6 ? colour : -1;
}

Alignment alignment_of(std::string_view value) {
  if (value == "left" || value == "start") return Alignment::kStart;
  if (value == "right" || value == "end") return Alignment::kEnd;
  if (value == "center") return Alignment::kCenter;
  if (value == "both" || value == "distribute") return Alignment::kJustify;
  return Alignment::kUnknown;
}

struct RoleName {
  std::string_view name;  // lower case
  StyleRole role;
};
constexpr std::array<RoleName, 9> kRoles = {{
    {"title", StyleRole::kTitle},
    {"subtitle", StyleRole::kSubtitle},
    {"caption", StyleRole::kCaption},
    {"quote", StyleRole::kQuote},
    {"intense quote", StyleRole::kQuote},
    {"block text", StyleRole::kQuote},
    {"html preformatted", StyleRole::kCode},
    {"macro", StyleRole::kCode},
    {"source code", StyleRole::kCode},
}};

StyleRole role_of(std::string_view lower_name) {
  for (const RoleName& entry : kRoles) {
    if (entry.name == lower_name) return entry.role;
  }
  return StyleRole::kNone;
}

// "heading 3" is a heading of that level even where the file leaves the outline level out.
int outline_of(std::string_view lower_name) {
  constexpr std::string_view kHeading = "heading ";
  if (lower_name.size() != kHeading.size() + 1 || lower_name.substr(0, 8) != kHeading) return -1;
  const char digit = lower_name.back();
  return digit >= '1' && digit <= '9' ? digit - '1' : -1;
}

void merge(Toggle& into, Toggle value) {
  if (value != Toggle::kUnset) into = value;
}

void merge(RunProperties& into, const RunProperties& from) {
  merge(into.bold, from.bold);
  merge(into.italic, from.italic);
  merge(into.strike, from.strike);
  merge(into.capitals, from.capitals);
  merge(into.small_capitals, from.small_capitals);
  merge(into.hidden, from.hidden);
  merge(into.underline, from.underline);
  if (from.size_points > 0) into.size_points = from.size_points;
  if (from.colour != -2) into.colour = from.colour;
  if (!from.font.empty()) into.font = from.font;
  if (!from.language.empty()) into.language = from.language;
}

void merge(ParagraphProperties& into, const ParagraphProperties& from) {
  if (from.outline >= 0) into.outline = from.outline;
  if (from.numbering >= 0) into.numbering = from.numbering;
  if (from.numbering_level >= 0) into.numbering_level = from.numbering_level;
  if (from.alignment != Alignment::kUnknown) into.alignment = from.alignment;
}

// Set in both the paragraph style and the character style, a toggle property is off again
// (ISO 29500-1, 17.7.3).
Toggle either(Toggle a, Toggle b) {
  if (a == Toggle::kUnset) return b;
  if (b == Toggle::kUnset) return a;
  return a == b ? Toggle::kOff : Toggle::kOn;
}

void combine_styles(RunProperties& into, const RunProperties& character) {
  RunProperties combined = into;
  merge(combined, character);
  combined.bold = either(into.bold, character.bold);
  combined.italic = either(into.italic, character.italic);
  combined.strike = either(into.strike, character.strike);
  combined.capitals = either(into.capitals, character.capitals);
  combined.small_capitals = either(into.small_capitals, character.small_capitals);
  combined.hidden = either(into.hidden, character.hidden);
  into = std::move(combined);
}

RunProperties read_run(pugi::xml_node node, const StyleSheet& sheet) {
  RunProperties run;
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = name_of(child);
    if (name == "w:b")
      run.bold = toggle(child);
    else if (name == "w:i")
      run.italic = toggle(child);
    else if (name == "w:strike" || name == "w:dstrike")
      run.strike = toggle(child);
    else if (name == "w:caps")
      run.capitals = toggle(child);
    else if (name == "w:smallCaps")
      run.small_capitals = toggle(child);
    else if (name == "w:vanish")
      run.hidden = toggle(child);
    else if (name == "w:u")
      run.underline = toggle(child);
    else if (name == "w:sz") {
      run.size_points = static_cast<float>(whole_number(attribute(child, "w:val"), 0, 4000, 0)) / 2;
    } else if (name == "w:color") {
      run.colour = colour_of(attribute(child, "w:val"));
    } else if (name == "w:rFonts") {
      run.font = attribute(child, "w:ascii");
      const std::string_view theme = attribute(child, "w:asciiTheme");
      if (!theme.empty() && !sheet.theme_font(theme).empty()) run.font = sheet.theme_font(theme);
    } else if (name == "w:lang") {
      run.language = attribute(child, "w:val");
      if (run.language == "x-none") run.language.clear();
    }
  }
  return run;
}

ParagraphProperties read_paragraph(pugi::xml_node node) {
  ParagraphProperties paragraph;
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = name_of(child);
    if (name == "w:outlineLvl") {
      paragraph.outline = whole_number(attribute(child, "w:val"), 0, 9, -1);
    } else if (name == "w:jc") {
      paragraph.alignment = alignment_of(attribute(child, "w:val"));
    } else if (name == "w:numPr") {
      const auto value = [child](const char* key) { return attribute(child.child(key), "w:val"); };
      paragraph.numbering = whole_number(value("w:numId"), 0, 1'000'000'000, -1);
      paragraph.numbering_level = whole_number(value("w:ilvl"), 0, 8, -1);
    }
  }
  return paragraph;
}

void inherit(Style& style, const Style& parent) {
  RunProperties run = parent.run;
  merge(run, style.run);
  style.run = std::move(run);
  if (style.paragraph.numbering < 0) style.numbered_by = parent.numbered_by;
  ParagraphProperties paragraph = parent.paragraph;
  merge(paragraph, style.paragraph);
  style.paragraph = paragraph;
  if (style.role == StyleRole::kNone) style.role = parent.role;
}

}  // namespace

StyleSheet StyleSheet::load(pugi::xml_node styles, pugi::xml_node theme) {
  StyleSheet sheet;
  const pugi::xml_node fonts = theme.child("a:themeElements").child("a:fontScheme");
  sheet.major_font_ = attribute(fonts.child("a:majorFont").child("a:latin"), "typeface");
  sheet.minor_font_ = attribute(fonts.child("a:minorFont").child("a:latin"), "typeface");
  const pugi::xml_node defaults = styles.child("w:docDefaults");
  sheet.defaults_ = read_run(defaults.child("w:rPrDefault").child("w:rPr"), sheet);
  for (const pugi::xml_node node : styles.children("w:style")) {
    Style style;
    style.id = attribute(node, "w:styleId");
    style.based_on = attribute(node.child("w:basedOn"), "w:val");
    style.paragraph_style = attribute(node, "w:type") == "paragraph";
    const std::string name = to_lower(attribute(node.child("w:name"), "w:val"));
    style.role = style.paragraph_style ? role_of(name) : StyleRole::kNone;
    style.run = read_run(node.child("w:rPr"), sheet);
    style.paragraph = read_paragraph(node.child("w:pPr"));
    if (style.paragraph.outline < 0) style.paragraph.outline = outline_of(name);
    const int index = static_cast<int>(sheet.styles_.size());
    if (style.paragraph.numbering >= 0) style.numbered_by = index;
    const bool is_default = is_on(attribute(node, "w:default")) && node.attribute("w:default");
    if (style.paragraph_style && is_default) sheet.default_paragraph_ = index;
    sheet.index_.emplace(style.id, index);
    sheet.styles_.push_back(std::move(style));
  }
  sheet.resolve_all();
  return sheet;
}

// Each style once, parents first; a style met again on its own way up has no parent.
void StyleSheet::resolve_all() {
  enum class State : std::uint8_t { kNew, kOpen, kDone };
  std::vector<State> states(styles_.size(), State::kNew);
  std::vector<std::size_t> way;
  for (std::size_t start = 0; start < styles_.size(); ++start) {
    std::size_t at = start;
    while (states[at] == State::kNew) {
      states[at] = State::kOpen;
      way.push_back(at);
      const int parent = find(styles_[at].based_on);
      if (parent < 0) break;
      at = static_cast<std::size_t>(parent);
    }
    while (!way.empty()) {
      Style& style = styles_[way.back()];
      const int parent = find(style.based_on);
      const bool ready = parent >= 0 && states[static_cast<std::size_t>(parent)] == State::kDone;
      if (ready) inherit(style, styles_[static_cast<std::size_t>(parent)]);
      states[way.back()] = State::kDone;
      way.pop_back();
    }
  }
}

int StyleSheet::find(std::string_view id) const {
  if (id.empty()) return -1;
  const auto found = index_.find(std::string(id));
  return found == index_.end() ? -1 : found->second;
}

int StyleSheet::paragraph_style(std::string_view id) const {
  const int found = find(id);
  const bool usable = found >= 0 && styles_[static_cast<std::size_t>(found)].paragraph_style;
  return usable ? found : default_paragraph_;
}

const Style* StyleSheet::style(int index) const {
  return index < 0 ? nullptr : &styles_[static_cast<std::size_t>(index)];
}

const std::string& StyleSheet::theme_font(std::string_view name) const {
  return name.substr(0, 5) == "major" ? major_font_ : minor_font_;
}

RunProperties StyleSheet::run(int paragraph_style, pugi::xml_node direct) const {
  RunProperties result = defaults_;
  if (const Style* owner = style(paragraph_style)) merge(result, owner->run);
  if (!direct) return result;
  const int character = find(attribute(direct.child("w:rStyle"), "w:val"));
  if (character >= 0) combine_styles(result, styles_[static_cast<std::size_t>(character)].run);
  merge(result, read_run(direct, *this));
  return result;
}

ParagraphProperties StyleSheet::paragraph(int paragraph_style, pugi::xml_node direct) const {
  ParagraphProperties result;
  if (const Style* owner = style(paragraph_style)) result = owner->paragraph;
  merge(result, read_paragraph(direct));
  return result;
}

}  // namespace limpide
