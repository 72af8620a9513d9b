// The inside of a paragraph of an odt: spans, fields, links, notes, comments, drawings, controls.
#include <algorithm>
#include <cstring>
#include <utility>

#include "analyzer/readers/odt/story.h"

namespace limpide::odf {
namespace {

constexpr int kMostSpaces = 1000;  // of one text:s: a count of millions is an attack

bool is_on(Toggle toggle) { return toggle == Toggle::kOn; }

bool is_blank(const char* text) { return std::strspn(text, " \t\r\n") == std::strlen(text); }

// Elements whose content is not text of the paragraph.
bool holds_no_text(std::string_view name) {
  return name == "text:script" || name == "office:event-listeners" || name == "text:ruby-text" ||
         name == "text:toc-mark" || name == "text:alphabetical-index-mark" ||
         name == "text:user-index-mark" || name == "text:tracked-changes" ||
         name == "text:note-citation" || name == "text:hidden-paragraph" ||
         name == "text:dde-connection" || name == "text:number";
}

// The text between the angle brackets that LibreOffice puts around a placeholder.
std::string without_brackets(std::string text) {
  if (text.size() >= 2 && text.front() == '<' && text.back() == '>') {
    return text.substr(1, text.size() - 2);
  }
  return text;
}

}  // namespace

void StoryReader::read_inline(pugi::xml_node container) {
  for (const pugi::xml_node node : container.children()) {
    if (node.type() == pugi::node_element)
      read_element(node);
    else if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
      read_text(node);
  }
}

void StoryReader::read_text(pugi::xml_node node) {
  if (is_on(properties_.hidden)) {
    if (!is_blank(node.value())) ++notes_.hidden;
    return;
  }
  use_look();
  TextRules rules;
  rules.collapse = true;
  rules.after_space = after_space_;
  append_text_node(builder_, *part_, node, rules);
  after_space_ = rules.after_space;
}

void StoryReader::use_look() {
  Run look;
  look.bold = is_on(properties_.bold);
  look.italic = is_on(properties_.italic);
  look.underline = is_on(properties_.underline);
  look.strike = is_on(properties_.strike);
  look.capitals = is_on(properties_.capitals) || is_on(properties_.small_capitals);
  look.size_points = properties_.size_points;
  look.colour = properties_.colour;
  look.font = fonts_.index(properties_.font);
  if (properties_.language != block_language_) look.language = properties_.language;
  looks_.use(look);
}

void StoryReader::show(std::string_view text, pugi::xml_node element) {
  if (is_on(properties_.hidden)) return;
  use_look();
  append_for_element(builder_, *part_, element, text);
  after_space_ = false;
}

void StoryReader::read_element(pugi::xml_node node) {
  const std::string_view name = name_of(node);
  if (name == "text:span")
    read_span(node);
  else if (name == "text:a")
    read_link(node);
  else if (!read_character(node, name) && !read_field(node, name) && !read_aside(node, name) &&
           !holds_no_text(name))
    read_inline(node);  // page numbers, dates, references, bookmarks: their text is shown
}

bool StoryReader::read_character(pugi::xml_node node, std::string_view name) {
  if (name == "text:s") {
    const int count = whole_number(attribute(node, "text:c"), 1, kMostSpaces, 1);
    show(std::string(static_cast<std::size_t>(count), ' '), node);
    return true;
  }
  if (name == "text:tab") {
    show("\t", node);
    return true;
  }
  if (name == "text:line-break") {
    show("\n", node);
    after_space_ = true;
    return true;
  }
  return false;
}

bool StoryReader::read_field(pugi::xml_node node, std::string_view name) {
  const std::uint32_t begin = builder_.offset();
  if (name == "text:user-field-get" || name == "text:database-display") {
    read_inline(node);
    const bool database = name == "text:database-display";
    const char* key = database ? "text:column-name" : "text:name";
    builder_.mark_merge_field(begin, builder_.offset(), std::string(attribute(node, key)));
    return true;
  }
  if (name == "text:placeholder") {
    read_inline(node);
    std::string label(attribute(node, "text:description"));
    if (label.empty()) label = without_brackets(plain_text(node, {}, {}));
    builder_.mark_merge_field(begin, builder_.offset(), std::move(label));
    return true;
  }
  if (name == "text:text-input" || name == "text:drop-down") {
    read_input(node, name);
    return true;
  }
  if (name == "text:hidden-text") {
    if (attribute(node, "text:is-hidden") == "false")
      read_inline(node);
    else
      ++notes_.hidden;
    return true;
  }
  const bool silent = name == "text:variable-set" || name == "text:user-field-input" ||
                      name == "text:variable-input" || name == "text:sequence";
  return silent && attribute(node, "text:display") == "none";
}

bool StoryReader::read_aside(pugi::xml_node node, std::string_view name) {
  if (name == "office:annotation")
    read_annotation(node);
  else if (name == "office:annotation-end")
    end_annotation(node);
  else if (name == "text:note") {
    const BlockKind kind = kind_ == BlockKind::kParagraph ? BlockKind::kFootnote : kind_;
    waiting_.push_back({node.child("text:note-body"), kind, {}});
  } else if (name == "draw:control") {
    place_control(node);
  } else if (name == "field:fieldmark-start") {
    start_field_mark(node, false);
  } else if (name == "field:fieldmark-end") {
    end_field_mark();
  } else if (name == "field:fieldmark") {
    start_field_mark(node, true);
  } else if (name == "loext:content-control") {
    read_content_control(node);
  } else if (name.substr(0, 5) == "draw:" || name.substr(0, 5) == "dr3d:") {
    read_drawing(node);
  } else {
    return false;
  }
  return true;
}

void StoryReader::read_span(pugi::xml_node node) {
  const Style* style = styles_->find("text", attribute(node, "text:style-name"));
  if (style == nullptr) {
    read_inline(node);
    return;
  }
  const TextProperties outer = properties_;
  merge(properties_, style->text);
  read_inline(node);
  properties_ = outer;
}

void StoryReader::read_link(pugi::xml_node node) {
  const std::uint32_t begin = builder_.offset();
  read_inline(node);
  const std::uint32_t end = builder_.offset();
  if (end > begin) builder_.mark_link(begin, end, std::string(attribute(node, "xlink:href")));
}

void StoryReader::read_input(pugi::xml_node node, std::string_view name) {
  const std::uint32_t begin = builder_.offset();
  FormControl control;
  control.kind = name == "text:drop-down" ? ControlKind::kChoice : ControlKind::kText;
  control.name = attribute(node, "text:name");
  control.help = attribute(node, "text:description");
  for (const pugi::xml_node entry : node.children("text:label")) {
    control.options.emplace_back(attribute(entry, "text:value"));
  }
  read_inline(node);
  builder_.mark_control(begin, builder_.offset(), std::move(control));
}

void StoryReader::read_content_control(pugi::xml_node node) {
  const std::uint32_t begin = builder_.offset();
  FormControl control;
  control.kind = ControlKind::kText;
  if (attribute(node, "loext:checkbox") == "true") control.kind = ControlKind::kCheckbox;
  if (attribute(node, "loext:date") == "true") control.kind = ControlKind::kDate;
  if (node.child("loext:list-item")) control.kind = ControlKind::kChoice;
  control.label = attribute(node, "loext:alias");
  control.name = attribute(node, "loext:tag");
  for (const pugi::xml_node item : node.children("loext:list-item")) {
    const std::string_view shown = attribute(item, "loext:display-text");
    control.options.emplace_back(shown.empty() ? attribute(item, "loext:value") : shown);
  }
  read_inline(node);
  if (attribute(node, "loext:picture") != "true") {
    builder_.mark_control(begin, builder_.offset(), std::move(control));
  }
}

void StoryReader::read_annotation(pugi::xml_node node) {
  ++notes_.comments;
  Comment comment;
  comment.author = plain_text(node.child("dc:creator"), {}, {});
  for (const pugi::xml_node paragraph : node.children()) {
    const std::string_view name = name_of(paragraph);
    if (name != "text:p" && name != "text:list") continue;
    if (!comment.text.empty()) comment.text.push_back('\n');
    comment.text += plain_text(paragraph, {}, "text:p");
  }
  const std::string_view name = attribute(node, "office:name");
  const std::uint32_t here = builder_.offset();
  // With a name, it may have an end further on.
  const bool is_new = name.empty() || annotations_.find(name) == annotations_.end();
  if (name.empty() || !is_new)
    builder_.mark_comment(here, here, std::move(comment));
  else
    annotations_.emplace(name, OpenAnnotation{std::move(comment), block_number_, here});
}

void StoryReader::end_annotation(pugi::xml_node node) {
  const auto found = annotations_.find(attribute(node, "office:name"));
  if (found == annotations_.end()) return;
  OpenAnnotation& open = found->second;
  const std::uint32_t begin = open.block == block_number_ ? open.offset : 0;
  builder_.mark_comment(begin, builder_.offset(), std::move(open.comment));
  annotations_.erase(found);
}

// Form fields that came from Word: between two marks (text) or one mark alone (checkbox, list).
void StoryReader::start_field_mark(pugi::xml_node node, bool whole) {
  OpenFieldMark mark;
  const std::string_view type = attribute(node, "field:type");
  const std::string_view word = type.substr(std::min(type.rfind('.') + 1, type.size()));
  mark.is_form = word.substr(0, 4) == "FORM";
  mark.control.kind = ControlKind::kText;
  if (word == "FORMCHECKBOX") mark.control.kind = ControlKind::kCheckbox;
  if (word == "FORMDROPDOWN") mark.control.kind = ControlKind::kChoice;
  mark.control.name = attribute(node, "text:name");
  for (const pugi::xml_node parameter : node.children("field:param")) {
    const bool entry = attribute(parameter, "field:name") == "Dropdown_ListEntry";
    if (entry) mark.control.options.emplace_back(attribute(parameter, "field:value"));
  }
  mark.block = block_number_;
  mark.offset = builder_.offset();
  field_marks_.push_back(std::move(mark));
  if (whole) end_field_mark();
}

void StoryReader::end_field_mark() {
  if (field_marks_.empty()) return;
  OpenFieldMark mark = std::move(field_marks_.back());
  field_marks_.pop_back();
  if (!mark.is_form) return;
  const std::uint32_t begin = mark.block == block_number_ ? mark.offset : 0;
  builder_.mark_control(begin, builder_.offset(), std::move(mark.control));
}

void StoryReader::place_control(pugi::xml_node node) {
  const auto found = forms_->find(attribute(node, "draw:control"));
  if (found == forms_->end()) return;
  const FormElement& element = found->second;
  if (element.is_label) {
    waiting_.push_back({pugi::xml_node{}, BlockKind::kFormLabel, element.control.label});
  } else if (builder_.block_is_open()) {
    builder_.mark_control(builder_.offset(), builder_.offset(), element.control);
  } else {
    builder_.add_control(element.control);
  }
}

void StoryReader::read_drawing(pugi::xml_node node) {
  bool has_picture = false;
  bool has_alternative = false;
  read_shape(node, has_picture, has_alternative);
  if (!has_picture) return;
  ++notes_.images;
  if (!has_alternative) ++notes_.images_without_alt;
}

// Text boxes wait for the end of the paragraph; a shape that holds paragraphs is one too.
void StoryReader::read_shape(pugi::xml_node node, bool& has_picture, bool& has_alternative) {
  if (node.child("text:p") || node.child("text:list")) {
    if (name_of(node) != "office:annotation" && name_of(node) != "draw:image") {
      const BlockKind kind = kind_ == BlockKind::kParagraph ? BlockKind::kTextBox : kind_;
      waiting_.push_back({node, kind, {}});
      return;
    }
  }
  if (name_of(node) == "draw:image") has_picture = true;
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = name_of(child);
    if (name == "svg:title" || name == "svg:desc") {
      has_alternative |= !is_blank(child.child_value());
    } else if (name == "draw:control") {
      place_control(child);
    } else if (name == "draw:text-box") {
      const BlockKind kind = kind_ == BlockKind::kParagraph ? BlockKind::kTextBox : kind_;
      waiting_.push_back({child, kind, {}});
    } else if (name.substr(0, 5) == "draw:" || name.substr(0, 5) == "dr3d:") {
      read_shape(child, has_picture, has_alternative);
    }
  }
}

}  // namespace limpide::odf
