#include "analyzer/readers/docx/package.h"

#include <algorithm>
#include <utility>

#include "analyzer/readers/office/xml_part.h"

namespace limpide {
namespace {

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string{} : std::string(part.substr(0, slash + 1));
}

// "../media/a.png" seen from "word/" is "media/a.png"; "/word/a.xml" is "word/a.xml".
std::string resolve(const std::string& folder, std::string_view target) {
  std::string path =
      target.substr(0, 1) == "/" ? std::string(target.substr(1)) : folder + std::string(target);
  std::vector<std::string> steps;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string step = path.substr(begin, end - begin);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    begin = end + 1;
  }
  std::string joined;
  for (const std::string& step : steps) {
    if (!joined.empty()) joined.push_back('/');
    joined += step;
  }
  return joined;
}

}  // namespace

Result<Relationships> Relationships::of(Archive& archive, const std::string& part,
                                        const Limits& limits) {
  const std::string folder = folder_of(part);
  const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  Relationships found;
  if (!archive.has(name)) return found;
  const Result<XmlPart> rels = load_part(archive, name, limits);
  if (!rels) return rels.error();
  for (const pugi::xml_node node : rels->tree->document_element().children("Relationship")) {
    Relationship entry;
    entry.id = attribute(node, "Id");
    const std::string_view type = attribute(node, "Type");
    entry.type = type.substr(std::min(type.rfind('/') + 1, type.size()));
    entry.external = attribute(node, "TargetMode") == "External";
    const std::string_view target = attribute(node, "Target");
    entry.target = entry.external ? std::string(target) : resolve(folder, target);
    found.entries_.push_back(std::move(entry));
  }
  std::stable_sort(found.entries_.begin(), found.entries_.end(),
                   [](const Relationship& a, const Relationship& b) { return a.id < b.id; });
  return found;
}

const Relationship* Relationships::by_id(std::string_view id) const {
  const auto found = std::lower_bound(
      entries_.begin(), entries_.end(), id,
      [](const Relationship& entry, std::string_view key) { return entry.id < key; });
  return found != entries_.end() && found->id == id ? &*found : nullptr;
}

const Relationship* Relationships::by_type(std::string_view type) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [type](const Relationship& entry) { return entry.type == type; });
  return found == entries_.end() ? nullptr : &*found;
}

Result<std::string> find_main_part(Archive& archive, const Limits& limits) {
  const Location place{archive.path(), 0, 0};
  const Result<Relationships> package = Relationships::of(archive, "", limits);
  if (!package) return package.error();
  const Relationship* office = package->by_type("officeDocument");
  std::string main = office != nullptr ? office->target : "word/document.xml";
  if (!archive.has(main)) main = "word/document.xml";
  const bool other = main.substr(0, 3) == "xl/" || main.substr(0, 4) == "ppt/" ||
                     archive.has("xl/workbook.xml") || archive.has("ppt/presentation.xml");
  if (archive.has(main) && !other) return main;
  if (other) {
    return make_error(ErrorCode::kUnsupported, "error.docx.other_office",
                      {{"path", archive.path()}}, place);
  }
  return make_error(ErrorCode::kInvalidInput, "error.docx.no_document", {{"path", archive.path()}},
                    place);
}

}  // namespace limpide
