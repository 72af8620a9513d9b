// The role that a block shows by itself, wherever it stands. In: the block and its cues. Out: the
// role, or nothing when only its place can tell. Refuses: its neighbours; roles.cpp asks them.
#pragma once

#include <optional>

#include "analyzer/document/document.h"
#include "analyzer/structure/block_cues.h"
#include "analyzer/structure/structure.h"

namespace limpide {

[[nodiscard]] inline bool has(PhraseBits bits, Phrase phrase) {
  return (bits & bit_of(phrase)) != 0;
}

[[nodiscard]] std::optional<Role> own_role(const Block& block, const BlockCues& cues);

// "." and the like; a question mark may end a heading.
[[nodiscard]] bool ends_sentence(char32_t last);
[[nodiscard]] bool is_prose(const BlockCues& cues);
// Lines short enough for an address, a name, a title.
[[nodiscard]] bool is_short_lines(const BlockCues& cues);
[[nodiscard]] bool is_table(const BlockCues& cues);

}  // namespace limpide
