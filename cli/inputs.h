// The files that a command works on. In: operands: files, folders, "-". Out: names in the order
// given, folders opened and sorted. Refuses: nothing; a name that does not exist fails later,
// alone.
#pragma once

#include <string>
#include <vector>

namespace limpide {

// In folders, only files whose ending is one of ours, hidden ones left out, in the order of bytes.
[[nodiscard]] std::vector<std::string> expand_inputs(const std::vector<std::string>& operands);

}  // namespace limpide
