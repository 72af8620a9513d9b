#include "analyzer/readers/office/archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace limpide {
namespace {

constexpr std::size_t kRatioFloor = std::size_t{1} << 20;  // bytes
constexpr std::string_view kEntryMark = "PK\x01\x02";
constexpr std::string_view kLocalMark = "PK\x03\x04";

// Entries as the directory marks them, counted before libzip builds a table of them: a directory
// of a million names would cost seconds.
std::size_t count_marks(std::string_view bytes, std::size_t enough) {
  std::size_t count = 0;
  std::size_t at = bytes.find(kEntryMark);
  while (at != std::string_view::npos && count < enough) {
    ++count;
    at = bytes.find(kEntryMark, at + kEntryMark.size());
  }
  return count;
}

bool holds(std::string_view bytes, std::string_view text) {
  return bytes.find(text) != std::string_view::npos;
}

}  // namespace

void Archive::Closer::operator()(struct zip* handle) const { zip_discard(handle); }

Result<Archive> Archive::open(std::string path, std::string_view bytes, const Limits& limits) {
  const Location place{path, 0, 0};
  if (bytes.size() > limits.file_bytes) {
    return make_error(ErrorCode::kLimit, "error.file.too_large",
                      {{"path", path}, {"limit", std::to_string(limits.file_bytes >> 20U)}}, place);
  }
  // libzip takes an empty file for an empty archive.
  if (bytes.empty()) {
    return make_error(ErrorCode::kInvalidInput, "error.archive.damaged", {{"path", path}}, place);
  }
  if (count_marks(bytes, limits.archive_entries + 1) > limits.archive_entries) {
    return make_error(ErrorCode::kLimit, "error.archive.too_many_files",
                      {{"path", path}, {"limit", std::to_string(limits.archive_entries)}}, place);
  }
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* handle = nullptr;
  if (source != nullptr) handle = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (handle == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (handle == nullptr) {
    return make_error(ErrorCode::kInvalidInput, "error.archive.damaged", {{"path", path}}, place);
  }
  Archive archive;
  archive.path_ = std::move(path);
  archive.size_ = bytes.size();
  archive.limits_ = limits;
  archive.handle_.reset(handle);
  return archive;
}

std::int64_t Archive::locate(const std::string& name) const {
  const zip_int64_t exact = zip_name_locate(handle_.get(), name.c_str(), 0);
  if (exact >= 0) return exact;
  // Names of parts are compared without case in OOXML.
  return zip_name_locate(handle_.get(), name.c_str(), ZIP_FL_NOCASE);
}

bool Archive::has(const std::string& name) const { return locate(name) >= 0; }

bool Archive::has_under(std::string_view folder) const {
  const zip_int64_t count = zip_get_num_entries(handle_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(handle_.get(), static_cast<zip_uint64_t>(i), 0);
    if (name != nullptr && std::string_view(name).substr(0, folder.size()) == folder) return true;
  }
  return false;
}

Result<std::string> Archive::read(const std::string& name) {
  const Location place{path_, 0, 0};
  const MessageArguments names = {{"path", path_}, {"part", name}};
  const std::int64_t found = locate(name);
  if (found < 0)
    return make_error(ErrorCode::kNotFound, "error.archive.part_missing", names, place);
  const auto index = static_cast<zip_uint64_t>(found);
  zip_stat_t stat;
  zip_stat_init(&stat);
  const bool known = zip_stat_index(handle_.get(), index, 0, &stat) == 0;
  if (known && (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
      stat.encryption_method != ZIP_EM_NONE) {
    return make_error(ErrorCode::kUnsupported, "error.archive.password", {{"path", path_}}, place);
  }
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
      zip_fopen_index(handle_.get(), index, 0), zip_fclose);
  if (!known || !file) {
    return make_error(ErrorCode::kInvalidInput, "error.archive.part_damaged", names, place);
  }
  const std::size_t packed = std::min<std::size_t>(stat.comp_size, size_);
  std::string bytes;
  bytes.reserve(std::min<std::size_t>(stat.size, kRatioFloor));
  std::array<char, 65536> buffer;
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) {
      return make_error(ErrorCode::kInvalidInput, "error.archive.part_damaged", names, place);
    }
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    unpacked_ += static_cast<std::size_t>(got);
    const bool bomb = bytes.size() > kRatioFloor && bytes.size() / limits_.archive_ratio > packed;
    if (bomb || bytes.size() > limits_.archive_entry_bytes ||
        unpacked_ > limits_.archive_total_bytes) {
      return make_error(ErrorCode::kLimit, "error.archive.too_large", names, place);
    }
  }
}

ArchiveKind archive_kind(std::string_view bytes) {
  if (bytes.substr(0, kLocalMark.size()) != kLocalMark) return ArchiveKind::kNotArchive;
  const std::string_view start = bytes.substr(0, 256);
  if (holds(start, "application/vnd.oasis.opendocument.text")) return ArchiveKind::kOpenText;
  if (holds(start, "application/vnd.oasis.opendocument")) return ArchiveKind::kOther;
  if (holds(bytes, "word/document")) return ArchiveKind::kWord;
  if (holds(bytes, "xl/workbook") || holds(bytes, "ppt/presentation")) {
    return ArchiveKind::kOther;
  }
  if (holds(bytes, "[Content_Types].xml")) return ArchiveKind::kWord;
  if (holds(bytes, "content.xml") && holds(bytes, "META-INF/manifest.xml")) {
    return ArchiveKind::kOpenText;
  }
  return ArchiveKind::kOther;
}

}  // namespace limpide
