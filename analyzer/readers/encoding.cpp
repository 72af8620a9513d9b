#include "analyzer/readers/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "analyzer/base/utf8.h"

namespace limpide {
namespace {

constexpr std::size_t kPrefixBytes = std::size_t{64} << 10;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

enum class Mark : std::uint8_t { kNone, kUtf8, kUtf16Little, kUtf16Big };

Mark byte_order_mark(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return Mark::kUtf8;
  if (bytes.substr(0, 2) == "\xFF\xFE") return Mark::kUtf16Little;
  if (bytes.substr(0, 2) == "\xFE\xFF") return Mark::kUtf16Big;
  return Mark::kNone;
}

// Counted in bytes for a stretch that cannot overflow them: the compiler then takes many at once.
std::size_t count_controls(std::string_view bytes) {
  constexpr std::size_t kStretch = 128;
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size(); at += kStretch) {
    std::uint8_t some = 0;
    for (const char byte : bytes.substr(at, kStretch)) {
      some = static_cast<std::uint8_t>(some + (is_control_byte(byte) ? 1 : 0));
    }
    count += some;
  }
  return count;
}

// A NUL is a control too: no need to look for one where there is none.
bool is_binary(std::string_view bytes, std::size_t controls) {
  if (controls == 0) return false;
  return bytes.find('\0') != std::string_view::npos || controls * 100 > bytes.size();
}

std::size_t count_damaged(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(kReplacement); at != std::string_view::npos;
       at = text.find(kReplacement, at + kReplacement.size())) {
    ++count;
  }
  return count;
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return left.size() == right.size() &&
         std::equal(left.begin(), left.end(), right.begin(),
                    [lower](char a, char b) { return lower(a) == lower(b); });
}

// Charsets that windows-1252 holds, and those that cannot be what they say, since the bytes have
// neither a mark nor NUL bytes.
bool is_read_as_windows(std::string_view declared) {
  constexpr std::string_view kNames[] = {
      "iso-8859-1", "iso8859-1", "latin1",  "us-ascii", "ascii",    "windows-1252",
      "cp1252",     "utf-7",     "utf-16",  "utf-16le", "utf-16be", "utf-32",
      "utf-32le",   "utf-32be",  "unicode", "scsu",     "bocu-1",   "imap-mailbox-name"};
  return std::any_of(std::begin(kNames), std::end(kNames), [declared](std::string_view name) {
    return equal_ignoring_case(declared, name);
  });
}

DecodedText convert(std::string_view bytes, UConverter* converter, std::string encoding) {
  DecodedText decoded;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter,
                                status);
  decoded.text.reserve(bytes.size() + bytes.size() / 8);
  wide.toUTF8String(decoded.text);
  decoded.encoding = std::move(encoding);
  decoded.damaged = count_damaged(decoded.text);
  if (std::string_view(decoded.text).substr(0, 3) == "\xEF\xBB\xBF") decoded.mark_bytes = 3;
  return decoded;
}

DecodedText convert_from(std::string_view bytes, const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(name, &status));
  return convert(bytes, converter.get(), name);
}

// UTF-8 with faults, which become U+FFFD.
DecodedText repair_utf8(std::string_view bytes) {
  DecodedText decoded;
  decoded.encoding = "UTF-8";
  decoded.text.reserve(bytes.size());
  const auto* units = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t good = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto window = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size() - at, 4));
    std::int32_t used = 0;
    UChar32 code_point = 0;
    U8_NEXT(units + at, used, window, code_point);
    if (code_point < 0) {
      decoded.text.append(bytes.substr(good, at - good));
      decoded.text.append(kReplacement);
      ++decoded.damaged;
      good = at + static_cast<std::size_t>(used);
    }
    at += static_cast<std::size_t>(used);
  }
  decoded.text.append(bytes.substr(good));
  return decoded;
}

// A file of UTF-8 that was cut or lightly damaged still has far more good sequences of several
// bytes than bad ones; a windows-1252 text has next to none.
bool is_damaged_utf8(std::string_view bytes) {
  const auto* units = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (units[at] < 0x80) {
      ++at;
      continue;
    }
    const auto window = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size() - at, 4));
    std::int32_t used = 0;
    UChar32 code_point = 0;
    U8_NEXT(units + at, used, window, code_point);
    ++(code_point < 0 ? bad : good);
    at += static_cast<std::size_t>(used);
  }
  return good >= 4 * bad;
}

DecodedText decode_eight_bits(std::string_view bytes, std::string_view declared) {
  if (equal_ignoring_case(declared, "utf-8") || equal_ignoring_case(declared, "utf8") ||
      is_damaged_utf8(bytes)) {
    return repair_utf8(bytes);
  }
  if (!declared.empty() && !is_read_as_windows(declared)) {
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter(ucnv_open(std::string(declared).c_str(), &status));
    if (U_SUCCESS(status)) return convert(bytes, converter.get(), std::string(declared));
  }
  return convert_from(bytes, "windows-1252");
}

}  // namespace

bool has_control_bytes(std::string_view text) { return count_controls(text) != 0; }

bool looks_binary(std::string_view bytes) {
  const Mark mark = byte_order_mark(bytes);
  if (mark == Mark::kUtf16Little || mark == Mark::kUtf16Big) return bytes.size() % 2 != 0;
  return is_binary(bytes, count_controls(bytes));
}

Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared) {
  const Mark mark = byte_order_mark(bytes);
  DecodedText decoded;
  if (mark == Mark::kUtf16Little || mark == Mark::kUtf16Big) {
    decoded = convert_from(bytes, mark == Mark::kUtf16Little ? "UTF-16LE" : "UTF-16BE");
    decoded.has_controls = has_control_bytes(decoded.text);
    return decoded;
  }
  const std::size_t controls = count_controls(bytes);
  if (is_binary(bytes, controls)) return make_error(ErrorCode::kUnsupported, "error.read.binary");
  if (is_valid_utf8(bytes)) {
    decoded.text.assign(bytes);
    decoded.encoding = "UTF-8";
  } else if (mark == Mark::kUtf8) {
    decoded = repair_utf8(bytes);
  } else {
    decoded = decode_eight_bits(bytes, declared);
  }
  if (mark == Mark::kUtf8) decoded.mark_bytes = 3;
  decoded.has_controls = controls > 0;
  return decoded;
}

std::string_view text_prefix(std::string_view bytes, std::string& storage) {
  const std::string_view prefix = bytes.substr(0, kPrefixBytes);
  const Mark mark = byte_order_mark(prefix);
  if (mark == Mark::kNone) return prefix;
  if (mark == Mark::kUtf8) return prefix.substr(3);
  storage = convert_from(prefix, mark == Mark::kUtf16Little ? "UTF-16LE" : "UTF-16BE").text;
  return std::string_view(storage).substr(std::min<std::size_t>(3, storage.size()));
}

}  // namespace limpide
