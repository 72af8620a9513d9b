#include <algorithm>
#include <set>
#include <tuple>

#include "analyzer/reports/escape.h"
#include "analyzer/reports/html_parts.h"

namespace limpide {
namespace {

constexpr int kTextHeading = 3;  // the heading over the text is an h3
constexpr int kLowestHeading = 6;
constexpr std::uint32_t kWideBytes = 100;  // a mark over a sentence is lighter than one over words

// The stretch of a finding inside one block, or what is left of it after a crossing mark.
struct Piece {
  Span span;
  std::uint32_t finding = 0;
  bool first = false;  // holds the start of the finding
  bool last = false;   // holds its end
};

// Outer marks first, so that marks nest.
struct Outer {
  bool operator()(const Piece& a, const Piece& b) const {
    return std::tuple(a.span.begin, b.span.end, a.finding) <
           std::tuple(b.span.begin, a.span.end, b.finding);
  }
};

std::vector<std::vector<Piece>> pieces_by_block(const DocumentReport& report) {
  const std::vector<Block>& blocks = report.document.blocks;
  std::vector<std::vector<Piece>> pieces(blocks.size());
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Span span = report.findings[i].span;
    if (span.empty()) continue;
    bool first = true;
    for (std::size_t block = block_at(report.document, span.begin);
         block < blocks.size() && blocks[block].text.begin < span.end; ++block) {
      const Span part{std::max(span.begin, blocks[block].text.begin),
                      std::min(span.end, blocks[block].text.end)};
      if (part.begin >= part.end) continue;
      const bool last = block + 1 == blocks.size() || blocks[block + 1].text.begin >= span.end;
      pieces[block].push_back({part, static_cast<std::uint32_t>(i), first, last});
      first = false;
    }
  }
  return pieces;
}

bool is_language_tag(std::string_view tag) {
  const auto fits = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-';
  };
  return tag.size() >= 2 && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), fits);
}

class TextWriter {
 public:
  explicit TextWriter(const HtmlDocument& page)
      : page_(page), document_(page.report.document), pieces_(pieces_by_block(page.report)) {}

  std::string write() {
    for (std::size_t i = 0; i < document_.blocks.size();) {
      const Block& block = document_.blocks[i];
      if (block.table != 0) {
        close_lists(0);
        i = write_table(i);
      } else if (block.kind == BlockKind::kListItem) {
        write_list_item(i++);
      } else {
        close_lists(0);
        write_plain(i++);
      }
    }
    close_lists(0);
    return std::move(out_);
  }

 private:
  std::size_t write_table(std::size_t first);
  void write_cell_blocks(std::size_t first, std::size_t end);
  void write_list_item(std::size_t index);
  void close_lists(std::size_t depth);
  void write_plain(std::size_t index);
  void write_element(const char* tag, const char* style, const char* label, std::size_t index);
  void write_inside(std::size_t index);
  void write_words(const Block& block, Span span);
  void open_mark(const Piece& piece);
  void close_mark(const Piece& piece);
  [[nodiscard]] std::string attributes(const Block& block, const char* style) const;
  const char* heading_tag(const Block& block);

  const HtmlDocument& page_;
  const Document& document_;
  std::vector<std::vector<Piece>> pieces_;
  std::vector<bool> lists_;  // open lists, true: ordered
  int heading_ = kTextHeading;
  std::string out_;
};

// "\n" is a line break of the author, or only the wrapping of a text file.
void TextWriter::write_words(const Block& block, Span span) {
  const bool keeps = block.hard_wrapped || block.kind == BlockKind::kCode;
  for (const char byte : html_escaped(slice(document_.text, span))) {
    if (byte == '\n' && !keeps) out_ += "<br>";
    out_.push_back(byte);
  }
}

void TextWriter::open_mark(const Piece& piece) {
  const Finding& finding = page_.report.findings[piece.finding];
  const std::string number = std::to_string(piece.finding + 1);
  const Principle principle = page_.run.rules.spec(finding.rule).principle;
  out_ += std::string("<mark class=\"p-") + principle_id(principle) + " s-" +
          severity_id(finding.severity) + (finding.span.size() > kWideBytes ? " wide\"" : "\"");
  if (piece.first) {
    out_ += " id=\"" + page_.prefix + "m" + number + "\" tabindex=\"-1\" aria-describedby=\"" +
            page_.prefix + "x" + number + "\"";
  }
  out_ += ">";
}

void TextWriter::close_mark(const Piece& piece) {
  if (piece.last) {
    const Finding& finding = page_.report.findings[piece.finding];
    const RuleSpec& rule = page_.run.rules.spec(finding.rule);
    const std::string number = std::to_string(piece.finding + 1);
    const std::string label =
        html_label(page_.run, "report.html.mark",
                   {{"n", number},
                    {"severity", severity_word(page_.run.texts, finding.severity)},
                    {"title", rule.title}});
    // A word joiner, so that no line starts with the number.
    out_ += "&#8288;<a class=\"n\" href=\"#" + page_.prefix + "f" + number + "\" aria-label=\"" +
            label + "\">" + number + "</a>";
  }
  out_ += "</mark>";
}

void TextWriter::write_inside(std::size_t index) {
  const Block& block = document_.blocks[index];
  std::set<Piece, Outer> waiting(pieces_[index].begin(), pieces_[index].end());
  std::vector<Piece> open;
  std::uint32_t at = block.text.begin;
  const auto close_until = [&](std::uint32_t offset) {
    while (!open.empty() && open.back().span.end <= offset) {
      write_words(block, {at, open.back().span.end});
      at = open.back().span.end;
      close_mark(open.back());
      open.pop_back();
    }
  };
  while (!waiting.empty()) {
    Piece piece = *waiting.begin();
    waiting.erase(waiting.begin());
    close_until(piece.span.begin);
    write_words(block, {at, piece.span.begin});
    at = piece.span.begin;
    // A mark that crosses the end of the one around it goes on after that end.
    if (!open.empty() && open.back().span.end < piece.span.end) {
      Piece rest = piece;
      rest.span.begin = open.back().span.end;
      rest.first = false;
      waiting.insert(rest);
      piece.span.end = open.back().span.end;
      piece.last = false;
    }
    open_mark(piece);
    open.push_back(piece);
  }
  close_until(block.text.end);
  write_words(block, {at, block.text.end});
}

std::string TextWriter::attributes(const Block& block, const char* style) const {
  std::string classes = style;
  if (block.alignment == Alignment::kEnd) classes += classes.empty() ? "end" : " end";
  if (block.alignment == Alignment::kCenter) classes += classes.empty() ? "center" : " center";
  std::string text;
  if (!classes.empty()) text += " class=\"" + classes + "\"";
  if (is_language_tag(block.language) && block.language.substr(0, 2) != "fr") {
    text += " lang=\"" + block.language + "\"";
  }
  return text;
}

void TextWriter::write_element(const char* tag, const char* style, const char* label,
                               std::size_t index) {
  out_ += std::string("<") + tag + attributes(document_.blocks[index], style) + ">";
  if (label != nullptr) {
    out_ += "<span class=\"kind\">" + html_label(page_.run, label) + "</span> ";
  }
  write_inside(index);
  out_ += std::string("</") + tag + ">\n";
}

// Headings of the document under ours, without a step left out.
const char* TextWriter::heading_tag(const Block& block) {
  const int level = block.kind == BlockKind::kTitle ? 1 : std::max<int>(block.level, 1);
  heading_ = std::min({kTextHeading + level, heading_ + 1, kLowestHeading});
  constexpr const char* kTags[] = {"h4", "h5", "h6"};
  return kTags[heading_ - kTextHeading - 1];
}

void TextWriter::write_plain(std::size_t index) {
  const Block& block = document_.blocks[index];
  switch (block.kind) {
    case BlockKind::kTitle:
    case BlockKind::kHeading:
      return write_element(heading_tag(block), "", nullptr, index);
    case BlockKind::kCaption:
      return write_element("p", "caption", nullptr, index);
    case BlockKind::kHeader:
      return write_element("p", "furniture", "report.html.header", index);
    case BlockKind::kFooter:
      return write_element("p", "furniture", "report.html.footer", index);
    case BlockKind::kFootnote:
      return write_element("p", "footnote", "report.html.footnote", index);
    case BlockKind::kTextBox:
      return write_element("p", "box", nullptr, index);
    case BlockKind::kQuote:
      return write_element("blockquote", "", nullptr, index);
    case BlockKind::kCode:
      return write_element("pre", "", nullptr, index);
    case BlockKind::kSubject:
      return write_element("p", "subject", "report.html.subject", index);
    case BlockKind::kFormLabel:
      return write_element("p", "form", "report.html.form", index);
    case BlockKind::kListItem:
    case BlockKind::kTableCell:
    case BlockKind::kParagraph:
      return write_element("p", "", nullptr, index);
  }
}

void TextWriter::close_lists(std::size_t depth) {
  while (lists_.size() > depth) {
    out_ += lists_.back() ? "</li></ol>\n" : "</li></ul>\n";
    lists_.pop_back();
  }
}

void TextWriter::write_list_item(std::size_t index) {
  const Block& block = document_.blocks[index];
  const std::size_t depth = std::clamp<std::size_t>(block.level, 1, lists_.size() + 1);
  close_lists(depth);
  if (lists_.size() == depth && lists_.back() != block.ordered) close_lists(depth - 1);
  if (lists_.size() == depth) {
    out_ += "</li>\n";
  } else {
    out_ += block.ordered ? "<ol>\n" : "<ul>\n";
    lists_.push_back(block.ordered);
  }
  out_ += "<li" + attributes(block, "") + ">";
  write_inside(index);
}

void TextWriter::write_cell_blocks(std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    out_ += "<p" + attributes(document_.blocks[i], "") + ">";
    write_inside(i);
    out_ += "</p>";
  }
}

// Blocks of one table follow each other; returns the first index after them.
std::size_t TextWriter::write_table(std::size_t first) {
  const std::uint32_t table = document_.blocks[first].table;
  out_ += "<table>\n";
  std::size_t i = first;
  while (i < document_.blocks.size() && document_.blocks[i].table == table) {
    const std::uint32_t row = document_.blocks[i].row;
    out_ += "<tr>";
    while (i < document_.blocks.size() && document_.blocks[i].table == table &&
           document_.blocks[i].row == row) {
      const std::uint32_t column = document_.blocks[i].column;
      std::size_t end = i;
      while (end < document_.blocks.size() && document_.blocks[end].table == table &&
             document_.blocks[end].row == row && document_.blocks[end].column == column) {
        ++end;
      }
      out_ += "<td>";
      write_cell_blocks(i, end);
      out_ += "</td>";
      i = end;
    }
    out_ += "</tr>\n";
  }
  out_ += "</table>\n";
  return i;
}

}  // namespace

std::string html_text(const HtmlDocument& document) { return TextWriter(document).write(); }

}  // namespace limpide
