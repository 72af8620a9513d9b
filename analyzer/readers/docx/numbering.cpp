#include "analyzer/readers/docx/numbering.h"

#include <string_view>
#include <utility>

#include "analyzer/readers/office/xml_part.h"

namespace limpide {
namespace {

constexpr int kHighestId = 1'000'000'000;

std::string_view value_of(pugi::xml_node node, const char* child) {
  return attribute(node.child(child), "w:val");
}

void read_level(pugi::xml_node node, ListLevels& levels) {
  const int index = whole_number(attribute(node, "w:ilvl"), -1, 9, -1);
  if (index < 0 || index > 8) return;
  ListLevel& level = levels[static_cast<std::size_t>(index)];
  const std::string_view format = value_of(node, "w:numFmt");
  const std::string_view text = value_of(node, "w:lvlText");
  level.ordered = format != "bullet" && format != "none" && !format.empty();
  // A level without a label, or whose label is empty, is an indent and not a list.
  level.shown = format != "none" && (!text.empty() || !node.child("w:lvlText"));
  level.style = value_of(node, "w:pStyle");
}

}  // namespace

Numbering Numbering::load(pugi::xml_node root) {
  Numbering numbering;
  std::map<int, ListLevels> abstracts;
  std::map<std::string, int, std::less<>> by_style;  // w:styleLink of an abstract list
  std::map<int, std::string> links;                  // w:numStyleLink of an abstract list
  for (const pugi::xml_node node : root.children("w:abstractNum")) {
    const int id = whole_number(attribute(node, "w:abstractNumId"), 0, kHighestId, -1);
    ListLevels levels;
    for (const pugi::xml_node level : node.children("w:lvl")) read_level(level, levels);
    abstracts[id] = std::move(levels);
    if (node.child("w:styleLink")) by_style.emplace(value_of(node, "w:styleLink"), id);
    if (node.child("w:numStyleLink")) links.emplace(id, value_of(node, "w:numStyleLink"));
  }
  for (const pugi::xml_node node : root.children("w:num")) {
    const int id = whole_number(attribute(node, "w:numId"), 0, kHighestId, -1);
    int abstract = whole_number(value_of(node, "w:abstractNumId"), 0, kHighestId, -1);
    const auto link = links.find(abstract);
    if (link != links.end()) {
      const auto target = by_style.find(link->second);
      if (target != by_style.end()) abstract = target->second;
    }
    const auto found = abstracts.find(abstract);
    ListLevels levels = found == abstracts.end() ? ListLevels{} : found->second;
    for (const pugi::xml_node change : node.children("w:lvlOverride")) {
      if (change.child("w:lvl")) read_level(change.child("w:lvl"), levels);
    }
    numbering.lists_[id] = std::move(levels);
  }
  return numbering;
}

ListLevel Numbering::level(int list, int level) const {
  const auto found = lists_.find(list);
  if (found == lists_.end() || level < 0 || level > 8) return {};
  return found->second[static_cast<std::size_t>(level)];
}

int Numbering::level_of_style(int list, const std::string& style) const {
  const auto found = lists_.find(list);
  if (found == lists_.end() || style.empty()) return -1;
  for (std::size_t i = 0; i < found->second.size(); ++i) {
    if (found->second[i].style == style) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace limpide
