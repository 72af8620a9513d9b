#include "analyzer/annotation/source_encoding.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/annotation/xml_escape.h"
#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

struct Nearest {
  char32_t code_point;
  const char* text;
};

// Signs of our own words and of French typography that 8-bit encodings may lack.
constexpr std::array<Nearest, 18> kNearest = {{{0x2007, "\xC2\xA0"},
                                               {0x2009, "\xC2\xA0"},
                                               {0x2010, "-"},
                                               {0x2011, "-"},
                                               {0x2013, "-"},
                                               {0x2014, "-"},
                                               {0x2018, "'"},
                                               {0x2019, "'"},
                                               {0x201C, "\""},
                                               {0x201D, "\""},
                                               {0x2022, "-"},
                                               {0x2026, "..."},
                                               {0x202F, "\xC2\xA0"},
                                               {0x2032, "'"},
                                               {0x2192, "->"},
                                               {0x2212, "-"},
                                               {0x2264, "<="},
                                               {0x2265, ">="}}};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

bool has_upper_controls(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 && value < 0xA0;
  });
}

const char* near_sign(char32_t code_point) {
  for (const Nearest& one : kNearest) {
    if (one.code_point == code_point) return one.text;
  }
  return nullptr;
}

Error damaged(const std::string& path, const std::string& encoding) {
  return make_error(ErrorCode::kUnsupported, "error.encoding.damaged",
                    {{"path", path}, {"encoding", encoding}}, {path, 0, 0});
}

}  // namespace

Result<SourceEncoding> SourceEncoding::of(const std::string& path, std::string_view bytes,
                                          const Document& document) {
  const std::optional<TextEncoder> encoder = TextEncoder::open(document.encoding);
  if (!encoder || document.parts.size() != 1) return damaged(path, document.encoding);
  const std::string& source = document.parts.front().source;
  const std::optional<std::string> again = encoder->encode(source);
  if (!again || *again != bytes) return damaged(path, document.encoding);
  SourceEncoding made(*encoder);
  made.path_ = path;
  made.ascii_ = is_ascii(source);
  made.eight_bits_ = document.encoding == "windows-1252" && !has_upper_controls(bytes);
  const std::size_t end = source.find_first_of("\r\n");
  if (end != std::string::npos && source[end] == '\r') {
    made.line_end_ = source.compare(end, 2, "\r\n") == 0 ? "\r\n" : "\r";
  }
  return made;
}

// An 8-bit file that shows no sign of windows-1252 may be ISO-8859-1: of two signs that say the
// same, it gets the one that both have.
std::string SourceEncoding::nearest(char32_t code_point) const {
  std::string same;
  append_utf8(same, code_point);
  const char* sign = near_sign(code_point);
  if (encoder_.can_write(code_point) && !(eight_bits_ && sign != nullptr)) return same;
  const std::string other = sign != nullptr ? std::string(sign) : without_accents(same);
  for (std::size_t at = 0; at < other.size();) {
    const Decoded one = decode_at(other, at);
    if (!encoder_.can_write(one.code_point)) {
      // No no-break space at all: an ordinary one.
      return one.code_point == 0xA0 ? " " : "";
    }
    at += one.size;
  }
  return other;
}

std::optional<std::string> SourceEncoding::nearest(std::string_view text) const {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded one = decode_at(text, at);
    const std::string written = nearest(one.code_point);
    if (written.empty()) return std::nullopt;
    out += written;
    at += one.size;
  }
  return out;
}

std::string SourceEncoding::readable(std::string_view text) const {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded one = decode_at(text, at);
    const std::string written = nearest(one.code_point);
    out += written.empty() ? "?" : written;
    at += one.size;
  }
  return out;
}

std::string SourceEncoding::html(std::string_view text) const {
  const std::string escaped = xml_text(text);
  std::string out;
  out.reserve(escaped.size());
  for (std::size_t at = 0; at < escaped.size();) {
    const Decoded one = decode_at(escaped, at);
    const bool written = one.code_point < 0x80 ||
                         (!ascii_ && !eight_bits_ && encoder_.can_write(one.code_point)) ||
                         (eight_bits_ && one.code_point < 0x100);
    if (written)
      out.append(escaped, at, one.size);
    else
      out.append("&#")
          .append(std::to_string(static_cast<std::uint32_t>(one.code_point)))
          .append(";");
    at += one.size;
  }
  return out;
}

Result<std::string> SourceEncoding::bytes(std::string_view source) const {
  std::optional<std::string> encoded = encoder_.encode(source);
  if (!encoded) {
    return make_error(ErrorCode::kUnsupported, "error.encoding.lacks", {{"path", path_}},
                      {path_, 0, 0});
  }
  return *std::move(encoded);
}

}  // namespace limpide
