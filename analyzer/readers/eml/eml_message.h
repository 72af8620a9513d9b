// The MIME structure of an e-mail, decoded. In: the bytes of a message. Out: the subject, the
// texts a reader is shown, the names of what is attached. Refuses: encrypted messages
// (kUnsupported), parts nested deeper than Limits::mime_depth (kLimit).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"
#include "analyzer/base/span.h"

namespace limpide {

// Content-Transfer-Encoding (RFC 2045, 6).
enum class Transfer : std::uint8_t { kSevenBits, kEightBits, kQuotedPrintable, kBase64, kOther };

struct EmlBody {
  std::string section;  // "1", "1.2"
  std::string bytes;    // transfer encoding undone, charset not
  Span raw;             // where the message holds them, encoded; empty when that is not known
  Transfer transfer = Transfer::kSevenBits;
  std::string charset;  // as declared, may be empty
  bool html = false;
  bool flowed = false;  // format=flowed
};

// One body, or several versions of it (multipart/alternative), the plainest first.
using EmlVersions = std::vector<EmlBody>;

struct EmlMessage {
  std::string subject;                   // UTF-8
  std::vector<EmlVersions> bodies;       // in the order of reading
  std::vector<std::string> attachments;  // names, or MIME types of nameless ones
  bool is_signed = false;                // a part is (RFC 1847)
};

[[nodiscard]] Result<EmlMessage> parse_message(std::string_view bytes, const Limits& limits);

}  // namespace limpide
