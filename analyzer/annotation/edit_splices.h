// Where an edit of the text falls in the bytes of a part. In: a document, an edit, its words as the
// file writes them. Out: splices, the first of which holds the new words. Refuses: text that the
// file holds only as an element or an entity, and text that the reader made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/annotation/splices.h"
#include "analyzer/document/document.h"
#include "analyzer/findings/finding.h"

namespace limpide {

struct PartSplice {
  std::uint32_t part = 0;  // index into Document::parts
  Splice splice;
};

// Empty when the edit cannot be made.
[[nodiscard]] std::vector<PartSplice> edit_splices(const Document& document, Span span,
                                                   std::string written);

}  // namespace limpide
