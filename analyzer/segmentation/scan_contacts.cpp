// Phones, e-mails and sites.
#include "analyzer/segmentation/scanners.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxGroups = 8;      // number tokens in a phone
constexpr std::size_t kContextTokens = 8;  // how far back a word about phoning counts

// Number tokens on one line, one after the other, up to `wanted` digits.
struct DigitRun {
  std::string digits;
  std::size_t end = 0;
};
DigitRun run_of(const TokenStream& stream, std::size_t i, std::size_t wanted) {
  DigitRun run{digits_of(stream, i), i + 1};
  for (std::size_t groups = 1; groups < kMaxGroups && run.digits.size() < wanted; ++groups) {
    if (!stream.follows(run.end) || !stream.is_number(run.end)) break;
    const std::string more = digits_of(stream, run.end);
    if (more.empty()) break;
    run.digits += more;
    ++run.end;
  }
  return run;
}

// After the first, groups of two or three digits: "0412.07.0033" is the number of a file.
bool grouped_as_phone(const TokenStream& stream, std::size_t i, std::size_t end) {
  std::size_t digits = 0;  // of the group
  bool first = true;
  for (std::size_t token = i; token < end; ++token) {
    for (const char c : std::string(stream.key(token)) + " ") {
      if (c >= '0' && c <= '9') {
        ++digits;
      } else if (digits > 0) {
        if (!first && digits != 2 && digits != 3) return false;
        first = false;
        digits = 0;
      }
    }
  }
  return true;
}

std::size_t national_end(const TokenStream& stream, std::size_t i) {
  if (stream.key(i).front() != '0') return i;
  const DigitRun run = run_of(stream, i, 10);
  const bool whole = run.digits.size() == 10 && run.digits[1] != '0';
  return whole && grouped_as_phone(stream, i, run.end) ? run.end : i;
}

// "+33 1 23 45 67 89", "+33 (0)2 40 00 11 22"
std::size_t international_end(const TokenStream& stream, std::size_t i) {
  const std::string_view key = stream.key(i);
  if (key.size() < 2 || key.front() != '+' || !all_digits(key.substr(1))) return i;
  std::size_t rest = i + 1;
  if (stream.follows(rest + 3) && stream.key(rest) == "(" && stream.key(rest + 1) == "0" &&
      stream.key(rest + 2) == ")") {
    rest += 3;
  }
  if (key.size() > 8) return rest;
  if (!stream.follows(rest) || !stream.is_number(rest)) return i;
  const bool french = key == "+33";
  const DigitRun run = run_of(stream, rest, french ? 9 : 12);
  const std::size_t digits = run.digits.size();
  return (french ? digits == 9 : digits >= 6 && digits <= 12) ? run.end : i;
}

bool phoning_before(const TokenStream& stream, std::size_t i) {
  for (std::size_t back = 1; back <= kContextTokens && back <= i; ++back) {
    if (!stream.follows(i - back + 1)) return false;
    if (stream.is(i - back, WordClass::kPhone)) return true;
    const std::string_view key = stream.key(i - back);
    if (key == "." || key == "?" || key == "!") return false;
  }
  return false;
}

// "3939", "36 46", "115": only where somebody is told to call.
std::size_t short_end(const TokenStream& stream, std::size_t i) {
  const std::string_view key = stream.key(i);
  if (!all_digits(key) || i == 0 || !stream.follows(i)) return i;
  std::size_t end = i;
  if (key.size() == 4 && (key[0] == '3' || key.substr(0, 2) == "10")) end = i + 1;
  if (key.size() == 3 && key[0] == '1') end = i + 1;
  if (key == "15" || key == "17" || key == "18") end = i + 1;
  const bool pair = key.size() == 2 && (key[0] == '3' || key == "10") && stream.follows(i + 1) &&
                    stream.key(i + 1).size() == 2 && all_digits(stream.key(i + 1));
  if (pair) end = i + 2;
  if (end == i) return i;
  const bool introduced = stream.is(i - 1, WordClass::kTo) || stream.lower(i - 1) == "le" ||
                          stream.key(i - 1) == ":" || stream.is(i - 1, WordClass::kPhone);
  return introduced && phoning_before(stream, i) ? end : i;
}

}  // namespace

std::size_t scan_phone(const TokenStream& stream, std::size_t i) {
  if (!stream.is_number(i)) return i;
  if (const std::size_t end = international_end(stream, i); end > i) return end;
  if (const std::size_t end = national_end(stream, i); end > i) return end;
  return short_end(stream, i);
}

std::size_t scan_email(const TokenStream& stream, std::size_t i) {
  const std::string_view key = stream.key(i);
  const std::size_t at = key.find('@');
  const bool inside = at != std::string_view::npos && at > 0 && at + 1 < key.size();
  return inside && key.find('.', at) != std::string_view::npos ? i + 1 : i;
}

std::size_t scan_url(const TokenStream& stream, const WordClasses& classes, std::size_t i) {
  const std::string_view lower = stream.lower(i);
  if (lower.size() < 5 || lower.find('@') != std::string_view::npos) return i;
  if (lower.substr(0, 4) == "www." || lower.find("://") != std::string_view::npos) return i + 1;
  const std::string_view host = lower.substr(0, lower.find('/'));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return i;
  return classes.is(host.substr(dot + 1), WordClass::kTld) ? i + 1 : i;
}

}  // namespace limpide
