// Numbers and what they count: amounts, durations, quantities.
#include <algorithm>

#include "analyzer/facts/finders.h"
#include "analyzer/facts/number_words.h"
#include "analyzer/facts/time_units.h"

namespace limpide {
namespace {

constexpr std::uint32_t kBoundReach = 3;  // tokens between a number and "ou plus"

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
    if (const std::uint32_t end = label(i); end > i) return end;
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

  // "etape 3", "critere 11.12", "WCAG 2.1": the number names, it counts nothing. A word that is
  // counted follows a quantity, never a label.
  std::uint32_t label(std::uint32_t i) {
    if (i == scan_.first || !text_.is_number(i) || text_.unit(i) != nullptr) return i;
    std::uint32_t name = i - 1;
    if (text_.lower(name) == ")" && name > scan_.first) --name;  // "(WCAG) 2.1"
    const bool listed =
        text_.has(name, FactRole::kLabel) && name + 1 == i && text_.upos(name) != Upos::kVerb;
    const Form& form = text_.form(name);
    const bool acronym = form.casing == Casing::kUpper && form.letters >= 2 &&
                         text_.form(i).casing != Casing::kUpper && !is_shouted(name);
    if (!listed && !acronym) return i;
    const bool counts = i + 1 < scan_.end &&
                        (text_.upos(i + 1) == Upos::kNoun || text_.upos(i + 1) == Upos::kSym) &&
                        text_.token(i + 1).kind != TokenKind::kPunctuation;
    if (counts) return i;
    Fact& fact = scan_.add(text_, FactKind::kReference, name, i + 1);
    fact.content = std::string(text_.lower(name)) + " " + std::string(text_.lower(i));
    fact.detail = kLabelReference;
    scan_.take(i, i + 1);
    return i + 1;
  }

  // In a title in capitals every word looks like an acronym.
  [[nodiscard]] bool is_shouted(std::uint32_t i) const {
    return i > scan_.first && text_.token(i - 1).kind == TokenKind::kWord &&
           text_.form(i - 1).casing == Casing::kUpper && text_.form(i - 1).letters >= 2;
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
    fact.bound = bound_of(i, name.end);
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
    fact.bound = bound_of(i, end);
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
    fact.bound = bound_of(i, number.end);
    scan_.take(i, number.end);
    return number.end;
  }

  // "au moins 50", "50 salaries ou plus".
  [[nodiscard]] Bound bound_of(std::uint32_t first, std::uint32_t end) const {
    if (first > scan_.first) {
      const PhraseMatch bound = phrase_before(text_, scan_.first, first, FactRole::kBound);
      if (bound) return bound_named(bound.phrase->name);
    }
    const std::uint32_t limit = std::min(scan_.end, end + kBoundReach);
    for (std::uint32_t i = end; i < limit; ++i) {
      const PhraseMatch bound = phrase_at(text_, i, scan_.end, FactRole::kBoundAfter);
      if (bound) return bound_named(bound.phrase->name);
      if (text_.upos(i) != Upos::kNoun && text_.upos(i) != Upos::kAdj) break;
    }
    return Bound::kExact;
  }

  const FactText& text_;
  Scan& scan_;
};

}  // namespace

void find_numbers(const FactText& text, Scan& scan) { NumberFinder(text, scan).run(); }

}  // namespace limpide
