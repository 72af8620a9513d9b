// A file with edits made in it, nothing tracked. In: the bytes of a file, the Document that a
// reader made of them, changes. Out: the new bytes, and which changes could be made; all else is
// the same byte for byte, in the encoding that the file has. Refuses: signed e-mails; damaged
// files; a change that touches text the file holds only as an element or an entity, or whose words
// the encoding cannot write.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/document/document.h"
#include "analyzer/findings/finding.h"

namespace limpide {

struct EditInput {
  const std::string& path;   // for messages
  std::string_view bytes;    // of the file
  const Document& document;  // what a reader made of these bytes
  // Each is made whole or not at all; by their first edit, no edit overlaps another.
  const std::vector<std::vector<Edit>>& changes;
};

struct EditedFile {
  std::string bytes;
  std::vector<std::uint32_t> made;  // indices into the changes
};

[[nodiscard]] Result<EditedFile> edit_file(const EditInput& input);

}  // namespace limpide
