// A body written again with the transfer encoding that it had. In: its bytes as the message holds
// them, its new bytes. Out: the new bytes encoded; of quoted-printable, lines that did not change
// keep the form they had. Refuses: bytes of 8 bits in a body of 7, encodings other than those of
// RFC 2045.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/readers/eml/eml_message.h"

namespace limpide::eml {

[[nodiscard]] std::optional<std::string> encode_again(Transfer transfer, std::string_view raw,
                                                      std::string_view bytes);

}  // namespace limpide::eml
