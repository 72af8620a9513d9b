#include "analyzer/readers/eml/eml_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "analyzer/document/document_builder.h"
#include "analyzer/readers/eml/eml_message.h"
#include "analyzer/readers/encoding.h"
#include "analyzer/readers/html/html_content.h"
#include "analyzer/readers/html/html_scan.h"
#include "analyzer/readers/text/text_content.h"

namespace limpide {
namespace {

constexpr std::size_t kNamedAttachments = 20;  // in the notice

bool is_header_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char byte) {
    return byte > ' ' && byte < 0x7F && byte != ':';
  });
}

// Weight of a header: some only mails have, some a letter might show too.
int header_weight(std::string_view name) {
  constexpr std::array<std::string_view, 8> kSure = {"mime-version",
                                                     "message-id",
                                                     "received",
                                                     "return-path",
                                                     "delivered-to",
                                                     "dkim-signature",
                                                     "content-transfer-encoding",
                                                     "x-mailer"};
  constexpr std::array<std::string_view, 7> kUsual = {"from", "to",           "subject", "date",
                                                      "cc",   "content-type", "reply-to"};
  std::string lower(name);
  for (char& byte : lower) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
  }
  if (std::find(kSure.begin(), kSure.end(), lower) != kSure.end()) return 2;
  return std::find(kUsual.begin(), kUsual.end(), lower) != kUsual.end() ? 1 : 0;
}

// Sum of the weights of the lines before the first blank one; 0 when one is not a header.
int header_score(std::string_view text) {
  int score = 0;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    const bool cut = end == text.size();
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) break;
    const bool mbox = first && line.substr(0, 5) == "From ";
    const bool folded = !first && (line[0] == ' ' || line[0] == '\t');
    first = false;
    if (mbox || folded) continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_header_name(line.substr(0, colon))) {
      return cut ? score : 0;
    }
    score += header_weight(line.substr(0, colon));
  }
  return score;
}

struct ReadBody {
  const EmlBody* source = nullptr;
  DecodedText decoded;
  bool html = false;
  bool flowed = false;
  std::string section;
};

Result<ReadBody> decode_body(const EmlBody& body) {
  const std::string charset =
      body.charset.empty() && body.html ? declared_charset(body.bytes) : body.charset;
  Result<DecodedText> decoded = decode_text(body.bytes, charset);
  if (!decoded) return std::move(decoded).error();
  return ReadBody{&body, std::move(*decoded), body.html, body.flowed, body.section};
}

Span whole(const DecodedText& decoded) {
  return {static_cast<std::uint32_t>(decoded.mark_bytes),
          static_cast<std::uint32_t>(decoded.text.size())};
}

// Bytes of text that a reader sees of the body; 0 when it cannot be read.
std::size_t text_size(const ReadBody& body, const Limits& limits) {
  if (!body.html) {
    return static_cast<std::size_t>(
        std::count_if(body.decoded.text.begin(), body.decoded.text.end(),
                      [](char byte) { return static_cast<unsigned char>(byte) > ' '; }));
  }
  DocumentBuilder builder(Format::kHtml, limits);
  const std::uint32_t part = builder.add_part("", body.decoded.text);
  HtmlOmissions omissions;
  if (!read_html(builder, part, whole(body.decoded), limits, omissions)) return 0;
  const Result<Document> document = builder.finish();
  return document ? document->text.size() : 0;
}

// The plain version, unless it says less than half of what the HTML one says.
std::size_t best_version(const std::vector<ReadBody>& versions, const Limits& limits) {
  const auto is_html = [](const ReadBody& body) { return body.html; };
  const auto html = std::find_if(versions.begin(), versions.end(), is_html);
  const auto plain = std::find_if_not(versions.begin(), versions.end(), is_html);
  if (plain == versions.end()) return 0;
  const auto plain_at = static_cast<std::size_t>(plain - versions.begin());
  if (html == versions.end()) return plain_at;
  const bool poor = text_size(*plain, limits) * 2 < text_size(*html, limits);
  return poor ? static_cast<std::size_t>(html - versions.begin()) : plain_at;
}

Status write_body(DocumentBuilder& builder, ReadBody body, const Limits& limits,
                  HtmlOmissions& omissions) {
  const Span range = whole(body.decoded);
  builder.properties().encoding = body.decoded.encoding;
  if (body.decoded.damaged > 0) {
    builder.add_notice(
        {"notice.read.damaged_text", {{"count", std::to_string(body.decoded.damaged)}}});
  }
  const std::uint32_t part = builder.add_part(body.section, std::move(body.decoded.text));
  if (body.html) return read_html(builder, part, range, limits, omissions);
  TextOptions options;
  options.begin = range.begin;
  options.has_controls = body.decoded.has_controls;
  options.mail = true;
  options.flowed = body.flowed;
  read_text(builder, part, options);
  return Done{};
}

void write_subject(DocumentBuilder& builder, std::string subject) {
  if (subject.empty()) return;
  const auto size = static_cast<std::uint32_t>(subject.size());
  builder.properties().title = subject;
  const std::uint32_t part = builder.add_part("Subject", std::move(subject));
  Block block;
  block.kind = BlockKind::kSubject;
  builder.open_block(block);
  builder.append(part, {0, size});
  builder.close_block();
}

void add_attachment_notice(DocumentBuilder& builder, const std::vector<std::string>& names) {
  if (names.empty()) return;
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < kNamedAttachments; ++i) {
    if (i > 0) list += ", ";
    list += names[i];
  }
  builder.add_notice({"notice.eml.attachments",
                      {{"count", std::to_string(names.size())}, {"names", std::move(list)}}});
}

// Blank versions are left out.
Result<std::vector<ReadBody>> decode_versions(const EmlVersions& versions) {
  std::vector<ReadBody> bodies;
  for (const EmlBody& version : versions) {
    Result<ReadBody> body = decode_body(version);
    if (!body) return body.error();
    const bool blank = body->decoded.text.find_first_not_of(" \t\r\n") == std::string::npos;
    if (!blank) bodies.push_back(std::move(*body));
  }
  return bodies;
}

Status write_versions(DocumentBuilder& builder, const EmlVersions& versions, const Limits& limits,
                      HtmlOmissions& omissions) {
  Result<std::vector<ReadBody>> bodies = decode_versions(versions);
  if (!bodies) return bodies.error();
  if (bodies->empty()) return Done{};
  const std::size_t best = best_version(*bodies, limits);
  return write_body(builder, std::move((*bodies)[best]), limits, omissions);
}

}  // namespace

int EmlReader::confidence(const SourceFile& file) const {
  std::string storage;
  const std::string_view text = text_prefix(file.bytes, storage);
  if (!storage.empty()) return 0;  // UTF-16 is never a message
  const int score = header_score(text);
  if (score >= 3) return 90;
  return score == 2 ? 45 : 0;
}

Result<Document> EmlReader::read(const SourceFile& file, const Limits& limits) const {
  Result<EmlMessage> message = parse_message(file.bytes, limits);
  if (!message) return std::move(message).error();
  DocumentBuilder builder(Format::kEml, limits);
  write_subject(builder, std::move(message->subject));
  HtmlOmissions omissions;
  for (const EmlVersions& versions : message->bodies) {
    const Status status = write_versions(builder, versions, limits, omissions);
    if (!status) return status.error();
  }
  add_html_notices(builder, omissions);
  add_attachment_notice(builder, message->attachments);
  return builder.finish();
}

Result<ReadVersions> read_versions(const EmlVersions& versions, const Limits& limits) {
  Result<std::vector<ReadBody>> bodies = decode_versions(versions);
  if (!bodies) return bodies.error();
  ReadVersions read;
  if (bodies->empty()) return read;
  read.shown = best_version(*bodies, limits);
  for (ReadBody& body : *bodies) {
    const EmlBody* const source = body.source;
    DocumentBuilder builder(body.html ? Format::kHtml : Format::kText, limits);
    HtmlOmissions omissions;
    const Status written = write_body(builder, std::move(body), limits, omissions);
    if (!written) return written.error();
    Result<Document> document = builder.finish();
    if (!document) return document.error();
    read.versions.push_back({source, *std::move(document)});
  }
  return read;
}

}  // namespace limpide
