// Units that no sentence break enters and that rewrites keep whole: dates, amounts, references...
// In: the stream and the document's merge fields. Out: spans over tokens, sorted, never
// overlapping. Refuses: meaning; a date is kept whole here and understood in facts/. Blocks of
// code are passed over.
#pragma once

#include <vector>

#include "analyzer/document/document.h"
#include "analyzer/segmentation/resources.h"
#include "analyzer/segmentation/stream.h"

namespace limpide {

[[nodiscard]] std::vector<ProtectedSpan> find_protected_spans(
    const Document& document, const TokenStream& stream, const SegmentationResources& resources);

}  // namespace limpide
