// What bytes are when we do not read them. In: the bytes of a file. Out: the key of the message
// that names their format and says what to do. Refuses: to guess; unknown bytes have no name.
#pragma once

#include <string_view>

namespace limpide {

// Formats known by a signature that no reader of ours claims: PDF, images, RTF, old Word...
// nullptr when the bytes have no such signature. A zip is not judged here.
[[nodiscard]] const char* refused_signature(std::string_view bytes);

// For bytes that no reader claimed: a zip that is neither docx nor odt, XML, binary data.
[[nodiscard]] const char* unclaimed_kind(std::string_view bytes);

}  // namespace limpide
