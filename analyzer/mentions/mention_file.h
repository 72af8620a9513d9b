// From the file that experts edit to MentionResources. In: fr/mentions/mentions.xml. Out: every
// mention that is sound, and the faults of the others with line and column. Refuses: nothing but a
// missing file; text that is no XML is one fault, and no mention is then checked.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/mentions/mention.h"

namespace limpide {

// data_folder: share/limpide.
[[nodiscard]] Result<MentionResources> load_mentions(const std::string& data_folder);
[[nodiscard]] MentionResources parse_mentions(std::string_view xml, const std::string& path);

}  // namespace limpide
