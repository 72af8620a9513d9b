#include "analyzer/annotation/odt/own_comments.h"

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "analyzer/annotation/archive_copy.h"
#include "analyzer/annotation/splices.h"
#include "analyzer/annotation/xml_spans.h"
#include "analyzer/readers/office/archive.h"

namespace limpide {
namespace {

constexpr const char* kContent = "content.xml";

class OdtCleaner {
 public:
  OdtCleaner(const XmlSpans& spans, std::string_view author) : spans_(spans), author_(author) {}

  // The new content; the same when there is nothing to do.
  std::string run(WithoutOwn& done) {
    for (std::uint32_t i = 0; i < spans_.nodes().size(); ++i) read(i, done);
    std::vector<Splice> splices;
    std::set<std::string_view> gone;
    for (const std::uint32_t annotation : own_) {
      const std::string_view name = spans_.value(annotation, "name");
      if (!name.empty() && answered_.count(name) != 0) {
        ++done.answered;
        continue;
      }
      ++done.removed;
      splices.push_back({spans_.node(annotation).outer, ""});
      if (!name.empty()) gone.insert(name);
    }
    for (const std::uint32_t end : ends_) {
      if (gone.count(spans_.value(end, "name")) == 0) continue;
      splices.push_back({spans_.node(end).outer, ""});
    }
    return spliced(spans_.source(), std::move(splices));
  }

 private:
  void read(std::uint32_t index, WithoutOwn& done) {
    const std::string_view name = spans_.node(index).name;
    if (name == "office:annotation-end") ends_.push_back(index);
    if (name == "text:changed-region" && is_own_change(index)) ++done.pending;
    if (name != "office:annotation") return;
    if (is_ours(index)) {
      own_.push_back(index);
    } else if (const std::string_view parent = spans_.value(index, "parent-name");
               !parent.empty()) {
      answered_.insert(parent);
    }
  }

  [[nodiscard]] bool is_ours(std::uint32_t parent) const {
    const std::uint32_t creator = spans_.child(parent, "dc:creator");
    return creator != kNoXml && slice(spans_.source(), spans_.node(creator).inner) == author_;
  }

  [[nodiscard]] bool is_own_change(std::uint32_t region) const {
    for (std::uint32_t i = region; i < spans_.node(region).after; ++i) {
      if (spans_.node(i).name == "office:change-info") return is_ours(i);
    }
    return false;
  }

  const XmlSpans& spans_;
  std::string_view author_;
  std::vector<std::uint32_t> own_;
  std::vector<std::uint32_t> ends_;
  std::set<std::string_view> answered_;
};

}  // namespace

Result<WithoutOwn> odt_without_own(const std::string& path, std::string_view bytes,
                                   std::string_view author, const Limits& limits) {
  Result<Archive> archive = Archive::open(path, bytes, limits);
  if (!archive) return archive.error();
  const Result<std::string> content = archive->read(kContent);
  if (!content) return content.error();
  const std::optional<XmlSpans> spans = XmlSpans::of(*content);
  if (!spans) {
    return make_error(ErrorCode::kUnsupported, "error.annotate.part",
                      {{"path", path}, {"part", kContent}}, {path, 0, 0});
  }
  WithoutOwn done;
  const std::string cleaned = OdtCleaner(*spans, author).run(done);
  if (done.removed == 0) return done;
  Result<std::string> copied = copy_archive(path, bytes, {{kContent, cleaned}});
  if (!copied) return copied.error();
  done.bytes = *std::move(copied);
  return done;
}

}  // namespace limpide
