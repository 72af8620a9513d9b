// Numbers and what they count: amounts, durations, quantities.
#include "analyzer/facts/finders.h"
#include "analyzer/facts/number_words.h"
#include "analyzer/facts/time_units.h"

namespace limpide {
namespace {

Bound bound_named(std::string_view name) {
  if (name == "min") return Bound::kMin;
  return name == "max" ? Bound::kMax : Bound::kAbout;
}

class NumberFinder {
 public:
  NumberFinder(const FactText& text, Scan& scan) : text_(text), scan_(scan) {}

  void run() {
    for (std::uint32_t i = scan_.first; i < scan_.end;) {
      std::uint32_t end = i;
      if (is_free(i)) end = find(i);
      i = end > i ? end : i + 1;
    }
  }

 private:
  [[nodiscard]] bool is_free(std::uint32_t i) const {
    if (scan_.taken[i] != 0) return false;
    const ProtectedSpan* unit = text_.unit(i);
    if (unit == nullptr) return true;
    return unit->first_token == i &&
           (unit->kind == ProtectedKind::kAmount || unit->kind == ProtectedKind::kPercentage ||
            unit->kind == ProtectedKind::kTime);
  }

  // One past the fact that starts at i, or i.
  std::uint32_t find(std::uint32_t i) {
    const PhraseMatch group = phrase_at(text_, i, scan_.end, FactRole::kGroup);
    auto number = number_at(text_, i, scan_.end);
    if (!number) return group ? bare_group(i, group) : i;
    std::uint32_t unit = number->end;
    if (unit < scan_.end && unit > i + 1 &&
        (text_.lower(unit) == "d'" || text_.lower(unit) == "de")) {
      ++unit;  // "deux millions d'euros"
    }
    if (const std::uint32_t end = amount(i, *number, unit); end > i) return end;
    if (const std::uint32_t end = duration(i, *number, number->end); end > i) return end;
    return quantity(i, *number);
  }

  // "huitaine", "quinzaine" alone: days.
  std::uint32_t bare_group(std::uint32_t i, const PhraseMatch& group) {
    const int days = small_whole(group.phrase->number, 8, 15);
    if (days != 8 && days != 15) return i;
    Fact& fact = scan_.add(text_, FactKind::kDuration, i, group.end);
    fact.duration = {group.phrase->number, TimeUnit::kDay};
    scan_.take(i, group.end);
    return group.end;
  }

  std::uint32_t amount(std::uint32_t i, const NumberAt& number, std::uint32_t unit) {
    Decimal factor{1, 0};
    PhraseMatch scale = phrase_at(text_, unit, scan_.end, FactRole::kScale);
    if (scale && scale.end < scan_.end && text_.has(scale.end, FactRole::kMoney) &&
        !text_.token(scale.end).space_before) {
      factor = scale.phrase->number;
      unit = scale.end;
    }
    PhraseMatch name;
    for (const FactRole role : {FactRole::kMoney, FactRole::kShare, FactRole::kMeasure}) {
      if (!name) name = phrase_at(text_, unit, scan_.end, role);
    }
    if (!name) return i;
    const auto scaled = product(number.value, factor);
    const auto value = scaled ? product(*scaled, name.phrase->number) : std::nullopt;
    if (!value) return i;
    Fact& fact = scan_.add(text_, FactKind::kAmount, i, name.end);
    fact.number = *value;
    fact.unit = name.phrase->name;
    fact.bound = bound_before(i);
    scan_.take(i, name.end);
    return name.end;
  }

  std::uint32_t duration(std::uint32_t i, const NumberAt& number, std::uint32_t unit) {
    const PhraseMatch name = phrase_at(text_, unit, scan_.end, FactRole::kTime);
    if (!name) return i;
    const TimeUnit time = time_unit_named(name.phrase->name);
    auto count = product(number.value, name.phrase->number);
    std::uint32_t end = name.end;
    if (const PhraseMatch half = phrase_at(text_, end, scan_.end, FactRole::kHalf); half && count) {
      count = sum(*count, half.phrase->number);
      end = half.end;
    }
    if (!count || time == TimeUnit::kNone) return i;
    Fact& fact = scan_.add(text_, FactKind::kDuration, i, end);
    fact.duration = {*count, time};
    fact.bound = bound_before(i);
    scan_.take(i, end);
    return end;
  }

  // "un" and "une" alone are articles.
  std::uint32_t quantity(std::uint32_t i, const NumberAt& number) {
    if (number.article || text_.unit(i) != nullptr) return i;
    const bool figures = text_.is_number(i);
    if (!figures && text_.upos(i) != Upos::kNum && text_.upos(i) != Upos::kDet &&
        text_.upos(i) != Upos::kAdj && text_.upos(i) != Upos::kNoun) {
      return i;
    }
    Fact& fact = scan_.add(text_, FactKind::kQuantity, i, number.end);
    fact.number = number.value;
    fact.bound = bound_before(i);
    scan_.take(i, number.end);
    return number.end;
  }

  [[nodiscard]] Bound bound_before(std::uint32_t i) const {
    if (i == scan_.first) return Bound::kExact;
    const PhraseMatch bound = phrase_before(text_, scan_.first, i, FactRole::kBound);
    return bound ? bound_named(bound.phrase->name) : Bound::kExact;
  }

  const FactText& text_;
  Scan& scan_;
};

}  // namespace

void find_numbers(const FactText& text, Scan& scan) { NumberFinder(text, scan).run(); }

}  // namespace limpide
