#include "analyzer/readers/odt/forms.h"

#include <string_view>
#include <utility>

#include "analyzer/readers/office/xml_part.h"

namespace limpide::odf {
namespace {

ControlKind kind_of(std::string_view name) {
  if (name == "form:checkbox") return ControlKind::kCheckbox;
  if (name == "form:radio") return ControlKind::kRadio;
  if (name == "form:listbox" || name == "form:combobox") return ControlKind::kChoice;
  if (name == "form:date") return ControlKind::kDate;
  if (name == "form:button" || name == "form:image") return ControlKind::kButton;
  if (name == "form:text" || name == "form:textarea" || name == "form:formatted-text" ||
      name == "form:password" || name == "form:number" || name == "form:file" ||
      name == "form:time") {
    return ControlKind::kText;
  }
  return ControlKind::kOther;
}

std::string_view identifier(pugi::xml_node node) {
  const std::string_view id = attribute(node, "xml:id");
  return id.empty() ? attribute(node, "form:id") : id;
}

bool is_control(std::string_view name) {
  return name.substr(0, 5) == "form:" && name != "form:form" && name != "form:properties" &&
         name != "form:property" && name != "form:option" && name != "form:item" &&
         name != "form:list-property" && name != "form:list-value";
}

FormElement read_control(pugi::xml_node node) {
  FormElement element;
  FormControl& control = element.control;
  element.is_label = name_of(node) == "form:fixed-text";
  control.kind = kind_of(node.name());
  control.name = attribute(node, "form:name");
  control.label = attribute(node, "form:label");
  control.help = attribute(node, "form:title");
  control.required = attribute(node, "form:input-required") == "true";
  for (const pugi::xml_node child : node.children()) {
    if (name_of(child) != "form:option" && name_of(child) != "form:item") continue;
    control.options.emplace_back(attribute(child, "form:label"));
  }
  return element;
}

}  // namespace

FormElements read_forms(pugi::xml_node forms) {
  FormElements elements;
  std::vector<std::pair<std::string, std::string>> labels;
  for (pugi::xml_node node = forms; node; node = next_node(node, forms)) {
    if (!is_control(node.name())) continue;
    FormElement element = read_control(node);
    const std::string_view target = attribute(node, "form:for");
    if (element.is_label && !target.empty()) labels.emplace_back(target, element.control.label);
    elements.emplace(identifier(node), std::move(element));
  }
  for (const auto& [target, label] : labels) {
    const auto found = elements.find(target);
    if (found != elements.end() && found->second.control.label.empty()) {
      found->second.control.label = label;
    }
  }
  return elements;
}

}  // namespace limpide::odf
