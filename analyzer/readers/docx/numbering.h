// Lists of a docx. In: numbering.xml. Out: for a list and a level, whether a label is shown and
// whether it counts. Refuses: nothing; an unknown list shows a bullet.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <pugixml.hpp>

namespace limpide {

struct ListLevel {
  bool shown = true;
  bool ordered = false;
  std::string style;  // the paragraph style tied to the level, or ""
};
using ListLevels = std::array<ListLevel, 9>;

class Numbering {
 public:
  Numbering() = default;
  static Numbering load(pugi::xml_node numbering);  // may be a null node
  // `level` from 0 to 8.
  [[nodiscard]] ListLevel level(int list, int level) const;
  // The level that names this style, or -1: styles need not repeat their level.
  [[nodiscard]] int level_of_style(int list, const std::string& style) const;

 private:
  std::map<int, ListLevels> lists_;  // by w:numId
};

}  // namespace limpide
