// Text of ours put into XML. In: UTF-8. Out: character data, fit for an attribute too. Refuses:
// characters that XML does not have, which are left out.
#pragma once

#include <string>
#include <string_view>

namespace limpide {

[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace limpide
