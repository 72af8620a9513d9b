// One paragraph of an odt as two of the same style. In: the places of content.xml, a place in a
// paragraph. Out: the markup that stands between the halves. Refuses: text in links, headings, a
// style that begins or ends a page or has a big first letter: the copy would have it again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/annotation/odt/places.h"

namespace limpide::odf {

// `chain`: the elements between the paragraph and the place, outermost first.
[[nodiscard]] bool may_break(const XmlSpans& spans, std::uint32_t paragraph,
                             const std::vector<std::uint32_t>& chain);
[[nodiscard]] std::string next_paragraph(const XmlSpans& spans, std::uint32_t paragraph,
                                         const std::vector<std::uint32_t>& chain);
// The chain of a byte of text; nothing when it is not in a text of the body that may be cut.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> breakable_chain(const Places& places,
                                                                        std::uint32_t byte);

}  // namespace limpide::odf
