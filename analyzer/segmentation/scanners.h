// One scanner for each family of protected spans. In: the stream and the index of a token where a
// span may start. Out: one past the span's last token, or the index itself when there is none.
// Refuses: to look further than a few tokens back or, but for what it takes, ahead; so that all
// scanners together are linear. No span leaves its line.
#pragma once

#include <cstddef>
#include <string>

#include "analyzer/segmentation/resources.h"
#include "analyzer/segmentation/stream.h"

namespace limpide {

// Dates and times (scan_dates.cpp).
std::size_t scan_date(const TokenStream& stream, std::size_t i);
std::size_t scan_time(const TokenStream& stream, std::size_t i);

// Amounts and percentages (scan_amounts.cpp).
std::size_t scan_amount(const TokenStream& stream, std::size_t i);
std::size_t scan_percentage(const TokenStream& stream, std::size_t i);

// Phones, e-mails, URLs (scan_contacts.cpp).
std::size_t scan_phone(const TokenStream& stream, std::size_t i);
std::size_t scan_email(const TokenStream& stream, std::size_t i);
std::size_t scan_url(const TokenStream& stream, const WordClasses& classes, std::size_t i);

// Bank accounts, social security numbers, postal codes (scan_identifiers.cpp).
std::size_t scan_iban(const TokenStream& stream, std::size_t i);
std::size_t scan_nir(const TokenStream& stream, std::size_t i);
std::size_t scan_postal_code(const TokenStream& stream, std::size_t i);

// Articles, laws, decrees (scan_law.cpp).
std::size_t scan_law_reference(const TokenStream& stream, const SegmentationResources& resources,
                               std::size_t i);

// Forms, files and other numbers (scan_references.cpp). The span of a case number may start after
// the label at i.
struct FoundReference {
  ProtectedKind kind = ProtectedKind::kNumber;
  std::size_t begin = 0;
  std::size_t end = 0;  // == begin when nothing was found
};
FoundReference scan_reference(const TokenStream& stream, std::size_t i);

// Typed merge fields: tight quotes, braces, brackets (scan_fields.cpp).
std::size_t scan_merge_field(const TokenStream& stream, std::size_t i);

// --- shared small questions ---

// The digits of a token, spaces and marks left out; "" when it holds a letter.
[[nodiscard]] std::string digits_of(const TokenStream& stream, std::size_t i);
// Whole number of a token that is one or two ASCII digits, else -1.
[[nodiscard]] int small_number(std::string_view key);
[[nodiscard]] bool is_year(std::string_view key);  // 1000 to 2999
[[nodiscard]] bool all_digits(std::string_view key);
[[nodiscard]] bool has_digit(std::string_view key);
[[nodiscard]] bool has_ascii_letter(std::string_view key);
// One past the tokens that touch token i and go on with it: "SG" "/" "BJ/2026-44".
[[nodiscard]] std::size_t code_end(const TokenStream& stream, std::size_t i);

}  // namespace limpide
