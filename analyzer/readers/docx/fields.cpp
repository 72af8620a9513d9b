#include "analyzer/readers/docx/fields.h"

#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/readers/office/xml_part.h"

namespace limpide {
namespace {

// The next word of an instruction, quotes taken off, or "" at the end.
std::string next_word(std::string_view text, std::size_t& at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n')) ++at;
  if (at >= text.size()) return {};
  if (text[at] != '"') {
    const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
    std::string word(text.substr(at, end - at));
    at = end;
    return word;
  }
  std::string word;
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    word.push_back(text[at]);
  }
  if (at < text.size()) ++at;
  return word;
}

std::string link_target(std::string_view text, std::size_t at) {
  std::string target;
  std::string anchor;
  for (std::string word = next_word(text, at); at <= text.size() && !word.empty();
       word = next_word(text, at)) {
    if (word == "\\l")
      anchor = next_word(text, at);
    else if (word == "\\o" || word == "\\t" || word == "\\s")
      next_word(text, at);
    else if (word[0] != '\\' && target.empty())
      target = std::move(word);
  }
  if (!anchor.empty()) target += "#" + anchor;
  return target;
}

}  // namespace

FieldInstruction parse_instruction(std::string_view text) {
  std::size_t at = 0;
  const std::string keyword = to_upper(next_word(text, at));
  if (keyword == "MERGEFIELD") return {FieldKind::kMerge, next_word(text, at)};
  if (keyword == "HYPERLINK") return {FieldKind::kLink, link_target(text, at)};
  if (keyword == "FORMTEXT") return {FieldKind::kFormText, {}};
  if (keyword == "FORMCHECKBOX") return {FieldKind::kFormCheckbox, {}};
  if (keyword == "FORMDROPDOWN") return {FieldKind::kFormChoice, {}};
  return {};
}

FormControl form_field(FieldKind kind, pugi::xml_node data) {
  FormControl control;
  control.kind = ControlKind::kText;
  if (kind == FieldKind::kFormCheckbox) control.kind = ControlKind::kCheckbox;
  if (kind == FieldKind::kFormChoice) control.kind = ControlKind::kChoice;
  if (attribute(data.child("w:textInput").child("w:type"), "w:val") == "date") {
    control.kind = ControlKind::kDate;
  }
  control.name = attribute(data.child("w:name"), "w:val");
  control.help = attribute(data.child("w:statusText"), "w:val");
  if (control.help.empty()) control.help = attribute(data.child("w:helpText"), "w:val");
  for (const pugi::xml_node entry : data.child("w:ddList").children("w:listEntry")) {
    control.options.emplace_back(attribute(entry, "w:val"));
  }
  return control;
}

std::string shown_choice(pugi::xml_node data) {
  const pugi::xml_node list = data.child("w:ddList");
  pugi::xml_node chosen = list.child("w:result");
  if (!chosen) chosen = list.child("w:default");
  int wanted = whole_number(attribute(chosen, "w:val"), 0, 1000, 0);
  for (const pugi::xml_node entry : list.children("w:listEntry")) {
    if (wanted-- == 0) return std::string(attribute(entry, "w:val"));
  }
  return {};
}

}  // namespace limpide
