// The container of the tables we compile: magic, version, byte order, length, checksums, section
// table, sections (docs/formats/lexicon.md). In: a path or bytes. Out: sections as views, bounds
// checked once. Refuses: a foreign, truncated, damaged or newer file, and one written on a machine
// of the other byte order: one Error, key error.data.foreign, error.data.damaged or
// error.data.version.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/base/mapped_file.h"
#include "analyzer/base/result.h"

namespace limpide {

inline constexpr std::size_t kPackedMagicBytes = 8;
inline constexpr std::size_t kPackedHeaderBytes = 48;
inline constexpr std::size_t kPackedSectionBytes = 24;
inline constexpr std::uint32_t kPackedByteOrder = 0x01020304;
// Sections that every file has.
inline constexpr std::uint32_t kSectionVersion = 1;  // text: version of the source
inline constexpr std::uint32_t kSectionLicence = 2;  // text: licence and authors of the source

// What a file must be to be taken.
struct PackedKind {
  std::string_view magic;     // kPackedMagicBytes long
  std::uint32_t version = 0;  // of the layout; another number is refused
};

// Immutable; safe to share between threads. Views live as long as the object that gave them is not
// moved from.
class PackedFile {
 public:
  static Result<PackedFile> open(const std::string& path, const PackedKind& kind);
  static Result<PackedFile> from_bytes(std::string bytes, const PackedKind& kind);
  PackedFile() = default;

  // Empty when there is no such section.
  [[nodiscard]] std::string_view section(std::uint32_t id) const;
  [[nodiscard]] std::string_view bytes() const;
  [[nodiscard]] std::uint64_t source_checksum() const { return source_checksum_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Section {
    std::uint32_t id = 0;
    std::uint64_t offset = 0;  // bytes from the start of the file
    std::uint64_t size = 0;    // bytes
  };
  Status check(const PackedKind& kind);
  [[nodiscard]] Error fault(const char* key) const;

  MappedFile file_;
  std::vector<char> bytes_;  // a vector: its buffer does not move with the object
  bool mapped_ = false;
  std::vector<Section> sections_;
  std::uint64_t source_checksum_ = 0;
  std::string path_;
};

// The bytes of a file with these sections, in this order; each section starts on 8 bytes.
[[nodiscard]] std::string pack_sections(
    const PackedKind& kind, std::uint64_t source_checksum,
    const std::vector<std::pair<std::uint32_t, std::string>>& sections);

// What the header holds over the bytes that follow it; eight bytes a step, so that opening stays
// under a millisecond. Not cryptographic: it finds damage, not intent.
[[nodiscard]] std::uint64_t packed_checksum(std::string_view bytes);
// Writes the right checksum into the header of bytes: tests and fuzzing reach behind the check.
void repair_packed_checksum(std::string& bytes);

// Fixed-width values at a byte offset; the mapped bytes carry no alignment. REQUIRES: in range.
template <typename T>
[[nodiscard]] inline T load(std::string_view bytes, std::size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}
template <typename T>
[[nodiscard]] inline T load_item(const char* table, std::size_t index) {
  T value;
  std::memcpy(&value, table + index * sizeof value, sizeof value);
  return value;
}
template <typename T>
inline void append_value(std::string& out, T value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

}  // namespace limpide
