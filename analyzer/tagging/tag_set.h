// The tags that the model tells apart: part of speech and features, and the columns of the score
// array whose sum is the score of a tag. In: the section of a model. Out: tags by index. Refuses:
// values outside Universal Dependencies as morphology.h has them (from_section gives nothing).
//
// A tag shares the columns of its part of speech and of each feature with every tag that has them,
// so that what is learnt of "plural" serves all plurals; frequent tags have a column of their own.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/morphology.h"

namespace limpide {

using TagIndex = std::uint8_t;
inline constexpr std::size_t kTagsAtMost = 255;
inline constexpr TagIndex kNoTag = 255;  // before the first word of a sentence

struct Tag {
  Upos upos = Upos::kX;
  Features features;
  friend bool operator==(const Tag&, const Tag&) = default;
};

// A whole number that says all of a tag; equal tags only have equal codes.
[[nodiscard]] std::uint64_t tag_code(const Tag& tag);
[[nodiscard]] std::optional<Tag> tag_from_code(std::uint64_t code);

inline constexpr std::size_t kColumnsOfTag = 12;  // at most

// Columns of the score array that a tag sums up; the same number for each tag, so that summing has
// no branch: places that are not needed name the column kNeutralColumn, which no weight uses.
inline constexpr std::uint8_t kNeutralColumn = 255;
using TagColumns = std::array<std::uint8_t, kColumnsOfTag>;

class TagSet {
 public:
  TagSet() = default;
  // The order is the caller's: frequent first, since the first ones get a column of their own.
  // Those from `seen` on are in no treebank: a word has them only when it can be nothing else.
  // REQUIRES: no more than kTagsAtMost.
  TagSet(std::vector<Tag> tags, std::size_t seen);
  static std::optional<TagSet> from_section(std::string_view section);
  [[nodiscard]] std::string to_section() const;

  [[nodiscard]] std::size_t size() const { return tags_.size(); }
  [[nodiscard]] bool seen(TagIndex index) const { return index < seen_; }
  [[nodiscard]] const Tag& tag(TagIndex index) const { return tags_[index]; }
  [[nodiscard]] const TagColumns& columns(TagIndex index) const { return columns_[index]; }
  [[nodiscard]] std::optional<TagIndex> find(const Tag& tag) const;

 private:
  std::vector<Tag> tags_;
  std::size_t seen_ = 0;
  std::vector<TagColumns> columns_;
};

}  // namespace limpide
