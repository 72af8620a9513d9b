// Whole files in and out. In: a path, bytes. Out: the bytes, or a file that is either the old one
// or the new one, never half of it: it is written beside and renamed. Refuses: more than the limit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analyzer/base/result.h"

namespace limpide {

// "-" is not special here: standard input is the caller's affair (read_stream).
Result<std::string> read_file(const std::string& path, std::size_t limit_bytes);
// Reads a descriptor to its end; path is only for messages.
Result<std::string> read_stream(int descriptor, const std::string& path, std::size_t limit_bytes);
// Keeps the mode of a file that it replaces.
Status write_file_atomically(const std::string& path, std::string_view bytes);

}  // namespace limpide
