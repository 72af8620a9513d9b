#include "analyzer/annotation/xml_escape.h"

#include <algorithm>

namespace limpide {

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    if (byte == '&')
      out += "&amp;";
    else if (byte == '<')
      out += "&lt;";
    else if (byte == '>')
      out += "&gt;";
    else if (byte == '"')
      out += "&quot;";
    else if (code >= 0x20 || byte == '\t' || byte == '\n')
      out.push_back(byte);
    const std::string_view end =
        std::string_view(out).substr(out.size() - std::min<std::size_t>(out.size(), 3));
    if (end == "\xEF\xBF\xBE" || end == "\xEF\xBF\xBF") out.resize(out.size() - 3);
  }
  return out;
}

}  // namespace limpide
