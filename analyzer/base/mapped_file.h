// A file read through the memory map of the system. In: a path. Out: its bytes, read-only, while
// the object lives. Refuses: a missing or unreadable file (kIo, kNotFound). An empty file is an
// empty view.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analyzer/base/result.h"

namespace limpide {

class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const;

 private:
  void* address_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace limpide
