// Deadlines: a duration with its introduction or its starting point ("dans un delai de deux mois a
// compter de la notification"), a date that limits ("avant le 30 septembre").
#include <algorithm>

#include "analyzer/facts/finders.h"
#include "analyzer/facts/time_units.h"

namespace limpide {
namespace {

constexpr std::uint32_t kReach = 4;  // tokens between a verb or "delai" and what belongs to it

bool is_of(std::string_view lower) {
  return lower == "de" || lower == "du" || lower == "des" || lower == "d'";
}
bool is_article(std::string_view lower) {
  return lower == "le" || lower == "la" || lower == "l'" || lower == "les";
}

// Where a deadline counts from: the noun phrase, and where the whole ends.
struct Party {
  std::uint32_t first = 0;  // tokens; first == end: none
  std::uint32_t end = 0;
  Side side = Side::kAfter;
  bool said = false;            // a phrase like "a compter de", "a l'avance" stands there
  std::uint32_t limit_end = 0;  // of "deux mois avant", "48 heures a l'avance"; else 0
};

class DeadlineFinder {
 public:
  DeadlineFinder(const FactText& text, Scan& scan) : text_(text), scan_(scan) {}

  void run() {
    for (const FoundUnit& unit : scan_.units) {
      if (unit.kind == FactKind::kDate) dates_.push_back(unit);
    }
    const std::size_t count = scan_.units.size();
    for (std::size_t i = 0; i < count; ++i) {
      const FoundUnit unit = scan_.units[i];
      if (unit.kind == FactKind::kDuration) of_duration(i, unit);
      if (unit.kind == FactKind::kDate) of_date(unit);
    }
    for (std::uint32_t i = scan_.first; i < scan_.end; ++i) {
      if (scan_.taken[i] == 0 && text_.has(i, FactRole::kTime)) of_article(i);
    }
  }

 private:
  void of_duration(std::size_t index, const FoundUnit& unit) {
    std::uint32_t first = unit.first;
    const PhraseMatch latest = before(first, FactRole::kLatestLead);
    if (latest) first = latest.first;
    bool introduced = false;
    bool definite = false;  // "dans les deux mois DE la notification"
    if (const std::uint32_t noun = delay_noun(first); noun != kNoToken) {
      first = with_lead(noun);
      introduced = true;
    } else if (const PhraseMatch delay = before(first, FactRole::kDelay)) {
      first = delay.first;
      introduced = true;
      definite = is_article(text_.lower(delay.end - 1));
    }
    std::uint32_t end = unit.end;
    if (const PhraseMatch more = phrase_at(text_, end, scan_.end, FactRole::kLatest))
      end = more.end;
    const Party party = party_at(end, definite);
    if (!introduced && !party.said && !is_had(unit)) return;
    Fact& fact = scan_.facts[unit.fact];
    fact.kind = FactKind::kDeadline;
    fact.span = span_of(text_, first, std::max(end, party.limit_end));
    set_party(party, fact);
    scan_.units[index] = {FactKind::kDeadline, first, std::max(end, party.end), unit.fact};
  }

  // "dans le mois suivant la notification": one month, without a number.
  void of_article(std::uint32_t i) {
    const PhraseMatch time = phrase_at(text_, i, scan_.end, FactRole::kTime);
    const PhraseMatch delay = before(i, FactRole::kDelay);
    if (!time || !delay || !is_article(text_.lower(delay.end - 1))) return;
    const Party party = party_at(time.end, true);
    if (!party.said) return;
    Fact& fact = scan_.add(text_, FactKind::kDeadline, delay.first, time.end);
    scan_.units.back().end = std::max(time.end, party.end);
    fact.duration.count = time.phrase->number;
    fact.duration.unit = time_unit_named(time.phrase->name);
    set_party(party, fact);
  }

  void of_date(const FoundUnit& unit) {
    const bool article = unit.first > scan_.first && is_article(text_.lower(unit.first - 1));
    std::uint32_t first = unit.first - (article ? 1U : 0U);
    const PhraseMatch until = before(first, FactRole::kUntil);
    const PhraseMatch latest = phrase_at(text_, unit.end, scan_.end, FactRole::kLatest);
    const bool limit = latest && latest.phrase->name == "limit";
    if (!until && !limit) return;
    if (until) {
      first = until.first;
    } else if (first > scan_.first && text_.lower(first - 1) == "pour") {
      --first;
    }
    const std::uint32_t end = latest ? latest.end : unit.end;
    Fact& fact = scan_.add(text_, FactKind::kDeadline, first, end);
    const Fact& date = scan_.facts[unit.fact];
    fact.dates = date.dates;
    fact.shape = date.shape;
    fact.part = date.part;
    fact.weekday = date.weekday;
  }

  [[nodiscard]] PhraseMatch before(std::uint32_t end, FactRole role) const {
    if (end <= scan_.first) return {};
    return phrase_before(text_, scan_.first, end, role);
  }

  // "delai (maximum) de" before the duration: the noun.
  [[nodiscard]] std::uint32_t delay_noun(std::uint32_t first) const {
    if (first < scan_.first + 2 || !is_of(text_.lower(first - 1))) return kNoToken;
    std::uint32_t at = first - 1;
    for (std::uint32_t steps = 0; steps < kReach && at > scan_.first; ++steps) {
      --at;
      if (text_.has(at, FactRole::kDelayNoun)) return at;
      if (text_.upos(at) != Upos::kAdj && text_.upos(at) != Upos::kNoun) return kNoToken;
    }
    return kNoToken;
  }

  // From the determiner, or the preposition before it.
  [[nodiscard]] std::uint32_t with_lead(std::uint32_t noun) const {
    std::uint32_t first = noun;
    while (first > scan_.first &&
           (text_.upos(first - 1) == Upos::kDet || text_.upos(first - 1) == Upos::kAdj ||
            text_.lower(first - 1) == "un")) {
      --first;
    }
    const PhraseMatch lead = before(first, FactRole::kDelayLead);
    return lead ? lead.first : first;
  }

  // "vous disposez de deux mois pour"
  [[nodiscard]] bool is_had(const FoundUnit& unit) const {
    if (unit.end >= scan_.end || text_.lower(unit.end) != "pour") return false;
    const std::uint32_t earliest = unit.first - std::min(unit.first - scan_.first, kReach);
    for (std::uint32_t at = unit.first; at-- > earliest;) {
      if (text_.lemma_has(text_.token(at).first_word, FactRole::kHave)) return true;
    }
    return false;
  }

  [[nodiscard]] Party party_at(std::uint32_t end, bool definite) const {
    Party party{end, end, Side::kAfter, false, 0};
    std::uint32_t at = end;
    if (at + 1 < scan_.end && text_.lower(at) == "," && text_.has(at + 1, FactRole::kStart)) {
      ++at;
    }
    if (const PhraseMatch ahead = phrase_at(text_, at, scan_.end, FactRole::kAhead);
        ahead && ahead.end > at + 1) {
      return {ahead.end, ahead.end, Side::kBefore, true, ahead.end};
    }
    if (const PhraseMatch start = phrase_at(text_, at, scan_.end, FactRole::kStart)) {
      const int inside = std::max(small_whole(start.phrase->number, 0, 3), 0);
      return with_noun(party, start.end,
                       std::min(static_cast<std::uint32_t>(inside), start.end - start.first));
    }
    if (const PhraseMatch back = phrase_at(text_, at, scan_.end, FactRole::kBefore)) {
      party.side = Side::kBefore;
      party.limit_end = back.end;
      return with_noun(party, back.end, 0);
    }
    const bool of = definite && at + 1 < scan_.end && is_of(text_.lower(at)) &&
                    !text_.has(at + 1, FactRole::kMonth);
    return of ? with_noun(party, at + 1, 0) : party;
  }

  // `inside`: words of the phrase before `noun` that belong to the starting point.
  [[nodiscard]] Party with_noun(Party party, std::uint32_t noun, std::uint32_t inside) const {
    party.first = noun - inside;
    party.end = noun_phrase_end(text_, party.first, scan_.end);
    if (inside > 0 && noun < scan_.end && is_of(text_.lower(noun))) {
      party.end = std::max(noun_phrase_end(text_, noun + 1, scan_.end), noun);
    }
    party.end = std::max(party.end, inside > 0 ? noun : party.first);
    party.said = party.end > party.first;
    if (!party.said) return {noun, party.first, Side::kAfter, false, 0};
    return party;
  }

  void set_party(const Party& party, Fact& fact) const {
    fact.side = party.side;
    if (!party.said || party.first >= party.end) return;
    fact.party = span_of(text_, party.first, party.end);
    fact.party_key = content_of(text_, scan_, party.first, party.end);
    const auto date = std::lower_bound(
        dates_.begin(), dates_.end(), party.first,
        [](const FoundUnit& unit, std::uint32_t first) { return unit.first < first; });
    if (date == dates_.end() || date->first != party.first || date->end != party.end) return;
    fact.party_key = iso_text(scan_.facts[date->fact].dates, DateShape::kSingle);
  }

  const FactText& text_;
  Scan& scan_;
  std::vector<FoundUnit> dates_;  // ascending
};

}  // namespace

void find_deadlines(const FactText& text, Scan& scan) { DeadlineFinder(text, scan).run(); }

}  // namespace limpide
