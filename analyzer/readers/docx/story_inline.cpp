// The inside of a paragraph: runs, fields, links, controls, comments, drawings.
#include <array>
#include <cstring>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/readers/docx/controls.h"
#include "analyzer/readers/docx/story.h"
#include "analyzer/readers/docx/symbols.h"

namespace limpide {
namespace {

constexpr std::string_view kNoBreakHyphen = "\xE2\x80\x91";
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

bool is_transparent(std::string_view name) {
  return name == "w:ins" || name == "w:moveTo" || name == "w:smartTag" || name == "w:customXml" ||
         name == "w:dir" || name == "w:bdo" || name == "w:sdtContent" || name == "w:rubyBase";
}

bool has_visible_text(pugi::xml_node run) {
  for (const pugi::xml_node text : run.children("w:t")) {
    if (std::strspn(text.child_value(), " \t\r\n") < std::strlen(text.child_value())) return true;
  }
  return false;
}

bool is_on(Toggle toggle) { return toggle == Toggle::kOn; }

}  // namespace

void StoryReader::read_inline(pugi::xml_node container) {
  for (const pugi::xml_node node : container.children()) read_inline_element(node);
}

void StoryReader::read_inline_element(pugi::xml_node node) {
  const std::string_view name = name_of(node);
  if (name == "w:r")
    read_run(node);
  else if (name == "w:hyperlink")
    read_hyperlink(node);
  else if (name == "w:sdt")
    read_inline_control(node);
  else if (name == "w:fldSimple")
    read_simple_field(node);
  else if (name == "w:commentRangeStart")
    start_comment(node);
  else if (name == "w:commentRangeEnd")
    end_comment(node);
  else if (name == "w:del" || name == "w:moveFrom")
    ++notes_.changes;
  else if (name == "mc:AlternateContent")
    read_inline(chosen_alternative(node));
  else if (name == "m:oMath" || name == "m:oMathPara")
    read_math(node);
  else if (is_transparent(name)) {
    if (name == "w:ins" || name == "w:moveTo") ++notes_.changes;
    read_inline(node);
  }
}

void StoryReader::read_hyperlink(pugi::xml_node node) {
  const std::uint32_t begin = builder_.offset();
  read_inline(node);
  std::string target;
  const Relationship* relation = story_->relationships.by_id(attribute(node, "r:id"));
  if (relation != nullptr) target = relation->target;
  const std::string_view anchor = attribute(node, "w:anchor");
  if (!anchor.empty()) target.append("#").append(anchor);
  if (builder_.offset() > begin) builder_.mark_link(begin, builder_.offset(), std::move(target));
}

void StoryReader::read_inline_control(pugi::xml_node node) {
  const std::uint32_t begin = builder_.offset();
  read_inline(node.child("w:sdtContent"));
  std::optional<FormControl> control = content_control(node.child("w:sdtPr"), true);
  if (control && shows_text()) {
    builder_.mark_control(begin, builder_.offset(), std::move(*control));
  }
}

void StoryReader::read_simple_field(pugi::xml_node node) {
  const std::uint32_t begin = builder_.offset();
  read_inline(node);
  if (in_instruction()) return;
  mark_field(parse_instruction(attribute(node, "w:instr")), begin, node.child("w:ffData"));
}

void StoryReader::read_math(pugi::xml_node root) {
  hidden_ = false;
  for (pugi::xml_node node = root; node; node = next_node(node, root)) {
    if (name_of(node) == "m:t") read_text(node);
  }
}

void StoryReader::read_run(pugi::xml_node run) {
  const RunProperties properties = context_.styles.run(paragraph_style_, run.child("w:rPr"));
  hidden_ = is_on(properties.hidden);
  if (hidden_ && !in_instruction() && has_visible_text(run)) ++notes_.hidden;
  look_ = Run{};
  look_.bold = is_on(properties.bold);
  look_.italic = is_on(properties.italic);
  look_.underline = is_on(properties.underline);
  look_.strike = is_on(properties.strike);
  look_.capitals = is_on(properties.capitals) || is_on(properties.small_capitals);
  look_.size_points = properties.size_points;
  look_.colour = properties.colour < 0 ? -1 : properties.colour;
  look_.font = fonts_.index(properties.font);
  if (properties.language != block_language_) look_.language = properties.language;
  for (const pugi::xml_node node : run.children()) read_run_element(node);
  hidden_ = false;
}

void StoryReader::read_run_element(pugi::xml_node node) {
  const std::string_view name = name_of(node);
  if (name == "w:t")
    read_text(node);
  else if (name == "w:fldChar")
    field_mark(node);
  else if (name == "w:instrText") {
    const bool wanted = !fields_.empty() && !fields_.back().in_result;
    if (wanted) fields_.back().instruction.append(plain_text(node, {}, {}));
  } else if (name == "w:commentReference") {
    end_comment(node);
  } else if (name == "w:ruby") {
    for (const pugi::xml_node base : node.child("w:rubyBase").children()) {
      for (const pugi::xml_node text : base.children("w:t")) read_text(text);
    }
  } else if (name == "mc:AlternateContent") {
    for (const pugi::xml_node child : chosen_alternative(node).children()) read_run_element(child);
  } else if (shows_text()) {
    read_mark(node);
  }
}

// Elements of a run that stand for a character or for something beside the text.
void StoryReader::read_mark(pugi::xml_node node) {
  const std::string_view name = name_of(node);
  if (name == "w:tab" || name == "w:ptab")
    show("\t", node);
  else if (name == "w:br" || name == "w:cr")
    show("\n", node);
  else if (name == "w:noBreakHyphen")
    show(kNoBreakHyphen, node);
  else if (name == "w:softHyphen")
    show(kSoftHyphen, node);
  else if (name == "w:sym") {
    std::string text;
    append_utf8(text, symbol_character(attribute(node, "w:font"), attribute(node, "w:char")));
    show(text, node);
  } else if (name == "w:footnoteReference") {
    read_note(context_.footnotes, node);
  } else if (name == "w:endnoteReference") {
    read_note(context_.endnotes, node);
  } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
    read_drawing(node);
  }
}

void StoryReader::show(std::string_view text, pugi::xml_node element) {
  use_look();
  append_for_element(builder_, story_->part, element, text);
}

void StoryReader::use_look() { looks_.use(look_); }

void StoryReader::read_text(pugi::xml_node node) {
  if (!shows_text()) return;
  use_look();
  const bool keeps = attribute(node, "xml:space") == "preserve";
  for (const pugi::xml_node child : node.children()) {
    if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
    TextRules rules;
    rules.trim_begin = !keeps && child == node.first_child();
    rules.trim_end = !keeps && child == node.last_child();
    append_text_node(builder_, story_->part, child, rules);
  }
}

void StoryReader::read_note(const NotePart& notes, pugi::xml_node reference) {
  const auto found = notes.by_id.find(attribute(reference, "w:id"));
  // A note belongs to the text once, and never to another note.
  if (found == notes.by_id.end() || !notes_read_.insert(found->second).second) return;
  const BlockKind kind = kind_ == BlockKind::kParagraph ? BlockKind::kFootnote : kind_;
  waiting_.push_back({&notes.story, found->second, kind});
}

void StoryReader::read_drawing(pugi::xml_node node) {
  bool has_picture = false;
  bool has_alternative = false;
  read_shape(node, has_picture, has_alternative);
  if (!has_picture) return;
  ++notes_.images;
  if (!has_alternative) ++notes_.images_without_alt;
}

void StoryReader::read_shape(pugi::xml_node node, bool& has_picture, bool& has_alternative) {
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = name_of(child);
    if (name == "mc:AlternateContent") {
      read_shape(chosen_alternative(child), has_picture, has_alternative);
      continue;
    }
    if (name == "w:txbxContent") {
      const BlockKind kind = kind_ == BlockKind::kParagraph ? BlockKind::kTextBox : kind_;
      waiting_.push_back({story_, child, kind});
      continue;
    }
    if (name == "pic:pic" || name == "v:imagedata") has_picture = true;
    const bool described = !attribute(child, "descr").empty() || !attribute(child, "alt").empty();
    if (name == "wp:docPr" || name == "v:shape") has_alternative |= described;
    const bool decorative = name == "adec:decorative" && attribute(child, "val") == "1";
    has_alternative |= decorative;
    read_shape(child, has_picture, has_alternative);
  }
}

void StoryReader::start_comment(pugi::xml_node node) {
  const bool open = builder_.block_is_open();
  // Between two paragraphs, it begins with the next one.
  const Mark here{open ? block_number_ : block_number_ + 1, open ? builder_.offset() : 0};
  comment_begins_.emplace(attribute(node, "w:id"), here);
}

// At the end of the range, or at the reference of a comment without a range.
void StoryReader::end_comment(pugi::xml_node node) {
  const auto comment = context_.comments.find(attribute(node, "w:id"));
  if (comment == context_.comments.end()) return;
  if (!comments_placed_.insert(comment->first).second) return;
  ++notes_.comments;
  const auto begin = comment_begins_.find(comment->first);
  std::uint32_t offset = builder_.offset();
  if (begin != comment_begins_.end()) {
    offset = begin->second.block == block_number_ ? begin->second.offset : 0;
  }
  builder_.mark_comment(offset, builder_.offset(), comment->second);
}

bool StoryReader::in_instruction() const { return instructions_ > 0; }

void StoryReader::field_mark(pugi::xml_node node) {
  const std::string_view type = attribute(node, "w:fldCharType");
  if (type == "begin") {
    fields_.push_back({{}, node.child("w:ffData"), false, block_number_, builder_.offset()});
    ++instructions_;
    return;
  }
  if (fields_.empty()) return;
  OpenField& field = fields_.back();
  if (type == "separate" && !field.in_result) {
    field.in_result = true;
    field.block = block_number_;
    field.begin = builder_.offset();
    --instructions_;
  } else if (type == "end") {
    const OpenField closed = std::move(field);
    fields_.pop_back();
    if (!closed.in_result) --instructions_;
    end_field(closed);
  }
}

void StoryReader::end_field(const OpenField& field) {
  const FieldInstruction instruction = parse_instruction(field.instruction);
  const std::uint32_t begin = field.block == block_number_ ? field.begin : 0;
  const bool visible = shows_text();
  if (visible && instruction.kind == FieldKind::kFormChoice && begin == builder_.offset()) {
    use_look();
    builder_.append_made(shown_choice(field.data));
  }
  // A merge field inside the condition of another field is still a field of the letter.
  if (visible || instruction.kind == FieldKind::kMerge) mark_field(instruction, begin, field.data);
}

void StoryReader::mark_field(const FieldInstruction& field, std::uint32_t begin,
                             pugi::xml_node data) {
  const std::uint32_t end = builder_.offset();
  switch (field.kind) {
    case FieldKind::kOther:
      return;
    case FieldKind::kMerge:
      builder_.mark_merge_field(begin, end, field.argument);
      return;
    case FieldKind::kLink:
      if (end > begin) builder_.mark_link(begin, end, field.argument);
      return;
    case FieldKind::kFormText:
    case FieldKind::kFormCheckbox:
    case FieldKind::kFormChoice:
      builder_.mark_control(begin, end, form_field(field.kind, data));
      return;
  }
}

}  // namespace limpide
