#include "analyzer/annotation/html/html_annotator.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "analyzer/annotation/anchors.h"
#include "analyzer/annotation/edit_splices.h"
#include "analyzer/annotation/html/page.h"
#include "analyzer/annotation/paragraph_breaks.h"
#include "analyzer/annotation/segments.h"
#include "analyzer/annotation/source_encoding.h"
#include "analyzer/reports/escape.h"

namespace limpide {
namespace {

using html::Page;
using html::TextPlace;

constexpr const char* kStem = "limpide-relecture";

// Colours that keep 7:1 on any page; old and new words differ by more than colour.
constexpr const char* kStyle =
    "mark.@,mark.@-2{background:#fff6cc;color:#1b1b1b;padding:0 1px}"
    "mark.@-2{background:#ffe08a}"
    "del.@{background:#fbe3e4;color:#7a0c12;text-decoration:line-through}"
    "ins.@{background:#dcf3e0;color:#0c4a1e;text-decoration:underline}"
    "sup.@{font-size:.75em;line-height:1;margin-left:.1em}"
    "sup.@ a,section.@ a{color:#0b3d91}sup.@ a:target{outline:2px solid #0b3d91}"
    "section.@{clear:both;margin:2em 1em;padding:1em;border:2px solid #0b3d91;background:#fff;"
    "color:#1b1b1b;font:1rem/1.5 sans-serif;text-align:left}"
    "section.@ p{margin:.3em 0}section.@ li{margin:0 0 1em}";

class HtmlAnnotator {
 public:
  HtmlAnnotator(const AnnotationInput& input, const SourceEncoding& encoding)
      : input_(input),
        encoding_(encoding),
        source_(input.document.parts.front().source),
        page_(Page::of(source_, kStem)),
        breaks_(input.document, &encoding) {}

  // `in_text`: false leaves the text alone and says all in the notes.
  Result<Annotated> run(bool in_text) {
    in_text_ = in_text;
    for (std::uint32_t i = 0; i < input_.plan.changes.size(); ++i) add_change(i);
    for (std::uint32_t i = 0; i < input_.plan.comments.size(); ++i) place(i);
    sort_by_end(placed_);
    std::vector<Splice> splices = marks();
    const bool marked = !done_.comments.empty() || !done_.changes.empty();
    if (marked) add_notes(splices);
    const std::string copy = spliced(source_, std::move(splices));
    // Whatever the page, its own words are still what they were, and the notes are seen.
    const Page made = Page::of(copy, kStem);
    if (made.text() != page_.text() || made.has_notes() != marked) {
      return make_error(ErrorCode::kUnsupported, "error.annotate.page", {{"path", input_.path}},
                        {input_.path, 0, 0});
    }
    Result<std::string> bytes = encoding_.bytes(copy);
    if (!bytes) return bytes.error();
    done_.bytes = *std::move(bytes);
    return std::move(done_);
  }

 private:
  void add_change(std::uint32_t index) {
    std::vector<Splice> own;
    if (!in_text_) return;
    for (const Edit& edit : input_.plan.changes[index].edits) {
      const std::vector<PartSplice> made = edit_splices(input_.document, edit.span, inserted(edit));
      if (made.empty() || (breaks_paragraph(edit) && !breaks_.between(edit.span))) return;
      for (const PartSplice& one : made) {
        if (page_.around(one.splice.span) == nullptr) return;
        own.push_back(one.splice);
      }
    }
    if (own.empty()) return;
    for (const Splice& splice : own) {
      done_.deletions += splice.span.empty() ? 0 : 1;
      done_.insertions += splice.bytes.empty() ? 0 : 1;
    }
    edits_.insert(edits_.end(), own.begin(), own.end());
    written_changes_.insert(index);
    done_.changes.push_back(index);
  }

  // A change cannot hold the end of a paragraph: a pilcrow and a line break show where it would
  // be; who takes the change finds the tags to write in data-limpide.
  [[nodiscard]] std::string inserted(const Edit& edit) {
    std::string html;
    bool first = true;
    for (const std::string_view piece : paragraphs_of(edit.text)) {
      if (!first) {
        html += encoding_.html("\xC2\xB6") + "<br class=\"" + kStem + "\" data-limpide=\"" +
                html_escaped(breaks_.between(edit.span).value_or("")) + "\">";
      }
      html += encoding_.html(std::string(piece));
      first = false;
    }
    return html;
  }

  void place(std::uint32_t index) {
    const Span planned = input_.plan.comments[index].span;
    WrittenComment written;
    written.comment = index;
    if (planned.empty()) {
      written.anchor = AnchorKind::kDocument;
      whole_.push_back(index);
    } else {
      written.words = widened_to_edits(input_.plan, written_changes_,
                                       without_spaces(input_.document.text, planned));
      PlacedComment placed{index, {}};
      for (const Span piece : source_pieces(input_.document, written.words)) {
        if (in_text_ && page_.around(piece) != nullptr) placed.pieces.push_back(piece);
      }
      if (placed.pieces.empty()) {
        written.anchor = AnchorKind::kElsewhere;
        away_.push_back(index);
      } else {
        placed_.push_back(std::move(placed));
      }
    }
    done_.comments.push_back(written);
  }

  // --------------------------------------------------------------- in the text
  std::vector<Splice> marks() const {
    std::vector<Splice> splices;
    for (const Segment& segment : segments_of(placed_, edits_)) {
      splices.push_back({segment.source, marked(segment)});
    }
    return splices;
  }

  [[nodiscard]] std::string marked(const Segment& segment) const {
    const std::string our = std::string(" class=\"") + kStem + "\">";
    std::string text(slice(source_, segment.source));
    if (segment.deleted) text = "<del" + our + text + "</del>";
    if (!segment.inserted.empty()) text += "<ins" + our + segment.inserted + "</ins>";
    if (!segment.comments.empty()) {
      std::string notes;
      for (const std::uint32_t comment : segment.comments) {
        notes += (notes.empty() ? "" : " ") + id('d', comment);
      }
      // Where two comments meet, the inner one must still be seen.
      const char* more = segment.comments.size() > 1 ? "-2" : "";
      text = "<mark aria-describedby=\"" + notes + "\" class=\"" + kStem + more + "\">" + text +
             "</mark>";
    }
    const TextPlace* const around = page_.around(segment.source);
    for (const std::uint32_t comment : segment.ends) {
      text += number(comment, around != nullptr && around->active);
    }
    return text;
  }

  [[nodiscard]] std::string number(std::uint32_t comment, bool active) const {
    const std::string shown = std::to_string(comment + 1);
    const std::string open =
        std::string("<sup class=\"") + kStem + "\" id=\"" + id('r', comment) + "\">";
    if (active) return open + shown + "</sup>";
    return open + "<a href=\"#" + id('n', comment) + "\" aria-label=\"" +
           encoding_.html(input_.plan.words.number + shown) + "\">" + shown + "</a></sup>";
  }

  [[nodiscard]] static std::string id(char kind, std::uint32_t comment) {
    return std::string(kStem) + "-" + kind + std::to_string(comment + 1);
  }

  // --------------------------------------------------------------- at the end
  [[nodiscard]] std::string paragraphs(std::uint32_t comment, AnchorKind anchor, bool title) const {
    std::string html;
    for (const std::string& text :
         shown_paragraphs(input_.plan.comments[comment], written_changes_, anchor)) {
      const std::string words = encoding_.html(text);
      html += title ? "<p><strong>" + words + "</strong></p>" : "<p>" + words + "</p>";
      title = false;
    }
    return html;
  }

  [[nodiscard]] std::string summary() const {
    const std::string& line = encoding_.line_end();
    std::string title = input_.plan.words.title;
    std::string rest;
    for (const std::uint32_t comment : whole_) {
      std::vector<std::string> texts =
          shown_paragraphs(input_.plan.comments[comment], written_changes_, AnchorKind::kDocument);
      if (texts.empty()) continue;
      title = texts.front();
      for (std::size_t i = 1; i < texts.size(); ++i) {
        rest += "<p>" + encoding_.html(texts[i]) + "</p>" + line;
      }
    }
    return "<h2>" + encoding_.html(title) + "</h2>" + line + rest;
  }

  [[nodiscard]] std::string section() const {
    const std::string& line = encoding_.line_end();
    std::string html = std::string("<section id=\"") + kStem + "\" class=\"" + kStem +
                       "\" lang=\"fr\" aria-label=\"" + encoding_.html(input_.plan.words.title) +
                       "\">" + line + summary();
    if (!placed_.empty()) {
      html += "<ol>" + line;
      for (std::uint32_t i = 0; i < placed_.size(); ++i) {
        html += "<li id=\"" + id('n', i) + "\"><div id=\"" + id('d', i) + "\">" +
                paragraphs(placed_[i].comment, AnchorKind::kWords, true) + "</div><p><a href=\"#" +
                id('r', i) + "\">" + encoding_.html(input_.plan.words.back) + "</a></p></li>" +
                line;
      }
      html += "</ol>" + line;
    }
    if (!away_.empty()) {
      html += "<p>" + encoding_.html(input_.plan.words.away) + "</p>" + line + "<ul>" + line;
      for (const std::uint32_t comment : away_) {
        html += "<li>" + paragraphs(comment, AnchorKind::kElsewhere, true) + "</li>" + line;
      }
      html += "</ul>" + line;
    }
    return html + "</section>";
  }

  void add_notes(std::vector<Splice>& splices) const {
    std::string style(kStyle);
    for (std::size_t at = style.find('@'); at != std::string::npos; at = style.find('@')) {
      style.replace(at, 1, kStem);
    }
    style = std::string("<style class=\"") + kStem + "\">" + style + "</style>";
    const auto size = static_cast<std::uint32_t>(source_.size());
    const std::uint32_t end = page_.body_end().value_or(size);
    const std::optional<std::uint32_t> head = page_.head_end();
    if (head) splices.push_back({{*head, *head}, style});
    splices.push_back({{end, end}, (head ? std::string{} : style) + section()});
  }

  const AnnotationInput& input_;
  const SourceEncoding& encoding_;
  std::string_view source_;
  Page page_;
  ParagraphBreaks breaks_;
  bool in_text_ = true;
  std::vector<Splice> edits_;
  std::vector<PlacedComment> placed_;
  std::vector<std::uint32_t> whole_;
  std::vector<std::uint32_t> away_;
  std::set<std::uint32_t> written_changes_;
  Annotated done_;
};

}  // namespace

Result<Annotated> annotate_html(const AnnotationInput& input) {
  const Result<SourceEncoding> encoding =
      SourceEncoding::of(input.path, input.bytes, input.document);
  if (!encoding) return encoding.error();
  if (input.document.parts.front().source.find(kStem) != std::string::npos) {
    return make_error(ErrorCode::kUnsupported, "error.annotate.already", {{"path", input.path}},
                      {input.path, 0, 0});
  }
  Result<Annotated> made = HtmlAnnotator(input, *encoding).run(true);
  return made ? std::move(made) : HtmlAnnotator(input, *encoding).run(false);
}

}  // namespace limpide
