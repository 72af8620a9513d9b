// The text of one docx part (body, header, notes) into blocks. In: the part and what surrounds it
// (styles, lists, comments, notes). Out: blocks appended to the builder, in the order of reading:
// text boxes and notes follow the paragraph that holds them. Refuses: deleted text (changes are
// read as accepted), hidden text, instructions of fields; each is counted in the notes.
//
// Recursion is bounded: XmlPart refuses deep nesting.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "analyzer/document/document_builder.h"
#include "analyzer/readers/docx/fields.h"
#include "analyzer/readers/docx/numbering.h"
#include "analyzer/readers/docx/package.h"
#include "analyzer/readers/docx/styles.h"
#include "analyzer/readers/office/notes.h"
#include "analyzer/readers/office/xml_part.h"
#include "analyzer/readers/office/xml_text.h"

namespace limpide {

// A part that holds text, with its own relationships.
struct Story {
  XmlPart part;
  Relationships relationships;
};

// The footnotes or the endnotes of a file.
struct NotePart {
  Story story;
  std::map<std::string, pugi::xml_node, std::less<>> by_id;
};

// What the stories of one file share.
struct DocxContext {
  StyleSheet styles;
  Numbering numbering;
  std::map<std::string, Comment, std::less<>> comments;  // by id
  NotePart footnotes;
  NotePart endnotes;
};

class StoryReader {
 public:
  StoryReader(const DocxContext& context, DocumentBuilder& builder, ReadingNotes& notes);
  // Reads the blocks under `container`. `kind` is kParagraph for the body, else the kind that all
  // blocks of the story get (kHeader, kFooter).
  void read(const Story& story, pugi::xml_node container, BlockKind kind);

 private:
  // Where blocks are read: forced kind, and the cell around them.
  struct Surroundings {
    BlockKind kind = BlockKind::kParagraph;
    std::uint32_t table = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
  };
  // What waits for the end of the paragraph that holds it.
  struct Waiting {
    const Story* story;
    pugi::xml_node container;
    BlockKind kind;
  };
  struct Row {
    std::uint32_t table = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
  };

  void read_blocks(pugi::xml_node container, const Surroundings& around);
  void read_block_control(pugi::xml_node node, const Surroundings& around);
  pugi::xml_node read_paragraphs(pugi::xml_node first, const Surroundings& around);
  void read_paragraph(pugi::xml_node node);
  void read_waiting(const std::vector<Waiting>& waiting);
  void read_table(pugi::xml_node table, const Surroundings& around);
  void read_rows(pugi::xml_node container, Row& place, const Surroundings& around);
  void read_cells(pugi::xml_node container, Row& place, const Surroundings& around);
  [[nodiscard]] Block prototype(pugi::xml_node paragraph, const Surroundings& around) const;
  void set_kind(Block& block, int style, pugi::xml_node properties) const;

  void read_inline(pugi::xml_node container);
  void read_inline_element(pugi::xml_node node);
  void read_hyperlink(pugi::xml_node node);
  void read_inline_control(pugi::xml_node node);
  void read_simple_field(pugi::xml_node node);
  void read_math(pugi::xml_node node);
  void read_run(pugi::xml_node run);
  void read_run_element(pugi::xml_node node);
  void read_mark(pugi::xml_node node);
  void read_text(pugi::xml_node node);
  void read_note(const NotePart& notes, pugi::xml_node reference);
  void read_drawing(pugi::xml_node node);
  void read_shape(pugi::xml_node node, bool& has_picture, bool& has_alternative);
  void start_comment(pugi::xml_node node);
  void end_comment(pugi::xml_node node);

  void field_mark(pugi::xml_node node);
  void end_field(const OpenField& field);
  void mark_field(const FieldInstruction& field, std::uint32_t begin, pugi::xml_node data);
  [[nodiscard]] bool in_instruction() const;
  [[nodiscard]] bool shows_text() const { return !hidden_ && !in_instruction(); }
  void show(std::string_view text, pugi::xml_node element);
  void use_look();

  const DocxContext& context_;
  DocumentBuilder& builder_;
  ReadingNotes& notes_;
  LookWriter looks_;
  FontTable fonts_;
  const Story* story_ = nullptr;
  BlockKind kind_ = BlockKind::kParagraph;  // forced on all blocks of the story, or kParagraph
  std::uint32_t tables_ = 0;
  std::uint32_t block_number_ = 0;  // of the open block, to know in which one a field began
  std::string block_language_;
  int paragraph_style_ = -1;
  Run look_;             // of the run being read
  bool hidden_ = false;  // the run being read is hidden
  std::vector<OpenField> fields_;
  std::size_t instructions_ = 0;  // open fields that are not yet in their result
  std::vector<Waiting> waiting_;
  std::optional<FormControl> block_control_;
  struct Mark {
    std::uint32_t block = 0;
    std::uint32_t offset = 0;
  };
  std::map<std::string, Mark, std::less<>> comment_begins_;
  std::set<std::string, std::less<>> comments_placed_;
  std::set<pugi::xml_node> notes_read_;
};

// The alternative that is read of mc:AlternateContent: one, never both.
[[nodiscard]] pugi::xml_node chosen_alternative(pugi::xml_node node);

}  // namespace limpide
