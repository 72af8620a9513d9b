// What a reading left out or took a side on, counted. In: counts. Out: notices of the document.
// Refuses: nothing; a count of zero is not told.
#pragma once

#include <cstdint>

#include "analyzer/document/document_builder.h"

namespace limpide {

struct ReadingNotes {
  std::uint32_t comments = 0;
  std::uint32_t hidden = 0;   // stretches of hidden text
  std::uint32_t changes = 0;  // tracked changes, read as accepted
  std::uint32_t images = 0;
  std::uint32_t images_without_alt = 0;  // no text for those who do not see them
  std::uint32_t embedded = 0;            // parts in another format (altChunk, OLE)
};

void add_notices(DocumentBuilder& builder, const ReadingNotes& notes);

}  // namespace limpide
