#include "analyzer/annotation/docx/docx_annotator.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "analyzer/annotation/anchors.h"
#include "analyzer/annotation/archive_copy.h"
#include "analyzer/annotation/docx/body.h"
#include "analyzer/annotation/docx/changes.h"
#include "analyzer/annotation/docx/markers.h"
#include "analyzer/annotation/docx/package_parts.h"
#include "analyzer/annotation/docx/paragraph_break.h"
#include "analyzer/annotation/docx/places.h"
#include "analyzer/annotation/xml_escape.h"
#include "analyzer/readers/docx/package.h"

namespace limpide {
namespace {

using ooxml::DocxBody;
using ooxml::Mark;
using ooxml::MarkRank;
using ooxml::PlacePair;
using ooxml::Places;

constexpr const char* kSignatures = "_xmlsignatures/";

class DocxAnnotator {
 public:
  DocxAnnotator(const AnnotationInput& input, Archive& archive, std::string main,
                std::uint32_t part, const XmlSpans& spans, ooxml::CommentsPart comments)
      : input_(input),
        archive_(archive),
        main_(std::move(main)),
        part_(part),
        spans_(spans),
        comments_part_(std::move(comments)),
        places_(spans),
        body_(input.document, part, places_),
        ids_({spans.source(), comments_part_.source}),
        markers_(spans, ids_) {
    strict_ = spans.source().find("http://purl.oclc.org/ooxml/wordprocessingml/main") !=
              std::string_view::npos;
    if (!spans.usual_prefix("w")) declared_ = ooxml::declared_w(strict_);
  }

  Result<Annotated> run() {
    for (std::uint32_t i = 0; i < input_.plan.changes.size(); ++i) add_change(i);
    for (const ooxml::TrackedEdit& edit : tracked_) write_edit(edit);
    for (const auto& one : last_break_) {
      halves_.push_back(ooxml::first_half(spans_, one.first, {paragraph_mark(), declared_}));
    }
    for (std::uint32_t i = 0; i < input_.plan.comments.size(); ++i) add_comment(i);
    std::vector<ArchiveChange> changes;
    if (!written_.empty()) {
      Result<std::vector<ArchiveChange>> parts =
          ooxml::with_comments(archive_, main_, comments_part_, strict_, written_, input_.options);
      if (!parts) return parts.error();
      changes = *std::move(parts);
    }
    std::vector<Splice> splices = markers_.splices();
    splices.insert(splices.end(), halves_.begin(), halves_.end());
    std::string source = spliced(spans_.source(), std::move(splices));
    if (source != spans_.source()) changes.push_back({main_, std::move(source)});
    Result<std::string> bytes = copy_archive(input_.path, input_.bytes, changes);
    if (!bytes) return bytes.error();
    done_.bytes = *std::move(bytes);
    done_.signature_broken = archive_.has_under(kSignatures) && !changes.empty();
    return std::move(done_);
  }

 private:
  std::string revision(const char* element) {
    return std::string("<w:") + element + declared_ + " w:id=\"" + ids_.next() + "\" w:author=\"" +
           xml_text(input_.options.author) + "\" w:date=\"" + xml_text(input_.options.date) + "\"";
  }

  void add_change(std::uint32_t index) {
    const auto edits =
        ooxml::tracked_edits(input_.document, part_, places_, input_.plan.changes[index]);
    if (!edits || !stands_free(*edits)) return;
    written_changes_.insert(index);
    done_.changes.push_back(index);
    for (const Edit& edit : input_.plan.changes[index].edits) {
      done_.deletions += edit.span.empty() ? 0 : 1;
      done_.insertions += edit.text.empty() ? 0 : 1;
    }
    for (const ooxml::TrackedEdit& edit : *edits) {
      changed_.push_back({edit.begin.byte, edit.end.byte});
      tracked_.push_back(edit);
      if (edit.text.find(kParagraphBreak) == std::string::npos) continue;
      std::uint32_t& last = last_break_[edit.end.paragraph];
      last = std::max(last, edit.end.byte);
    }
  }

  // Changes come in the order of their first edit; a paragraph cut twice lets others between.
  [[nodiscard]] bool stands_free(const std::vector<ooxml::TrackedEdit>& edits) const {
    return std::none_of(edits.begin(), edits.end(), [this](const ooxml::TrackedEdit& edit) {
      return std::any_of(changed_.rbegin(), changed_.rend(), [&edit](Span other) {
        return edit.begin.byte < other.end && other.begin < edit.end.byte;
      });
    });
  }

  void write_edit(const ooxml::TrackedEdit& edit) {
    if (edit.deletes) {
      markers_.add_deletion(edit.begin, edit.end);
      markers_.add({edit.begin, MarkRank::kDeletionStart, revision("del") + ">"});
      markers_.add({edit.end, MarkRank::kDeletionEnd, "</w:del>"});
    }
    if (edit.text.empty()) return;
    const MarkRank rank = edit.deletes ? MarkRank::kInsertion : MarkRank::kPureInsertion;
    markers_.add({edit.end, rank, inserted(edit)});
  }

  // Words, with the paragraphs that they open. The mark that ends a paragraph is a change when
  // another break of ours follows in what was one paragraph.
  std::string inserted(const ooxml::TrackedEdit& edit) {
    std::string xml;
    const std::vector<std::string_view> pieces = paragraphs_of(edit.text);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (i > 0) {
        const bool last =
            i + 1 == pieces.size() && last_break_.at(edit.end.paragraph) == edit.end.byte;
        xml += ooxml::next_paragraph(spans_, edit.end.paragraph,
                                     {last ? std::string{} : paragraph_mark(), declared_});
      }
      if (pieces[i].empty()) continue;
      xml += revision("ins") + "><w:r>" + markers_.copied_properties(edit.run, false) +
             "<w:t xml:space=\"preserve\">" + xml_text(pieces[i]) + "</w:t></w:r></w:ins>";
    }
    return xml;
  }

  std::string paragraph_mark() { return revision("ins") + "/>"; }

  void add_comment(std::uint32_t index) {
    const PlannedComment& comment = input_.plan.comments[index];
    ooxml::DocxComment written;
    WrittenComment placed;
    placed.comment = index;
    const std::optional<PlacePair> places =
        place_comment(input_, body_, written_changes_, comment.span, placed);
    if (!places) return;
    written.paragraphs = shown_paragraphs(comment, written_changes_, placed.anchor);
    done_.comments.push_back(placed);
    written.id = ids_.next();
    const std::string id = declared_ + " w:id=\"" + written.id + "\"/>";
    markers_.add({places->first, MarkRank::kCommentStart, "<w:commentRangeStart" + id});
    markers_.add({places->second, MarkRank::kCommentEnd,
                  "<w:commentRangeEnd" + id + "<w:r" + declared_ + "><w:commentReference w:id=\"" +
                      written.id + "\"/></w:r>"});
    written_.push_back(std::move(written));
  }

  const AnnotationInput& input_;
  Archive& archive_;
  std::string main_;
  std::uint32_t part_;
  const XmlSpans& spans_;
  ooxml::CommentsPart comments_part_;
  Places places_;
  DocxBody body_;
  ooxml::Ids ids_;
  ooxml::Markers markers_;
  bool strict_ = false;
  std::string declared_;  // the namespace, where the root does not give it its usual prefix
  std::set<std::uint32_t> written_changes_;
  std::vector<Span> changed_;  // bytes
  std::vector<ooxml::TrackedEdit> tracked_;
  std::map<std::uint32_t, std::uint32_t> last_break_;  // by paragraph: the byte of its last one
  std::vector<Splice> halves_;                         // first halves of paragraphs that are cut
  std::vector<ooxml::DocxComment> written_;
  Annotated done_;
};

Error unreadable(const AnnotationInput& input, const std::string& part) {
  return make_error(ErrorCode::kUnsupported, "error.annotate.part",
                    {{"path", input.path}, {"part", part}}, {input.path, 0, 0});
}

}  // namespace

Result<Annotated> annotate_docx(const AnnotationInput& input) {
  Result<Archive> archive = Archive::open(input.path, input.bytes, input.limits);
  if (!archive) return archive.error();
  const Result<std::string> main = find_main_part(*archive, input.limits);
  if (!main) return main.error();
  const Result<std::string> bytes = archive->read(*main);
  if (!bytes) return bytes.error();
  const std::vector<Part>& parts = input.document.parts;
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&main](const Part& part) { return part.name == *main; });
  // Another encoding was decoded by the reader: offsets are not those of the file.
  if (found == parts.end() || found->source != *bytes) return unreadable(input, *main);
  const std::optional<XmlSpans> spans = XmlSpans::of(found->source);
  if (!spans || spans->child(0, "w:body") == kNoXml) return unreadable(input, *main);
  Result<ooxml::CommentsPart> comments = ooxml::find_comments_part(*archive, *main, input.limits);
  if (!comments) return comments.error();
  return DocxAnnotator(input, *archive, *main, static_cast<std::uint32_t>(found - parts.begin()),
                       *spans, *std::move(comments))
      .run();
}

}  // namespace limpide
