#include "analyzer/annotation/docx/own_comments.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "analyzer/annotation/archive_copy.h"
#include "analyzer/annotation/docx/package_parts.h"
#include "analyzer/annotation/splices.h"
#include "analyzer/annotation/xml_spans.h"
#include "analyzer/readers/docx/package.h"

namespace limpide {
namespace {

using Names = std::set<std::string, std::less<>>;

Error unreadable(const std::string& path, const std::string& part) {
  return make_error(ErrorCode::kUnsupported, "error.annotate.part",
                    {{"path", path}, {"part", part}}, {path, 0, 0});
}

// One of our comments: its number, and the names of its paragraphs, which answers point to.
struct OwnComment {
  std::uint32_t node = 0;
  std::string id;
  Names paragraphs;
  bool answered = false;
};

std::vector<OwnComment> own_comments(const XmlSpans& spans, std::string_view author) {
  std::vector<OwnComment> own;
  for (const std::uint32_t child : spans.children(0)) {
    if (spans.node(child).name != "w:comment" || spans.value(child, "author") != author) continue;
    OwnComment one{child, std::string(spans.value(child, "id")), {}, false};
    for (std::uint32_t i = child; i < spans.node(child).after; ++i) {
      if (spans.node(i).name != "w:p") continue;
      const std::string_view name = spans.value(i, "paraId");
      if (!name.empty()) one.paragraphs.emplace(name);
    }
    own.push_back(std::move(one));
  }
  return own;
}

class DocxCleaner {
 public:
  DocxCleaner(Archive& archive, std::string main, Relationships relations, std::string_view author)
      : archive_(archive),
        main_(std::move(main)),
        relations_(std::move(relations)),
        author_(author) {}

  Result<WithoutOwn> run(const std::string& path, std::string_view bytes,
                         const ooxml::CommentsPart& part) {
    const Result<std::string> body = archive_.read(main_);
    if (!body) return body.error();
    const std::optional<XmlSpans> main = XmlSpans::of(*body);
    if (!main) return unreadable(path, main_);
    count_pending(*main);
    if (part.source.empty()) return std::move(done_);
    const std::optional<XmlSpans> list = XmlSpans::of(part.source);
    if (!list) return unreadable(path, part.name);
    std::vector<OwnComment> own = own_comments(*list, author_);
    const Status answers = find_answers(own);
    if (!answers) return answers.error();
    std::vector<Splice> splices;
    for (const OwnComment& one : own) {
      if (one.answered) {
        ++done_.answered;
        continue;
      }
      ids_.insert(one.id);
      paragraphs_.insert(one.paragraphs.begin(), one.paragraphs.end());
      splices.push_back({list->node(one.node).outer, ""});
    }
    done_.removed = ids_.size();
    if (ids_.empty()) return std::move(done_);
    changes_.push_back({part.name, spliced(part.source, splices)});
    changes_.push_back({main_, without_marks(*main)});
    clean_lists();
    Result<std::string> copied = copy_archive(path, bytes, changes_);
    if (!copied) return copied.error();
    done_.bytes = *std::move(copied);
    return std::move(done_);
  }

 private:
  void count_pending(const XmlSpans& main) {
    for (std::uint32_t i = 0; i < main.nodes().size(); ++i) {
      const std::string_view name = main.node(i).name;
      const bool change = name == "w:ins" || name == "w:del";
      if (change && main.value(i, "author") == author_) ++done_.pending;
    }
  }

  // The bytes of the part that a relationship of that type names, "" without it.
  [[nodiscard]] std::pair<std::string, std::string> related(const char* type) {
    const Relationship* relation = relations_.by_type(type);
    if (relation == nullptr || relation->external || !archive_.has(relation->target)) return {};
    Result<std::string> source = archive_.read(relation->target);
    if (!source) return {};
    return {relation->target, *std::move(source)};
  }

  Status find_answers(std::vector<OwnComment>& own) {
    const auto [name, source] = related("commentsExtended");
    if (source.empty()) return Done{};
    const std::optional<XmlSpans> spans = XmlSpans::of(source);
    if (!spans) return unreadable(archive_.path(), name);
    std::map<std::string, std::size_t, std::less<>> by_paragraph;
    for (std::size_t i = 0; i < own.size(); ++i) {
      for (const std::string& paragraph : own[i].paragraphs) by_paragraph.emplace(paragraph, i);
    }
    for (const std::uint32_t child : spans->children(0)) {
      const std::string_view parent = spans->value(child, "paraIdParent");
      if (parent.empty() || by_paragraph.count(spans->value(child, "paraId")) != 0) continue;
      const auto found = by_paragraph.find(parent);
      if (found != by_paragraph.end()) own[found->second].answered = true;
    }
    return Done{};
  }

  [[nodiscard]] std::string without_marks(const XmlSpans& main) const {
    std::vector<Splice> splices;
    for (std::uint32_t i = 0; i < main.nodes().size(); ++i) {
      const std::string_view name = main.node(i).name;
      const bool range = name == "w:commentRangeStart" || name == "w:commentRangeEnd";
      if (!range && name != "w:commentReference") continue;
      if (ids_.count(main.value(i, "id")) == 0) continue;
      splices.push_back({main.node(range ? i : alone_in_run(main, i)).outer, ""});
    }
    return spliced(main.source(), std::move(splices));
  }

  // The run, when it was made for this reference alone.
  static std::uint32_t alone_in_run(const XmlSpans& main, std::uint32_t reference) {
    const std::uint32_t run = main.node(reference).parent;
    if (run == kNoXml || main.node(run).name != "w:r") return reference;
    const std::vector<std::uint32_t> children = main.children(run);
    const bool alone =
        std::all_of(children.begin(), children.end(), [&main, reference](std::uint32_t child) {
          return child == reference || main.node(child).name == "w:rPr";
        });
    return alone ? run : reference;
  }

  // Word's lists name comments by their last paragraph, and the list of dates by another name.
  void clean_lists() {
    Names durable;
    for (const char* type : {"commentsExtended", "commentsIds"}) {
      auto [name, source] = related(type);
      clean(name, source, "paraId", paragraphs_, &durable);
    }
    auto [name, source] = related("commentsExtensible");
    clean(name, source, "durableId", durable, nullptr);
  }

  void clean(const std::string& name, const std::string& source, const char* key, const Names& gone,
             Names* durable) {
    if (source.empty()) return;
    const std::optional<XmlSpans> spans = XmlSpans::of(source);
    if (!spans) return;
    std::vector<Splice> splices;
    for (const std::uint32_t child : spans->children(0)) {
      if (spans->node(child).kind != XmlKind::kElement) continue;
      if (gone.count(spans->value(child, key)) == 0) continue;
      const std::string_view other = spans->value(child, "durableId");
      if (durable != nullptr && !other.empty()) durable->emplace(other);
      splices.push_back({spans->node(child).outer, ""});
    }
    if (!splices.empty()) changes_.push_back({name, spliced(source, std::move(splices))});
  }

  Archive& archive_;
  std::string main_;
  Relationships relations_;
  std::string_view author_;
  Names ids_;         // of the comments to remove
  Names paragraphs_;  // of these
  std::vector<ArchiveChange> changes_;
  WithoutOwn done_;
};

}  // namespace

Result<WithoutOwn> docx_without_own(const std::string& path, std::string_view bytes,
                                    std::string_view author, const Limits& limits) {
  Result<Archive> archive = Archive::open(path, bytes, limits);
  if (!archive) return archive.error();
  const Result<std::string> main = find_main_part(*archive, limits);
  if (!main) return main.error();
  const Result<ooxml::CommentsPart> comments = ooxml::find_comments_part(*archive, *main, limits);
  if (!comments) return comments.error();
  Result<Relationships> relations = Relationships::of(*archive, *main, limits);
  if (!relations) return relations.error();
  return DocxCleaner(*archive, *main, *std::move(relations), author).run(path, bytes, *comments);
}

}  // namespace limpide
