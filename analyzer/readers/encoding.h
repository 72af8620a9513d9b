// Bytes of a text file to UTF-8. In: bytes, and the charset that the file or its e-mail declares.
// Out: valid UTF-8 and the name of the encoding found: a byte order mark, else valid UTF-8, else
// the declared charset, else windows-1252. Refuses: binary data (a NUL byte, too many control
// characters): kUnsupported.
//
// A byte order mark stays at the front of the text as U+FEFF, so that text formats written back
// in the same encoding keep it; readers start after it (mark_bytes).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analyzer/base/result.h"

namespace limpide {

struct DecodedText {
  std::string text;
  std::string encoding;        // "UTF-8", "UTF-16LE", "windows-1252", or as declared
  std::size_t mark_bytes = 0;  // of the byte order mark in text: 0 or 3
  std::size_t damaged = 0;     // places that could not be decoded, now U+FFFD
  bool has_controls = false;   // bytes that is_control_byte names
};

// `declared` may be empty or unknown. ISO-8859-1 and US-ASCII are read as windows-1252, which
// holds them.
[[nodiscard]] Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared);

// A NUL byte that no byte order mark explains, or more than 1 % of control characters.
[[nodiscard]] bool looks_binary(std::string_view bytes);

// The beginning of a text file, decoded when a byte order mark says UTF-16, else as it is: enough
// to recognise a format. At most 64 KiB are looked at. The mark itself is left out. `storage`
// must outlive the view.
[[nodiscard]] std::string_view text_prefix(std::string_view bytes, std::string& storage);

// Tab, line feed, form feed and carriage return belong to text; other bytes under 0x20 do not.
[[nodiscard]] constexpr bool is_control_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0C && value != 0x0D;
}
[[nodiscard]] bool has_control_bytes(std::string_view text);

}  // namespace limpide
