// Two ranges of numbers that share a bound: "18-25 ans, 25-30 ans", side by side in a block or
// among the options of a choice. Arguments: borne, premiere, seconde.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "analyzer/rules/kinds.h"
#include "analyzer/rules/kinds/words.h"
#include "analyzer/rules/parameters.h"

namespace limpide {
namespace {

constexpr std::size_t kMostDigits = 9;
constexpr std::uint64_t kFirstYear = 1900;
constexpr std::uint64_t kLastYear = 2100;
constexpr std::size_t kBytesBetween = 40;  // from one range to the next in one line of choices

struct Number {
  std::uint64_t value = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Range {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool unit = false;
};

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// Blanks: space, U+00A0, U+202F. Zero when none stands at `at`.
std::size_t blank_at(std::string_view text, std::size_t at) {
  for (const std::string_view blank : {" ", "\xC2\xA0", "\xE2\x80\xAF"}) {
    if (starts_with(text.substr(std::min(at, text.size())), blank)) return blank.size();
  }
  return 0;
}

// "1 500" is one number: groups of three digits after a blank belong to it.
std::optional<Number> number_from(std::string_view text, std::size_t at) {
  Number number{0, at, at};
  std::size_t digits = 0;
  while (number.end < text.size() && is_digit(text[number.end]) && digits < kMostDigits) {
    number.value = number.value * 10 + static_cast<std::uint64_t>(text[number.end] - '0');
    ++number.end;
    ++digits;
    const std::size_t blank = blank_at(text, number.end);
    const std::size_t group = number.end + blank;
    const bool three = blank > 0 && group + 3 <= text.size() && is_digit(text[group]) &&
                       is_digit(text[group + 1]) && is_digit(text[group + 2]) &&
                       (group + 3 == text.size() || !is_digit(text[group + 3]));
    if (three) number.end = group;
  }
  if (digits == 0) return std::nullopt;
  return number;
}

// After the first number: "-", "to" in French, "et" between bounds.
std::size_t after_link(std::string_view text, std::size_t at) {
  while (const std::size_t blank = blank_at(text, at)) at += blank;
  for (const std::string_view unit : {"\xE2\x82\xAC", "ans", "euros"}) {
    if (starts_with(text.substr(std::min(at, text.size())), unit)) at += unit.size();
  }
  while (const std::size_t blank = blank_at(text, at)) at += blank;
  for (const std::string_view link : {"-", "\xE2\x80\x93", "\xC3\xA0", "et"}) {
    if (!starts_with(text.substr(std::min(at, text.size())), link)) continue;
    at += link.size();
    while (const std::size_t blank = blank_at(text, at)) at += blank;
    return at;
  }
  return std::string_view::npos;
}

bool unit_follows(std::string_view text, std::size_t at) {
  while (const std::size_t blank = blank_at(text, at)) at += blank;
  static constexpr std::array<std::string_view, 12> kUnits{
      "ans", "mois", "\xE2\x82\xAC", "euros",   "jours",           "semaines",
      "km",  "%",    "personnes",    "enfants", "salari\xC3\xA9s", "m2"};
  return std::any_of(kUnits.begin(), kUnits.end(), [&](std::string_view unit) {
    return starts_with(text.substr(std::min(at, text.size())), unit);
  });
}

std::vector<Range> ranges_of(std::string_view text) {
  std::vector<Range> ranges;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) || (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '/')))
      continue;
    const auto low = number_from(text, at);
    if (!low) break;
    at = low->end - 1;
    const std::size_t second = after_link(text, low->end);
    if (second >= text.size() || !is_digit(text[second])) continue;
    const auto high = number_from(text, second);
    if (!high || high->value <= low->value) continue;
    at = high->end - 1;
    const bool years = low->value >= kFirstYear && high->value <= kLastYear;
    if (!years)
      ranges.push_back(
          {low->value, high->value, low->begin, high->end, unit_follows(text, high->end)});
  }
  return ranges;
}

class OverlappingRangesMatcher final : public Matcher {
 public:
  void match(const MatchContext& context, std::vector<Hit>& hits) const override {
    const Document& document = *context.analysis.document;
    for (std::size_t block = 0; block < document.blocks.size(); ++block) {
      if (!context.judged_blocks[block]) continue;
      const Span text = document.blocks[block].text;
      match_text(document, text, hits);
    }
    for (const FormControl& control : document.controls) match_options(context, control, hits);
    match_labels(context, hits);
  }

 private:
  static void match_text(const Document& document, Span block, std::vector<Hit>& hits) {
    const std::string_view text = slice(document.text, block);
    const std::vector<Range> ranges = ranges_of(text);
    for (std::size_t i = 1; i < ranges.size(); ++i) {
      if (!overlap(ranges[i - 1], ranges[i])) continue;
      if (ranges[i].begin - ranges[i - 1].end > kBytesBetween) continue;
      const Span both{block.begin + static_cast<std::uint32_t>(ranges[i - 1].begin),
                      block.begin + static_cast<std::uint32_t>(ranges[i].end)};
      hits.push_back(make_hit(both, text, text, ranges[i - 1], ranges[i]));
      return;  // the choices of a line are mended together
    }
  }

  // The options of a list, and the labels of buttons, may stand nowhere in the text: the block
  // that holds them is marked.
  static void match_options(const MatchContext& context, const FormControl& control,
                            std::vector<Hit>& hits) {
    for (std::size_t i = 1; i < control.options.size(); ++i) {
      if (match_pair(context, control, control.options[i - 1], control.options[i], hits)) return;
    }
  }

  static void match_labels(const MatchContext& context, std::vector<Hit>& hits) {
    const Document& document = *context.analysis.document;
    for (std::size_t i = 1; i < document.controls.size(); ++i) {
      const FormControl& before = document.controls[i - 1];
      const FormControl& control = document.controls[i];
      const std::size_t block = block_at(document, control.text.begin);
      if (block >= document.blocks.size() || block != block_at(document, before.text.begin))
        continue;
      const std::string_view text = slice(document.text, document.blocks[block].text);
      if (control.label.empty() || text.find(control.label) != std::string_view::npos) continue;
      if (match_pair(context, control, before.label, control.label, hits)) return;
    }
  }

  static bool match_pair(const MatchContext& context, const FormControl& control,
                         const std::string& first, const std::string& second,
                         std::vector<Hit>& hits) {
    const Document& document = *context.analysis.document;
    const std::vector<Range> before = ranges_of(first);
    const std::vector<Range> after = ranges_of(second);
    if (before.size() != 1 || after.size() != 1 || !overlap(before[0], after[0])) return false;
    const std::size_t block = block_at(document, control.text.begin);
    if (block >= document.blocks.size()) return false;
    hits.push_back(make_hit(document.blocks[block].text, first, second, before[0], after[0]));
    return true;
  }

  static bool overlap(const Range& first, const Range& second) {
    return second.low == first.high && second.high > second.low && (first.unit || second.unit);
  }

  static Hit make_hit(Span span, std::string_view first_text, std::string_view second_text,
                      const Range& first, const Range& second) {
    Hit hit;
    hit.span = span;
    hit.arguments = {
        {"borne", std::to_string(second.low)},
        {"premiere", std::string(first_text.substr(first.begin, first.end - first.begin))},
        {"seconde", std::string(second_text.substr(second.begin, second.end - second.begin))}};
    return hit;
  }
};

}  // namespace

MatcherResult make_overlapping_ranges(const RuleSpec& spec, const RuleResources&) {
  const Status known = check_parameters(spec, {});
  if (!known) return known.error();
  return std::unique_ptr<const Matcher>(std::make_unique<OverlappingRangesMatcher>());
}

}  // namespace limpide
