#include "analyzer/readers/eml/eml_message.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/readers/encoding.h"

namespace limpide {
namespace {

constexpr std::size_t kMostParts = 1000;

// Bounds of what GMime is given: it takes quadratic time on header blocks without end and a
// second for ten million lines. Real messages stay a hundred times below.
constexpr std::size_t kMostLines = 2'000'000;
constexpr std::size_t kMostBoundaries = 10'000;  // lines that start with "--"
constexpr std::size_t kHeaderBytes = std::size_t{256} << 10;
constexpr std::size_t kHeaderLines = 2'000;  // of one header block

bool is_too_complex(std::string_view bytes) {
  std::size_t lines = 0;
  std::size_t boundaries = 0;
  std::size_t header_bytes = 0;
  std::size_t header_lines = 0;
  bool in_header = true;
  for (std::size_t at = 0; at < bytes.size(); ++lines) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    at = end + 1;
    if (line.substr(0, 2) == "--") {
      ++boundaries;
      in_header = true;
      header_bytes = header_lines = 0;
    } else if (line.empty() || line == "\r") {
      in_header = false;
    }
    // A long body line after a rule of dashes is no header: it has no colon near its start.
    const bool header_like = line.substr(0, 80).find(':') != std::string_view::npos ||
                             line.substr(0, 1) == " " || line.substr(0, 1) == "\t";
    if (in_header && header_lines > 0 && !header_like) in_header = false;
    if (in_header) {
      header_bytes += line.size();
      ++header_lines;
    }
    if (header_bytes > kHeaderBytes || header_lines > kHeaderLines) return true;
    if (lines > kMostLines || boundaries > kMostBoundaries) return true;
  }
  return false;
}

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

// GMime wants one start for the process, and speaks on standard error about damaged messages.
void start_gmime() {
  static std::once_flag once;
  std::call_once(once, [] {
    g_mime_init();
    const auto silent = [](const gchar*, GLogLevelFlags, const gchar*, gpointer) {};
    g_log_set_handler("gmime", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK), silent, nullptr);
    g_log_set_handler("GLib", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK), silent, nullptr);
  });
}

std::string valid_utf8(const char* text) {
  if (text == nullptr) return {};
  if (is_valid_utf8(text)) return text;
  Result<DecodedText> decoded = decode_text(text, "");
  return decoded ? std::move(decoded->text) : std::string();
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* wrapper = g_mime_part_get_content(part);
  if (wrapper == nullptr) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(wrapper, stream.get()) < 0) return {};
  const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  if (array == nullptr || array->len == 0) return {};
  return {reinterpret_cast<const char*>(array->data), array->len};
}

Transfer transfer_of(GMimeContentEncoding encoding) {
  switch (encoding) {
    case GMIME_CONTENT_ENCODING_DEFAULT:
    case GMIME_CONTENT_ENCODING_7BIT:
      return Transfer::kSevenBits;
    case GMIME_CONTENT_ENCODING_8BIT:
    case GMIME_CONTENT_ENCODING_BINARY:
      return Transfer::kEightBits;
    case GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE:
      return Transfer::kQuotedPrintable;
    case GMIME_CONTENT_ENCODING_BASE64:
      return Transfer::kBase64;
    default:
      return Transfer::kOther;
  }
}

// Where a part that GMime left in the stream lies; empty when it made a copy of it.
Span raw_span(GMimePart* part, const GMimeStream* whole, std::size_t bytes) {
  GMimeDataWrapper* wrapper = g_mime_part_get_content(part);
  const GMimeStream* own = wrapper == nullptr ? nullptr : g_mime_data_wrapper_get_stream(wrapper);
  if (own == nullptr || own->super_stream != whole || own->bound_start < 0) return {};
  const auto begin = static_cast<std::size_t>(own->bound_start);
  const std::size_t end = own->bound_end < 0 ? bytes : static_cast<std::size_t>(own->bound_end);
  if (begin > end || end > bytes) return {};
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

class MessageParser {
 public:
  MessageParser(EmlMessage& message, const Limits& limits, const GMimeStream* stream,
                std::size_t bytes)
      : message_(message), limits_(limits), stream_(stream), bytes_(bytes) {}

  void entity(GMimeObject* object, const std::string& section, std::size_t depth);
  [[nodiscard]] const Error* error() const { return failed_ ? &error_ : nullptr; }

 private:
  void multipart(GMimeMultipart* multipart, const std::string& section, std::size_t depth);
  void alternatives(GMimeMultipart* multipart, const std::string& section, std::size_t depth);
  void leaf(GMimePart* part, const std::string& section);
  void attachment(GMimeObject* object);
  void fail(ErrorCode code, const char* key, MessageArguments arguments = {}) {
    if (failed_) return;
    failed_ = true;
    error_ = make_error(code, key, std::move(arguments));
  }

  EmlMessage& message_;
  const Limits& limits_;
  const GMimeStream* stream_;
  std::size_t bytes_;  // of the stream
  std::size_t parts_ = 0;
  bool failed_ = false;
  Error error_;
};

void MessageParser::attachment(GMimeObject* object) {
  std::string name;
  if (GMIME_IS_PART(object)) name = valid_utf8(g_mime_part_get_filename(GMIME_PART(object)));
  if (name.empty() && GMIME_IS_MESSAGE_PART(object)) {
    GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    if (inner != nullptr) name = valid_utf8(g_mime_message_get_subject(inner));
  }
  GMimeContentType* type = g_mime_object_get_content_type(object);
  if (name.empty() && type != nullptr) {
    char* mime = g_mime_content_type_get_mime_type(type);
    name = valid_utf8(mime);
    g_free(mime);
  }
  message_.attachments.push_back(std::move(name));
}

void MessageParser::leaf(GMimePart* part, const std::string& section) {
  GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
  if (g_mime_content_type_is_type(type, "application", "pkcs7-mime") != FALSE ||
      g_mime_content_type_is_type(type, "application", "x-pkcs7-mime") != FALSE) {
    return fail(ErrorCode::kUnsupported, "error.read.encrypted");
  }
  const bool html = g_mime_content_type_is_type(type, "text", "html") != FALSE;
  const bool plain = g_mime_content_type_is_type(type, "text", "plain") != FALSE;
  if ((!html && !plain) || g_mime_part_is_attachment(part) != FALSE) {
    return attachment(GMIME_OBJECT(part));
  }
  EmlBody body;
  body.section = section;
  body.bytes = content_of(part);
  body.raw = raw_span(part, stream_, bytes_);
  body.transfer = transfer_of(g_mime_part_get_content_encoding(part));
  body.charset = valid_utf8(g_mime_content_type_get_parameter(type, "charset"));
  body.html = html;
  const char* format = g_mime_content_type_get_parameter(type, "format");
  body.flowed = plain && format != nullptr && g_ascii_strcasecmp(format, "flowed") == 0;
  message_.bodies.push_back({std::move(body)});
}

// Each version is read like a message of its own; of a version with several bodies the first is
// the text, the rest pictures and the like.
void MessageParser::alternatives(GMimeMultipart* multipart, const std::string& section,
                                 std::size_t depth) {
  const std::size_t before = message_.bodies.size();
  this->multipart(multipart, section, depth);
  EmlVersions versions;
  for (std::size_t i = before; i < message_.bodies.size(); ++i) {
    for (EmlBody& body : message_.bodies[i]) versions.push_back(std::move(body));
  }
  message_.bodies.resize(before);
  if (!versions.empty()) message_.bodies.push_back(std::move(versions));
}

void MessageParser::multipart(GMimeMultipart* multipart, const std::string& section,
                              std::size_t depth) {
  const int count = g_mime_multipart_get_count(multipart);
  for (int i = 0; i < count && !failed_; ++i) {
    const std::string number = std::to_string(i + 1);
    entity(g_mime_multipart_get_part(multipart, i),
           section.empty() ? number : section + "." + number, depth + 1);
  }
}

void MessageParser::entity(GMimeObject* object, const std::string& section, std::size_t depth) {
  if (object == nullptr || failed_) return;
  if (depth > limits_.mime_depth || ++parts_ > kMostParts) {
    return fail(ErrorCode::kLimit, "error.eml.too_deep",
                {{"limit", std::to_string(limits_.mime_depth)}});
  }
  if (GMIME_IS_MULTIPART_ENCRYPTED(object)) {
    return fail(ErrorCode::kUnsupported, "error.read.encrypted");
  }
  if (GMIME_IS_MULTIPART_SIGNED(object)) message_.is_signed = true;
  if (GMIME_IS_MULTIPART(object)) {
    GMimeContentType* type = g_mime_object_get_content_type(object);
    const bool versions = g_mime_content_type_is_type(type, "multipart", "alternative") != FALSE;
    if (versions)
      alternatives(GMIME_MULTIPART(object), section, depth);
    else
      multipart(GMIME_MULTIPART(object), section, depth);
    return;
  }
  // A lone body is section 1 of its message.
  if (GMIME_IS_PART(object)) return leaf(GMIME_PART(object), section.empty() ? "1" : section);
  attachment(object);
}

}  // namespace

Result<EmlMessage> parse_message(std::string_view bytes, const Limits& limits) {
  if (is_too_complex(bytes)) return make_error(ErrorCode::kLimit, "error.eml.too_complex");
  start_gmime();
  const std::size_t mark = bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  bytes.remove_prefix(mark);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const bool mbox = bytes.substr(0, 5) == "From ";
  g_mime_parser_set_format(parser.get(), mbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
  const Owned<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), nullptr));
  if (parsed == nullptr) return make_error(ErrorCode::kInvalidInput, "error.eml.unreadable");
  EmlMessage message;
  message.subject = valid_utf8(g_mime_message_get_subject(parsed.get()));
  MessageParser reader(message, limits, stream.get(), bytes.size());
  reader.entity(g_mime_message_get_mime_part(parsed.get()), "", 0);
  if (const Error* error = reader.error()) return *error;
  for (EmlVersions& versions : message.bodies) {
    for (EmlBody& body : versions) {
      if (body.raw.empty()) continue;
      body.raw.begin += static_cast<std::uint32_t>(mark);
      body.raw.end += static_cast<std::uint32_t>(mark);
    }
  }
  return message;
}

}  // namespace limpide
