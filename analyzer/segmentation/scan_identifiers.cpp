// Bank accounts, social security numbers, postal codes.
#include <algorithm>

#include "analyzer/segmentation/scanners.h"

namespace limpide {
namespace {

constexpr std::size_t kFrenchIban = 27;
constexpr std::size_t kMinIban = 15;
constexpr std::size_t kMaxIban = 34;
constexpr std::size_t kMaxIbanGroup = 4;
constexpr std::size_t kMaxNirGroups = 8;

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_account_text(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return is_ascii_upper(c) || is_ascii_digit(c) || c == ' ';
  });
}

// ISO 13616: letters are 10 to 35, the first four characters go last, the rest of 97 is 1.
bool has_right_check_digits(std::string_view account) {
  int rest = 0;
  for (std::size_t i = 0; i < account.size(); ++i) {
    const char c = account[(i + 4) % account.size()];
    rest = is_ascii_digit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
  }
  return rest == 1;
}

bool is_account(std::string_view account) {
  if (account.substr(0, 2) == "FR") return account.size() == kFrenchIban;
  return account.size() >= kMinIban && has_right_check_digits(account);
}

void append_without_spaces(std::string& out, std::string_view key) {
  for (const char c : key) {
    if (c != ' ') out.push_back(c);
  }
}

// Figures of a social security number: sex, year, month, the rest free; "2A", "2B" for Corsica.
bool is_social_security_number(std::string_view number) {
  if (number.size() != 13 && number.size() != 15) return false;
  if (number[0] != '1' && number[0] != '2') return false;
  const int month = (number[3] - '0') * 10 + (number[4] - '0');
  return (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
}

bool is_town(const TokenStream& stream, std::size_t i) {
  return stream.follows(i) && stream.tokens[i].kind == TokenKind::kWord &&
         stream.forms[stream.tokens[i].form].casing != Casing::kLower &&
         !stream.is(i, WordClass::kMoney);
}

}  // namespace

std::size_t scan_iban(const TokenStream& stream, std::size_t i) {
  const std::string_view head = stream.key(i);
  const bool starts = head.size() >= 4 && is_ascii_upper(head[0]) && is_ascii_upper(head[1]) &&
                      is_ascii_digit(head[2]) && is_ascii_digit(head[3]) && is_account_text(head);
  if (!starts) return i;
  std::string account;
  append_without_spaces(account, head);
  std::size_t end = i + 1;
  std::size_t best = is_account(account) ? end : i;
  while (account.size() < kMaxIban && stream.follows(end)) {
    const std::string_view key = stream.key(end);
    if (!is_account_text(key) || (key.size() > kMaxIbanGroup && !has_digit(key))) break;
    append_without_spaces(account, key);
    ++end;
    if (account.size() <= kMaxIban && is_account(account)) best = end;
  }
  return best;
}

std::size_t scan_nir(const TokenStream& stream, std::size_t i) {
  std::string number;
  std::size_t end = i;
  while (end - i < kMaxNirGroups && (end == i || stream.follows(end))) {
    std::string digits = digits_of(stream, end);
    const std::string_view key = stream.key(end);
    if (digits.empty() && number.size() == 5 && (key == "2A" || key == "2B")) {
      digits = key == "2A" ? "19" : "18";
    }
    if (digits.empty() || (end == i && digits.size() > 1 && digits.size() < 13)) break;
    number += digits;
    ++end;
    if (number.size() > 15) return i;
  }
  return is_social_security_number(number) ? end : i;
}

std::size_t scan_postal_code(const TokenStream& stream, std::size_t i) {
  const std::string_view key = stream.key(i);
  if (key.size() != 5 || !all_digits(key)) return i;
  const int department = small_number(key.substr(0, 2));
  if (department < 1 || department > 98) return i;
  if (i > 0 && stream.follows(i) && stream.is(i - 1, WordClass::kPostBox)) return i;
  return is_town(stream, i + 1) ? i + 1 : i;
}

}  // namespace limpide
