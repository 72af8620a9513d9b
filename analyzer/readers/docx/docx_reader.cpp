#include "analyzer/readers/docx/docx_reader.h"

#include <exception>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/readers/docx/story.h"

namespace limpide {
namespace {

// Reads the part at the other end of the first relationship of that type; nothing when there is
// none or when the archive lacks it.
Result<std::optional<XmlPart>> load_related(Archive& archive, const Relationships& relationships,
                                            std::string_view type, const Limits& limits) {
  const Relationship* relation = relationships.by_type(type);
  if (relation == nullptr || relation->external || !archive.has(relation->target)) {
    return std::optional<XmlPart>{};
  }
  Result<XmlPart> part = load_part(archive, relation->target, limits);
  if (!part) return part.error();
  return std::optional<XmlPart>{std::move(*part)};
}

pugi::xml_node root_of(const std::optional<XmlPart>& part) {
  return part ? part->tree->document_element() : pugi::xml_node{};
}

std::map<std::string, Comment, std::less<>> read_comments(pugi::xml_node root) {
  std::map<std::string, Comment, std::less<>> comments;
  for (const pugi::xml_node node : root.children("w:comment")) {
    Comment comment;
    comment.author = attribute(node, "w:author");
    comment.text = plain_text(node, "w:t", "w:p");
    comments.emplace(attribute(node, "w:id"), std::move(comment));
  }
  return comments;
}

// Headers and footers that are shown, each once, in the order of the sections.
struct PageStories {
  std::vector<std::string> headers;
  std::vector<std::string> footers;
};

void add_page_story(pugi::xml_node reference, const Relationships& relationships,
                    std::set<std::string>& seen, PageStories& stories) {
  const Relationship* relation = relationships.by_id(attribute(reference, "r:id"));
  if (relation == nullptr || relation->external || !seen.insert(relation->target).second) return;
  const bool header = name_of(reference) == "w:headerReference";
  (header ? stories.headers : stories.footers).push_back(relation->target);
}

PageStories find_page_stories(pugi::xml_node root, const Relationships& relationships,
                              bool even_pages) {
  PageStories stories;
  std::set<std::string> seen;
  for (pugi::xml_node node = root; node; node = next_node(node, root)) {
    if (name_of(node) != "w:sectPr") continue;
    const pugi::xml_node title_page = node.child("w:titlePg");
    const bool first_page = title_page && is_on(attribute(title_page, "w:val"));
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = name_of(child);
      if (name != "w:headerReference" && name != "w:footerReference") continue;
      const std::string_view type = attribute(child, "w:type");
      if ((type == "first" && !first_page) || (type == "even" && !even_pages)) continue;
      add_page_story(child, relationships, seen, stories);
    }
  }
  return stories;
}

class DocxFile {
 public:
  DocxFile(Archive archive, const Limits& limits)
      : archive_(std::move(archive)), limits_(limits), builder_(Format::kDocx, limits) {}

  Result<Document> read() {
    const Result<std::string> main = find_main_part(archive_, limits_);
    if (!main) return main.error();
    Result<Story> body = load_story(*main);
    if (!body) return body.error();
    if (!body->part.tree->document_element().child("w:body")) {
      return make_error(ErrorCode::kInvalidInput, "error.docx.no_body",
                        {{"path", archive_.path()}, {"part", *main}}, {archive_.path(), 0, 0});
    }
    Status loaded = load_context(body->relationships);
    if (!loaded) return loaded.error();
    Status read = read_stories(*body);
    if (!read) return read.error();
    add_notices(builder_, notes_);
    return builder_.finish();
  }

 private:
  Result<Story> load_story(const std::string& name) {
    Result<XmlPart> part = load_part(archive_, name, limits_);
    if (!part) return part.error();
    Result<Relationships> relationships = Relationships::of(archive_, name, limits_);
    if (!relationships) return relationships.error();
    Story story{std::move(*part), std::move(*relationships)};
    story.part.index = builder_.add_part(name, std::move(story.part.source));
    story.part.source.clear();
    return story;
  }

  Status load_notes(const Relationships& relationships, std::string_view type, const char* element,
                    NotePart& notes) {
    const Relationship* relation = relationships.by_type(type);
    if (relation == nullptr || !archive_.has(relation->target)) return Done{};
    Result<Story> story = load_story(relation->target);
    if (!story) return story.error();
    notes.story = std::move(*story);
    for (const pugi::xml_node node : notes.story.part.tree->document_element().children(element)) {
      notes.by_id.emplace(attribute(node, "w:id"), node);
    }
    return Done{};
  }

  Status load_context(const Relationships& relationships) {
    const auto styles = load_related(archive_, relationships, "styles", limits_);
    if (!styles) return styles.error();
    const auto theme = load_related(archive_, relationships, "theme", limits_);
    if (!theme) return theme.error();
    const auto numbering = load_related(archive_, relationships, "numbering", limits_);
    if (!numbering) return numbering.error();
    const auto comments = load_related(archive_, relationships, "comments", limits_);
    if (!comments) return comments.error();
    const auto settings = load_related(archive_, relationships, "settings", limits_);
    if (!settings) return settings.error();
    context_.styles = StyleSheet::load(root_of(*styles), root_of(*theme));
    context_.numbering = Numbering::load(root_of(*numbering));
    context_.comments = read_comments(root_of(*comments));
    const pugi::xml_node even = root_of(*settings).child("w:evenAndOddHeaders");
    even_pages_ = even && is_on(attribute(even, "w:val"));
    Document& properties = builder_.properties();
    properties.language = context_.styles.defaults().language;
    if (properties.language.empty()) {
      properties.language = attribute(root_of(*settings).child("w:themeFontLang"), "w:val");
    }
    Status footnotes = load_notes(relationships, "footnotes", "w:footnote", context_.footnotes);
    if (!footnotes) return footnotes;
    Status endnotes = load_notes(relationships, "endnotes", "w:endnote", context_.endnotes);
    if (!endnotes) return endnotes;
    return load_title();
  }

  Status load_title() {
    const Result<Relationships> package = Relationships::of(archive_, "", limits_);
    if (!package) return package.error();
    const auto core = load_related(archive_, *package, "core-properties", limits_);
    if (!core) return core.error();
    builder_.properties().title = plain_text(root_of(*core).child("dc:title"), {}, {});
    return Done{};
  }

  Status read_page_stories(const std::vector<std::string>& names, BlockKind kind,
                           StoryReader& reader) {
    for (const std::string& name : names) {
      if (!archive_.has(name)) continue;
      Result<Story> story = load_story(name);
      if (!story) return story.error();
      reader.read(*story, story->part.tree->document_element(), kind);
    }
    return Done{};
  }

  Status read_stories(const Story& body) {
    const pugi::xml_node root = body.part.tree->document_element();
    const PageStories pages = find_page_stories(root, body.relationships, even_pages_);
    StoryReader reader(context_, builder_, notes_);
    Status headers = read_page_stories(pages.headers, BlockKind::kHeader, reader);
    if (!headers) return headers;
    reader.read(body, root.child("w:body"), BlockKind::kParagraph);
    return read_page_stories(pages.footers, BlockKind::kFooter, reader);
  }

  Archive archive_;
  Limits limits_;
  DocumentBuilder builder_;
  DocxContext context_;
  ReadingNotes notes_;
  bool even_pages_ = false;
};

}  // namespace

int DocxReader::confidence(const SourceFile& file) const {
  return archive_kind(file.bytes) == ArchiveKind::kWord ? 100 : 0;
}

Result<Document> DocxReader::read(const SourceFile& file, const Limits& limits) const {
  try {
    Result<Archive> archive = Archive::open(file.name, file.bytes, limits);
    if (!archive) return archive.error();
    return DocxFile(std::move(*archive), limits).read();
  } catch (const std::exception&) {
    return make_error(ErrorCode::kLimit, "error.archive.too_large",
                      {{"path", file.name}, {"part", ""}}, {file.name, 0, 0});
  }
}

}  // namespace limpide
