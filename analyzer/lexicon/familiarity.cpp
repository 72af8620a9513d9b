#include "analyzer/lexicon/familiarity.h"

#include <utility>

namespace limpide {
namespace {

constexpr std::uint32_t kOffsets = 10;
constexpr std::uint32_t kBytes = 11;
constexpr std::uint32_t kUsages = 12;
constexpr std::size_t kUsageBytes = 8;

}  // namespace

Result<Familiarity> Familiarity::open(const std::string& path) {
  return build(PackedFile::open(path, kFamiliarityKind));
}

Result<Familiarity> Familiarity::from_bytes(std::string bytes) {
  return build(PackedFile::from_bytes(std::move(bytes), kFamiliarityKind));
}

Result<Familiarity> Familiarity::build(Result<PackedFile> file) {
  if (!file) return std::move(file).error();
  Familiarity table;
  table.file_ = std::move(file).value();
  const std::string_view offsets = table.file_.section(kOffsets);
  const std::string_view bytes = table.file_.section(kBytes);
  const std::string_view usages = table.file_.section(kUsages);
  const std::size_t count = usages.size() / kUsageBytes;
  bool sound = usages.size() % kUsageBytes == 0 && offsets.size() == (count + 1) * 4;
  for (std::size_t i = 0; sound && i < count; ++i) {
    sound = load_item<std::uint32_t>(offsets.data(), i) <=
            load_item<std::uint32_t>(offsets.data(), i + 1);
  }
  if (!sound || load_item<std::uint32_t>(offsets.data(), count) != bytes.size()) {
    const std::string& path = table.file_.path();
    return make_error(ErrorCode::kInvalidInput, "error.data.damaged", {{"path", path}},
                      {path, 0, 0});
  }
  table.offsets_ = offsets.data();
  table.bytes_ = bytes.data();
  table.usages_ = usages.data();
  table.count_ = static_cast<std::uint32_t>(count);
  return table;
}

std::string_view Familiarity::word(std::uint32_t index) const {
  const auto first = load_item<std::uint32_t>(offsets_, index);
  return {bytes_ + first, load_item<std::uint32_t>(offsets_, index + 1) - first};
}

Usage Familiarity::usage(std::string_view form) const {
  std::uint32_t low = 0;
  std::uint32_t high = count_;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const int order = word(middle).compare(form);
    if (order == 0) {
      const std::size_t at = std::size_t{middle} * 2;
      return {load_item<std::uint32_t>(usages_, at), load_item<std::uint32_t>(usages_, at + 1)};
    }
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return {};
}

std::string Familiarity::licence() const { return std::string(file_.section(kSectionLicence)); }

std::string pack_familiarity(const std::map<std::string, Usage>& usages, const std::string& licence,
                             std::uint64_t source_checksum) {
  std::string offsets;
  std::string bytes;
  std::string numbers;
  for (const auto& [word, usage] : usages) {
    append_value(offsets, static_cast<std::uint32_t>(bytes.size()));
    bytes += word;
    append_value(numbers, usage.rank);
    append_value(numbers, usage.administrative);
  }
  append_value(offsets, static_cast<std::uint32_t>(bytes.size()));
  return pack_sections(
      kFamiliarityKind, source_checksum,
      {{kSectionLicence, licence}, {kOffsets, offsets}, {kBytes, bytes}, {kUsages, numbers}});
}

}  // namespace limpide
