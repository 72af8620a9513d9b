// Marks that overlap, cut so that none nests in another. In: comments with the pieces of source
// they stand on, edits of the source. Out: segments in the order of the source, each with what
// covers it. Refuses: nothing; pieces and edits are sorted and do not overlap among their like.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/annotation/annotate.h"
#include "analyzer/annotation/splices.h"
#include "analyzer/document/document.h"

namespace limpide {

struct PlacedComment {
  std::uint32_t comment = 0;  // index into the plan
  std::vector<Span> pieces;   // of the source, in order, not touching; never none
};

struct Segment {
  Span source;                          // empty: an insertion
  std::vector<std::uint32_t> comments;  // that cover it: indices into the placed comments
  std::vector<std::uint32_t> ends;      // those whose last piece ends here
  bool deleted = false;
  std::string inserted;  // after the source
};

[[nodiscard]] std::vector<Segment> segments_of(const std::vector<PlacedComment>& comments,
                                               std::vector<Splice> edits);

// In the order in which readers meet the end of their words, the shorter first.
void sort_by_end(std::vector<PlacedComment>& comments);

// The source of a span of text of the one part: pieces parted only by white space are one.
[[nodiscard]] std::vector<Span> source_pieces(const Document& document, Span text);

}  // namespace limpide
