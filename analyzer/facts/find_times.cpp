// Times of day: "14 h 30", "8:15", "midi".
#include "analyzer/facts/finders.h"

namespace limpide {
namespace {

constexpr int kMinutesInHour = 60;

// The figures of the span: hour, then minutes.
int minutes_of(const FactText& text, std::uint32_t first, std::uint32_t end) {
  int parts[2] = {0, 0};
  int part = -1;
  bool inside = false;
  for (std::uint32_t i = first; i < end; ++i) {
    for (const char c : text.key(i)) {
      const bool figure = c >= '0' && c <= '9';
      if (figure && !inside) ++part;
      inside = figure;
      const bool counts = figure && part >= 0 && part < 2 && parts[part] < 100;
      if (counts) parts[part] = parts[part] * 10 + (c - '0');
    }
    inside = false;
  }
  return parts[0] * kMinutesInHour + parts[1];
}

}  // namespace

void find_times(const FactText& text, Scan& scan) {
  for (std::uint32_t i = scan.first; i < scan.end; ++i) {
    if (scan.taken[i] != 0) continue;
    const ProtectedSpan* unit = text.unit(i);
    if (unit != nullptr && unit->kind == ProtectedKind::kTime && unit->first_token == i) {
      // "sous 24 h" lasts; find_numbers takes it.
      if (i > scan.first && phrase_before(text, scan.first, i, FactRole::kDelay)) continue;
      Fact& fact = scan.add(text, FactKind::kTime, i, unit->token_end);
      fact.number = {minutes_of(text, i, unit->token_end), 0};
      scan.take(i, unit->token_end);
      continue;
    }
    const PhraseMatch clock = phrase_at(text, i, scan.end, FactRole::kClock);
    if (!clock || !phrase_before(text, scan.first, i, FactRole::kTimeLead)) continue;
    Fact& fact = scan.add(text, FactKind::kTime, i, clock.end);
    fact.number = {clock.phrase->number.digits * kMinutesInHour, 0};
    scan.take(i, clock.end);
  }
}

}  // namespace limpide
