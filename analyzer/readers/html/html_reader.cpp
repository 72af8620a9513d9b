#include "analyzer/readers/html/html_reader.h"

#include <string>
#include <utility>

#include "analyzer/document/document_builder.h"
#include "analyzer/readers/encoding.h"
#include "analyzer/readers/html/html_content.h"
#include "analyzer/readers/html/html_scan.h"

namespace limpide {

int HtmlReader::confidence(const SourceFile& file) const {
  if (looks_binary(file.bytes.substr(0, std::size_t{64} << 10))) return 0;
  std::string storage;
  return html_confidence(text_prefix(file.bytes, storage));
}

Result<Document> HtmlReader::read(const SourceFile& file, const Limits& limits) const {
  Result<DecodedText> decoded = decode_text(file.bytes, declared_charset(file.bytes));
  if (!decoded) return std::move(decoded).error();
  DocumentBuilder builder(Format::kHtml, limits);
  builder.properties().encoding = decoded->encoding;
  if (decoded->damaged > 0) {
    builder.add_notice({"notice.read.damaged_text", {{"count", std::to_string(decoded->damaged)}}});
  }
  const Span range{static_cast<std::uint32_t>(decoded->mark_bytes),
                   static_cast<std::uint32_t>(decoded->text.size())};
  const std::uint32_t part = builder.add_part("", std::move(decoded->text));
  HtmlOmissions omissions;
  const Status status = read_html(builder, part, range, limits, omissions);
  if (!status) return status.error();
  add_html_notices(builder, omissions);
  return builder.finish();
}

}  // namespace limpide
