// Text inside markup, once for each kind of markup. In: any bytes. Out: bytes that cannot leave
// their place in it. Refuses: nothing; what a format cannot hold is dropped or shown (visible.h).
#pragma once

#include <string>
#include <string_view>

namespace limpide {

// Text and quoted attributes of HTML; treacherous characters are made visible, breaks stay.
[[nodiscard]] std::string html_escaped(std::string_view text);
// Text and quoted attributes of XML 1.0; control characters are dropped, breaks stay.
[[nodiscard]] std::string xml_escaped(std::string_view text);
// A path as a relative or file: URI reference (RFC 3986), whatever its bytes.
[[nodiscard]] std::string uri_of_path(std::string_view path);
// The message and the property values of a workflow command of GitHub.
[[nodiscard]] std::string github_data(std::string_view text);
[[nodiscard]] std::string github_property(std::string_view text);

}  // namespace limpide
