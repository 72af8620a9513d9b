// "03/03/2026" written in full; "03/03/26" where the document names the year 2026. The one edit
// inside a protected span: it says the same date.
#include <charconv>

#include "analyzer/rewriting/operations/operation.h"

namespace limpide {
namespace {

bool is_leap(std::uint32_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

std::uint32_t days_in(std::uint32_t month, std::uint32_t year) {
  constexpr std::array<std::uint32_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// The year that two digits stand for, where the document writes it whole somewhere.
std::optional<std::uint32_t> whole_year(std::string_view text, std::uint32_t two_digits) {
  constexpr std::uint32_t kCentury = 2000;
  const std::string year = std::to_string(kCentury + two_digits);
  for (std::size_t at = text.find(year); at != std::string_view::npos;
       at = text.find(year, at + 1)) {
    const std::size_t end = at + year.size();
    const bool apart =
        (at == 0 || !is_digit(text[at - 1])) && (end == text.size() || !is_digit(text[end]));
    if (apart) return kCentury + two_digits;
  }
  return std::nullopt;
}

// "03/03/2026", "12.04.25" or "2026-03-03" in full; nothing for a date that does not exist.
std::optional<std::string> full_date(std::string_view date, std::string_view text,
                                     const RewritingResources& resources) {
  std::array<std::uint32_t, 3> parts{};
  std::array<std::size_t, 3> digits{};
  std::size_t part = 0;
  const char* at = date.data();
  const char* end = date.data() + date.size();
  while (at != end && part < parts.size()) {
    const auto parsed = std::from_chars(at, end, parts[part]);
    if (parsed.ec != std::errc{}) return std::nullopt;
    digits[part] = static_cast<std::size_t>(parsed.ptr - at);
    at = parsed.ptr == end ? end : parsed.ptr + 1;
    ++part;
  }
  if (part != parts.size() || at != end) return std::nullopt;
  if (digits[0] == 4) {
    std::swap(parts[0], parts[2]);
    std::swap(digits[0], digits[2]);
  }
  // 1925 or 2025 is the writer's to say.
  if (digits[2] == 2) {
    const auto year = whole_year(text, parts[2]);
    if (!year) return std::nullopt;
    parts[2] = *year;
    digits[2] = 4;
  }
  if (digits[2] != 4 || parts[1] < 1 || parts[1] > 12) return std::nullopt;
  if (parts[0] < 1 || parts[0] > days_in(parts[1], parts[2])) return std::nullopt;
  const std::string day = parts[0] == 1 ? resources.first_day : std::to_string(parts[0]);
  constexpr const char* kNoBreakSpace = "\xC2\xA0";
  return day + kNoBreakSpace + resources.months[parts[1] - 1] + " " + std::to_string(parts[2]);
}

}  // namespace

std::vector<Suggestion> write_date_in_full(const OperationInput& input) {
  const auto date = full_date(slice(input.analysis.document->text, input.span),
                              input.analysis.document->text, input.resources);
  if (!date) return {};
  return {{{{input.span, *date}}, true}};
}

}  // namespace limpide
