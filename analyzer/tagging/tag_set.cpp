#include "analyzer/tagging/tag_set.h"

#include <cassert>

#include "analyzer/lexicon/packed_file.h"

namespace limpide {
namespace {

// One line a field of Features: how many values it has, how it is read and written.
struct Field {
  unsigned values;
  unsigned (*get)(const Features&);
  void (*set)(Features&, unsigned);
};

template <auto Member, typename Type>
unsigned get_field(const Features& features) {
  return static_cast<unsigned>(features.*Member);
}
template <auto Member, typename Type>
void set_field(Features& features, unsigned value) {
  features.*Member = static_cast<Type>(value);
}
template <auto Member, typename Type>
constexpr Field field(unsigned values) {
  return {values, get_field<Member, Type>, set_field<Member, Type>};
}

constexpr std::array<Field, 14> kFields = {
    field<&Features::number, Number>(3),       field<&Features::gender, Gender>(3),
    field<&Features::verb_form, VerbForm>(4),  field<&Features::mood, Mood>(5),
    field<&Features::tense, Tense>(5),         field<&Features::pron_type, PronType>(10),
    field<&Features::person, std::uint8_t>(4), field<&Features::possessive, bool>(2),
    field<&Features::reflexive, bool>(2),      field<&Features::negative, bool>(2),
    field<&Features::ordinal, bool>(2),        field<&Features::cardinal, bool>(2),
    field<&Features::definite, bool>(2),       field<&Features::indefinite, bool>(2)};

constexpr unsigned kUposCount = 17;
constexpr unsigned kBitsOfField = 4;

constexpr unsigned shared_columns() {
  unsigned count = kUposCount;
  for (const Field& item : kFields) count += item.values - 1;
  return count;
}

TagColumns columns_of(const Tag& tag, std::size_t index) {
  TagColumns columns;
  columns.fill(kNeutralColumn);
  std::size_t used = 0;
  columns[used++] = static_cast<std::uint8_t>(tag.upos);
  unsigned first = kUposCount;
  for (const Field& item : kFields) {
    const unsigned value = item.get(tag.features);
    if (value > 0 && used < kColumnsOfTag - 1) {
      columns[used++] = static_cast<std::uint8_t>(first + value - 1);
    }
    first += item.values - 1;
  }
  const std::size_t own = first + index;
  if (own < kNeutralColumn) columns[used] = static_cast<std::uint8_t>(own);
  return columns;
}

}  // namespace

std::uint64_t tag_code(const Tag& tag) {
  std::uint64_t code = static_cast<std::uint64_t>(tag.upos);
  unsigned shift = 8;
  for (const Field& item : kFields) {
    code |= std::uint64_t{item.get(tag.features)} << shift;
    shift += kBitsOfField;
  }
  return code;
}

std::optional<Tag> tag_from_code(std::uint64_t code) {
  static_assert(8 + kFields.size() * kBitsOfField <= 64 && shared_columns() < kNeutralColumn);
  const auto upos = static_cast<unsigned>(code & 0xFFU);
  if (upos >= kUposCount) return std::nullopt;
  Tag tag;
  tag.upos = static_cast<Upos>(upos);
  unsigned shift = 8;
  for (const Field& item : kFields) {
    const auto value = static_cast<unsigned>(code >> shift & 0xFU);
    if (value >= item.values) return std::nullopt;
    item.set(tag.features, value);
    shift += kBitsOfField;
  }
  return tag;
}

TagSet::TagSet(std::vector<Tag> tags, std::size_t seen) : tags_(std::move(tags)), seen_(seen) {
  assert(tags_.size() <= kTagsAtMost);
  for (std::size_t i = 0; i < tags_.size(); ++i) columns_.push_back(columns_of(tags_[i], i));
}

std::optional<TagSet> TagSet::from_section(std::string_view section) {
  if (section.size() % 8 != 0 || section.size() < 16) return std::nullopt;
  if (section.size() / 8 - 1 > kTagsAtMost) return std::nullopt;
  const std::uint64_t seen = load<std::uint64_t>(section, 0);
  if (seen > section.size() / 8 - 1) return std::nullopt;
  std::vector<Tag> tags;
  for (std::size_t at = 8; at < section.size(); at += 8) {
    const std::optional<Tag> tag = tag_from_code(load<std::uint64_t>(section, at));
    if (!tag) return std::nullopt;
    tags.push_back(*tag);
  }
  return TagSet(std::move(tags), seen);
}

std::string TagSet::to_section() const {
  std::string section;
  append_value<std::uint64_t>(section, seen_);
  for (const Tag& tag : tags_) append_value<std::uint64_t>(section, tag_code(tag));
  return section;
}

std::optional<TagIndex> TagSet::find(const Tag& tag) const {
  for (std::size_t i = 0; i < tags_.size(); ++i) {
    if (tags_[i] == tag) return static_cast<TagIndex>(i);
  }
  return std::nullopt;
}

}  // namespace limpide
