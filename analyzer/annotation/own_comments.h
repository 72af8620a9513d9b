// A file without the comments of an earlier reading, so that a new one replaces them. In: the bytes
// of a file, the name that our comments bear. Out: the same bytes without these comments, and how
// many there were; how many of our tracked changes still wait. Refuses: to touch the comments of
// others, a comment of ours that somebody has answered, and changes: they are the writer's to take.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"

namespace limpide {

struct WithoutOwn {
  std::string bytes;
  std::size_t removed = 0;   // comments
  std::size_t answered = 0;  // comments that stay, because somebody answered
  std::size_t pending = 0;   // tracked changes
};

// A file that is no docx and no odt, or is damaged, comes back as it is: its reader tells why.
[[nodiscard]] WithoutOwn without_own_comments(const std::string& path, std::string bytes,
                                              std::string_view author, const Limits& limits);

}  // namespace limpide
