// Comment marks and tracked changes put into the runs of a docx. In: marks at places, stretches to
// delete. Out: splices of the main part: runs are cut where a mark stands, their properties copied,
// and the text of deleted stretches is renamed w:delText. Refuses: nothing; places come from
// Places, and deleted stretches hold only runs (changes.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/annotation/docx/places.h"
#include "analyzer/annotation/splices.h"

namespace limpide::ooxml {

// Numbers for w:id that the file does not use yet.
class Ids {
 public:
  // Every number that an attribute "id" holds in the sources.
  explicit Ids(const std::vector<std::string_view>& sources);
  [[nodiscard]] std::string next();

 private:
  std::vector<std::uint32_t> used_;  // sorted
  std::uint32_t last_ = 0;
};

// The order of marks that stand at one place.
enum class MarkRank : std::uint8_t {
  kDeletionEnd,
  kInsertion,  // what replaces the words deleted before it
  kCommentEnd,
  kCommentStart,
  kPureInsertion,
  kDeletionStart,
};

struct Mark {
  Place place;
  MarkRank rank = MarkRank::kCommentStart;
  std::string xml;
};

class Markers {
 public:
  Markers(const XmlSpans& spans, Ids& ids) : spans_(spans), ids_(ids) {}

  void add(Mark mark) { marks_.push_back(std::move(mark)); }
  // Its marks (w:del and /w:del) are added apart.
  void add_deletion(const Place& begin, const Place& end) {
    deleted_.push_back({begin.byte, end.byte});
  }
  // The bytes of the properties of a run, fit for another run of the same look; "" without any.
  [[nodiscard]] std::string copied_properties(std::uint32_t run, bool with_changes);
  [[nodiscard]] std::vector<Splice> splices();

 private:
  [[nodiscard]] bool is_deleted(std::uint32_t byte) const;
  [[nodiscard]] std::string text_name(std::uint32_t text_element, bool deleted) const;
  void cut(const Place& place, const std::string& marks, std::vector<Splice>& splices);
  void keep_spaces(std::uint32_t text_element, std::vector<Splice>& splices) const;
  void rename_deleted(std::vector<Splice>& splices) const;

  const XmlSpans& spans_;
  Ids& ids_;
  std::vector<Mark> marks_;
  std::vector<Span> deleted_;
};

}  // namespace limpide::ooxml
