// Fields of a docx: "MERGEFIELD Nom", "HYPERLINK ...", "FORMTEXT", ... In: the instruction of a
// field and the w:ffData of a form field. Out: what it is and what it names. Refuses: nothing;
// other fields are kOther, whose result is plain text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "analyzer/document/document.h"

namespace limpide {

enum class FieldKind : std::uint8_t {
  kOther,
  kMerge,
  kLink,
  kFormText,
  kFormCheckbox,
  kFormChoice
};

struct FieldInstruction {
  FieldKind kind = FieldKind::kOther;
  std::string argument;  // the name of a merge field, the target of a link
};

[[nodiscard]] FieldInstruction parse_instruction(std::string_view text);

// A field whose begin was met and not yet its end.
struct OpenField {
  std::string instruction;
  pugi::xml_node data;      // w:ffData, or null
  bool in_result = false;   // after w:fldChar separate
  std::uint32_t block = 0;  // the block in which the result begins
  std::uint32_t begin = 0;  // offset in that block
};

// The control that w:ffData describes.
[[nodiscard]] FormControl form_field(FieldKind kind, pugi::xml_node data);
// What a drop-down list shows: its chosen or first entry, "" without entries.
[[nodiscard]] std::string shown_choice(pugi::xml_node data);

}  // namespace limpide
