#include "analyzer/facts/number_words.h"

namespace limpide {
namespace {

constexpr std::int64_t kHundred = 100;
constexpr std::int64_t kThousand = 1000;

// Adds number words one by one: "deux" "cent" "quatre" "vingt" "dix" "mille".
class WordSum {
 public:
  // False when the word starts another number.
  bool add(std::int64_t value) {
    if (value >= kThousand) return add_scale(value);
    if (value == kHundred) return add_hundred();
    const std::int64_t tens = current_ % kHundred;
    if (value == 20 && last_ == 4 && tens == 4) {  // "quatre-vingts"
      current_ += 76;
    } else if (tens == 0 || fits_after(tens, value)) {
      current_ += value;
    } else {
      return false;
    }
    return done(value);
  }
  [[nodiscard]] std::int64_t value() const { return total_ + current_; }

 private:
  // "vingt" "deux", "soixante" "douze", "quatre-vingt" "dix" "sept".
  static bool fits_after(std::int64_t tens, std::int64_t value) {
    if (value == 0) return false;
    if (tens % 10 == 0 && tens >= 20 && value < 10) return true;
    if ((tens == 60 || tens == 80) && value < 20) return true;
    return (tens == 70 || tens == 90 || tens == 10) && value >= 7 && value < 10;
  }
  bool add_hundred() {
    const std::int64_t times = current_ % kThousand;
    if (times > 19 || times == 1) return false;
    current_ = (times == 0 ? 1 : times) * kHundred;
    return done(kHundred);
  }
  bool add_scale(std::int64_t value) {
    if (scale_ != 0 && value >= scale_) return false;
    total_ += (current_ == 0 ? 1 : current_) * value;
    current_ = 0;
    scale_ = value;
    return done(value);
  }
  bool done(std::int64_t value) {
    last_ = value;
    return true;
  }

  std::int64_t total_ = 0;
  std::int64_t current_ = 0;
  std::int64_t scale_ = 0;
  std::int64_t last_ = 0;
};

const FactPhrase* single(const FactWord* word, FactRole role) {
  if (word == nullptr || (word->roles & bit_of(role)) == 0) return nullptr;
  for (const FactPhrase& phrase : word->phrases) {
    if (phrase.role == role && phrase.rest.empty()) return &phrase;
  }
  return nullptr;
}

// Every part of "quatre-vingt-dix-sept", or of one plain word. False when one is no number.
template <typename Use>
bool each_part(const FactText& text, std::uint32_t i, const Use& use) {
  std::string_view rest = text.lower(i);
  if (rest.find('-') == std::string_view::npos) {
    const FactPhrase* number = single(text.entries[text.token(i).form], FactRole::kNumber);
    return number != nullptr && use(number->number.digits);
  }
  if (text.token(i).kind != TokenKind::kWord) return false;
  bool any = false;
  while (!rest.empty()) {
    const std::size_t hyphen = std::min(rest.find('-'), rest.size());
    const std::string_view part = rest.substr(0, hyphen);
    rest.remove_prefix(std::min(hyphen + 1, rest.size()));
    if (part == "et" && any) continue;
    const FactPhrase* number = single(text.resources.find(part), FactRole::kNumber);
    if (number == nullptr || !use(number->number.digits)) return false;
    any = true;
  }
  return any;
}

// "vingt et un", "soixante et onze": is there a number word after "et" at i?
bool joined_by_et(const FactText& text, std::uint32_t i, std::uint32_t end, std::int64_t so_far) {
  if (i + 1 >= end || text.lower(i) != "et") return false;
  const FactPhrase* next = single(text.entries[text.token(i + 1).form], FactRole::kNumber);
  const std::int64_t tens = so_far % kHundred;
  return next != nullptr && tens >= 20 && tens % 10 == 0 &&
         (next->number.digits == 1 || (next->number.digits == 11 && tens == 60));
}

std::optional<NumberAt> words_at(const FactText& text, std::uint32_t i, std::uint32_t end) {
  WordSum sum;
  std::uint32_t at = i;
  const auto add = [&sum](std::int64_t value) { return sum.add(value); };
  while (at < end && text.unit(at) == nullptr) {
    WordSum before = sum;
    const std::uint32_t word = at > i && joined_by_et(text, at, end, sum.value()) ? at + 1 : at;
    if (!each_part(text, word, add)) {
      sum = before;
      break;
    }
    at = word + 1;
  }
  if (at == i) return std::nullopt;
  const bool article = at == i + 1 && sum.value() == 1;
  return NumberAt{{sum.value(), 0}, at, article};
}

// "millions (de)", "mille" after a number.
void read_magnitude(const FactText& text, std::uint32_t end, NumberAt& number) {
  if (number.end >= end) return;
  const FactWord* entry = text.entries[text.token(number.end).form];
  const FactPhrase* magnitude = single(entry, FactRole::kMagnitude);
  if (magnitude == nullptr && text.lower(number.end) == "mille") {
    magnitude = single(entry, FactRole::kNumber);
  }
  if (magnitude == nullptr) return;
  const std::optional<Decimal> value = product(number.value, magnitude->number);
  if (!value) return;
  number.value = *value;
  number.article = false;
  ++number.end;
  if (single(entry, FactRole::kMagnitude) == nullptr) return;
  // "un million deux cent mille"
  if (const auto rest = words_at(text, number.end, end); rest && !rest->article) {
    if (const std::optional<Decimal> whole = sum(number.value, rest->value)) {
      number.value = *whole;
      number.end = rest->end;
    }
  }
}

// "une quinzaine de", "une centaine d'"
std::optional<NumberAt> group_at(const FactText& text, std::uint32_t i, std::uint32_t end) {
  const std::uint32_t at = text.upos(i) == Upos::kDet || text.lower(i) == "une" ? i + 1 : i;
  const PhraseMatch group = phrase_at(text, at, end, FactRole::kGroup);
  if (!group || group.end >= end) return std::nullopt;
  const std::string_view of = text.lower(group.end);
  if (of != "de" && of != "d'") return std::nullopt;
  return NumberAt{group.phrase->number, group.end + 1, false};
}

}  // namespace

std::optional<NumberAt> number_at(const FactText& text, std::uint32_t i, std::uint32_t end) {
  if (i >= end) return std::nullopt;
  std::optional<NumberAt> number;
  if (text.is_number(i)) {
    const std::optional<Decimal> value = decimal_of(text.key(i));
    if (!value) return std::nullopt;
    number = NumberAt{*value, i + 1, false};
  } else if (text.token(i).kind == TokenKind::kWord) {
    if (const auto group = group_at(text, i, end)) return group;
    number = words_at(text, i, end);
  }
  if (number) read_magnitude(text, end, *number);
  return number;
}

}  // namespace limpide
