// One paragraph of a docx as two of the same look. In: the places of a part, a byte of text. Out:
// the markup that stands between the halves. Refuses: text in links, fields, controls, changes of
// others; an item of a list, a paragraph that opens a page or ends a section, a frame: the copy of
// its properties would open another.
#pragma once

#include <cstdint>
#include <string>

#include "analyzer/annotation/docx/places.h"
#include "analyzer/annotation/splices.h"

namespace limpide::ooxml {

// What a paragraph border in a change is written with.
struct BreakMarks {
  std::string inserted;  // "<w:ins .../>" for a paragraph mark; "" where nothing is tracked
  std::string declared;  // the namespace of "w:", where the root does not give it
};

// May the paragraph be cut in this run?
[[nodiscard]] bool may_break(const Places& places, std::uint32_t run);
// The end of the half before, the begin of the next: its tag and properties. `marks`: of the mark
// that ends the new paragraph.
[[nodiscard]] std::string next_paragraph(const XmlSpans& spans, std::uint32_t paragraph,
                                         const BreakMarks& marks);
// The mark that ends the first half.
[[nodiscard]] Splice first_half(const XmlSpans& spans, std::uint32_t paragraph,
                                const BreakMarks& marks);

}  // namespace limpide::ooxml
