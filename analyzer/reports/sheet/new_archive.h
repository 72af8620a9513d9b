// A zip archive made from nothing. In: entries, in their order. Out: its bytes, the same every
// time: entries have no date of today. Refuses: nothing but a lack of memory.
#pragma once

#include <string>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

struct ArchiveEntry {
  std::string name;
  std::string bytes;
  bool stored = false;  // not deflated: the first entry of an ODF file
};

[[nodiscard]] Result<std::string> new_archive(const std::vector<ArchiveEntry>& entries);

}  // namespace limpide
