// The whole segmentation of a document. In: a Document and the resources. Out: a Segmentation; the
// same bytes in, the same value out. Refuses: nothing; linear in the text. Blocks of code get
// tokens and words, no protected spans and no sentences: they are never judged.
#pragma once

#include "analyzer/document/document.h"
#include "analyzer/segmentation/resources.h"
#include "analyzer/segmentation/segmentation.h"

namespace limpide {

[[nodiscard]] Segmentation segment(const Document& document,
                                   const SegmentationResources& resources);

}  // namespace limpide
