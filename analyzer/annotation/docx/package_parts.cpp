#include "analyzer/annotation/docx/package_parts.h"

#include <algorithm>
#include <optional>

#include "analyzer/annotation/splices.h"
#include "analyzer/annotation/xml_escape.h"
#include "analyzer/annotation/xml_spans.h"
#include "analyzer/base/utf8.h"
#include "analyzer/readers/docx/package.h"

namespace limpide::ooxml {
namespace {

constexpr const char* kTypes = "[Content_Types].xml";
constexpr const char* kCommentsType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr const char* kDeclaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";

Error unreadable(Archive& archive, const std::string& part) {
  return make_error(ErrorCode::kUnsupported, "error.annotate.part",
                    {{"path", archive.path()}, {"part", part}}, {archive.path(), 0, 0});
}

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string{} : std::string(part.substr(0, slash + 1));
}

std::string relations_name(const std::string& part) {
  const std::string folder = folder_of(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

// Elements at the end of the root of a part.
std::optional<std::string> appended(const std::string& source, const std::string& elements) {
  const std::optional<XmlSpans> spans = XmlSpans::of(source);
  if (!spans) return std::nullopt;
  const XmlNode& root = spans->node(0);
  if (!root.empty) return spliced(source, {{{root.inner.end, root.inner.end}, elements}});
  const std::string name(slice(source, spans->start_name(0)));
  std::uint32_t slash = root.outer.end - 1;
  while (source[slash] != '/') --slash;
  return spliced(source, {{{slash, root.outer.end}, ">" + elements + "</" + name + ">"}});
}

std::string comment_xml(const DocxComment& comment, const std::string& declared,
                        const AnnotationOptions& options) {
  std::string xml = "<w:comment" + declared + " w:id=\"" + comment.id + "\" w:author=\"" +
                    xml_text(options.author) + "\" w:date=\"" + xml_text(options.date) +
                    "\" w:initials=\"" + xml_text(options.author.substr(0, 1)) + "\">";
  bool title = true;
  for (const std::string& paragraph : comment.paragraphs) {
    xml += "<w:p>";
    if (title) xml += "<w:r><w:annotationRef/></w:r>";
    xml += title ? "<w:r><w:rPr><w:b/></w:rPr>" : "<w:r>";
    xml += "<w:t xml:space=\"preserve\">" + xml_text(paragraph) + "</w:t></w:r></w:p>";
    title = false;
  }
  return xml + "</w:comment>";
}

std::optional<std::string> with_type(const std::string& source, const std::string& part) {
  const std::optional<XmlSpans> spans = XmlSpans::of(source);
  if (!spans) return std::nullopt;
  const std::string wanted = to_lower("/" + part);
  for (const std::uint32_t child : spans->children(0)) {
    if (spans->node(child).name != "Override") continue;
    if (to_lower(spans->value(child, "PartName")) == wanted) return source;
  }
  const std::string_view root = slice(source, spans->start_name(0));
  const std::size_t colon = root.find(':');
  const std::string prefix(colon == std::string_view::npos ? std::string_view{}
                                                           : root.substr(0, colon + 1));
  return appended(source, "<" + prefix + "Override PartName=\"/" + xml_text(part) +
                              "\" ContentType=\"" + kCommentsType + "\"/>");
}

std::optional<std::string> with_relation(const std::string& source, const std::string& part,
                                         bool strict) {
  const std::string target = part.substr(folder_of(part).size());  // made beside the main part
  const std::string office = strict ? "http://purl.oclc.org/ooxml/officeDocument"
                                    : "http://schemas.openxmlformats.org/officeDocument/2006";
  std::string id = "rIdLimpide";
  for (int n = 1; source.find("\"" + id + "\"") != std::string::npos; ++n) {
    id = "rIdLimpide" + std::to_string(n);
  }
  const std::optional<XmlSpans> spans = XmlSpans::of(source);
  if (!spans) return std::nullopt;
  const std::string_view root = slice(source, spans->start_name(0));
  const std::size_t colon = root.find(':');
  const std::string prefix(colon == std::string_view::npos ? std::string_view{}
                                                           : root.substr(0, colon + 1));
  return appended(source, "<" + prefix + "Relationship Id=\"" + id + "\" Type=\"" + office +
                              "/relationships/comments\" Target=\"" + xml_text(target) + "\"/>");
}

Result<std::string> read_or(Archive& archive, const std::string& name, const char* otherwise) {
  if (!archive.has(name)) return std::string(otherwise);
  return archive.read(name);
}

}  // namespace

std::string declared_w(bool strict) {
  return strict ? " xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\""
                : " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
}

Result<CommentsPart> find_comments_part(Archive& archive, const std::string& main,
                                        const Limits& limits) {
  const Result<Relationships> relations = Relationships::of(archive, main, limits);
  if (!relations) return relations.error();
  CommentsPart part;
  const Relationship* relation = relations->by_type("comments");
  if (relation != nullptr && !relation->external) {
    part.name = relation->target;
    part.related = true;
    if (!archive.has(part.name)) return part;
    Result<std::string> source = archive.read(part.name);
    if (!source) return source.error();
    part.source = *std::move(source);
    return part;
  }
  part.name = folder_of(main) + "comments.xml";
  for (int n = 2; archive.has(part.name); ++n) {
    part.name = folder_of(main) + "comments" + std::to_string(n) + ".xml";
  }
  return part;
}

Result<std::vector<ArchiveChange>> with_comments(Archive& archive, const std::string& main,
                                                 const CommentsPart& part, bool strict,
                                                 const std::vector<DocxComment>& comments,
                                                 const AnnotationOptions& options) {
  std::string source = part.source;
  if (source.empty()) {
    source = kDeclaration + std::string("<w:comments") + declared_w(strict) + "></w:comments>";
  }
  const std::optional<XmlSpans> spans = XmlSpans::of(source);
  if (!spans || spans->node(0).name != "w:comments") return unreadable(archive, part.name);
  const std::string declared = spans->usual_prefix("w") ? std::string{} : declared_w(strict);
  std::string xml;
  for (const DocxComment& comment : comments) xml += comment_xml(comment, declared, options);
  const std::optional<std::string> all = appended(source, xml);
  if (!all) return unreadable(archive, part.name);
  std::vector<ArchiveChange> changes = {{part.name, *all}};

  const Result<std::string> types = archive.read(kTypes);
  if (!types) return types.error();
  const std::optional<std::string> typed = with_type(*types, part.name);
  if (!typed) return unreadable(archive, kTypes);
  if (*typed != *types) changes.push_back({kTypes, *typed});
  if (part.related) return changes;

  const std::string name = relations_name(main);
  const Result<std::string> relations = read_or(
      archive, name,
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<Relationships "
      "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>");
  if (!relations) return relations.error();
  const std::optional<std::string> related = with_relation(*relations, part.name, strict);
  if (!related) return unreadable(archive, name);
  changes.push_back({name, *related});
  return changes;
}

}  // namespace limpide::ooxml
