// Content controls of a docx. In: the w:sdtPr of a control. Out: a FormControl, when the control
// is there to be filled in. Refuses: controls that only group (table of contents, cover page,
// bibliography), which are not form controls.
#pragma once

#include <optional>

#include <pugixml.hpp>

#include "analyzer/document/document.h"

namespace limpide {

// `inline_level`: the control stands inside a paragraph, where rich text is a field to fill in;
// around whole paragraphs it is a group unless it still shows its placeholder.
[[nodiscard]] std::optional<FormControl> content_control(pugi::xml_node properties,
                                                         bool inline_level);

}  // namespace limpide
