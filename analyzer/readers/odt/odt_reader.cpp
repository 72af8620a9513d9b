#include "analyzer/readers/odt/odt_reader.h"

#include <exception>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/readers/odt/story.h"

namespace limpide {
namespace {

using odf::FormElements;
using odf::StyleSheet;

constexpr const char* kContent = "content.xml";
constexpr const char* kStyles = "styles.xml";

// Master pages that the text uses: the first one, those that styles name, those that follow them.
std::vector<pugi::xml_node> used_master_pages(pugi::xml_node masters, const StyleSheet& styles) {
  std::vector<pugi::xml_node> pages;
  std::set<std::string, std::less<>> wanted = {"Standard"};
  for (const pugi::xml_node page : masters.children("style:master-page")) pages.push_back(page);
  for (const pugi::xml_node page : pages) {
    if (styles.uses_master_page(attribute(page, "style:name"))) {
      wanted.emplace(attribute(page, "style:name"));
    }
  }
  // Pages that follow wanted pages are wanted; a chain is at most as long as the list.
  bool grew = true;
  for (std::size_t round = 0; grew && round < pages.size() && round < 100; ++round) {
    grew = false;
    for (const pugi::xml_node page : pages) {
      const std::string_view next = attribute(page, "style:next-style-name");
      if (next.empty() || wanted.find(attribute(page, "style:name")) == wanted.end()) continue;
      grew = wanted.emplace(next).second || grew;
    }
  }
  std::vector<pugi::xml_node> used;
  for (const pugi::xml_node page : pages) {
    if (wanted.find(attribute(page, "style:name")) != wanted.end()) used.push_back(page);
  }
  return used;
}

bool is_header(std::string_view name) {
  return name == "style:header" || name == "style:header-left" || name == "style:header-first" ||
         name == "loext:header-first";
}

bool is_footer(std::string_view name) {
  return name == "style:footer" || name == "style:footer-left" || name == "style:footer-first" ||
         name == "loext:footer-first";
}

bool is_encrypted(pugi::xml_node manifest) {
  for (const pugi::xml_node entry : manifest.children()) {
    if (entry.child("manifest:encryption-data")) return true;
  }
  return false;
}

class OdtFile {
 public:
  OdtFile(Archive archive, const Limits& limits)
      : archive_(std::move(archive)), limits_(limits), builder_(Format::kOdt, limits) {}

  Result<Document> read() {
    Status open = check_manifest();
    if (!open) return open.error();
    Result<XmlPart> content = load_part(archive_, kContent, limits_);
    if (!content) return content.error();
    const pugi::xml_node body = content->tree->document_element().child("office:body");
    const pugi::xml_node text = body.child("office:text");
    if (!text) return refuse(ErrorCode::kInvalidInput, "error.odt.no_text");
    std::optional<XmlPart> common;
    if (archive_.has(kStyles)) {
      Result<XmlPart> part = load_part(archive_, kStyles, limits_);
      if (!part) return part.error();
      common = std::move(*part);
      give_to_builder(*common);
    }
    give_to_builder(*content);
    Status meta = read_metadata();
    if (!meta) return meta.error();
    read_stories(common, *content, text);
    add_notices(builder_, notes_);
    return builder_.finish();
  }

 private:
  [[nodiscard]] Error refuse(ErrorCode code, const char* key) const {
    return make_error(code, key, {{"path", archive_.path()}, {"part", kContent}},
                      {archive_.path(), 0, 0});
  }

  void give_to_builder(XmlPart& part) {
    part.index = builder_.add_part(part.name, std::move(part.source));
    part.source.clear();
  }

  Status check_manifest() {
    constexpr const char* kManifest = "META-INF/manifest.xml";
    if (!archive_.has(kContent)) return refuse(ErrorCode::kInvalidInput, "error.odt.no_text");
    if (!archive_.has(kManifest)) return Done{};
    const Result<XmlPart> manifest = load_part(archive_, kManifest, limits_);
    // Old files declare a DOCTYPE in their manifest, which we need only for passwords.
    if (!manifest) return Done{};
    if (!is_encrypted(manifest->tree->document_element())) return Done{};
    return refuse(ErrorCode::kUnsupported, "error.archive.password");
  }

  Status read_metadata() {
    if (!archive_.has("meta.xml")) return Done{};
    const Result<XmlPart> meta = load_part(archive_, "meta.xml", limits_);
    if (!meta) return meta.error();
    const pugi::xml_node node = meta->tree->document_element().child("office:meta");
    builder_.properties().title = plain_text(node.child("dc:title"), {}, {});
    builder_.properties().language = plain_text(node.child("dc:language"), {}, {});
    return Done{};
  }

  void read_stories(const std::optional<XmlPart>& common, const XmlPart& content,
                    pugi::xml_node text) {
    const pugi::xml_node root = content.tree->document_element();
    const pugi::xml_node common_root = common ? common->tree->document_element() : pugi::xml_node{};
    StyleSheet page_styles;
    page_styles.add(common_root);
    page_styles.resolve();
    StyleSheet styles;
    styles.add(common_root);
    styles.add(root);
    styles.resolve();
    std::string& language = builder_.properties().language;
    const std::string& declared = styles.paragraph_default().text.language;
    if (!declared.empty()) language = declared;
    const auto pages = used_master_pages(common_root.child("office:master-styles"), styles);
    odf::StoryReader reader(builder_, notes_);
    if (common) read_page_parts(*common, page_styles, pages, BlockKind::kHeader, reader);
    const pugi::xml_node changes = text.child("text:tracked-changes");
    for (const pugi::xml_node change : changes.children("text:changed-region")) {
      if (change) ++notes_.changes;
    }
    reader.read(content, styles, odf::read_forms(text.child("office:forms")), text,
                BlockKind::kParagraph);
    if (common) read_page_parts(*common, page_styles, pages, BlockKind::kFooter, reader);
  }

  void read_page_parts(const XmlPart& part, const StyleSheet& styles,
                       const std::vector<pugi::xml_node>& pages, BlockKind kind,
                       odf::StoryReader& reader) {
    for (const pugi::xml_node page : pages) {
      const FormElements forms = odf::read_forms(page.child("office:forms"));
      for (const pugi::xml_node node : page.children()) {
        const bool wanted =
            kind == BlockKind::kHeader ? is_header(node.name()) : is_footer(node.name());
        if (!wanted || attribute(node, "style:display") == "false") continue;
        reader.read(part, styles, forms, node, kind);
      }
    }
  }

  Archive archive_;
  Limits limits_;
  DocumentBuilder builder_;
  ReadingNotes notes_;
};

}  // namespace

int OdtReader::confidence(const SourceFile& file) const {
  return archive_kind(file.bytes) == ArchiveKind::kOpenText ? 100 : 0;
}

Result<Document> OdtReader::read(const SourceFile& file, const Limits& limits) const {
  try {
    Result<Archive> archive = Archive::open(file.name, file.bytes, limits);
    if (!archive) return archive.error();
    return OdtFile(std::move(*archive), limits).read();
  } catch (const std::exception&) {
    return make_error(ErrorCode::kLimit, "error.archive.too_large",
                      {{"path", file.name}, {"part", ""}}, {file.name, 0, 0});
  }
}

}  // namespace limpide
