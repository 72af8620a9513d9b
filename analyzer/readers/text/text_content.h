// The structure of plain text, shared by text files and the text of e-mails. In: a part of the
// builder. Out: its blocks, in the builder. Refuses: nothing; any text has a reading.
//
// A blank line ends a paragraph. Lines that were broken at a margin become one block; any other
// line is a block of its own. Markers of lists and of quotations stay out of the text.
#pragma once

#include <cstddef>
#include <cstdint>

#include "analyzer/document/document_builder.h"

namespace limpide {

struct TextOptions {
  std::size_t begin = 0;     // byte of the part to start at (after a byte order mark)
  bool has_controls = true;  // the text may hold control bytes, which are left out
  bool mail = false;         // "-- " opens the signature
  bool flowed = false;       // RFC 3676: a line that ends with a space goes on
};

void read_text(DocumentBuilder& builder, std::uint32_t part, const TextOptions& options);

}  // namespace limpide
