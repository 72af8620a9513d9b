#include "analyzer/reports/sheet/new_archive.h"

#include <zip.h>

#include <cstdint>
#include <memory>

namespace limpide {
namespace {

struct Discard {
  void operator()(zip_t* handle) const { zip_discard(handle); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

Error no_archive() { return make_error(ErrorCode::kIo, "error.sheet.archive"); }

bool put(zip_t* handle, const ArchiveEntry& entry) {
  constexpr zip_uint16_t kFirstDay = 0x21;  // that a zip knows
  zip_source_t* source = zip_source_buffer(handle, entry.bytes.data(), entry.bytes.size(), 0);
  if (source == nullptr) return false;
  const zip_int64_t index = zip_file_add(handle, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto at = static_cast<zip_uint64_t>(index);
  const std::int32_t method = entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  return zip_file_set_dostime(handle, at, 0, kFirstDay, 0) == 0 &&
         zip_set_file_compression(handle, at, method, 6) == 0;
}

}  // namespace

Result<std::string> new_archive(const std::vector<ArchiveEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, FreeSource> buffer(
      zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!buffer) return no_archive();
  zip_source_keep(buffer.get());
  std::unique_ptr<zip_t, Discard> handle(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
  zip_error_fini(&error);
  if (!handle) {
    zip_source_free(buffer.get());
    return no_archive();
  }
  for (const ArchiveEntry& entry : entries) {
    if (!put(handle.get(), entry)) return no_archive();
  }
  if (zip_close(handle.get()) != 0) return no_archive();
  static_cast<void>(handle.release());
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(buffer.get(), &stat) != 0 || zip_source_open(buffer.get()) != 0) {
    return no_archive();
  }
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip_source_read(buffer.get(), bytes.data(), bytes.size());
  zip_source_close(buffer.get());
  if (got < 0 || static_cast<std::size_t>(got) != bytes.size()) return no_archive();
  return bytes;
}

}  // namespace limpide
