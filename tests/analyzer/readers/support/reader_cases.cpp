#include "tests/analyzer/readers/support/reader_cases.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/readers/html/entities.h"

namespace limpide {
namespace {

constexpr std::string_view kLineMark = "\xE2\x8F\x8E";  // U+23CE

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return -1;
}

std::string unescaped(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') continue;
    if (text[i] != '\\' || i + 1 >= text.size()) {
      bytes.push_back(text[i]);
      continue;
    }
    const char kind = text[++i];
    if (kind == 'x' && i + 2 < text.size()) {
      bytes.push_back(static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])));
      i += 2;
    } else {
      bytes.push_back(kind == 'n'   ? '\n'
                      : kind == 'r' ? '\r'
                      : kind == 't' ? '\t'
                      : kind == 'f' ? '\f'
                                    : kind);
    }
  }
  return bytes;
}

void finish_section(ReaderCase& one, const std::string& section, std::string body) {
  if (section == "input")
    one.input = std::move(body);
  else if (section == "bytes")
    one.input = unescaped(body);
  else if (section == "document")
    one.document = std::move(body);
  else if (section == "name")
    one.file_name = body.substr(0, body.find('\n'));
}

std::string shown(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    if (byte == '\n')
      line += kLineMark;
    else if (byte == '\t')
      line += "\\t";
    else
      line.push_back(byte);
  }
  return line;
}

std::string number(double value) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%g", value);
  return buffer.data();
}

const char* kind_name(BlockKind kind) {
  constexpr std::array<const char*, 14> kNames = {
      "title",  "heading",  "paragraph", "item",  "cell", "caption", "header",
      "footer", "footnote", "box",       "quote", "code", "subject", "label"};
  return kNames[static_cast<std::size_t>(kind)];
}

const char* control_name(ControlKind kind) {
  constexpr std::array<const char*, 7> kNames = {"text", "checkbox", "radio", "choice",
                                                 "date", "button",   "other"};
  return kNames[static_cast<std::size_t>(kind)];
}

// Prefix and value appended apart: g++ 12 warns wrongly about "x" + std::string.
void add(std::string& line, std::string_view prefix, std::string_view value) {
  line.append(prefix);
  line.append(value);
}

std::string block_line(const Document& document, const Block& block) {
  std::string line = kind_name(block.kind);
  if (block.level > 0) add(line, " ", std::to_string(block.level));
  if (block.ordered) line += " ordered";
  if (block.hard_wrapped) line += " wrapped";
  if (block.table > 0) {
    add(line, " ", std::to_string(block.table));
    add(line, ".", std::to_string(block.row));
    add(line, ".", std::to_string(block.column));
  }
  constexpr std::array<const char*, 5> kAlignments = {"", " start", " end", " center", " justify"};
  line += kAlignments[static_cast<std::size_t>(block.alignment)];
  if (!block.language.empty()) add(line, " lang=", block.language);
  return line + "| " + shown(slice(document.text, block.text)) + "\n";
}

std::string run_line(const Document& document, const Run& run) {
  std::string line = "run";
  if (run.bold) line += " bold";
  if (run.italic) line += " italic";
  if (run.underline) line += " underline";
  if (run.strike) line += " strike";
  if (run.capitals) line += " capitals";
  if (run.size_points > 0) add(line, " ", number(static_cast<double>(run.size_points)) + "pt");
  if (run.colour >= 0) {
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), " #%06x", static_cast<unsigned>(run.colour));
    line += buffer.data();
  }
  if (run.font >= 0) add(line, " font=", document.fonts[static_cast<std::size_t>(run.font)]);
  if (!run.language.empty()) add(line, " lang=", run.language);
  return line + "| " + shown(slice(document.text, run.text)) + "\n";
}

std::string control_line(const Document& document, const FormControl& control) {
  std::string line = std::string("control ") + control_name(control.kind);
  if (control.required) line += " required";
  if (!control.name.empty()) add(line, " name=", control.name);
  line += "| " + shown(control.label);
  if (!control.help.empty()) add(line, " (", shown(control.help) + ")");
  for (const std::string& option : control.options) add(line, " / ", shown(option));
  if (!control.text.empty()) add(line, " = ", shown(slice(document.text, control.text)));
  return line + "\n";
}

std::string message_line(const char* kind, const Message& message) {
  std::string line = std::string(kind) + "| " + message.key;
  for (const auto& [name, value] : message.arguments) {
    if (name == "path") continue;
    add(line, " ", name);
    add(line, "=", value);
  }
  return line + "\n";
}

// The bytes of a word in its parts, as they stand.
std::string source_of(const Document& document, Span word) {
  std::string bytes;
  for (const SourceRange& range : document.source_map.ranges(word)) {
    bytes += slice(document.parts[range.part].source, range.bytes);
  }
  return bytes;
}

}  // namespace

std::vector<ReaderCase> load_reader_cases(const std::string& path) {
  const Result<std::string> file = read_file(path, std::size_t{4} << 20);
  if (!file) {
    ADD_FAILURE() << "no table " << path;
    return {};
  }
  std::vector<ReaderCase> cases;
  std::string section;
  std::string body;
  const std::string_view text = *file;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line(text.substr(at, end - at));
    at = end + 1;
    const bool opens_case = line.substr(0, 4) == "=== ";
    if (!opens_case && line.substr(0, 4) != "--- ") {
      if (!section.empty()) body += line + "\n";
      continue;
    }
    if (!cases.empty()) finish_section(cases.back(), section, std::move(body));
    body.clear();
    section = opens_case ? "" : line.substr(4);
    if (opens_case) cases.emplace_back().name = line.substr(4);
  }
  if (!cases.empty()) finish_section(cases.back(), section, std::move(body));
  for (ReaderCase& one : cases) {
    while (one.document.size() > 1 && one.document.substr(one.document.size() - 2) == "\n\n") {
      one.document.pop_back();
    }
  }
  return cases;
}

std::string describe(const Result<Document>& result) {
  if (!result) return message_line("error", result.error().message);
  const Document& document = *result;
  std::string text;
  if (document.encoding != "UTF-8") add(text, "encoding| ", document.encoding + "\n");
  if (!document.title.empty()) add(text, "title| ", document.title + "\n");
  if (!document.language.empty()) add(text, "language| ", document.language + "\n");
  for (const Block& block : document.blocks) text += block_line(document, block);
  for (const Run& run : document.runs) text += run_line(document, run);
  for (const Link& link : document.links) {
    add(text, "link| ", shown(slice(document.text, link.text)) + " -> " + link.target + "\n");
  }
  for (const MergeField& field : document.merge_fields) {
    add(text, "field| ", shown(slice(document.text, field.text)) + " -> " + field.name + "\n");
  }
  for (const FormControl& control : document.controls) text += control_line(document, control);
  for (const Comment& comment : document.comments) add(text, "comment| ", comment.text + "\n");
  for (const Notice& notice : document.notices) text += message_line("notice", notice.message);
  if (document.images_without_alternative > 0) {
    text += "bare images| " + std::to_string(document.images_without_alternative) + "\n";
  }
  return text;
}

std::vector<std::string> untraced_words(const Document& document) {
  std::vector<std::string> faults;
  const std::string_view text = document.text;
  for (std::uint32_t at = 0; at < text.size();) {
    const Decoded first = decode_at(text, at);
    if (is_space(first.code_point)) {
      at += first.size;
      continue;
    }
    std::uint32_t end = at;
    while (end < text.size()) {
      const Decoded next = decode_at(text, end);
      if (is_space(next.code_point)) break;
      end += next.size;
    }
    const std::string_view word = slice(text, {at, end});
    const std::string bytes = source_of(document, {at, end});
    const bool spelled =
        is_valid_utf8(bytes) && (to_nfc(bytes) == word || to_nfc(decode_references(bytes)) == word);
    if (!spelled) faults.push_back(std::string(word) + ": " + bytes);
    at = end;
  }
  return faults;
}

std::string broken_promise(const Document& document) {
  const std::string& text = document.text;
  if (!is_valid_utf8(text)) return "text is not UTF-8";
  if (!is_nfc(text)) return "text is not NFC";
  std::uint32_t last = 0;
  for (const Block& block : document.blocks) {
    const bool first = &block == &document.blocks.front();
    if (block.text.empty() || block.text.end > text.size()) return "a block is empty or outside";
    if (!first && (block.text.begin != last + 1 || text[last] != '\n'))
      return "blocks do not touch";
    last = block.text.end;
  }
  if (last != text.size()) return "text outside blocks";
  last = 0;
  for (const SourceStretch& stretch : document.source_map.stretches()) {
    if (stretch.text.begin < last || stretch.text.end > text.size()) return "stretches overlap";
    last = stretch.text.end;
    if (stretch.source.part >= document.parts.size()) return "a stretch has no part";
    const std::string& source = document.parts[stretch.source.part].source;
    if (stretch.source.bytes.begin > stretch.source.bytes.end ||
        stretch.source.bytes.end > source.size())
      return "a stretch lies outside its part";
    if (stretch.verbatim && slice(source, stretch.source.bytes) != slice(text, stretch.text))
      return "not verbatim";
  }
  last = 0;
  for (const Run& run : document.runs) {
    if (run.text.begin < last || run.text.end > text.size()) return "runs overlap";
    last = run.text.end;
  }
  for (const Link& link : document.links) {
    if (link.text.begin > link.text.end || link.text.end > text.size()) return "a link is outside";
  }
  for (const FormControl& control : document.controls) {
    if (control.text.end > text.size()) return "a control is outside";
  }
  return {};
}

void check_reader_cases(const Readers& readers, const std::string& table) {
  const std::vector<ReaderCase> cases =
      load_reader_cases(std::string(LIMPIDE_SOURCE_DIR) + "/tests/analyzer/readers/" + table);
  ASSERT_FALSE(cases.empty());
  for (const ReaderCase& one : cases) {
    SCOPED_TRACE(one.name);
    ASSERT_FALSE(one.document.empty());
    const Result<Document> document = read_document(readers, {one.file_name, one.input}, Limits{});
    EXPECT_EQ(describe(document), one.document);
    if (!document) continue;
    EXPECT_EQ(broken_promise(*document), "");
    EXPECT_EQ(untraced_words(*document), std::vector<std::string>{});
  }
}

}  // namespace limpide
