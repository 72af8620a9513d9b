// The 8-bit text that spreadsheets of western Europe write. In: bytes. Out: UTF-8. Refuses:
// nothing: every byte stands for a character (the five that windows-1252 leaves free are controls,
// as on the web).
#pragma once

#include <string>
#include <string_view>

namespace limpide {

[[nodiscard]] std::string utf8_from_windows1252(std::string_view bytes);

}  // namespace limpide
