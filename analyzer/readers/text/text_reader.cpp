#include "analyzer/readers/text/text_reader.h"

#include <string>
#include <utility>

#include "analyzer/document/document_builder.h"
#include "analyzer/readers/encoding.h"
#include "analyzer/readers/text/text_content.h"

namespace limpide {

int TextReader::confidence(const SourceFile& file) const {
  constexpr std::size_t kHead = std::size_t{64} << 10;
  const std::string_view head = file.bytes.substr(0, kHead);
  if (looks_binary(head) || head.substr(0, 2) == "PK") return 0;
  std::string storage;
  const std::string_view text = text_prefix(file.bytes, storage);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return 20;
  const bool markup = text.substr(first, 5) == "<?xml" || text.substr(first, 4) == "<svg";
  return markup ? 0 : 20;
}

Result<Document> TextReader::read(const SourceFile& file, const Limits& limits) const {
  Result<DecodedText> decoded = decode_text(file.bytes, "");
  if (!decoded) return std::move(decoded).error();
  DocumentBuilder builder(Format::kText, limits);
  builder.properties().encoding = decoded->encoding;
  if (decoded->damaged > 0) {
    builder.add_notice({"notice.read.damaged_text", {{"count", std::to_string(decoded->damaged)}}});
  }
  TextOptions options;
  options.begin = decoded->mark_bytes;
  options.has_controls = decoded->has_controls;
  const std::uint32_t part = builder.add_part("", std::move(decoded->text));
  read_text(builder, part, options);
  return builder.finish();
}

}  // namespace limpide
