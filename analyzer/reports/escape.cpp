#include "analyzer/reports/escape.h"

#include "analyzer/base/utf8.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

std::string entities(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (const char byte : text) {
    switch (byte) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out.push_back(byte);
    }
  }
  return out;
}

bool in_xml(char32_t code_point) {
  if (code_point < 0x20) return code_point == U'\n' || code_point == U'\t';
  if (code_point >= 0x7F && code_point <= 0x9F) return false;
  return code_point != 0xFFFE && code_point != 0xFFFF;
}

void append_percent(std::string& out, char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  out.push_back('%');
  out.push_back(kDigits[value >> 4U]);
  out.push_back(kDigits[value & 0xFU]);
}

bool is_unreserved(char byte) {
  const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  const bool digit = byte >= '0' && byte <= '9';
  return letter || digit || byte == '-' || byte == '.' || byte == '_' || byte == '~' || byte == '/';
}

}  // namespace

std::string html_escaped(std::string_view text) { return entities(visible_text(text, true)); }

std::string xml_escaped(std::string_view text) {
  const std::string valid = valid_text(text);
  std::string kept;
  kept.reserve(valid.size());
  for (std::size_t i = 0; i < valid.size();) {
    const Decoded current = decode_at(valid, i);
    if (in_xml(current.code_point)) kept.append(valid, i, current.size);
    i += current.size;
  }
  return entities(kept);
}

std::string uri_of_path(std::string_view path) {
  std::string uri;
  if (path.substr(0, 1) == "/") uri = "file://";
  for (const char byte : path) {
    if (is_unreserved(byte))
      uri.push_back(byte);
    else
      append_percent(uri, byte);
  }
  return uri;
}

std::string github_data(std::string_view text) {
  std::string out;
  for (const char byte : visible_text(text, true)) {
    if (byte == '%' || byte == '\n' || byte == '\r')
      append_percent(out, byte);
    else
      out.push_back(byte);
  }
  return out;
}

std::string github_property(std::string_view text) {
  std::string out;
  for (const char byte : visible_text(text, true)) {
    const bool special = byte == '%' || byte == '\n' || byte == ':' || byte == ',';
    if (special)
      append_percent(out, byte);
    else
      out.push_back(byte);
  }
  return out;
}

}  // namespace limpide
