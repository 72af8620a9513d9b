#include "analyzer/annotation/segments.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace limpide {
namespace {

struct Border {
  std::uint32_t byte = 0;
  bool opens = false;
  std::uint32_t comment = 0;
};

std::vector<Border> borders_of(const std::vector<PlacedComment>& comments) {
  std::vector<Border> borders;
  for (std::uint32_t i = 0; i < comments.size(); ++i) {
    for (const Span piece : comments[i].pieces) {
      borders.push_back({piece.begin, true, i});
      borders.push_back({piece.end, false, i});
    }
  }
  std::sort(borders.begin(), borders.end(), [](const Border& a, const Border& b) {
    if (a.byte != b.byte) return a.byte < b.byte;
    return !a.opens && b.opens;
  });
  return borders;
}

bool begins_before(const Splice& a, const Splice& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  return a.span.end < b.span.end;
}

class Sweep {
 public:
  Sweep(const std::vector<PlacedComment>& comments, std::vector<Splice> edits)
      : comments_(comments), edits_(std::move(edits)), borders_(borders_of(comments)) {
    std::stable_sort(edits_.begin(), edits_.end(), begins_before);
    for (const Border& border : borders_) cuts_.push_back(border.byte);
    for (const Splice& edit : edits_) {
      cuts_.push_back(edit.span.begin);
      cuts_.push_back(edit.span.end);
    }
    std::sort(cuts_.begin(), cuts_.end());
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
  }

  std::vector<Segment> run() {
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      pass_borders(cuts_[i]);
      insert_at(cuts_[i]);
      if (i + 1 < cuts_.size()) stretch({cuts_[i], cuts_[i + 1]});
    }
    return std::move(segments_);
  }

 private:
  void pass_borders(std::uint32_t byte) {
    for (; border_ < borders_.size() && borders_[border_].byte == byte; ++border_) {
      const Border& border = borders_[border_];
      if (border.opens)
        active_.insert(border.comment);
      else
        active_.erase(border.comment);
    }
  }

  void insert_at(std::uint32_t byte) {
    for (; edit_ < edits_.size() && edits_[edit_].span == Span{byte, byte}; ++edit_) {
      Segment made;
      made.source = {byte, byte};
      made.inserted = edits_[edit_].bytes;
      segments_.push_back(std::move(made));
    }
  }

  void stretch(Span span) {
    const bool edited = edit_ < edits_.size() && edits_[edit_].span.begin <= span.begin &&
                        span.end <= edits_[edit_].span.end;
    if (active_.empty() && !edited) return;
    Segment made;
    made.source = span;
    made.comments.assign(active_.begin(), active_.end());
    made.deleted = edited;
    if (edited && span.end == edits_[edit_].span.end) made.inserted = edits_[edit_++].bytes;
    for (const std::uint32_t comment : active_) {
      if (comments_[comment].pieces.back().end == span.end) made.ends.push_back(comment);
    }
    segments_.push_back(std::move(made));
  }

  const std::vector<PlacedComment>& comments_;
  std::vector<Splice> edits_;
  std::vector<Border> borders_;
  std::vector<std::uint32_t> cuts_;
  std::size_t border_ = 0;
  std::size_t edit_ = 0;
  std::set<std::uint32_t> active_;
  std::vector<Segment> segments_;
};

bool is_white(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

}  // namespace

std::vector<Segment> segments_of(const std::vector<PlacedComment>& comments,
                                 std::vector<Splice> edits) {
  return Sweep(comments, std::move(edits)).run();
}

void sort_by_end(std::vector<PlacedComment>& comments) {
  std::stable_sort(comments.begin(), comments.end(),
                   [](const PlacedComment& a, const PlacedComment& b) {
                     const std::uint32_t first = a.pieces.back().end;
                     const std::uint32_t second = b.pieces.back().end;
                     if (first != second) return first < second;
                     return a.pieces.front().begin > b.pieces.front().begin;
                   });
}

std::vector<Span> source_pieces(const Document& document, Span text) {
  const std::string_view source = document.parts.front().source;
  std::vector<Span> pieces;
  for (const SourceRange& range : document.source_map.ranges(text)) {
    if (!pieces.empty() && pieces.back().end > range.bytes.begin) continue;
    const bool goes_on =
        !pieces.empty() && is_white(slice(source, {pieces.back().end, range.bytes.begin}));
    if (goes_on)
      pieces.back().end = range.bytes.end;
    else if (!range.bytes.empty())
      pieces.push_back(range.bytes);
  }
  // White space alone, between two elements, needs no mark.
  std::vector<Span> words;
  std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(words),
               [source](Span piece) { return !is_white(slice(source, piece)); });
  return words;
}

}  // namespace limpide
