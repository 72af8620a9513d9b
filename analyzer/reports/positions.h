// Where spans of a document lie in the user's own file. In: a Document and all the spans of its
// report, once. Out: for text formats (text, md, html, eml) lines, columns and UTF-16 offsets in
// the part's source; for docx and odt the paragraph and UTF-16 offsets in it. Refuses: spans that
// were not announced (assert). One walk over each source, whatever the length of its lines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/document/document.h"
#include "analyzer/reports/report.h"

namespace limpide {

struct LinePosition {
  std::uint32_t line = 1;
  std::uint32_t column = 1;        // code points, from 1
  std::uint32_t utf16_column = 1;  // UTF-16 units, from 1
  std::uint32_t utf16 = 0;         // UTF-16 units from the start of the source
  friend bool operator==(const LinePosition&, const LinePosition&) = default;
};

enum class PlaceKind : std::uint8_t {
  kWhole,      // the document as a whole, or text that is nowhere in the file
  kLine,       // begin and end in the source of a part
  kParagraph,  // utf16_begin and utf16_end in a paragraph
};

struct Place {
  PlaceKind kind = PlaceKind::kWhole;
  std::uint32_t part = 0;         // kLine, kParagraph: index into Document::parts
  std::uint32_t block = 0;        // kLine, kParagraph: index into Document::blocks
  LinePosition begin;             // kLine
  LinePosition end;               // kLine, one past the last
  std::uint32_t paragraph = 0;    // kParagraph, from 1 in its part
  std::uint32_t utf16_begin = 0;  // kParagraph, UTF-16 units from the start of the block
  std::uint32_t utf16_end = 0;
};

class Places {
 public:
  Places(const Document& document, std::vector<Span> spans);
  // REQUIRES: a span given at construction.
  [[nodiscard]] const Place& of(Span span) const;
  // The place of a finding; an empty span means the whole document.
  [[nodiscard]] const Place& of(const Finding& finding) const;

 private:
  struct Entry {
    Span span;
    Place place;
  };
  std::vector<Entry> entries_;  // by span
  Place whole_;
};

// Places of everything a report shows: findings, related spans, edits, muted findings.
[[nodiscard]] Places places_of(const DocumentReport& report);

// Positions are lines of the file (else paragraphs of a word processor's document).
[[nodiscard]] bool has_lines(Format format);
// The part is the user's file itself, not something unpacked from it.
[[nodiscard]] bool is_whole_file(const Document& document, const Place& place);

}  // namespace limpide
