#include "analyzer/annotation/markdown/markdown_annotator.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "analyzer/annotation/anchors.h"
#include "analyzer/annotation/edit_splices.h"
#include "analyzer/annotation/markdown/copy_check.h"
#include "analyzer/annotation/markdown/critic_markup.h"
#include "analyzer/annotation/paragraph_breaks.h"
#include "analyzer/annotation/segments.h"
#include "analyzer/annotation/source_encoding.h"
#include "analyzer/readers/markdown/front_matter.h"

namespace limpide {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMostReadings = 24;  // of the copy; then nothing is marked in the text

struct Copy {
  std::string source;
  std::size_t paragraphs = 0;  // of ours, at the top
  Annotated done;
};

class MarkdownAnnotator {
 public:
  MarkdownAnnotator(const AnnotationInput& input, const SourceEncoding& encoding)
      : input_(input),
        document_(input.document),
        encoding_(encoding),
        source_(input.document.parts.front().source),
        closed_(input.document.blocks.size()),
        breaks_(input.document, &encoding) {
    for (std::size_t i = 0; i < closed_.size(); ++i) {
      closed_[i] = document_.blocks[i].kind == BlockKind::kCode;
    }
    find_code();
  }

  Result<Annotated> run() {
    for (std::size_t reading = 0; reading <= kMostReadings; ++reading) {
      if (reading == kMostReadings) closed_.assign(closed_.size(), true);
      Copy copy = make();
      const std::optional<std::size_t> changed =
          first_changed_block(document_, copy.source, copy.paragraphs, input_.limits);
      if (!changed) {
        Result<std::string> bytes = encoding_.bytes(copy.source);
        if (!bytes) return bytes.error();
        copy.done.bytes = *std::move(bytes);
        return std::move(copy.done);
      }
      close_block(*changed);
    }
    return make_error(ErrorCode::kUnsupported, "error.annotate.markdown", {{"path", input_.path}},
                      {input_.path, 0, 0});
  }

 private:
  void find_code() {
    const auto& fonts = document_.fonts;
    const auto font = std::find(fonts.begin(), fonts.end(), "monospace");
    if (font == fonts.end()) return;
    for (const Run& run : document_.runs) {
      if (run.font == font - fonts.begin()) code_.push_back(run.text);
    }
  }

  // The block where the copy differs, or the one before it that has marks: a mark may change what
  // follows it.
  void close_block(std::size_t index) {
    for (std::size_t i = std::min(index + 1, closed_.size()); i-- > 0;) {
      if (closed_[i] || marked_.count(i) == 0) continue;
      closed_[i] = true;
      return;
    }
    closed_.assign(closed_.size(), true);
  }

  // --------------------------------------------------------------- one copy
  Copy make() {
    Copy copy;
    marked_.clear();
    std::set<std::uint32_t> written;
    std::vector<Splice> edits;
    for (std::uint32_t i = 0; i < input_.plan.changes.size(); ++i) {
      if (!add_change(input_.plan.changes[i], edits, copy.done)) continue;
      written.insert(i);
      copy.done.changes.push_back(i);
    }
    std::vector<PlacedComment> placed;
    std::string top;
    for (std::uint32_t i = 0; i < input_.plan.comments.size(); ++i) {
      WrittenComment comment;
      comment.comment = i;
      PlacedComment place{i, {}};
      comment.anchor = anchor(i, written, comment.words, place.pieces);
      copy.done.comments.push_back(comment);
      if (place.pieces.empty()) {
        top += written_comment(i, written, comment.anchor) + encoding_.line_end() +
               encoding_.line_end();
        ++copy.paragraphs;
      } else {
        placed.push_back(std::move(place));
      }
    }
    std::vector<Splice> splices = {{top_of_text(), std::move(top)}};
    const std::vector<bool> bare = holds_marks(placed, edits);
    std::vector<PlacedComment> highlighted;
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (!bare[i]) highlighted.push_back(placed[i]);
    }
    for (const Segment& segment : segments_of(highlighted, std::move(edits))) {
      splices.push_back({segment.source, marked(segment, highlighted, written)});
    }
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (!bare[i]) continue;
      const std::uint32_t end = placed[i].pieces.back().end;
      splices.push_back(
          {{end, end}, written_comment(placed[i].comment, written, AnchorKind::kElsewhere)});
    }
    copy.source = spliced(source_, std::move(splices));
    return copy;
  }

  // Marks do not nest: a comment on words that hold other marks would be cut in pieces nobody can
  // read. It stands after its words and names them.
  static std::vector<bool> holds_marks(const std::vector<PlacedComment>& placed,
                                       const std::vector<Splice>& edits) {
    std::vector<Span> marks;
    marks.reserve(edits.size() + placed.size());
    for (const Splice& edit : edits) marks.push_back(edit.span);
    for (const PlacedComment& one : placed) marks.push_back(extent(one));
    std::vector<Span> by_end = marks;
    std::sort(marks.begin(), marks.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::sort(by_end.begin(), by_end.end(), [](Span a, Span b) { return a.end < b.end; });
    std::vector<bool> bare(placed.size());
    for (std::size_t i = 0; i < placed.size(); ++i) {
      // Of what is shorter and meets it, one end lies in it.
      const Span own = extent(placed[i]);
      auto at = std::partition_point(marks.begin(), marks.end(),
                                     [own](Span mark) { return mark.begin < own.begin; });
      for (; at != marks.end() && at->begin < own.end && !bare[i]; ++at) {
        bare[i] = at->size() < own.size();
      }
      at = std::partition_point(by_end.begin(), by_end.end(),
                                [own](Span mark) { return mark.end <= own.begin; });
      for (; at != by_end.end() && at->end <= own.end && !bare[i]; ++at) {
        bare[i] = at->size() < own.size();
      }
    }
    return bare;
  }
  static Span extent(const PlacedComment& placed) {
    return {placed.pieces.front().begin, placed.pieces.back().end};
  }

  bool add_change(const PlannedChange& change, std::vector<Splice>& edits, Annotated& done) {
    std::vector<Splice> own;
    for (const Edit& edit : change.edits) {
      const std::optional<std::string> text = breaks_.text_of(
          edit, [this](const std::string& words) { return encoding_.nearest(words); });
      const bool fits =
          text && !touches_code(edit.span) && critic::can_mark(*text) && edit_stays_on_line(edit);
      if (!fits) return false;
      for (const PartSplice& one : edit_splices(document_, edit.span, *text)) {
        if (!critic::can_mark(slice(source_, one.splice.span))) return false;
        own.push_back(as_added_line(one.splice));
      }
    }
    if (own.empty()) return false;
    for (const Edit& edit : change.edits) marked_.insert(block_at(document_, edit.span.begin));
    for (const Splice& splice : own) {
      done.deletions += splice.span.empty() ? 0 : 1;
      done.insertions += splice.bytes.empty() ? 0 : 1;
    }
    edits.insert(edits.end(), own.begin(), own.end());
    return true;
  }

  // A line end that becomes an empty line: one more line end.
  [[nodiscard]] Splice as_added_line(Splice splice) const {
    const std::string& line = encoding_.line_end();
    if (slice(source_, splice.span) == line && splice.bytes == line + line) {
      splice.span.begin = splice.span.end;
      splice.bytes = line;
    }
    return splice;
  }

  static bool edit_stays_on_line(const Edit& edit) {
    const std::vector<std::string_view> pieces = paragraphs_of(edit.text);
    return std::none_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
      return piece.find_first_of("\r\n") != std::string_view::npos;
    });
  }

  [[nodiscard]] bool touches_code(Span span) const {
    const std::size_t block = block_at(document_, span.begin);
    if (block == closed_.size() || closed_[block]) return true;
    const auto code = first_code(span.begin);
    return code != code_.end() && code->begin <= span.end;
  }

  // The first code that ends at the offset or after it.
  [[nodiscard]] std::vector<Span>::const_iterator first_code(std::uint32_t offset) const {
    return std::partition_point(code_.begin(), code_.end(),
                                [offset](Span code) { return code.end < offset; });
  }

  AnchorKind anchor(std::uint32_t index, const std::set<std::uint32_t>& written, Span& words,
                    std::vector<Span>& pieces) {
    const Span planned = input_.plan.comments[index].span;
    if (planned.empty()) return AnchorKind::kDocument;
    words = widened_to_edits(input_.plan, written, without_spaces(document_.text, planned));
    for (std::size_t i = block_at(document_, words.begin);
         i < closed_.size() && document_.blocks[i].text.begin < words.end; ++i) {
      if (closed_[i]) continue;
      const Span block = document_.blocks[i].text;
      add_pieces({std::max(block.begin, words.begin), std::min(block.end, words.end)}, pieces);
      if (!pieces.empty()) marked_.insert(i);
    }
    return pieces.empty() ? AnchorKind::kElsewhere : AnchorKind::kWords;
  }

  // A mark that opens or closes at the end of a line would touch the sign that opens the next.
  [[nodiscard]] Span without_breaks(Span piece) const {
    const std::string_view words = slice(source_, piece);
    const auto blank = [&words](std::size_t at) {
      return std::string_view(" \t\r\n").find(words[at]) != std::string_view::npos;
    };
    std::size_t begin = 0;
    std::size_t end = words.size();
    while (begin < end && blank(begin)) ++begin;
    while (end > begin && blank(end - 1)) --end;
    const auto has_break = [&words](std::size_t from, std::size_t to) {
      return words.substr(from, to - from).find_first_of("\r\n") != std::string_view::npos;
    };
    if (has_break(0, begin)) piece.begin += static_cast<std::uint32_t>(begin);
    if (has_break(end, words.size())) piece.end -= static_cast<std::uint32_t>(words.size() - end);
    return piece;
  }

  // Of one block, without what is code.
  void add_pieces(Span text, std::vector<Span>& pieces) const {
    if (text.begin >= text.end) return;
    const auto add = [&](Span part) {
      if (part.begin >= part.end) return;
      for (Span piece : source_pieces(document_, part)) {
        piece = without_breaks(piece);
        const bool after = pieces.empty() || pieces.back().end <= piece.begin;
        if (after && critic::can_mark(slice(source_, piece))) pieces.push_back(piece);
      }
    };
    std::uint32_t at = text.begin;
    for (auto code = first_code(at); code != code_.end() && code->begin < text.end; ++code) {
      add({at, std::max(at, code->begin)});
      at = std::max(at, code->end);
    }
    add({at, text.end});
  }

  [[nodiscard]] std::string written_comment(std::uint32_t index,
                                            const std::set<std::uint32_t>& written,
                                            AnchorKind kind) const {
    std::vector<std::string> paragraphs =
        shown_paragraphs(input_.plan.comments[index], written, kind);
    for (std::string& paragraph : paragraphs) paragraph = encoding_.readable(paragraph);
    return critic::comment(paragraphs);
  }

  [[nodiscard]] std::string marked(const Segment& segment, const std::vector<PlacedComment>& placed,
                                   const std::set<std::uint32_t>& written) const {
    const std::string_view words = slice(source_, segment.source);
    std::string text;
    if (segment.deleted)
      text = critic::deletion(words);
    else if (!words.empty())
      text = critic::highlight(words);
    if (!segment.inserted.empty()) text += critic::insertion(segment.inserted);
    for (const std::uint32_t comment : segment.ends) {
      text += written_comment(placed[comment].comment, written, AnchorKind::kWords);
    }
    return text;
  }

  // After the mark of byte order and the lines that only programs read.
  [[nodiscard]] Span top_of_text() const {
    const std::size_t mark = source_.substr(0, 3) == kByteOrderMark ? 3 : 0;
    const auto at =
        static_cast<std::uint32_t>(mark + read_front_matter(source_.substr(mark)).bytes);
    return {at, at};
  }

  const AnnotationInput& input_;
  const Document& document_;
  const SourceEncoding& encoding_;
  std::string_view source_;
  std::vector<bool> closed_;  // by block: no mark there
  ParagraphBreaks breaks_;
  std::set<std::size_t> marked_;  // blocks that the last copy marks
  std::vector<Span> code_;        // of the text
};

}  // namespace

Result<Annotated> annotate_markdown(const AnnotationInput& input) {
  const Result<SourceEncoding> encoding =
      SourceEncoding::of(input.path, input.bytes, input.document);
  if (!encoding) return encoding.error();
  if (critic::has_marks(input.document.parts.front().source)) {
    return make_error(ErrorCode::kUnsupported, "error.annotate.critic", {{"path", input.path}},
                      {input.path, 0, 0});
  }
  return MarkdownAnnotator(input, *encoding).run();
}

}  // namespace limpide
