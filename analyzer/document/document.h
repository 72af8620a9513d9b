// What a reader makes of a file: one text, its blocks, what is laid over it, and the way back to
// the bytes. In: nothing; readers fill it through DocumentBuilder. Out: a plain value that no stage
// changes. Refuses: nothing; a damaged file gives what could be read and says so in `notices`.
//
// All spans are bytes of `text`, which is valid UTF-8 in NFC. Blocks follow each other in the
// order of reading and never overlap; one "\n" stands between two blocks and belongs to neither.
// A paragraph that holds only control tags of a template is text of no block.
// Inside a block "\n" is a line break that the author asked for and "\t" a tab. Soft hyphens
// (U+00AD), ligatures and both apostrophes stay as written: the segmentation folds them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/base/message.h"
#include "analyzer/base/span.h"
#include "analyzer/document/source_map.h"

namespace limpide {

enum class Format : std::uint8_t { kText, kMarkdown, kHtml, kDocx, kOdt, kEml };
[[nodiscard]] const char* format_name(Format format);  // "text", "markdown", "html", "docx", ...

enum class BlockKind : std::uint8_t {
  kTitle,    // the title of the document (Title style, <title> is not one)
  kHeading,  // level in Block::level
  kParagraph,
  kListItem,   // depth in Block::level, from 1
  kTableCell,  // place in Block::table, row, column; a cell with several paragraphs has several
               // blocks
  kCaption,
  kHeader,    // page header: not body text
  kFooter,    // page footer: not body text
  kFootnote,  // or endnote
  kTextBox,
  kQuote,      // a quotation block
  kCode,       // preformatted code: never judged
  kSubject,    // the Subject of an e-mail: the object line
  kFormLabel,  // the label, legend or help text of a form control
};

enum class Alignment : std::uint8_t { kUnknown, kStart, kEnd, kCenter, kJustify };

struct Block {
  Span text;
  BlockKind kind = BlockKind::kParagraph;
  std::uint8_t level = 0;  // heading level 1 to 9, list depth from 1, else 0
  Alignment alignment = Alignment::kUnknown;
  bool ordered = false;       // list item with a number or letter
  bool hard_wrapped = false;  // text files: line breaks inside are only wrapping, not the author's
  std::uint32_t paragraph = 0;  // number of the paragraph in its part, from 1 (docx, odt), else 0
  std::uint32_t table = 0;      // number of the table from 1, else 0
  std::uint32_t row = 0;        // from 1 in its table
  std::uint32_t column = 0;     // from 1 in its table
  std::string language;         // BCP 47 as the file declares it ("fr-FR"), else ""
};

// A stretch of text of one look. Text without a Run has an unknown look.
struct Run {
  Span text;
  bool bold = false;
  bool italic = false;
  bool underline = false;
  bool strike = false;
  bool capitals = false;     // shown in capitals by the format, whatever the letters typed
  float size_points = 0;     // 0: unknown
  std::int32_t colour = -1;  // 0xRRGGBB, -1: unknown or automatic
  std::int32_t font = -1;    // index into Document::fonts, -1: unknown
  std::string language;      // BCP 47 when it differs from its block, else ""
};

struct Link {
  Span text;
  std::string target;
};

// A place that a mailing fills: MERGEFIELD, {{ nom }}, [NOM], a name between quotation marks.
struct MergeField {
  Span text;  // may be empty when the field shows nothing
  std::string name;
};

enum class ControlKind : std::uint8_t { kText, kCheckbox, kRadio, kChoice, kDate, kButton, kOther };

struct FormControl {
  ControlKind kind = ControlKind::kOther;
  Span text;  // what it shows, may be empty
  std::string name;
  std::string label;                 // as the file links it, else ""
  std::string help;                  // tooltip or placeholder
  std::vector<std::string> options;  // of a choice
  bool required = false;
};

// A comment of the file, kept out of the text: the writer's own, and "limpide: ignorer ...".
struct Comment {
  Span anchor;  // the text it covers, or the empty place where it stands
  std::string author;
  std::string text;
};

// Something to tell the user about the reading, never fatal: "2 commentaires non lus".
struct Notice {
  Message message;
  Span text;  // empty when it concerns the whole
};

struct Document {
  Format format = Format::kText;
  std::string text;
  std::vector<Block> blocks;
  std::vector<Run> runs;  // by text.begin, never overlapping
  std::vector<Link> links;
  std::vector<MergeField> merge_fields;
  std::vector<Span> template_tags;  // {% if ... %}: no words, and a border; in order, never empty
  std::vector<FormControl> controls;
  std::vector<Comment> comments;
  std::vector<Notice> notices;
  std::vector<std::string> fonts;
  std::vector<Part> parts;
  SourceMap source_map;
  std::string title;     // metadata, may be empty
  std::string language;  // BCP 47, declared for the whole, may be empty
  // Images that nothing is said of to those who do not see them, decorations left aside.
  std::uint32_t images_without_alternative = 0;
  std::string encoding;  // of the file: "UTF-8", "windows-1252"; "" inside a zip
};

// Text of a block kind that is part of the page, not of the message: headers and footers.
[[nodiscard]] bool is_page_furniture(BlockKind kind);
// No tokenization of the text has more tokens: runs of letters and digits, and marks, of which a
// run of one sign (dots to fill in, rules) is one; the edges of merge fields, which also cut, are
// not counted. One pass over the bytes.
[[nodiscard]] std::size_t token_bound(std::string_view text);
// Index of the block that holds the offset (or ends there), or blocks.size().
[[nodiscard]] std::size_t block_at(const Document& document, std::uint32_t offset);

}  // namespace limpide
