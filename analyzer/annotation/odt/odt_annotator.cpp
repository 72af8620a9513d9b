#include "analyzer/annotation/odt/odt_annotator.h"

#include <algorithm>
#include <set>
#include <utility>

#include "analyzer/annotation/anchors.h"
#include "analyzer/annotation/archive_copy.h"
#include "analyzer/annotation/odt/body.h"
#include "analyzer/annotation/odt/paragraph_break.h"
#include "analyzer/annotation/odt/places.h"
#include "analyzer/annotation/splices.h"
#include "analyzer/annotation/xml_escape.h"
#include "analyzer/readers/office/archive.h"

namespace limpide {
namespace {

using odf::OdtBody;
using odf::Place;
using odf::PlacePair;
using odf::Places;

constexpr const char* kContent = "content.xml";
constexpr const char* kSignature = "META-INF/documentsignatures.xml";

std::string declared_prefixes(const XmlSpans& spans) {
  std::string declared;
  const auto add = [&](const char* prefix, const char* uri) {
    if (spans.usual_prefix(prefix)) return;
    declared.append(" xmlns:").append(prefix).append("=\"").append(uri).append("\"");
  };
  add("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0");
  add("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0");
  add("dc", "http://purl.org/dc/elements/1.1/");
  return declared;
}

// Text of a paragraph: a space after a space collapses unless it is an element.
std::string paragraph_text(std::string_view text, std::string_view declared) {
  std::string xml;
  bool space = true;
  for (const char byte : xml_text(text)) {
    if (byte == ' ' && space)
      xml.append("<text:s").append(declared).append("/>");
    else
      xml.push_back(byte);
    space = byte == ' ';
  }
  return xml;
}

class OdtAnnotator {
 public:
  OdtAnnotator(const AnnotationInput& input, std::uint32_t part, const XmlSpans& spans)
      : input_(input),
        part_(part),
        spans_(spans),
        places_(spans),
        body_(input.document, part, places_),
        declared_(declared_prefixes(spans)) {
    while (spans.source().find(stem_) != std::string_view::npos) stem_ += "x";
  }

  Result<Annotated> run(bool is_signed) {
    for (std::uint32_t i = 0; i < input_.plan.changes.size(); ++i) add_change(i);
    for (std::uint32_t i = 0; i < input_.plan.comments.size(); ++i) add_comment(i);
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
      return a.place.byte != b.place.byte ? a.place.byte < b.place.byte : a.rank < b.rank;
    });
    for (Mark& mark : marks_) {
      const Span at{mark.place.byte, mark.place.byte};
      splices_.push_back(
          {at, mark.place.cdata ? "]]>" + mark.xml + "<![CDATA[" : std::move(mark.xml)});
    }
    add_regions();
    std::vector<ArchiveChange> changes;
    if (!splices_.empty()) changes.push_back({kContent, spliced(spans_.source(), splices_)});
    Result<std::string> bytes = copy_archive(input_.path, input_.bytes, changes);
    if (!bytes) return bytes.error();
    done_.bytes = *std::move(bytes);
    done_.signature_broken = is_signed && !changes.empty();
    return std::move(done_);
  }

 private:
  enum class Rank : std::uint8_t { kCommentEnd, kCommentStart, kInsertion };
  struct Mark {
    Place place;
    Rank rank;
    std::string xml;
  };

  std::string region(const char* kind, const std::string& content, std::string& id) {
    id = stem_ + std::to_string(++regions_);
    return "<text:changed-region" + declared_ + " xml:id=\"" + id + "\" text:id=\"" + id +
           "\"><text:" + kind + "><office:change-info><dc:creator>" +
           xml_text(input_.options.author) + "</dc:creator><dc:date>" +
           xml_text(input_.options.date) + "</dc:date></office:change-info>" + content +
           "</text:" + kind + "></text:changed-region>";
  }

  [[nodiscard]] std::string opened(const std::vector<std::uint32_t>& chain) const {
    std::string xml;
    for (const std::uint32_t node : chain) xml += slice(spans_.source(), spans_.start_tag(node));
    return xml;
  }

  [[nodiscard]] std::string closed(const std::vector<std::uint32_t>& chain) const {
    std::string xml;
    for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
      xml.append("</").append(slice(spans_.source(), spans_.start_name(*at))).append(">");
    }
    return xml;
  }

  [[nodiscard]] std::vector<std::uint32_t> without_links(
      const std::vector<std::uint32_t>& chain) const {
    std::vector<std::uint32_t> kept;
    for (const std::uint32_t node : chain) {
      if (spans_.node(node).name == "text:span") kept.push_back(node);
    }
    return kept;
  }

  // The deleted words as a paragraph of their own; spaces at its ends would not count as text.
  [[nodiscard]] std::string deleted_paragraph(const odf::TrackedEdit& edit) const {
    std::string_view bytes = slice(spans_.source(), {edit.begin.byte, edit.end.byte});
    const auto is_space = [](char byte) {
      return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    };
    const bool first = is_space(bytes.front());
    while (!bytes.empty() && is_space(bytes.front())) bytes.remove_prefix(1);
    const bool last = !bytes.empty() && is_space(bytes.back());
    while (!bytes.empty() && is_space(bytes.back())) bytes.remove_suffix(1);
    const std::string space = "<text:s" + declared_ + "/>";
    const std::string style(spans_.value(edit.begin.paragraph, "style-name"));
    return "<text:p" + (style.empty() ? "" : " text:style-name=\"" + style + "\"") + ">" +
           opened(without_links(edit.chain)) + (first ? space : "") + std::string(bytes) +
           (last ? space : "") + closed(without_links(edit.end_chain)) + "</text:p>";
  }

  // A paragraph border lies between the marks of the change like any words.
  [[nodiscard]] std::string inserted(const odf::TrackedEdit& edit) {
    std::string words;
    bool first = true;
    for (const std::string_view piece : paragraphs_of(edit.text)) {
      if (!first) words += odf::next_paragraph(spans_, edit.begin.paragraph, edit.chain);
      words += xml_text(piece);
      first = false;
    }
    std::string id;
    regions_xml_ += region("insertion", {}, id);
    ++done_.insertions;
    const std::string named = declared_ + " text:change-id=\"" + id + "\"/>";
    return "<text:change-start" + named + words + "<text:change-end" + named;
  }

  void add_change(std::uint32_t index) {
    const auto edits =
        odf::tracked_edits(input_.document, part_, places_, input_.plan.changes[index]);
    if (!edits || !stands_free(*edits)) return;
    for (const odf::TrackedEdit& edit : *edits) {
      changed_.push_back({edit.begin.byte, edit.end.byte});
    }
    written_changes_.insert(index);
    done_.changes.push_back(index);
    for (const Edit& edit : input_.plan.changes[index].edits) {
      if (!edit.span.empty()) body_.note_deletion(edit.span.begin);
    }
    for (const odf::TrackedEdit& edit : *edits) {
      if (!edit.deletes) {
        marks_.push_back({edit.begin, Rank::kInsertion, inserted(edit)});
        continue;
      }
      std::string id;
      regions_xml_ += region("deletion", deleted_paragraph(edit), id);
      ++done_.deletions;
      std::string xml = "<text:change" + declared_ + " text:change-id=\"" + id + "\"/>";
      // At the begin of a block nothing stands before it (see note_deletion): the new words do.
      if (!edit.text.empty()) xml.insert(edit.opens_block ? 0 : xml.size(), inserted(edit));
      xml += closed(edit.open_at_begin) + opened(edit.open_at_end);
      splices_.push_back({{edit.begin.byte, edit.end.byte}, std::move(xml)});
    }
  }

  // Changes come in the order of their first edit; a paragraph cut twice lets others between.
  [[nodiscard]] bool stands_free(const std::vector<odf::TrackedEdit>& edits) const {
    return std::none_of(edits.begin(), edits.end(), [this](const odf::TrackedEdit& edit) {
      return std::any_of(changed_.rbegin(), changed_.rend(), [&edit](Span other) {
        return edit.begin.byte < other.end && other.begin < edit.end.byte;
      });
    });
  }

  void add_comment(std::uint32_t index) {
    const PlannedComment& comment = input_.plan.comments[index];
    WrittenComment placed;
    placed.comment = index;
    const std::optional<PlacePair> places =
        place_comment(input_, body_, written_changes_, comment.span, placed);
    if (!places) return;
    done_.comments.push_back(placed);
    const std::string name =
        " office:name=\"" + stem_ + "c" + std::to_string(done_.comments.size()) + "\"";
    std::string xml = "<office:annotation" + declared_ + name + "><dc:creator>" +
                      xml_text(input_.options.author) + "</dc:creator><dc:date>" +
                      xml_text(input_.options.date) + "</dc:date>";
    for (const std::string& paragraph :
         shown_paragraphs(comment, written_changes_, placed.anchor)) {
      xml += "<text:p>" + paragraph_text(paragraph, {}) + "</text:p>";
    }
    marks_.push_back({places->first, Rank::kCommentStart, xml + "</office:annotation>"});
    marks_.push_back(
        {places->second, Rank::kCommentEnd, "<office:annotation-end" + declared_ + name + "/>"});
  }

  // The list of changes opens the text, after its forms.
  void add_regions() {
    if (regions_xml_.empty()) return;
    const std::uint32_t list = spans_.child(places_.body(), "text:tracked-changes");
    if (list != kNoXml && !spans_.node(list).empty) {
      const std::uint32_t end = spans_.node(list).inner.end;
      splices_.push_back({{end, end}, regions_xml_});
      return;
    }
    const std::string xml = "<text:tracked-changes" + declared_ + " text:track-changes=\"false\">" +
                            regions_xml_ + "</text:tracked-changes>";
    if (list != kNoXml) {
      splices_.push_back({spans_.node(list).outer, xml});
      return;
    }
    const std::uint32_t forms = spans_.child(places_.body(), "office:forms");
    const std::uint32_t at =
        forms != kNoXml ? spans_.node(forms).outer.end : spans_.node(places_.body()).inner.begin;
    splices_.push_back({{at, at}, xml});
  }

  const AnnotationInput& input_;
  std::uint32_t part_;
  const XmlSpans& spans_;
  Places places_;
  OdtBody body_;
  std::string declared_;  // prefixes that the root does not give their usual meaning
  std::string stem_ = "limpide";
  std::uint32_t regions_ = 0;
  std::string regions_xml_;
  std::vector<Span> changed_;  // bytes
  std::vector<Mark> marks_;
  std::vector<Splice> splices_;
  std::set<std::uint32_t> written_changes_;
  Annotated done_;
};

Error unreadable(const AnnotationInput& input) {
  return make_error(ErrorCode::kUnsupported, "error.annotate.part",
                    {{"path", input.path}, {"part", kContent}}, {input.path, 0, 0});
}

}  // namespace

Result<Annotated> annotate_odt(const AnnotationInput& input) {
  Result<Archive> archive = Archive::open(input.path, input.bytes, input.limits);
  if (!archive) return archive.error();
  const Result<std::string> bytes = archive->read(kContent);
  if (!bytes) return bytes.error();
  const std::vector<Part>& parts = input.document.parts;
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [](const Part& part) { return part.name == kContent; });
  // Another encoding was decoded by the reader: offsets are not those of the file.
  if (found == parts.end() || found->source != *bytes) return unreadable(input);
  const std::optional<XmlSpans> spans = XmlSpans::of(found->source);
  if (!spans || Places(*spans).body() == kNoXml) return unreadable(input);
  return OdtAnnotator(input, static_cast<std::uint32_t>(found - parts.begin()), *spans)
      .run(archive->has(kSignature));
}

}  // namespace limpide
