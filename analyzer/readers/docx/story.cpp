#include "analyzer/readers/docx/story.h"

#include <algorithm>
#include <array>

#include "analyzer/readers/docx/controls.h"

namespace limpide {
namespace {

bool is_deleted_mark(pugi::xml_node paragraph) {
  const pugi::xml_node mark = paragraph.child("w:pPr").child("w:rPr");
  return mark.child("w:del") || mark.child("w:moveFrom");
}

// Markers that may stand between two paragraphs without parting them.
bool is_marker(std::string_view name) {
  constexpr std::array<std::string_view, 9> kMarkers = {
      "w:bookmarkStart",    "w:bookmarkEnd",      "w:commentRangeStart",
      "w:commentRangeEnd",  "w:proofErr",         "w:moveFromRangeStart",
      "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd"};
  return std::find(kMarkers.begin(), kMarkers.end(), name) != kMarkers.end();
}

pugi::xml_node next_paragraph(pugi::xml_node paragraph) {
  pugi::xml_node next = paragraph.next_sibling();
  while (next && (next.type() != pugi::node_element || is_marker(name_of(next)))) {
    next = next.next_sibling();
  }
  return name_of(next) == "w:p" ? next : pugi::xml_node{};
}

// Wrappers that only group blocks, rows or cells.
bool is_wrapper(std::string_view name) {
  return name == "w:ins" || name == "w:moveTo" || name == "w:customXml" || name == "w:smartTag" ||
         name == "w:sdtContent";
}

bool understood(std::string_view requirements) {
  constexpr std::array<std::string_view, 8> kUnderstood = {"wps", "wpg", "wpc",  "wpi",
                                                           "w14", "w15", "wp14", "a14"};
  std::size_t begin = 0;
  while (begin < requirements.size()) {
    const std::size_t end = std::min(requirements.find(' ', begin), requirements.size());
    const std::string_view word = requirements.substr(begin, end - begin);
    const bool known = word.empty() ||
                       std::find(kUnderstood.begin(), kUnderstood.end(), word) != kUnderstood.end();
    if (!known) return false;
    begin = end + 1;
  }
  return true;
}

// The language of the first run: what the paragraph is mostly in.
pugi::xml_node first_run_properties(pugi::xml_node paragraph) {
  return paragraph.child("w:r").child("w:rPr");
}

}  // namespace

pugi::xml_node chosen_alternative(pugi::xml_node node) {
  const pugi::xml_node fallback = node.child("mc:Fallback");
  for (const pugi::xml_node choice : node.children("mc:Choice")) {
    if (!fallback || understood(attribute(choice, "Requires"))) return choice;
  }
  return fallback;
}

StoryReader::StoryReader(const DocxContext& context, DocumentBuilder& builder, ReadingNotes& notes)
    : context_(context), builder_(builder), notes_(notes), looks_(builder), fonts_(builder) {}

void StoryReader::read(const Story& story, pugi::xml_node container, BlockKind kind) {
  const Story* outer_story = std::exchange(story_, &story);
  const BlockKind outer_kind = std::exchange(kind_, kind);
  const std::vector<OpenField> outer_fields = std::exchange(fields_, {});
  const std::size_t outer_instructions = std::exchange(instructions_, 0);
  const std::optional<FormControl> outer_control = std::exchange(block_control_, std::nullopt);
  read_blocks(container, {kind, 0, 0, 0});
  story_ = outer_story;
  kind_ = outer_kind;
  fields_ = outer_fields;
  instructions_ = outer_instructions;
  block_control_ = outer_control;
}

void StoryReader::read_blocks(pugi::xml_node container, const Surroundings& around) {
  for (pugi::xml_node node = container.first_child(); node; node = node.next_sibling()) {
    const std::string_view name = name_of(node);
    if (name == "w:p")
      node = read_paragraphs(node, around);
    else if (name == "w:tbl")
      read_table(node, around);
    else if (name == "w:sdt")
      read_block_control(node, around);
    else if (name == "w:altChunk")
      ++notes_.embedded;
    else if (name == "w:commentRangeStart")
      start_comment(node);
    else if (name == "w:del" || name == "w:moveFrom")
      ++notes_.changes;
    else if (name == "mc:AlternateContent")
      read_blocks(chosen_alternative(node), around);
    else if (is_wrapper(name))
      read_blocks(node, around);
  }
}

// A control around paragraphs is laid over the first of them.
void StoryReader::read_block_control(pugi::xml_node node, const Surroundings& around) {
  const std::optional<FormControl> control = content_control(node.child("w:sdtPr"), false);
  if (control) block_control_ = control;
  read_blocks(node.child("w:sdtContent"), around);
  block_control_.reset();
}

// Reads a paragraph and those that it runs into because its end was deleted; returns the last.
pugi::xml_node StoryReader::read_paragraphs(pugi::xml_node first, const Surroundings& around) {
  std::vector<pugi::xml_node> chain = {first};
  while (is_deleted_mark(chain.back())) {
    ++notes_.changes;
    const pugi::xml_node next = next_paragraph(chain.back());
    if (!next) break;
    chain.push_back(next);
  }
  // The joined paragraph looks like its last part, whose mark remains.
  Block block = prototype(chain.back(), around);
  block.paragraph = story_->part.paragraph_number(first);
  block_language_ = block.language;
  ++block_number_;
  builder_.open_block(block);
  looks_.block_opened();
  std::optional<FormControl> control = std::exchange(block_control_, std::nullopt);
  for (const pugi::xml_node paragraph : chain) read_paragraph(paragraph);
  if (control) builder_.mark_control(0, builder_.offset(), std::move(*control));
  builder_.close_block();
  read_waiting(std::exchange(waiting_, {}));
  return chain.back();
}

void StoryReader::read_paragraph(pugi::xml_node node) {
  paragraph_style_ =
      context_.styles.paragraph_style(attribute(node.child("w:pPr").child("w:pStyle"), "w:val"));
  read_inline(node);
}

void StoryReader::read_waiting(const std::vector<Waiting>& waiting) {
  for (const Waiting& entry : waiting) read(*entry.story, entry.container, entry.kind);
}

Block StoryReader::prototype(pugi::xml_node paragraph, const Surroundings& around) const {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  const int style =
      context_.styles.paragraph_style(attribute(properties.child("w:pStyle"), "w:val"));
  Block block;
  block.table = around.table;
  block.row = around.row;
  block.column = around.column;
  block.kind = around.kind;
  block.alignment = context_.styles.paragraph(style, properties).alignment;
  block.language = context_.styles.run(style, first_run_properties(paragraph)).language;
  if (around.kind != BlockKind::kParagraph) return block;
  set_kind(block, style, properties);
  if (block.kind == BlockKind::kParagraph && block.table != 0) block.kind = BlockKind::kTableCell;
  return block;
}

void StoryReader::set_kind(Block& block, int style_index, pugi::xml_node direct) const {
  const ParagraphProperties properties = context_.styles.paragraph(style_index, direct);
  const Style* style = context_.styles.style(style_index);
  const StyleRole role = style == nullptr ? StyleRole::kNone : style->role;
  if (role == StyleRole::kTitle) {
    block.kind = BlockKind::kTitle;
    return;
  }
  if (properties.outline >= 0 && properties.outline < 9) {
    block.kind = BlockKind::kHeading;
    block.level = static_cast<std::uint8_t>(properties.outline + 1);
    return;
  }
  switch (role) {
    case StyleRole::kSubtitle:
      block.kind = BlockKind::kHeading;
      block.level = 1;
      return;
    case StyleRole::kCaption:
      block.kind = BlockKind::kCaption;
      return;
    case StyleRole::kCode:
      block.kind = BlockKind::kCode;
      return;
    case StyleRole::kQuote:
      block.kind = BlockKind::kQuote;
      break;
    case StyleRole::kTitle:
    case StyleRole::kNone:
      break;
  }
  if (properties.numbering <= 0) return;
  int level = properties.numbering_level;
  if (level < 0 && style != nullptr && style->numbered_by >= 0) {
    const Style* owner = context_.styles.style(style->numbered_by);
    level = context_.numbering.level_of_style(properties.numbering, owner->id);
  }
  level = std::max(level, 0);
  const ListLevel list = context_.numbering.level(properties.numbering, level);
  if (!list.shown) return;
  block.kind = BlockKind::kListItem;
  block.level = static_cast<std::uint8_t>(level + 1);
  block.ordered = list.ordered;
}

void StoryReader::read_table(pugi::xml_node table, const Surroundings& around) {
  Row place{++tables_, 0, 0};
  read_rows(table, place, around);
}

void StoryReader::read_rows(pugi::xml_node container, Row& place, const Surroundings& around) {
  for (const pugi::xml_node node : container.children()) {
    const std::string_view name = name_of(node);
    if (name == "w:sdt")
      read_rows(node.child("w:sdtContent"), place, around);
    else if (is_wrapper(name))
      read_rows(node, place, around);
    if (name != "w:tr") continue;
    const pugi::xml_node properties = node.child("w:trPr");
    if (properties.child("w:del")) {
      ++notes_.changes;
      continue;
    }
    if (properties.child("w:hidden")) {
      ++notes_.hidden;
      continue;
    }
    ++place.row;
    const std::string_view before = attribute(properties.child("w:gridBefore"), "w:val");
    place.column = static_cast<std::uint32_t>(whole_number(before, 0, 1000, 0));
    read_cells(node, place, around);
  }
}

void StoryReader::read_cells(pugi::xml_node container, Row& place, const Surroundings& around) {
  for (const pugi::xml_node node : container.children()) {
    const std::string_view name = name_of(node);
    if (name == "w:sdt") {
      const std::optional<FormControl> control = content_control(node.child("w:sdtPr"), false);
      if (control) block_control_ = control;
      read_cells(node.child("w:sdtContent"), place, around);
      block_control_.reset();
    } else if (is_wrapper(name)) {
      read_cells(node, place, around);
    }
    if (name != "w:tc") continue;
    const pugi::xml_node properties = node.child("w:tcPr");
    const std::string_view span = attribute(properties.child("w:gridSpan"), "w:val");
    const Surroundings inside{around.kind, place.table, place.row, place.column + 1};
    place.column += static_cast<std::uint32_t>(whole_number(span, 1, 1000, 1));
    if (properties.child("w:cellDel"))
      ++notes_.changes;
    else
      read_blocks(node, inside);
  }
}

}  // namespace limpide
