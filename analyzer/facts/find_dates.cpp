// Dates: alone, in ranges ("du 3 au 7 mai 2025"), in lists ("les 3, 5 et 7 mai").
#include <algorithm>

#include "analyzer/facts/date_items.h"
#include "analyzer/facts/finders.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxListItems = 12;

bool is_article(std::string_view lower) { return lower == "le" || lower == "la" || lower == "l'"; }
bool is_from(std::string_view lower) {
  return lower == "du" || lower == "de" || lower == "d'" || lower == "des";
}
bool is_to(std::string_view lower) {
  return lower == "au" || lower == "\xC3\xA0" || lower == "aux";
}
bool is_and(std::string_view lower) { return lower == "et" || lower == "ou"; }

class DateFinder {
 public:
  DateFinder(const FactText& text, Scan& scan) : text_(text), scan_(scan) {}

  void run() {
    for (std::uint32_t i = scan_.first; i < scan_.end;) {
      const std::uint32_t end = find(i);
      i = std::max(end, i + 1);
    }
  }

 private:
  // One past the fact that starts with the item at i, or i.
  std::uint32_t find(std::uint32_t i) {
    if (const auto period = period_at(text_, scan_, i)) return add(i, *period);
    auto item = date_item_at(text_, scan_, i);
    if (!item) return i;
    if (const std::uint32_t end = range(i, *item); end > i) return end;
    if (const std::uint32_t end = list(i, *item); end > i) return end;
    return is_single(i, *item) ? add(i, *item) : i;
  }

  [[nodiscard]] std::string_view before(std::uint32_t i, std::uint32_t steps) const {
    return i >= scan_.first + steps ? text_.lower(i - steps) : std::string_view();
  }

  // "du X au Y", "de X a Y", "entre le X et le Y".
  std::uint32_t range(std::uint32_t i, const DateItem& from) {
    const std::uint32_t at = from.end;
    if (at + 1 >= scan_.end || from.dates.size() != 1) return i;
    std::uint32_t first = i;
    std::uint32_t second = at + 1;
    const bool article = is_article(before(i, 1));
    const std::string_view opening = before(i, article ? 2 : 1);
    if (is_to(text_.lower(at)) && !article && is_from(opening)) {
      first = i - 1;
    } else if (text_.lower(at) == "et" && opening == "entre") {
      first = i - (article ? 2 : 1);
    } else if (!is_to(text_.lower(at)) || !is_day_only(from.dates[0])) {
      return i;
    }
    if (is_article(text_.lower(second))) ++second;
    const auto to = date_item_at(text_, scan_, second);
    if (!to || to->dates.size() != 1) return i;
    DateItem whole = from;
    whole.dates.push_back(to->dates[0]);
    whole.shape = DateShape::kRange;
    whole.end = to->end;
    return joins(from.dates[0], to->dates[0]) ? add_all(first, whole) : i;
  }

  // May the two be the ends of one range, or items of one list?
  static bool joins(PartialDate a, PartialDate b) {
    if (is_day_only(a)) return b.month != 0 && b.day != 0;
    if (is_year_only(a)) return is_year_only(b);
    if (is_month_only(a)) return b.month != 0 && b.day == 0;
    return b.month != 0 && (a.day != 0) == (b.day != 0);
  }

  // "les 3, 5 et 7 mai", "mars et avril 2025", "2023 et 2024"
  std::uint32_t list(std::uint32_t i, const DateItem& item) {
    DateItem whole = item;
    bool closed = false;
    std::uint32_t at = item.end;
    while (!closed && whole.dates.size() < kMaxListItems && at + 1 < scan_.end) {
      closed = is_and(text_.lower(at));
      if (!closed && text_.lower(at) != ",") break;
      const auto next = date_item_at(text_, scan_, at + 1);
      if (!next || next->dates.size() != 1) return i;
      whole.dates.push_back(next->dates[0]);
      at = next->end;
    }
    if (!closed || !is_list(i, whole.dates)) return i;
    whole.shape = DateShape::kList;
    whole.end = at;
    return add_all(before(i, 1) == "les" ? i - 1 : i, whole);
  }

  [[nodiscard]] bool is_list(std::uint32_t i, const std::vector<PartialDate>& dates) const {
    const PartialDate& last = dates.back();
    for (const PartialDate& date : dates) {
      if (&date != &last && !joins(date, last)) return false;
    }
    if (is_day_only(dates[0])) return true;
    if (is_year_only(dates[0])) return has_year_lead(i);
    if (is_month_only(dates[0])) return has_month_lead(i) || last.year != 0;
    const std::string_view opening = before(i, 1);
    return opening == "les" || opening == "des" || opening == "aux";
  }

  [[nodiscard]] bool has_month_lead(std::uint32_t i) const {
    if (i == scan_.first) return false;
    return phrase_before(text_, scan_.first, i, FactRole::kMonthLead) ||
           phrase_before(text_, scan_.first, i, FactRole::kDatePart) ||
           text_.upos(i - 1) == Upos::kNoun;
  }
  [[nodiscard]] bool has_year_lead(std::uint32_t i) const {
    if (i == scan_.first) return false;
    return phrase_before(text_, scan_.first, i, FactRole::kYearLead) || is_in_brackets(i) ||
           (text_.upos(i - 1) == Upos::kNoun && text_.unit(i - 1) == nullptr);
  }

  // "(2024)", "(2023, 2024, 2025 selon le contrat)"
  [[nodiscard]] bool is_in_brackets(std::uint32_t i) const {
    const std::string_view opening = text_.lower(i - 1);
    const bool next =
        opening == "," && i >= scan_.first + 2 && scan_.taken[i - 2] != 0 && text_.is_number(i - 2);
    if (opening != "(" && !next) return false;
    const std::uint32_t after = i + 1;
    return after < scan_.end && (text_.lower(after) == ")" || text_.lower(after) == "," ||
                                 (next && text_.upos(after) == Upos::kAdp));
  }

  [[nodiscard]] bool is_single(std::uint32_t i, const DateItem& item) const {
    const PartialDate& date = item.dates[0];
    if (is_month_only(date)) {
      return text_.unit(i) != nullptr || text_.lower(i).substr(0, 3) == "mi-" || has_month_lead(i);
    }
    if (is_year_only(date)) return has_year_lead(i);
    if (!is_day_only(date)) return true;
    if (before(i, 1) != "le" && item.weekday == 0) return false;
    return item.end == scan_.end || text_.token(item.end).kind == TokenKind::kPunctuation ||
           phrase_at(text_, item.end, scan_.end, FactRole::kDayEnd) ||
           text_.in_unit(item.end, ProtectedKind::kTime) ||
           (item.end + 1 < scan_.end && text_.in_unit(item.end + 1, ProtectedKind::kTime));
  }

  std::uint32_t add_all(std::uint32_t first, DateItem& item) {
    complete_dates(item.dates);
    return add(first, item);
  }

  std::uint32_t add(std::uint32_t first, const DateItem& item) {
    DatePart part = DatePart::kWhole;
    if (text_.lower(first).substr(0, 3) == "mi-") part = DatePart::kMiddle;
    if (item.dates[0].day == 0 && first > scan_.first) {
      const PhraseMatch said = phrase_before(text_, scan_.first, first, FactRole::kDatePart);
      if (said) {
        part = said.phrase->name == "begin" ? DatePart::kBegin
               : said.phrase->name == "end" ? DatePart::kEnd
                                            : DatePart::kMiddle;
        if (said.end == said.first + 1) first = said.first;
      }
    }
    Fact& fact = scan_.add(text_, FactKind::kDate, first, item.end);
    fact.dates = item.dates;
    fact.shape = item.shape;
    fact.weekday = item.weekday;
    fact.part = part;
    scan_.take(first, item.end);
    return item.end;
  }

  const FactText& text_;
  Scan& scan_;
};

}  // namespace

void find_dates(const FactText& text, Scan& scan) { DateFinder(text, scan).run(); }

}  // namespace limpide
