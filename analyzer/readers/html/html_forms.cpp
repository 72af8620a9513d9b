#include "analyzer/readers/html/html_forms.h"

#include <algorithm>

#include "analyzer/readers/html/html_tags.h"

namespace limpide {
namespace {

constexpr std::size_t kLabelBytes = 1000;
constexpr std::size_t kMostOptions = 500;
constexpr std::size_t kMostIds = 16;  // in one aria-labelledby

const GumboNode& child(const GumboNode& node, unsigned i) {
  return *static_cast<const GumboNode*>(node.v.element.children.data[i]);
}

// The ids of a list parted by white space.
std::vector<std::string_view> words_of(std::string_view list) {
  std::vector<std::string_view> words;
  while (words.size() < kMostIds) {
    const std::size_t begin = list.find_first_not_of(" \t\r\n\f");
    if (begin == std::string_view::npos) break;
    list.remove_prefix(begin);
    const std::size_t end = std::min(list.find_first_of(" \t\r\n\f"), list.size());
    words.push_back(list.substr(0, end));
    list.remove_prefix(end);
  }
  return words;
}

std::string lowered(std::string_view text) {
  std::string copy(text);
  for (char& byte : copy) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
  }
  return copy;
}

ControlKind input_kind(std::string_view type) {
  if (type == "checkbox") return ControlKind::kCheckbox;
  if (type == "radio") return ControlKind::kRadio;
  if (type == "date" || type == "datetime-local" || type == "month" || type == "time" ||
      type == "week") {
    return ControlKind::kDate;
  }
  if (type == "submit" || type == "button" || type == "reset" || type == "image") {
    return ControlKind::kButton;
  }
  if (type == "file" || type == "range" || type == "color") return ControlKind::kOther;
  return ControlKind::kText;
}

void collect_options(const GumboNode& node, std::vector<std::string>& options) {
  for (unsigned i = 0; i < node.v.element.children.length && options.size() < kMostOptions; ++i) {
    const GumboNode& one = child(node, i);
    if (!is_element(one)) continue;
    if (one.v.element.tag == GUMBO_TAG_OPTION)
      options.push_back(text_content(one, kLabelBytes));
    else if (one.v.element.tag == GUMBO_TAG_OPTGROUP)
      collect_options(one, options);
  }
}

}  // namespace

HtmlForms::HtmlForms(const GumboNode& root) { collect(root); }

void HtmlForms::collect(const GumboNode& node) {
  if (!is_element(node)) return;
  const std::string_view id = attribute(node, "id");
  if (!id.empty()) ids_.emplace(id, &node);
  if (node.v.element.tag == GUMBO_TAG_LABEL) {
    const std::string_view target = attribute(node, "for");
    if (!target.empty()) labels_.emplace(target, &node);
  }
  for (const std::string_view help : words_of(attribute(node, "aria-describedby"))) {
    helps_.emplace(help);
  }
  for (unsigned i = 0; i < node.v.element.children.length; ++i) collect(child(node, i));
}

bool HtmlForms::is_help(const GumboNode& element) const {
  const std::string_view id = attribute(element, "id");
  return !id.empty() && helps_.find(id) != helps_.end();
}

std::string HtmlForms::texts_of(std::string_view ids) const {
  std::string text;
  for (const std::string_view id : words_of(ids)) {
    const auto found = ids_.find(id);
    if (found == ids_.end()) continue;
    if (!text.empty()) text.push_back(' ');
    text += text_content(*found->second, kLabelBytes);
  }
  return text;
}

// The order in which a browser names a control for its reader.
std::string HtmlForms::label_of(const GumboNode& element, const GumboNode* around) const {
  std::string label = texts_of(attribute(element, "aria-labelledby"));
  if (label.empty()) label = std::string(attribute(element, "aria-label"));
  if (label.empty()) {
    const auto linked = labels_.find(attribute(element, "id"));
    if (linked != labels_.end()) label = text_content(*linked->second, kLabelBytes);
  }
  if (label.empty() && around != nullptr) label = text_content(*around, kLabelBytes);
  if (label.empty()) label = std::string(attribute(element, "title"));
  return label;
}

std::optional<FormControl> HtmlForms::control(const GumboNode& element,
                                              const GumboNode* around) const {
  FormControl control;
  const GumboTag tag = element.v.element.tag;
  const std::string type = lowered(attribute(element, "type"));
  if (tag == GUMBO_TAG_INPUT) {
    if (type == "hidden") return std::nullopt;
    control.kind = input_kind(type);
  } else if (tag == GUMBO_TAG_SELECT) {
    control.kind = ControlKind::kChoice;
    collect_options(element, control.options);
  } else if (tag == GUMBO_TAG_TEXTAREA) {
    control.kind = ControlKind::kText;
  } else {
    return std::nullopt;
  }
  control.name = std::string(attribute(element, "name"));
  control.label = label_of(element, around);
  if (control.kind == ControlKind::kButton && control.label.empty()) {
    const char* shown = type == "image" ? "alt" : "value";
    control.label = std::string(attribute(element, shown));
  }
  control.help = std::string(attribute(element, "placeholder"));
  if (control.help.empty()) control.help = texts_of(attribute(element, "aria-describedby"));
  if (control.help.empty() && control.label != attribute(element, "title")) {
    control.help = std::string(attribute(element, "title"));
  }
  control.required =
      has_attribute(element, "required") || attribute(element, "aria-required") == "true";
  return control;
}

FormControl HtmlForms::button(const GumboNode& element) const {
  FormControl control;
  control.kind = ControlKind::kButton;
  control.name = std::string(attribute(element, "name"));
  control.label = std::string(attribute(element, "aria-label"));
  if (control.label.empty()) control.label = text_content(element, kLabelBytes);
  return control;
}

}  // namespace limpide
