#include "analyzer/lexicon/packed_file.h"

#include <cassert>

namespace limpide {
namespace {

constexpr std::size_t kVersionAt = 12;
constexpr std::size_t kLengthAt = 16;
constexpr std::size_t kChecksumAt = 24;
constexpr std::size_t kSourceChecksumAt = 32;
constexpr std::size_t kSectionCountAt = 40;
constexpr std::size_t kChecksummedFrom = kSourceChecksumAt;
constexpr std::size_t kSectionsAtMost = 64;

std::size_t aligned(std::size_t size) { return (size + 7) / 8 * 8; }

}  // namespace

std::uint64_t packed_checksum(std::string_view bytes) {
  // Four lanes, so that the multiplications of one step do not wait for each other.
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15U;
  std::uint64_t lanes[4] = {1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    for (std::size_t lane = 0; lane < 4; ++lane) {
      lanes[lane] = (lanes[lane] ^ load<std::uint64_t>(bytes, at + lane * 8)) * kPrime;
      lanes[lane] ^= lanes[lane] >> 29U;
    }
  }
  for (; at < bytes.size(); ++at) {
    lanes[0] = (lanes[0] ^ static_cast<unsigned char>(bytes[at])) * kPrime;
    lanes[0] ^= lanes[0] >> 29U;
  }
  std::uint64_t sum = bytes.size();
  for (const std::uint64_t lane : lanes) sum = (sum ^ lane) * kPrime + (sum >> 31U);
  return sum;
}

void repair_packed_checksum(std::string& bytes) {
  if (bytes.size() < kPackedHeaderBytes) return;
  const std::uint64_t sum = packed_checksum(std::string_view(bytes).substr(kChecksummedFrom));
  std::memcpy(bytes.data() + kChecksumAt, &sum, sizeof sum);
}

std::string pack_sections(const PackedKind& kind, std::uint64_t source_checksum,
                          const std::vector<std::pair<std::uint32_t, std::string>>& sections) {
  assert(kind.magic.size() == kPackedMagicBytes && sections.size() <= kSectionsAtMost);
  std::string table;
  std::size_t offset = kPackedHeaderBytes + sections.size() * kPackedSectionBytes;
  for (const auto& [id, content] : sections) {
    append_value<std::uint32_t>(table, id);
    append_value<std::uint32_t>(table, 0);
    append_value<std::uint64_t>(table, offset);
    append_value<std::uint64_t>(table, content.size());
    offset = aligned(offset + content.size());
  }
  std::string bytes(kind.magic);
  append_value<std::uint32_t>(bytes, kPackedByteOrder);
  append_value<std::uint32_t>(bytes, kind.version);
  append_value<std::uint64_t>(bytes, offset);
  append_value<std::uint64_t>(bytes, 0);  // checksum, below
  append_value<std::uint64_t>(bytes, source_checksum);
  append_value<std::uint32_t>(bytes, static_cast<std::uint32_t>(sections.size()));
  append_value<std::uint32_t>(bytes, 0);
  bytes += table;
  for (const auto& section : sections) {
    bytes += section.second;
    bytes.resize(aligned(bytes.size()), '\0');
  }
  repair_packed_checksum(bytes);
  return bytes;
}

Error PackedFile::fault(const char* key) const {
  return make_error(ErrorCode::kInvalidInput, key, {{"path", path_}}, {path_, 0, 0});
}

Status PackedFile::check(const PackedKind& kind) {
  const std::string_view all = bytes();
  if (all.substr(0, kPackedMagicBytes) != kind.magic) return fault("error.data.foreign");
  if (all.size() < kPackedHeaderBytes) return fault("error.data.damaged");
  if (load<std::uint32_t>(all, kPackedMagicBytes) != kPackedByteOrder ||
      load<std::uint32_t>(all, kVersionAt) != kind.version) {
    return fault("error.data.version");
  }
  if (load<std::uint64_t>(all, kLengthAt) != all.size() ||
      load<std::uint64_t>(all, kChecksumAt) != packed_checksum(all.substr(kChecksummedFrom))) {
    return fault("error.data.damaged");
  }
  source_checksum_ = load<std::uint64_t>(all, kSourceChecksumAt);
  const std::size_t count = load<std::uint32_t>(all, kSectionCountAt);
  const std::size_t first = kPackedHeaderBytes + count * kPackedSectionBytes;
  if (count > kSectionsAtMost || first > all.size()) return fault("error.data.damaged");
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = kPackedHeaderBytes + i * kPackedSectionBytes;
    const Section section{load<std::uint32_t>(all, at), load<std::uint64_t>(all, at + 8),
                          load<std::uint64_t>(all, at + 16)};
    if (section.offset < first || section.offset > all.size() ||
        section.size > all.size() - section.offset) {
      return fault("error.data.damaged");
    }
    sections_.push_back(section);
  }
  return Done{};
}

Result<PackedFile> PackedFile::open(const std::string& path, const PackedKind& kind) {
  Result<MappedFile> mapped = MappedFile::open(path);
  if (!mapped) return std::move(mapped).error();
  PackedFile file;
  file.file_ = std::move(mapped).value();
  file.mapped_ = true;
  file.path_ = path;
  const Status status = file.check(kind);
  if (!status) return status.error();
  return file;
}

Result<PackedFile> PackedFile::from_bytes(std::string bytes, const PackedKind& kind) {
  PackedFile file;
  file.bytes_.assign(bytes.begin(), bytes.end());
  const Status status = file.check(kind);
  if (!status) return status.error();
  return file;
}

std::string_view PackedFile::bytes() const {
  if (mapped_) return file_.bytes();
  return {bytes_.data(), bytes_.size()};
}

std::string_view PackedFile::section(std::uint32_t id) const {
  for (const Section& section : sections_) {
    if (section.id == id) return bytes().substr(section.offset, section.size);
  }
  return {};
}

}  // namespace limpide
