#include "analyzer/reports/positions.h"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace limpide {
namespace {

// A position asked for: a byte of a source, and where to write the answer.
struct Question {
  std::uint32_t part = 0;
  std::uint32_t byte = 0;
  LinePosition* answer = nullptr;
};

void by_place(std::vector<Question>& questions) {
  std::sort(questions.begin(), questions.end(), [](const Question& a, const Question& b) {
    return std::tie(a.part, a.byte) < std::tie(b.part, b.byte);
  });
}

// Walks a source once. Lines end at "\n", "\r\n" or "\r", as in OffsetIndex.
class Walker {
 public:
  explicit Walker(std::string_view source) : source_(source) {}

  LinePosition advance(std::uint32_t byte) {
    const auto end = std::min<std::size_t>(byte, source_.size());
    for (; at_ < end; ++at_) step(source_[at_]);
    return position_;
  }

 private:
  void step(char current) {
    const auto value = static_cast<unsigned char>(current);
    const std::uint32_t units = (value & 0xC0U) == 0x80U ? 0 : (value >= 0xF0U ? 2 : 1);
    position_.utf16 += units;
    const bool lone_return =
        current == '\r' && (at_ + 1 == source_.size() || source_[at_ + 1] != '\n');
    if (current == '\n' || lone_return) {
      ++position_.line;
      position_.column = 1;
      position_.utf16_column = 1;
      return;
    }
    position_.column += units > 0 ? 1 : 0;
    position_.utf16_column += units;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  LinePosition position_;
};

void answer_over(std::string_view source, const Question* begin, const Question* end) {
  Walker walker(source);
  for (const Question* question = begin; question != end; ++question) {
    *question->answer = walker.advance(question->byte);
  }
}

void answer_over_parts(const std::vector<Part>& parts, std::vector<Question>& questions) {
  by_place(questions);
  const Question* const end = questions.data() + questions.size();
  for (const Question* first = questions.data(); first != end;) {
    const Question* last = first;
    while (last != end && last->part == first->part) ++last;
    answer_over(parts[first->part].source, first, last);
    first = last;
  }
}

// Source bytes of a span: from its first byte that has a source to its last in the same part.
std::optional<SourceRange> source_of(const Document& document, Span span) {
  if (span.empty()) return document.source_map.position(span.begin);
  const std::vector<SourceRange> ranges = document.source_map.ranges(span);
  if (ranges.empty()) return document.source_map.position(span.begin);
  SourceRange whole = ranges.front();
  for (const SourceRange& range : ranges) {
    if (range.part == whole.part) whole.bytes.end = std::max(whole.bytes.end, range.bytes.end);
  }
  return whole;
}

void add_mention_spans(const MentionReport& mentions, std::vector<Span>& spans) {
  for (const LetterCue& cue : mentions.letter.evidence) spans.push_back(cue.passage);
  for (const MentionResult& result : mentions.results) {
    spans.insert(spans.end(), result.passages.begin(), result.passages.end());
    if (!result.place_block.empty()) spans.push_back(result.place_block);
  }
}

bool by_span(Span a, Span b) { return std::tie(a.begin, a.end) < std::tie(b.begin, b.end); }

}  // namespace

bool has_lines(Format format) { return format != Format::kDocx && format != Format::kOdt; }

bool is_whole_file(const Document& document, const Place& place) {
  return place.kind == PlaceKind::kLine && document.parts[place.part].name.empty();
}

Places::Places(const Document& document, std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), by_span);
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  entries_.reserve(spans.size());
  for (const Span span : spans) entries_.push_back({span, {}});

  std::vector<LinePosition> origins(entries_.size());  // kParagraph: where the block starts
  std::vector<Question> questions;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Place& place = entries_[i].place;
    const Span span = entries_[i].span;
    const std::size_t block = block_at(document, span.begin);
    if (block == document.blocks.size()) continue;
    place.block = static_cast<std::uint32_t>(block);
    const auto source = source_of(document, span);
    if (source) place.part = source->part;
    if (!has_lines(document.format)) {
      place.kind = PlaceKind::kParagraph;
      place.paragraph = document.blocks[block].paragraph;
      questions.push_back({0, document.blocks[block].text.begin, &origins[i]});
      questions.push_back({0, span.begin, &place.begin});
      questions.push_back({0, span.end, &place.end});
    } else if (source) {
      place.kind = PlaceKind::kLine;
      questions.push_back({source->part, source->bytes.begin, &place.begin});
      questions.push_back({source->part, source->bytes.end, &place.end});
    }
  }
  if (has_lines(document.format)) {
    answer_over_parts(document.parts, questions);
    return;
  }
  by_place(questions);
  answer_over(document.text, questions.data(), questions.data() + questions.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Place& place = entries_[i].place;
    if (place.kind != PlaceKind::kParagraph) continue;
    place.utf16_begin = place.begin.utf16 - origins[i].utf16;
    place.utf16_end = place.end.utf16 - origins[i].utf16;
    place.begin = {};
    place.end = {};
  }
}

const Place& Places::of(Span span) const {
  const auto found =
      std::lower_bound(entries_.begin(), entries_.end(), span,
                       [](const Entry& entry, Span wanted) { return by_span(entry.span, wanted); });
  assert(found != entries_.end() && found->span == span);
  return found->place;
}

const Place& Places::of(const Finding& finding) const {
  return finding.span.empty() ? whole_ : of(finding.span);
}

Places places_of(const DocumentReport& report) {
  std::vector<Span> spans;
  const auto add = [&spans](const Finding& finding) {
    spans.push_back(finding.span);
    for (const RelatedSpan& related : finding.related) spans.push_back(related.span);
    for (const Suggestion& suggestion : finding.suggestions) {
      for (const Edit& edit : suggestion.edits) spans.push_back(edit.span);
    }
  };
  for (const Finding& finding : report.findings) add(finding);
  for (const MutedFinding& muted : report.muted) add(muted.finding);
  if (report.mentions) add_mention_spans(*report.mentions, spans);
  return Places(report.document, std::move(spans));
}

}  // namespace limpide
