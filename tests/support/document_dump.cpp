#include "tests/support/document_dump.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <pugixml.hpp>

#include "analyzer/base/utf8.h"

namespace limpide::testing {
namespace {

const char* kind_name(BlockKind kind) {
  constexpr std::array<const char*, 14> kNames = {"title",   "heading", "paragraph", "list", "cell",
                                                  "caption", "header",  "footer",    "note", "box",
                                                  "quote",   "code",    "subject",   "label"};
  return kNames[static_cast<std::size_t>(kind)];
}

const char* control_name(ControlKind kind) {
  constexpr std::array<const char*, 7> kNames = {"text", "checkbox", "radio", "choice",
                                                 "date", "button",   "other"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string shown(const Document& document, Span span) {
  std::string text;
  for (const char byte : slice(document.text, span)) {
    if (byte == '\n')
      text += "\\n";
    else if (byte == '\t')
      text += "\\t";
    else
      text.push_back(byte);
  }
  return text;
}

// Character data through pugixml's own decoding of entities.
std::string unescaped(std::string_view bytes) {
  std::string xml("<a>");
  xml.append(bytes).append("</a>");
  pugi::xml_document document;
  document.load_buffer(xml.data(), xml.size(), pugi::parse_full | pugi::parse_ws_pcdata,
                       pugi::encoding_utf8);
  return document.child("a").child_value();
}

bool in_cdata(std::string_view source, std::size_t offset) {
  const std::size_t begin = source.rfind("<![CDATA[", offset);
  if (begin == std::string_view::npos) return false;
  const std::size_t end = source.find("]]>", begin);
  return end != std::string_view::npos && end >= offset;
}

// Bytes of one source range as text: an element that stands for a character by its name, other
// markup (between a letter and an accent that is in the next run) left out.
std::string decoded(std::string_view source, Span range, bool has_cdata) {
  const std::string_view bytes = slice(source, range);
  if (has_cdata && in_cdata(source, range.begin)) return std::string(bytes);
  std::string text;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t open = std::min(bytes.find('<', at), bytes.size());
    text += unescaped(bytes.substr(at, open - at));
    const std::size_t close = bytes.find('>', open);
    const std::string_view tag = bytes.substr(open);
    if (tag.substr(0, 16) == "<w:noBreakHyphen") text += "\xE2\x80\x91";
    if (tag.substr(0, 13) == "<w:softHyphen") text += "\xC2\xAD";
    at = close == std::string_view::npos ? bytes.size() : close + 1;
  }
  return text;
}

}  // namespace

std::string dump_blocks(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    out += kind_name(block.kind);
    if (block.level > 0) out += std::to_string(block.level);
    if (block.ordered) out += "#";
    if (block.table > 0) {
      out.append(" ").append(std::to_string(block.table)).append(":");
      out.append(std::to_string(block.row)).append(":").append(std::to_string(block.column));
    }
    out.append("|").append(shown(document, block.text)).append("\n");
  }
  return out;
}

std::string dump_marks(const Document& document) {
  std::string out;
  for (const Link& link : document.links) {
    out += "link|" + shown(document, link.text) + "|" + link.target + "\n";
  }
  for (const MergeField& field : document.merge_fields) {
    out += "merge|" + shown(document, field.text) + "|" + field.name + "\n";
  }
  for (const FormControl& control : document.controls) {
    out += std::string(control_name(control.kind)) + "|" + shown(document, control.text) + "|" +
           control.name + "|" + control.label + "|" + control.help;
    for (const std::string& option : control.options) out += "|" + option;
    out += "\n";
  }
  for (const Comment& comment : document.comments) {
    std::string text = comment.text;
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n')) {
      text.replace(at, 1, "\\n");
    }
    out += "comment|" + shown(document, comment.anchor) + "|" + comment.author + "|" + text + "\n";
  }
  return out;
}

std::string dump_runs(const Document& document) {
  std::string out;
  for (const Run& run : document.runs) {
    if (run.bold) out += "bold ";
    if (run.italic) out += "italic ";
    if (run.underline) out += "underline ";
    if (run.strike) out += "strike ";
    if (run.capitals) out += "caps ";
    if (run.size_points > 0) {
      std::array<char, 32> number{};
      std::snprintf(number.data(), number.size(), "%g ", static_cast<double>(run.size_points));
      out += number.data();
    }
    if (run.colour >= 0) {
      std::array<char, 32> number{};
      std::snprintf(number.data(), number.size(), "#%06X ", static_cast<unsigned>(run.colour));
      out += number.data();
    }
    if (run.font >= 0) out += document.fonts[static_cast<std::size_t>(run.font)] + " ";
    if (!run.language.empty()) out += run.language + " ";
    out.append("[").append(shown(document, run.text)).append("]\n");
  }
  return out;
}

std::string dump_notices(const Document& document) {
  std::string out;
  for (const Notice& notice : document.notices) {
    out += notice.message.key;
    for (const auto& [name, value] : notice.message.arguments) out += " " + name + "=" + value;
    out += "\n";
  }
  if (document.images_without_alternative > 0) {
    out += "bare images " + std::to_string(document.images_without_alternative) + "\n";
  }
  return out;
}

std::string first_word_without_source(const Document& document, std::size_t& words,
                                      std::size_t& made) {
  const std::string& text = document.text;
  std::vector<bool> has_cdata;
  for (const Part& part : document.parts) {
    has_cdata.push_back(part.source.find("<![CDATA[") != std::string::npos);
  }
  std::size_t at = 0;
  while (at < text.size()) {
    const Decoded first = decode_at(text, at);
    if (is_space(first.code_point)) {
      at += first.size;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_space(decode_at(text, end).code_point)) {
      end += decode_at(text, end).size;
    }
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    std::string spelt;
    const auto ranges = document.source_map.ranges(span);
    for (const SourceRange& range : ranges) {
      spelt += decoded(document.parts[range.part].source, range.bytes, has_cdata[range.part]);
    }
    ++words;
    if (ranges.empty())
      ++made;
    else if (to_nfc(spelt) != slice(text, span)) {
      return std::string(slice(text, span)) + " <- " + spelt;
    }
    at = end;
  }
  return {};
}

}  // namespace limpide::testing
