// The files that a command works on. In: operands: files, folders, "-". Out: names in the order
// given, folders opened and sorted; the bytes of one. Refuses: nothing before it is read; a name
// that does not exist fails then, alone.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

// In folders, only files whose ending is one of ours, hidden ones left out, in the order of bytes.
[[nodiscard]] std::vector<std::string> expand_inputs(const std::vector<std::string>& operands);
// Of a file, or of standard input for "-".
[[nodiscard]] Result<std::string> read_input(const std::string& name, std::size_t limit_bytes);

}  // namespace limpide
