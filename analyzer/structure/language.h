// Is a block French? In: its tokens, the small words of languages, the lexicon's answer for each
// form. Out: a verdict; too short a text gets none. Refuses: to name the other language.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/document/document.h"
#include "analyzer/segmentation/segmentation.h"
#include "analyzer/structure/block_cues.h"
#include "analyzer/structure/structure.h"

namespace limpide {

// One verdict a block.
[[nodiscard]] std::vector<LanguageVerdict> block_languages(const Document& document,
                                                           const Segmentation& segmentation,
                                                           const std::vector<BlockCues>& cues,
                                                           const StructureResources& resources);

}  // namespace limpide
