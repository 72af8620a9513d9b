// References in normal form: "art. L.211-2 du CRPA" and "article L. 211-2 du code des relations
// entre le public et l'administration" are one. In: the tokens of a protected span. Out: the key.
// Refuses: to look anything up: a code is known by its acronym only when law-acronyms.tsv says so.
#pragma once

#include <string>

#include "analyzer/facts/fact_text.h"

namespace limpide {

[[nodiscard]] std::string law_key(const FactText& text, std::uint32_t first, std::uint32_t end);
// Letters in capitals and figures, without spaces, labels and marks but "*", "-" and "/".
[[nodiscard]] std::string code_key(const FactText& text, std::uint32_t first, std::uint32_t end);
// "+33 (0)2 40 00 11 22" is "0240001122".
[[nodiscard]] std::string phone_key(const FactText& text, std::uint32_t first, std::uint32_t end);
// Lower case, without "https://" and without a slash or dot at the end.
[[nodiscard]] std::string address_key(const FactText& text, std::uint32_t first, std::uint32_t end);

}  // namespace limpide
