// A reviewed copy of Markdown read again. In: the original, the copy. Out: the first block of the
// original that the copy, its marks refused, does not give back. Refuses: nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "analyzer/base/limits.h"
#include "analyzer/document/document.h"

namespace limpide {

// `paragraphs`: of ours, at the top of the copy. Nothing when all is what it was; the number of
// blocks when the fault lies in no block.
[[nodiscard]] std::optional<std::size_t> first_changed_block(const Document& original,
                                                             const std::string& copy,
                                                             std::size_t paragraphs,
                                                             const Limits& limits);

}  // namespace limpide
