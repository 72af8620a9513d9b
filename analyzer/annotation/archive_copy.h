// A zip archive with some of its entries changed. In: the bytes of the archive, the entries to
// change or to add. Out: the bytes of the new archive: every other entry keeps its packed bytes,
// its place, its date and its attributes. Refuses: an archive that libzip does not open.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

struct ArchiveChange {
  std::string name;
  std::string bytes;
};

// `path` is for messages. Changed entries are deflated and keep their date; a new one comes last,
// with the date of the first entry: the same input gives the same bytes.
[[nodiscard]] Result<std::string> copy_archive(const std::string& path, std::string_view archive,
                                               const std::vector<ArchiveChange>& changes);

}  // namespace limpide
