#include "analyzer/annotation/archive_copy.h"

#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace limpide {
namespace {

struct Discard {
  void operator()(zip_t* handle) const { zip_discard(handle); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

Error damaged(const std::string& path) {
  return make_error(ErrorCode::kInvalidInput, "error.archive.damaged", {{"path", path}},
                    {path, 0, 0});
}

std::int64_t locate(zip_t* handle, const std::string& name) {
  const zip_int64_t exact = zip_name_locate(handle, name.c_str(), 0);
  return exact >= 0 ? exact : zip_name_locate(handle, name.c_str(), ZIP_FL_NOCASE);
}

// Puts one entry in, as its predecessor was or as the first entry is.
bool put(zip_t* handle, const ArchiveChange& change) {
  const std::int64_t found = locate(handle, change.name);
  constexpr zip_uint16_t kFirstDay = 0x21;  // that a zip knows
  zip_stat_t stat;
  zip_stat_init(&stat);
  const auto model = static_cast<zip_uint64_t>(found >= 0 ? found : 0);
  const bool known = zip_stat_index(handle, model, 0, &stat) == 0;
  zip_source_t* source = zip_source_buffer(handle, change.bytes.data(), change.bytes.size(), 0);
  if (source == nullptr) return false;
  const zip_int64_t index =
      found >= 0 ? (zip_file_replace(handle, model, source, 0) == 0 ? found : -1)
                 : zip_file_add(handle, change.name.c_str(), source, ZIP_FL_ENC_GUESS);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto at = static_cast<zip_uint64_t>(index);
  const bool dated = known && (stat.valid & ZIP_STAT_MTIME) != 0;
  const int set = dated ? zip_file_set_mtime(handle, at, stat.mtime, 0)
                        : zip_file_set_dostime(handle, at, 0, kFirstDay, 0);
  return set == 0 && zip_set_file_compression(handle, at, ZIP_CM_DEFLATE, 6) == 0;
}

Result<std::string> read_whole(const std::string& path, zip_source_t* source) {
  std::string bytes;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return damaged(path);
  bytes.resize(stat.size);
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const zip_int64_t got = zip_source_read(source, bytes.data() + filled, bytes.size() - filled);
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
  }
  zip_source_close(source);
  if (filled != bytes.size()) return damaged(path);
  return bytes;
}

}  // namespace

Result<std::string> copy_archive(const std::string& path, std::string_view archive,
                                 const std::vector<ArchiveChange>& changes) {
  // libzip 1.7.3 frees the bytes it was lent when it writes over them: it gets some of its own.
  void* bytes = std::malloc(std::max<std::size_t>(archive.size(), 1));
  if (bytes == nullptr) return damaged(path);
  std::memcpy(bytes, archive.data(), archive.size());
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, FreeSource> buffer(
      zip_source_buffer_create(bytes, archive.size(), 1, &error));
  if (!buffer) {
    std::free(bytes);
    return damaged(path);
  }
  // The source owns the bytes and frees them. NOLINTNEXTLINE(clang-analyzer-unix.Malloc)
  zip_source_keep(buffer.get());
  std::unique_ptr<zip_t, Discard> handle(zip_open_from_source(buffer.get(), 0, &error));
  zip_error_fini(&error);
  if (!handle) {
    zip_source_free(buffer.get());
    return damaged(path);
  }
  for (const ArchiveChange& change : changes) {
    if (!put(handle.get(), change)) return damaged(path);
  }
  if (zip_close(handle.get()) != 0) return damaged(path);
  static_cast<void>(handle.release());
  return read_whole(path, buffer.get());
}

}  // namespace limpide
