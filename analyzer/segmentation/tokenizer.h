// Document text to tokens. In: a Document and the resources. Out: every character of every block
// that is not space lies in exactly one token; no token crosses a block, a line of the author or
// the edge of a merge field. Refuses: nothing; text of any size in linear time (a chunk without
// space is cut every kMaxChunkBytes).
#pragma once

#include "analyzer/document/document.h"
#include "analyzer/segmentation/resources.h"
#include "analyzer/segmentation/stream.h"

namespace limpide {

[[nodiscard]] TokenStream tokenize(const Document& document,
                                   const SegmentationResources& resources);

}  // namespace limpide
