// The role of each block. In: blocks and their cues. Out: one role a block. Refuses: nothing; what
// no rule knows is body.
//
// First what a block says of itself (its kind in the file, "Objet :", "Vu le code"), then its place
// between the salutation and the closing formula.
#pragma once

#include <vector>

#include "analyzer/document/document.h"
#include "analyzer/structure/block_cues.h"
#include "analyzer/structure/structure.h"

namespace limpide {

[[nodiscard]] std::vector<Role> assign_roles(const Document& document,
                                             const std::vector<BlockCues>& cues);

}  // namespace limpide
