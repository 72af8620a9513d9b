#include "analyzer/readers/odt/story.h"

#include <algorithm>
#include <utility>

namespace limpide::odf {
namespace {

bool is_index(std::string_view name) {
  return name == "text:table-of-content" || name == "text:illustration-index" ||
         name == "text:table-index" || name == "text:object-index" || name == "text:user-index" ||
         name == "text:alphabetical-index" || name == "text:bibliography";
}

bool is_drawing(std::string_view name) {
  return name.substr(0, 5) == "draw:" || name.substr(0, 5) == "dr3d:";
}

bool is_hidden_section(pugi::xml_node node) {
  const std::string_view display = attribute(node, "text:display");
  if (display == "none") return true;
  return display == "condition" && attribute(node, "text:is-hidden") == "true";
}

}  // namespace

StoryReader::StoryReader(DocumentBuilder& builder, ReadingNotes& notes)
    : builder_(builder), notes_(notes), looks_(builder), fonts_(builder) {}

void StoryReader::read(const XmlPart& part, const StyleSheet& styles, const FormElements& forms,
                       pugi::xml_node container, BlockKind kind) {
  part_ = &part;
  styles_ = &styles;
  forms_ = &forms;
  kind_ = kind;
  Surroundings around;
  around.kind = kind;
  read_blocks(container, around);
  // Comments whose end was never met stand where the text ends.
  for (auto& [name, open] : annotations_) builder_.add_comment(std::move(open.comment));
  annotations_.clear();
  field_marks_.clear();
}

void StoryReader::read_blocks(pugi::xml_node container, Surroundings& around) {
  for (const pugi::xml_node node : container.children()) read_block(node, around);
}

void StoryReader::read_block(pugi::xml_node node, Surroundings& around) {
  const std::string_view name = name_of(node);
  if (name == "text:p" || name == "text:h")
    read_paragraph(node, around);
  else if (name == "text:list")
    read_list(node, around);
  else if (name == "table:table")
    read_table(node, around);
  else if (name == "text:section" || name == "text:index-title")
    read_section(node, around);
  else if (is_index(name))
    read_section(node.child("text:index-body"), around);
  else if (name == "text:numbered-paragraph") {
    Surroundings inside = around;
    inside.list_depth = whole_number(attribute(node, "text:level"), 1, 10, 1);
    inside.list_style = attribute(node, "text:style-name");
    inside.labelled = true;
    read_blocks(node, inside);
  } else if (name == "draw:control") {
    place_control(node);
    read_waiting(std::exchange(waiting_, {}));
  } else if (is_drawing(name)) {
    read_drawing(node);
    read_waiting(std::exchange(waiting_, {}));
  } else if (name.substr(0, 13) == "style:region-") {
    read_blocks(node, around);
  }
}

void StoryReader::read_section(pugi::xml_node node, Surroundings& around) {
  if (is_hidden_section(node)) {
    ++notes_.hidden;
    return;
  }
  read_blocks(node, around);
}

void StoryReader::read_list(pugi::xml_node list, const Surroundings& around) {
  Surroundings inside = around;
  inside.list_depth = std::min(around.list_depth + 1, 200);
  const std::string_view style = attribute(list, "text:style-name");
  if (!style.empty()) inside.list_style = style;
  for (const pugi::xml_node item : list.children()) {
    const std::string_view name = name_of(item);
    if (name != "text:list-item" && name != "text:list-header") continue;
    inside.labelled = name == "text:list-item";
    read_blocks(item, inside);
  }
}

void StoryReader::read_table(pugi::xml_node table, const Surroundings& around) {
  Surroundings inside;
  inside.kind = around.kind;
  inside.table = ++tables_;
  read_rows(table, inside);
}

void StoryReader::read_rows(pugi::xml_node container, Surroundings& around) {
  for (const pugi::xml_node node : container.children()) {
    const std::string_view name = name_of(node);
    if (name == "table:table-row") {
      ++around.row;
      around.column = 0;
      if (attribute(node, "table:visibility") == "collapse")
        ++notes_.hidden;
      else
        read_cells(node, around);
      const std::string_view repeated = attribute(node, "table:number-rows-repeated");
      around.row += static_cast<std::uint32_t>(whole_number(repeated, 1, 1'000'000, 1) - 1);
    } else if (name == "table:table-rows" || name == "table:table-header-rows" ||
               name == "table:table-row-group") {
      read_rows(node, around);
    }
  }
}

void StoryReader::read_cells(pugi::xml_node row, Surroundings& around) {
  for (const pugi::xml_node node : row.children()) {
    const std::string_view name = name_of(node);
    const bool covered = name == "table:covered-table-cell";
    if (!covered && name != "table:table-cell") continue;
    ++around.column;
    Surroundings inside = around;
    // A covered cell lies under its neighbour and shows nothing.
    if (!covered) read_blocks(node, inside);
    const std::string_view repeated = attribute(node, "table:number-columns-repeated");
    around.column += static_cast<std::uint32_t>(whole_number(repeated, 1, 100'000, 1) - 1);
  }
}

const Style& StoryReader::paragraph_style(pugi::xml_node node) const {
  const Style* style = styles_->find("paragraph", attribute(node, "text:style-name"));
  if (style == nullptr) style = styles_->find("paragraph", "Standard");
  return style == nullptr ? styles_->paragraph_default() : *style;
}

Block StoryReader::prototype(pugi::xml_node node, const Style& style, Surroundings& around) const {
  Block block;
  block.paragraph = part_->paragraph_number(node);
  block.table = around.table;
  block.row = around.row;
  block.column = around.column;
  block.alignment = style.alignment;
  block.language = style.text.language;
  const bool labelled = std::exchange(around.labelled, false);
  block.kind = around.kind;
  if (block.kind != BlockKind::kParagraph) return block;
  int outline = -1;
  if (name_of(node) == "text:h") {
    outline = whole_number(attribute(node, "text:outline-level"), 1, 9, 1);
  }
  if (style.role == StyleRole::kTitle) {
    block.kind = BlockKind::kTitle;
  } else if (outline > 0) {
    block.kind = BlockKind::kHeading;
    block.level = static_cast<std::uint8_t>(outline);
  } else if (style.role == StyleRole::kSubtitle) {
    block.kind = BlockKind::kHeading;
    block.level = 1;
  } else if (style.role == StyleRole::kCode) {
    block.kind = BlockKind::kCode;
  } else if (style.role == StyleRole::kCaption) {
    block.kind = BlockKind::kCaption;
  } else if (labelled && styles_->list_level(around.list_style, around.list_depth).shown) {
    block.kind = BlockKind::kListItem;
    block.level = static_cast<std::uint8_t>(around.list_depth);
    block.ordered = styles_->list_level(around.list_style, around.list_depth).ordered;
  } else if (style.role == StyleRole::kQuote) {
    block.kind = BlockKind::kQuote;
  } else if (block.table != 0) {
    block.kind = BlockKind::kTableCell;
  }
  return block;
}

void StoryReader::read_paragraph(pugi::xml_node node, Surroundings& around) {
  const Style& style = paragraph_style(node);
  const pugi::xml_node condition = node.child("text:hidden-paragraph");
  if (condition && attribute(condition, "text:is-hidden") == "true") {
    ++notes_.hidden;
    return;
  }
  const Block block = prototype(node, style, around);
  block_language_ = block.language;
  ++block_number_;
  builder_.open_block(block);
  looks_.block_opened();
  after_space_ = true;
  properties_ = style.text;
  read_inline(node);
  builder_.close_block();
  read_waiting(std::exchange(waiting_, {}));
}

void StoryReader::read_waiting(const std::vector<Waiting>& waiting) {
  for (const Waiting& entry : waiting) {
    if (!entry.container) {
      Block block;
      block.kind = entry.kind;
      builder_.open_block(block);
      builder_.append_made(entry.label);
      builder_.close_block();
      continue;
    }
    const BlockKind outer = std::exchange(kind_, entry.kind);
    Surroundings around;
    around.kind = entry.kind;
    read_blocks(entry.container, around);
    kind_ = outer;
  }
}

}  // namespace limpide::odf
