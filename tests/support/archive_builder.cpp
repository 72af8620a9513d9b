#include "tests/support/archive_builder.h"

#include <zip.h>

#include <algorithm>

namespace limpide::testing {
namespace {

std::string namespaces(const std::vector<std::pair<std::string, std::string>>& list) {
  std::string text;
  for (const auto& [prefix, uri] : list) text += " xmlns:" + prefix + "=\"" + uri + "\"";
  return text;
}

const std::string kHeader = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/";

std::string relationship(const std::string& id, const std::string& type,
                         const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kOffice + "relationships/" + type +
         "\" Target=\"" + target + "\"/>";
}

std::string relationships(const std::string& content) {
  return kHeader +
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         content + "</Relationships>";
}

std::string stem(const std::string& name) {
  const std::size_t slash = name.rfind('/') + 1;
  return name.substr(slash, name.rfind('.') - slash);
}

void add_missing(std::vector<ArchiveEntry>& entries, const ArchiveEntry& entry) {
  const bool present = std::any_of(entries.begin(), entries.end(), [&entry](const ArchiveEntry& e) {
    return e.name == entry.name;
  });
  if (!present) entries.push_back(entry);
}

}  // namespace

std::string build_archive(const std::vector<ArchiveEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const ArchiveEntry& entry : entries) {
    zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    const zip_int32_t method = entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), method, 1);
  }
  std::string bytes;
  if (zip_close(archive) == 0 && zip_source_open(target) == 0) {
    zip_source_seek(target, 0, SEEK_END);
    bytes.resize(static_cast<std::size_t>(zip_source_tell(target)));
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
  }
  zip_source_free(target);
  zip_error_fini(&error);
  return bytes;
}

std::string docx_part(const std::string& root, const std::string& content) {
  const std::string declared =
      namespaces({{"w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
                  {"r", kOffice + "relationships"},
                  {"m", kOffice + "math"},
                  {"mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"},
                  {"wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
                  {"wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"},
                  {"w14", "http://schemas.microsoft.com/office/word/2010/wordml"},
                  {"v", "urn:schemas-microsoft-com:vml"},
                  {"a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
                  {"pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"}});
  return kHeader + "<" + root + declared + ">" + content + "</" + root + ">";
}

std::string build_docx(const std::string& body, const std::vector<ArchiveEntry>& parts) {
  std::vector<ArchiveEntry> entries = parts;
  std::string links;
  for (const ArchiveEntry& part : parts) {
    if (part.name.compare(0, 5, "word/") != 0 || part.name.find('/', 5) != std::string::npos)
      continue;
    const std::string name = stem(part.name);
    const std::string type = name.substr(0, name.find_first_of("0123456789"));
    links += relationship(name, type, name + ".xml");
  }
  add_missing(entries, {"[Content_Types].xml",
                        kHeader + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                                  "content-types\"/>"});
  add_missing(
      entries,
      {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "word/document.xml"))});
  add_missing(entries, {"word/_rels/document.xml.rels", relationships(links)});
  add_missing(entries,
              {"word/document.xml", docx_part("w:document", "<w:body>" + body + "</w:body>")});
  return build_archive(entries);
}

std::string odt_part(const std::string& root, const std::string& content) {
  const std::string oasis = "urn:oasis:names:tc:opendocument:xmlns:";
  const std::string declared = namespaces({{"office", oasis + "office:1.0"},
                                           {"text", oasis + "text:1.0"},
                                           {"table", oasis + "table:1.0"},
                                           {"style", oasis + "style:1.0"},
                                           {"draw", oasis + "drawing:1.0"},
                                           {"form", oasis + "form:1.0"},
                                           {"manifest", oasis + "manifest:1.0"},
                                           {"meta", oasis + "meta:1.0"},
                                           {"fo", oasis + "xsl-fo-compatible:1.0"},
                                           {"svg", oasis + "svg-compatible:1.0"},
                                           {"dc", "http://purl.org/dc/elements/1.1/"},
                                           {"xlink", "http://www.w3.org/1999/xlink"},
                                           {"field", oasis + "field:1.0"},
                                           {"loext", oasis + "loext:1.0"}});
  return kHeader + "<" + root + declared + ">" + content + "</" + root + ">";
}

std::string build_odt(const std::string& text, const std::string& styles,
                      const std::vector<ArchiveEntry>& parts) {
  std::vector<ArchiveEntry> entries = {
      {"mimetype", "application/vnd.oasis.opendocument.text", true}};
  entries.insert(entries.end(), parts.begin(), parts.end());
  const std::string content = "<office:automatic-styles>" + styles +
                              "</office:automatic-styles><office:body><office:text>" + text +
                              "</office:text></office:body>";
  add_missing(entries, {"content.xml", odt_part("office:document-content", content)});
  add_missing(entries, {"META-INF/manifest.xml", odt_part("manifest:manifest", "")});
  return build_archive(entries);
}

}  // namespace limpide::testing
