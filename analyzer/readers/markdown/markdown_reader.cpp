#include "analyzer/readers/markdown/markdown_reader.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "analyzer/document/document_builder.h"
#include "analyzer/readers/encoding.h"
#include "analyzer/readers/markdown/front_matter.h"
#include "analyzer/readers/markdown/markdown_content.h"

namespace limpide {
namespace {

// What only Markdown has. Bullets and numbers are in any plain text and prove nothing.
struct MarkdownMarks {
  std::size_t headings = 0;
  std::size_t fences = 0;
  std::size_t links = 0;
  std::size_t strong = 0;
  std::size_t table_rules = 0;
  [[nodiscard]] int kinds() const {
    return (headings > 0) + (fences > 1) + (links > 0) + (strong > 0) + (table_rules > 0);
  }
};

bool is_heading(std::string_view line) {
  const std::size_t size = std::min(line.find_first_not_of('#'), line.size());
  return size >= 1 && size <= 6 && size + 1 < line.size() && line[size] == ' ' &&
         line[size + 1] != ' ';
}

bool is_table_rule(std::string_view line) {
  return line.size() >= 5 && line.find('|') != std::string_view::npos &&
         line.find("--") != std::string_view::npos &&
         line.find_first_not_of("|-: ") == std::string_view::npos;
}

bool has_link(std::string_view line) {
  const std::size_t middle = line.find("](");
  return middle != std::string_view::npos && line.rfind('[', middle) != std::string_view::npos &&
         line.find(')', middle) != std::string_view::npos;
}

// "**" around words that touch it.
bool has_strong(std::string_view line) {
  const std::size_t open = line.find("**");
  if (open == std::string_view::npos || open + 3 >= line.size()) return false;
  const char next = line[open + 2];
  const std::size_t close = line.find("**", open + 3);
  return next != ' ' && next != '*' && close != std::string_view::npos && line[close - 1] != ' ';
}

MarkdownMarks count_marks(std::string_view text) {
  MarkdownMarks marks;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) continue;
    if (is_heading(line)) ++marks.headings;
    if (line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~") ++marks.fences;
    if (is_table_rule(line)) ++marks.table_rules;
    if (has_link(line)) ++marks.links;
    if (has_strong(line)) ++marks.strong;
  }
  return marks;
}

bool has_extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::string extension(name.substr(dot + 1));
  for (char& byte : extension) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
  }
  return extension == "md" || extension == "markdown" || extension == "mdown" || extension == "mkd";
}

}  // namespace

int MarkdownReader::confidence(const SourceFile& file) const {
  if (looks_binary(file.bytes.substr(0, std::size_t{64} << 10))) return 0;
  if (file.bytes.substr(0, 2) == "PK" || file.bytes.size() > Limits{}.markdown_bytes) return 0;
  std::string storage;
  const std::string_view text = text_prefix(file.bytes, storage);
  const bool named = has_extension(file.name);
  const MarkdownMarks marks = count_marks(text);
  const bool front = read_front_matter(text).bytes > 0;
  if (marks.kinds() >= 2 || (front && marks.kinds() >= 1)) return 70;
  if (marks.headings >= 2 || marks.links >= 2 || marks.strong >= 2) return 60;
  if (marks.kinds() == 1 || front) return named ? 60 : 30;
  return named ? 25 : 0;
}

Result<Document> MarkdownReader::read(const SourceFile& file, const Limits& limits) const {
  if (file.bytes.size() > limits.markdown_bytes) {
    return make_error(ErrorCode::kLimit, "error.markdown.too_large",
                      {{"limit", std::to_string(limits.markdown_bytes >> 20U)}});
  }
  Result<DecodedText> decoded = decode_text(file.bytes, "");
  if (!decoded) return std::move(decoded).error();
  DocumentBuilder builder(Format::kMarkdown, limits);
  builder.properties().encoding = decoded->encoding;
  if (decoded->damaged > 0) {
    builder.add_notice({"notice.read.damaged_text", {{"count", std::to_string(decoded->damaged)}}});
  }
  FrontMatter front =
      read_front_matter(std::string_view(decoded->text).substr(decoded->mark_bytes));
  builder.properties().title = std::move(front.title);
  builder.properties().language = std::move(front.language);
  const Span range{static_cast<std::uint32_t>(decoded->mark_bytes + front.bytes),
                   static_cast<std::uint32_t>(decoded->text.size())};
  const std::uint32_t part = builder.add_part("", std::move(decoded->text));
  const Status status = read_markdown(builder, part, range, limits);
  if (!status) return status.error();
  return builder.finish();
}

}  // namespace limpide
