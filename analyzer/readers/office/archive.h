// A zip archive held in memory, read under guard. In: the bytes of a file. Out: the bytes of its
// entries, by name. Refuses: damaged archives, passwords, too many entries, entries that unpack to
// more than Limits; what is unpacked is counted, the sizes that the archive declares are not
// trusted.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"

struct zip;

namespace limpide {

class Archive {
 public:
  // `bytes` must outlive the archive; `path` is for messages.
  static Result<Archive> open(std::string path, std::string_view bytes, const Limits& limits);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] bool has(const std::string& name) const;
  // Is there an entry whose name begins so ("META-INF/")?
  [[nodiscard]] bool has_under(std::string_view folder) const;
  // Errors: kNotFound, kInvalidInput (damaged), kUnsupported (password, method), kLimit.
  Result<std::string> read(const std::string& name);

 private:
  struct Closer {
    void operator()(struct zip* handle) const;
  };
  Archive() = default;
  [[nodiscard]] std::int64_t locate(const std::string& name) const;

  std::string path_;
  std::size_t size_ = 0;  // bytes of the archive
  Limits limits_;
  std::size_t unpacked_ = 0;  // bytes, of all entries read so far
  std::unique_ptr<struct zip, Closer> handle_;
};

// What the first bytes and the names inside say, without opening the archive (so that a truncated
// file is still recognised and refused with the right words).
enum class ArchiveKind {
  kNotArchive,
  kOther,     // a zip of something else: a workbook, a book, an archive
  kWord,      // docx, docm, dotx
  kOpenText,  // odt, ott
};
[[nodiscard]] ArchiveKind archive_kind(std::string_view bytes);

}  // namespace limpide
