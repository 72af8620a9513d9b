#include "analyzer/document/document_builder.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

bool has_visible_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded current = decode_at(text, i);
    if (!is_space(current.code_point) && current.code_point != 0x200B &&
        current.code_point != 0xFEFF && current.code_point != 0x00AD) {
      return true;
    }
    i += current.size;
  }
  return false;
}

// Old offsets to new ones after normalisation. Offsets inside a changed stretch go to its start
// (begin) or end (end), so that a marked letter keeps its accent.
class OffsetShift {
 public:
  explicit OffsetShift(const std::vector<NormalizationEdit>& edits) {
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    for (const NormalizationEdit& edit : edits) {
      steps_.push_back({before, after, edit});
      before += edit.old_bytes;
      after += edit.new_bytes;
    }
    end_before_ = before;
    end_after_ = after;
  }
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t offset) const { return map(offset, false); }
  [[nodiscard]] std::uint32_t end_of(std::uint32_t offset) const { return map(offset, true); }
  [[nodiscard]] Span of(Span span) const {
    if (span.empty()) return {begin_of(span.begin), begin_of(span.begin)};
    return {begin_of(span.begin), end_of(span.end)};
  }

 private:
  struct Step {
    std::uint32_t before;
    std::uint32_t after;
    NormalizationEdit edit;
  };
  [[nodiscard]] std::uint32_t map(std::uint32_t offset, bool round_up) const {
    if (offset >= end_before_) return end_after_;
    auto step = std::upper_bound(
        steps_.begin(), steps_.end(), offset,
        [](std::uint32_t value, const Step& candidate) { return value < candidate.before; });
    --step;
    const std::uint32_t inside = offset - step->before;
    if (!step->edit.changed) return step->after + inside;
    return inside > 0 && round_up ? step->after + step->edit.new_bytes : step->after;
  }

  std::vector<Step> steps_;
  std::uint32_t end_before_ = 0;
  std::uint32_t end_after_ = 0;
};

Span moved(Span span, std::uint32_t base) { return {span.begin + base, span.end + base}; }

}  // namespace

DocumentBuilder::DocumentBuilder(Format format, const Limits& limits) : limits_(limits) {
  document_.format = format;
}

std::uint32_t DocumentBuilder::add_part(std::string name, std::string source) {
  document_.parts.push_back({std::move(name), std::move(source)});
  return static_cast<std::uint32_t>(document_.parts.size() - 1);
}

const std::string& DocumentBuilder::part_source(std::uint32_t part) const {
  return document_.parts[part].source;
}

void DocumentBuilder::open_block(const Block& prototype) {
  assert(!open_);
  open_ = true;
  block_ = prototype;
  block_text_.clear();
  pieces_.clear();
  has_look_ = false;
}

void DocumentBuilder::add_piece(std::string_view text, SourceRange source, bool has_source,
                                bool verbatim) {
  assert(open_);
  if (text.empty() || over_limit_) return;
  if (document_.text.size() + block_text_.size() + text.size() > limits_.text_bytes) {
    over_limit_ = true;
    return;
  }
  const auto begin = static_cast<std::uint32_t>(block_text_.size());
  block_text_.append(text);
  const Span span{begin, static_cast<std::uint32_t>(block_text_.size())};
  pieces_.push_back({span, source, has_source, verbatim});
}

void DocumentBuilder::append(std::uint32_t part, Span source) {
  add_piece(slice(document_.parts[part].source, source), {part, source}, true, true);
}

void DocumentBuilder::append_for(std::string_view text, std::uint32_t part, Span source) {
  const bool same = slice(document_.parts[part].source, source) == text;
  add_piece(text, {part, source}, true, same);
}

void DocumentBuilder::append_made(std::string_view text) { add_piece(text, {}, false, false); }

void DocumentBuilder::end_look() {
  const std::uint32_t end = offset();
  if (has_look_ && end > look_begin_) {
    Run run = look_;
    run.text = {look_begin_, end};
    block_runs_.push_back(std::move(run));
  }
  has_look_ = false;
}

void DocumentBuilder::set_look(const Run& look) {
  end_look();
  look_ = look;
  has_look_ = true;
  look_begin_ = offset();
}

void DocumentBuilder::clear_look() { end_look(); }

std::uint32_t DocumentBuilder::offset() const {
  return static_cast<std::uint32_t>(block_text_.size());
}

char DocumentBuilder::last_byte() const { return block_text_.empty() ? '\0' : block_text_.back(); }

void DocumentBuilder::mark_link(std::uint32_t begin, std::uint32_t end, std::string target) {
  block_links_.push_back({{begin, end}, std::move(target)});
}

void DocumentBuilder::mark_merge_field(std::uint32_t begin, std::uint32_t end, std::string name) {
  block_fields_.push_back({{begin, end}, std::move(name)});
}

void DocumentBuilder::mark_control(std::uint32_t begin, std::uint32_t end, FormControl control) {
  control.text = {begin, end};
  block_controls_.push_back(std::move(control));
}

void DocumentBuilder::mark_comment(std::uint32_t begin, std::uint32_t end, Comment comment) {
  comment.anchor = {begin, end};
  block_comments_.push_back(std::move(comment));
}

void DocumentBuilder::add_comment(Comment comment) {
  const auto end = static_cast<std::uint32_t>(document_.text.size());
  comment.anchor = {end, end};
  document_.comments.push_back(std::move(comment));
}

void DocumentBuilder::add_control(FormControl control) {
  const auto end = static_cast<std::uint32_t>(document_.text.size());
  control.text = {end, end};
  document_.controls.push_back(std::move(control));
}

void DocumentBuilder::add_notice(Message message) {
  document_.notices.push_back({std::move(message), {}});
}

std::int32_t DocumentBuilder::font(std::string_view name) {
  if (name.empty()) return -1;
  const auto found = std::find(document_.fonts.begin(), document_.fonts.end(), name);
  if (found != document_.fonts.end()) {
    return static_cast<std::int32_t>(found - document_.fonts.begin());
  }
  document_.fonts.emplace_back(name);
  return static_cast<std::int32_t>(document_.fonts.size() - 1);
}

void DocumentBuilder::normalise_block() {
  const Normalized normalized = normalize_nfc(block_text_);
  const OffsetShift shift(normalized.edits);
  std::vector<Piece> pieces;
  std::size_t at = 0;
  std::uint32_t before = 0;
  std::uint32_t after = 0;
  // Unchanged stretches keep their pieces; a changed one becomes a single piece over the sources
  // of everything it was composed from.
  for (const NormalizationEdit& edit : normalized.edits) {
    const Span old_span{before, before + edit.old_bytes};
    const Span new_span{after, after + edit.new_bytes};
    while (at < pieces_.size() && pieces_[at].text.end <= old_span.begin) ++at;
    bool first = true;
    for (std::size_t i = at; i < pieces_.size() && pieces_[i].text.begin < old_span.end; ++i) {
      Piece piece = pieces_[i];
      const Span common{std::max(piece.text.begin, old_span.begin),
                        std::min(piece.text.end, old_span.end)};
      if (piece.verbatim) {
        const std::uint32_t base = piece.source.bytes.begin - piece.text.begin;
        piece.source.bytes = {base + common.begin, base + common.end};
      }
      if (!edit.changed) {
        piece.text = {after + common.begin - before, after + common.end - before};
        pieces.push_back(piece);
      } else if (first) {
        piece.text = new_span;
        piece.verbatim = false;
        pieces.push_back(piece);
        first = false;
      } else if (piece.has_source && pieces.back().source.part == piece.source.part) {
        pieces.back().source.bytes.end =
            std::max(pieces.back().source.bytes.end, piece.source.bytes.end);
      }
    }
    before = old_span.end;
    after = new_span.end;
  }
  pieces_ = std::move(pieces);
  block_text_ = normalized.text;
  for (Run& run : block_runs_) run.text = shift.of(run.text);
  for (Link& link : block_links_) link.text = shift.of(link.text);
  for (MergeField& field : block_fields_) field.text = shift.of(field.text);
  for (FormControl& control : block_controls_) control.text = shift.of(control.text);
  for (Comment& comment : block_comments_) comment.anchor = shift.of(comment.anchor);
}

void DocumentBuilder::commit_marks(std::uint32_t base) {
  for (Run& run : block_runs_) {
    run.text = moved(run.text, base);
    if (!run.text.empty()) document_.runs.push_back(std::move(run));
  }
  for (Link& link : block_links_) {
    link.text = moved(link.text, base);
    document_.links.push_back(std::move(link));
  }
  for (MergeField& field : block_fields_) {
    field.text = moved(field.text, base);
    document_.merge_fields.push_back(std::move(field));
  }
  for (FormControl& control : block_controls_) {
    control.text = moved(control.text, base);
    document_.controls.push_back(std::move(control));
  }
  for (Comment& comment : block_comments_) {
    comment.anchor = moved(comment.anchor, base);
    document_.comments.push_back(std::move(comment));
  }
  drop_block();
}

void DocumentBuilder::drop_block() {
  block_runs_.clear();
  block_links_.clear();
  block_fields_.clear();
  block_controls_.clear();
  block_comments_.clear();
}

void DocumentBuilder::close_block() {
  assert(open_);
  end_look();
  open_ = false;
  if (document_.blocks.size() >= limits_.blocks) {
    over_limit_ = true;
    too_many_blocks_ = true;
  }
  const bool keeps_marks = !block_controls_.empty() || !block_comments_.empty();
  if (over_limit_) {
    drop_block();
    return;
  }
  if (!has_visible_text(block_text_)) {
    // Controls and comments of an empty paragraph matter; they stand at the end of the text.
    const auto end = static_cast<std::uint32_t>(document_.text.size());
    if (keeps_marks) {
      for (FormControl& control : block_controls_) {
        control.text = {end, end};
        document_.controls.push_back(std::move(control));
      }
      for (Comment& comment : block_comments_) {
        comment.anchor = {end, end};
        document_.comments.push_back(std::move(comment));
      }
    }
    drop_block();
    return;
  }
  if (!is_nfc(block_text_)) normalise_block();
  if (!document_.text.empty()) document_.text.push_back('\n');
  const auto base = static_cast<std::uint32_t>(document_.text.size());
  document_.text.append(block_text_);
  for (const Piece& piece : pieces_) {
    if (piece.has_source) {
      document_.source_map.add({moved(piece.text, base), piece.source, piece.verbatim});
    }
  }
  block_.text = {base, static_cast<std::uint32_t>(document_.text.size())};
  document_.blocks.push_back(block_);
  commit_marks(base);
}

Result<Document> DocumentBuilder::finish() {
  assert(!open_);
  if (too_many_blocks_) {
    return make_error(ErrorCode::kLimit, "error.document.too_many_blocks",
                      {{"limit", std::to_string(limits_.blocks)}});
  }
  if (over_limit_) {
    return make_error(ErrorCode::kLimit, "error.document.too_long",
                      {{"limit", std::to_string(limits_.text_bytes >> 20U)}});
  }
  return std::move(document_);
}

}  // namespace limpide
