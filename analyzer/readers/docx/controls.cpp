#include "analyzer/readers/docx/controls.h"

#include <string_view>

#include "analyzer/readers/office/xml_part.h"

namespace limpide {
namespace {

bool groups_only(std::string_view name) {
  return name == "w:docPartObj" || name == "w:docPartList" || name == "w:group" ||
         name == "w:bibliography" || name == "w:citation" || name == "w:equation" ||
         name == "w:picture" || name == "w15:repeatingSection" ||
         name == "w15:repeatingSectionItem";
}

ControlKind kind_of(std::string_view name) {
  if (name == "w:text" || name == "w:richText") return ControlKind::kText;
  if (name == "w:date") return ControlKind::kDate;
  if (name == "w:dropDownList" || name == "w:comboBox") return ControlKind::kChoice;
  if (name == "w14:checkbox") return ControlKind::kCheckbox;
  return ControlKind::kOther;
}

}  // namespace

std::optional<FormControl> content_control(pugi::xml_node properties, bool inline_level) {
  FormControl control;
  bool placeholder = false;
  bool plain = false;  // a type other than rich text was named
  for (const pugi::xml_node child : properties.children()) {
    const std::string_view name = name_of(child);
    if (groups_only(name)) return std::nullopt;
    if (name == "w:showingPlcHdr") placeholder = is_on(attribute(child, "w:val"));
    if (name == "w:alias") control.label = attribute(child, "w:val");
    if (name == "w:tag") control.name = attribute(child, "w:val");
    const ControlKind kind = kind_of(name);
    if (kind == ControlKind::kOther) continue;
    control.kind = kind;
    plain = name != "w:richText";
    for (const pugi::xml_node item : child.children("w:listItem")) {
      const std::string_view shown = attribute(item, "w:displayText");
      control.options.emplace_back(shown.empty() ? attribute(item, "w:value") : shown);
    }
  }
  if (!plain && !inline_level && !placeholder) return std::nullopt;
  if (control.kind == ControlKind::kOther) control.kind = ControlKind::kText;
  return control;
}

}  // namespace limpide
