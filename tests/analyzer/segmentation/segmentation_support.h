// What the segmentation tests share: resources of the build, documents from plain text, tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/document/document.h"
#include "analyzer/segmentation/segmenter.h"

namespace limpide {

// Loaded once; a test fails when the data cannot be read.
const SegmentationResources& test_resources();
// One paragraph; "\n" inside is a line break of the author, or mere wrapping.
Document one_block(std::string_view text, bool hard_wrapped = false,
                   BlockKind kind = BlockKind::kParagraph);
// Lines of a table in tests/stages, without comments and empty lines.
std::vector<std::string> stage_lines(const std::string& name);
std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace limpide
