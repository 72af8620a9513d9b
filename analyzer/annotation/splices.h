// Bytes put into a part at places, the rest left as it is. In: a source and its splices. Out: the
// new bytes. Refuses: nothing; of two splices that replace the same bytes the first given stays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/span.h"

namespace limpide {

struct Splice {
  Span span;  // bytes replaced, empty for an insertion
  std::string bytes;
};

// Splices at one place are made in the order given.
[[nodiscard]] std::string spliced(std::string_view source, std::vector<Splice> splices);

}  // namespace limpide
