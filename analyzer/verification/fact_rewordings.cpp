#include "analyzer/verification/fact_rewordings.h"

#include <algorithm>
#include <set>
#include <string>

#include "analyzer/verification/date_rewordings.h"
#include "analyzer/verification/merged_values.h"

namespace limpide {
namespace {

using Facts = std::vector<const Fact*>;

constexpr std::int64_t kMinutesOfHour = 60;
constexpr std::int64_t kLongestList = 9;    // items that a text announces: "ces trois pieces :"
constexpr std::size_t kAnnounceReach = 60;  // bytes from the number to ":"

class Rewordings {
 public:
  Rewordings(MissingFacts& missing, const RewordedSide& before, const RewordedSide& after,
             const VerificationResources& resources)
      : missing_(missing),
        before_(before),
        after_(after),
        resources_(resources),
        lists_(before.analysis.language->syntax->clauses) {}

  void run() {
    drop_alone(missing_.lost, before_, after_, missing_.gained);
    drop_alone(missing_.gained, after_, before_, missing_.lost);
    drop_merged(missing_, before_.stated, after_.stated);
    drop_choices();
    for (auto lost = missing_.lost.begin(); lost != missing_.lost.end();) {
      const auto gained =
          std::find_if(missing_.gained.begin(), missing_.gained.end(),
                       [&](const Fact* fact) { return is_reworded(**lost, *fact); });
      if (gained == missing_.gained.end()) {
        ++lost;
        continue;
      }
      missing_.gained.erase(gained);
      lost = missing_.lost.erase(lost);
    }
  }

 private:
  // "A et/ou B", then "A ou B, ou les deux": no number is new.
  void drop_choices() {
    const std::string_view was = before_.stated.text;
    if (was.find("et/ou") == std::string_view::npos &&
        was.find("ou/et") == std::string_view::npos) {
      return;
    }
    constexpr std::string_view kBoth = "ou les ";
    const auto is_choice = [this, kBoth](const Fact* fact) {
      const std::string_view text = after_.stated.text.substr(0, fact->span.begin);
      return fact->kind == FactKind::kQuantity && text.size() >= kBoth.size() &&
             text.substr(text.size() - kBoth.size()) == kBoth;
    };
    auto& gained = missing_.gained;
    gained.erase(std::remove_if(gained.begin(), gained.end(), is_choice), gained.end());
  }

  // What a start of a deadline or a date says happens: verbs, and the verbs of nouns.
  [[nodiscard]] std::set<std::string> happenings(const Fact& fact) const {
    std::set<std::string> verbs;
    for (std::size_t at = 0; at < fact.party_key.size();) {
      const std::size_t end = std::min(fact.party_key.find(' ', at), fact.party_key.size());
      const std::string word = fact.party_key.substr(at, end - at);
      at = end + 1;
      const std::string_view of_noun = lists_.verb_of_noun(word);
      const bool verb = (lists_.of_lemma(word) & bit_of(WordTrait::kVerbLemma)) != 0;
      if (of_noun.empty() && !verb && resources_.starts.count(word) == 0) continue;
      const std::string happening(of_noun.empty() ? std::string_view(word) : of_noun);
      const auto start = resources_.starts.find(happening);
      verbs.insert(start == resources_.starts.end() ? happening : start->second);
    }
    return verbs;
  }

  // "date decision", "signature": the words that name a day by itself.
  [[nodiscard]] static bool starts_with_date(const Fact& fact) {
    return fact.party_key.rfind("date ", 0) == 0;
  }
  // "a partir du jour ou vous recevez": what happens that day is a clause behind.
  [[nodiscard]] static bool is_a_day(const Fact& fact) {
    return fact.party_key == "jour" || fact.party_key == "date" || fact.party_key == "moment";
  }
  static std::string head_of(const Fact& fact) {
    // "son delivrance": the possessive says whose.
    const std::size_t own = fact.party_key.rfind("son ", 0) == 0 ? 4 : 0;
    return fact.party_key.substr(own, fact.party_key.find(' ', own) - own);
  }
  [[nodiscard]] std::string first_happening(const Fact& fact) const {
    Fact head = fact;
    for (std::size_t at = 0; at < fact.party_key.size();) {
      const std::size_t end = std::min(fact.party_key.find(' ', at), fact.party_key.size());
      head.party_key = fact.party_key.substr(at, end - at);
      const std::set<std::string> verbs = happenings(head);
      if (!verbs.empty()) return *verbs.begin();
      at = end + 1;
    }
    return {};
  }

  [[nodiscard]] bool same_start(const Fact& a, const Fact& b) const {
    if (a.party_key.empty() != b.party_key.empty()) {
      return a.party_key.empty() ? starts_near(a, before_, b) : starts_near(b, after_, a);
    }
    if (a.party_key.empty()) return true;
    const std::set<std::string> old_verbs = happenings(a);
    const std::set<std::string> new_verbs = happenings(b);
    if (old_verbs.empty() && is_a_day(a) && !new_verbs.empty()) return happens_then(a, before_, b);
    if (new_verbs.empty() && is_a_day(b) && !old_verbs.empty()) return happens_then(b, after_, a);
    const std::string old_head = root_of(resources_, lists_, head_of(a));
    if (old_head == root_of(resources_, lists_, head_of(b))) return true;
    if (old_verbs.empty() != new_verbs.empty()) return false;
    const std::string old_first = first_happening(a);
    const std::string new_first = first_happening(b);
    const bool dated = starts_with_date(a) != starts_with_date(b);
    if (dated && old_first != new_first) return false;
    const auto shared = [&new_verbs](const std::string& verb) {
      return new_verbs.count(verb) != 0;
    };
    return old_verbs.empty() || std::any_of(old_verbs.begin(), old_verbs.end(), shared);
  }

  // What makes the other start is said of the day: "ou vous recevez", not "ou nous signons".
  [[nodiscard]] bool happens_then(const Fact& day, const RewordedSide& side,
                                  const Fact& other) const {
    if (day.sentence >= side.said.size()) return false;
    const std::string wanted = first_happening(other);
    const auto& words = side.said[day.sentence].words;
    return std::any_of(words.begin(), words.end(), [&](const SaidWord& word) {
      if (word.span.begin < day.span.end) return false;
      if (word.upos == Upos::kVerb && word.lemma == wanted) return true;
      Fact start = other;
      start.party_key = word.lemma;
      return happenings(start).count(wanted) != 0;
    });
  }

  // "un mois au moins avant le debut": the start is near though the fact does not hold it.
  [[nodiscard]] bool starts_near(const Fact& fact, const RewordedSide& side,
                                 const Fact& other) const {
    if (fact.sentence >= side.said.size()) return false;
    for (const SaidWord& word : side.said[fact.sentence].words) {
      if (other.party_key.find(word.lemma) != std::string::npos) return true;
      Fact start = other;
      start.party_key = word.lemma;
      for (const std::string& verb : happenings(start)) {
        if (happenings(other).count(verb) != 0) return true;
      }
    }
    return false;
  }

  // "ne peut exceder 6 euros", "6 euros au maximum": the limit is a word of the sentence.
  [[nodiscard]] bool is_same_limit(const Fact& lost, const Fact& gained) const {
    const bool valued = lost.kind == FactKind::kAmount || lost.kind == FactKind::kQuantity;
    const bool same = valued && lost.unit == gained.unit &&
                      decimal_text(lost.number) == decimal_text(gained.number);
    if (!same || (lost.bound != Bound::kExact && gained.bound != Bound::kExact)) return false;
    const bool bare_before = lost.bound == Bound::kExact;
    const Bound bound = bare_before ? gained.bound : lost.bound;
    const RewordedSide& side = bare_before ? before_ : after_;
    const std::uint32_t sentence = bare_before ? lost.sentence : gained.sentence;
    if (sentence >= side.said.size() || (bound != Bound::kMax && bound != Bound::kMin))
      return false;
    const NamedClasses& named = resources_.named;
    const MarkerIndex marker = bound == Bound::kMax ? named.limit : named.floor;
    return marker != kNoMarker && !side.said[sentence].markers[marker].empty();
  }

  // The same time said otherwise: "dans un delai de deux mois a compter de la reception", "vous
  // avez deux mois apres avoir recu cette lettre".
  [[nodiscard]] bool is_reworded(const Fact& lost, const Fact& gained) const {
    if (lost.kind == gained.kind && is_same_limit(lost, gained)) return true;
    if (is_span_of_time(lost) && is_span_of_time(gained)) {
      return same_duration(lost.duration, gained.duration) &&
             (lost.side == gained.side || lost.kind != gained.kind) && same_bound(lost, gained) &&
             same_start(lost, gained);
    }
    if (is_dated(lost) && is_dated(gained))
      return is_same_date(lost, gained, before_.stated, after_.stated);
    return is_hour(lost, gained) || is_hour(gained, lost) ||
           is_first_of_two(gained, lost, after_) || is_first_of_two(lost, gained, before_);
  }

  // Which days count is a class of words: "deux jours et demi ouvrables" may hide it.
  static bool same_duration(const Duration& a, const Duration& b) {
    const auto plain = [](Duration duration) {
      const bool day = duration.unit == TimeUnit::kWorkday ||
                       duration.unit == TimeUnit::kBusinessDay ||
                       duration.unit == TimeUnit::kClearDay;
      if (day) duration.unit = TimeUnit::kDay;
      return duration_text(duration);
    };
    const bool one_plain = a.unit == TimeUnit::kDay || b.unit == TimeUnit::kDay;
    return duration_text(a) == duration_text(b) || (one_plain && plain(a) == plain(b));
  }

  // "dans un delai maximal de" says no more than "dans un delai de".
  static bool same_bound(const Fact& a, const Fact& b) {
    const auto at_most = [](const Fact& fact) {
      return fact.bound == Bound::kMax || fact.bound == Bound::kExact;
    };
    const bool deadlines = a.kind == FactKind::kDeadline && b.kind == FactKind::kDeadline;
    return a.bound == b.bound || (deadlines && at_most(a) && at_most(b));
  }

  // "de 2 a 3 mois": the first number has the unit of the second.
  static bool is_first_of_two(const Fact& number, const Fact& duration, const RewordedSide& side) {
    constexpr std::uint32_t kNear = 6;  // bytes
    if (number.kind != FactKind::kQuantity || !is_span_of_time(duration)) return false;
    if (decimal_text(number.number) != decimal_text(duration.duration.count)) return false;
    const auto& facts = side.analysis.facts;
    return std::any_of(facts.begin(), facts.end(), [&](const Fact& next) {
      return is_span_of_time(next) && next.duration.unit == duration.duration.unit &&
             next.span.begin >= number.span.end && next.span.begin <= number.span.end + kNear;
    });
  }

  // "14 heures" is a time of the day where the other text says "14 h".
  static bool is_hour(const Fact& time, const Fact& duration) {
    if (time.kind != FactKind::kTime || !is_span_of_time(duration)) return false;
    const auto minutes = product(duration.duration.count, {kMinutesOfHour, 0});
    return duration.duration.unit == TimeUnit::kHour && minutes &&
           decimal_text(*minutes) == decimal_text(time.number);
  }

  // Facts that the other text states in words of another kind.
  void drop_alone(Facts& facts, const RewordedSide& own, const RewordedSide& other,
                  const Facts& others) const {
    const auto said = [&](const Fact* fact) {
      if (is_counted_by_marker(*fact, own)) return true;
      switch (fact->kind) {
        case FactKind::kQuantity:
          return is_of_date(*fact, other.stated) || is_year_in_figures(*fact, other.stated) ||
                 is_mark_of_item(*fact, own) || announces(*fact, own, others);
        case FactKind::kAmount:
          return is_share(*fact, other);
        case FactKind::kDate:
          return is_in_date(*fact, other.stated) || is_in_reference(*fact, other.stated) ||
                 is_told_day_by_day(*fact, other.stated);
        case FactKind::kTime:
          return is_in_words(*fact, own, other.stated);
        case FactKind::kReference:
          return is_dated_reference(*fact, own.stated, other.stated);
        default:
          return false;
      }
    };
    facts.erase(std::remove_if(facts.begin(), facts.end(), said), facts.end());
  }

  // "tous les trois mois": a class of words counts it.
  [[nodiscard]] bool is_counted_by_marker(const Fact& fact, const RewordedSide& side) const {
    if (fact.sentence >= side.said.size()) return false;
    const bool period = fact.kind == FactKind::kDuration || fact.kind == FactKind::kQuantity;
    for (MarkerIndex i = 0; period && i < resources_.classes.size(); ++i) {
      if (resources_.classes[i].policy != MarkerPolicy::kPresence) continue;
      for (const Span& place : side.said[fact.sentence].markers[i]) {
        if (place.begin < fact.span.begin && fact.span.end <= place.end) return true;
      }
    }
    return false;
  }

  // "minuit" where the other text has it too, in a longer fact.
  static bool is_in_words(const Fact& fact, const RewordedSide& own, const StatedFacts& other) {
    const std::string_view words = slice(own.stated.text, fact.span);
    return words.find_first_of(" 0123456789") == std::string_view::npos &&
           other.words.count(words) != 0;
  }

  // "1)" before an item of a list.
  static bool is_mark_of_item(const Fact& fact, const RewordedSide& side) {
    const std::string_view text = side.stated.text;
    return fact.span.end < text.size() && text[fact.span.end] == ')' &&
           (fact.span.begin == 0 || text[fact.span.begin - 1] != '(');
  }

  // "ces deux conditions :" before a list that the other text writes in one line.
  static bool announces(const Fact& fact, const RewordedSide& side, const Facts& others) {
    const int count = small_whole(fact.number, 2, static_cast<int>(kLongestList));
    if (count < 2) return false;
    const bool other_number = std::any_of(others.begin(), others.end(), [](const Fact* other) {
      return other->kind == FactKind::kQuantity;
    });
    const std::string_view after = side.stated.text.substr(fact.span.end, kAnnounceReach);
    const std::size_t colon = after.find(':');
    return !other_number && colon != std::string_view::npos && after.find('.') > colon;
  }

  // "la moitie" is 50 %.
  [[nodiscard]] bool is_share(const Fact& fact, const RewordedSide& other) const {
    const std::string number = decimal_text(fact.number);
    for (const Said& said : other.said) {
      for (const SaidWord& word : said.words) {
        const auto share = resources_.shares.find(word.lemma);
        if (share != resources_.shares.end() && share->second == number) return true;
      }
    }
    return false;
  }

  MissingFacts& missing_;
  const RewordedSide& before_;
  const RewordedSide& after_;
  const VerificationResources& resources_;
  const ClauseResources& lists_;
};

}  // namespace

bool is_span_of_time(const Fact& fact) {
  return (fact.kind == FactKind::kDeadline && fact.dates.empty()) ||
         fact.kind == FactKind::kDuration;
}

void drop_reworded(MissingFacts& missing, const RewordedSide& before, const RewordedSide& after,
                   const VerificationResources& resources) {
  Rewordings(missing, before, after, resources).run();
}

}  // namespace limpide
