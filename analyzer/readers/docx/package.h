// The parts of a docx and the relationships between them. In: an open archive. Out: the name of
// the main part, and the targets of relationships by id or by type. Refuses: archives that hold a
// workbook or a presentation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"
#include "analyzer/readers/office/archive.h"

namespace limpide {

struct Relationship {
  std::string id;
  std::string type;    // last word of the type's URI: "styles", "header", "hyperlink"
  std::string target;  // name in the archive, or the URI of an external target
  bool external = false;
};

class Relationships {
 public:
  // Of a part ("word/document.xml"), or of the package (""). Empty when it has none.
  static Result<Relationships> of(Archive& archive, const std::string& part, const Limits& limits);
  Relationships() = default;
  [[nodiscard]] const Relationship* by_id(std::string_view id) const;
  // The first of that type, or null.
  [[nodiscard]] const Relationship* by_type(std::string_view type) const;

 private:
  std::vector<Relationship> entries_;  // sorted by id
};

// Errors: kUnsupported (another office format), kInvalidInput (no main part).
Result<std::string> find_main_part(Archive& archive, const Limits& limits);

}  // namespace limpide
