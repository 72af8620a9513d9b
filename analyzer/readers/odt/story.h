// The text of one odt part (body, header, footer) into blocks. In: the part and its styles. Out:
// blocks appended to the builder in the order of reading: text boxes and notes follow the
// paragraph that holds them. Refuses: deleted text (text:tracked-changes), hidden text and
// sections, templates of indexes, comments; each is counted in the notes.
//
// Recursion is bounded: XmlPart refuses deep nesting.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "analyzer/document/document_builder.h"
#include "analyzer/readers/odt/forms.h"
#include "analyzer/readers/odt/styles.h"
#include "analyzer/readers/office/notes.h"
#include "analyzer/readers/office/xml_part.h"
#include "analyzer/readers/office/xml_text.h"

namespace limpide::odf {

class StoryReader {
 public:
  StoryReader(DocumentBuilder& builder, ReadingNotes& notes);
  // `kind` is kParagraph for the body, else the kind that all blocks of the story get.
  void read(const XmlPart& part, const StyleSheet& styles, const FormElements& forms,
            pugi::xml_node container, BlockKind kind);

 private:
  // Where blocks are read: forced kind, the cell and the list around them.
  struct Surroundings {
    BlockKind kind = BlockKind::kParagraph;
    std::uint32_t table = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    int list_depth = 0;
    std::string_view list_style;
    bool labelled = false;  // the next paragraph carries the label of a list item
  };
  struct Waiting {
    pugi::xml_node container;  // null for a label of a form
    BlockKind kind;
    std::string label;
  };

  void read_blocks(pugi::xml_node container, Surroundings& around);
  void read_block(pugi::xml_node node, Surroundings& around);
  void read_section(pugi::xml_node node, Surroundings& around);
  void read_list(pugi::xml_node list, const Surroundings& around);
  void read_table(pugi::xml_node table, const Surroundings& around);
  void read_rows(pugi::xml_node container, Surroundings& around);
  void read_cells(pugi::xml_node row, Surroundings& around);
  void read_paragraph(pugi::xml_node node, Surroundings& around);
  void read_waiting(const std::vector<Waiting>& waiting);
  [[nodiscard]] Block prototype(pugi::xml_node node, const Style& style,
                                Surroundings& around) const;
  [[nodiscard]] const Style& paragraph_style(pugi::xml_node node) const;

  void read_inline(pugi::xml_node container);
  void read_text(pugi::xml_node node);
  void read_element(pugi::xml_node node);
  [[nodiscard]] bool read_character(pugi::xml_node node, std::string_view name);
  [[nodiscard]] bool read_field(pugi::xml_node node, std::string_view name);
  [[nodiscard]] bool read_aside(pugi::xml_node node, std::string_view name);
  void read_span(pugi::xml_node node);
  void read_link(pugi::xml_node node);
  void read_input(pugi::xml_node node, std::string_view name);
  void read_content_control(pugi::xml_node node);
  void read_annotation(pugi::xml_node node);
  void end_annotation(pugi::xml_node node);
  void start_field_mark(pugi::xml_node node, bool whole);
  void end_field_mark();
  void read_drawing(pugi::xml_node node);
  void read_shape(pugi::xml_node node, bool& has_picture, bool& has_alternative);
  void place_control(pugi::xml_node node);
  void show(std::string_view text, pugi::xml_node element);
  void use_look();

  DocumentBuilder& builder_;
  ReadingNotes& notes_;
  LookWriter looks_;
  FontTable fonts_;
  const XmlPart* part_ = nullptr;
  const StyleSheet* styles_ = nullptr;
  const FormElements* forms_ = nullptr;
  BlockKind kind_ = BlockKind::kParagraph;
  std::uint32_t tables_ = 0;
  std::uint32_t block_number_ = 0;
  std::string block_language_;
  TextProperties properties_;  // of the text being read
  bool after_space_ = true;    // white space collapses across spans
  std::vector<Waiting> waiting_;
  struct OpenAnnotation {
    Comment comment;
    std::uint32_t block = 0;
    std::uint32_t offset = 0;
  };
  std::map<std::string, OpenAnnotation, std::less<>> annotations_;  // until their end, by name
  struct OpenFieldMark {
    FormControl control;
    bool is_form = false;
    std::uint32_t block = 0;
    std::uint32_t offset = 0;
  };
  std::vector<OpenFieldMark> field_marks_;
};

}  // namespace limpide::odf
