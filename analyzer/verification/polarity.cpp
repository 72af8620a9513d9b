// Denials, restrictions and conditions of two groups of sentences.
#include <algorithm>
#include <map>
#include <string>

#include "analyzer/verification/comparers.h"

namespace limpide {
namespace {

struct Polarity {
  std::uint32_t said = 0;
  std::uint32_t denied = 0;
  bool words_only = true;  // "incomplet": no "ne" and no "sans"
  Span span;               // of the first denial
  // "vous ne pouvez pas ne pas payer": said once, denied twice.
  [[nodiscard]] bool cancelled() const { return said < denied && denied % 2 == 0; }
  [[nodiscard]] bool holds() const { return denied == 0 || said > denied || cancelled(); }
  [[nodiscard]] bool fails() const { return denied > 0 && !cancelled(); }
};
using Polarities = std::map<std::string, Polarity, std::less<>>;

Polarities polarities_of(const Said& said) {
  Polarities found;
  for (const Denial& denial : said.denials) {
    Polarity& polarity = found[denial.root];
    if (polarity.denied == 0) polarity.span = denial.span;
    ++polarity.denied;
    polarity.words_only = polarity.words_only && denial.form == DenialForm::kWord;
    const auto count = said.roots.find(denial.root);
    polarity.said = count == said.roots.end() ? 1 : count->second;
  }
  return found;
}

bool has_root(const Said& said, std::string_view root) {
  return !root.empty() && said.roots.find(root) != said.roots.end();
}

// The root, or one that starts as it does: "concerne", "concerner".
bool has_kin(const Said& said, std::string_view root) {
  constexpr std::size_t kStem = 6;  // bytes
  if (has_root(said, root)) return true;
  if (root.size() < kStem) return false;
  const auto next = said.roots.lower_bound(root.substr(0, kStem));
  return next != said.roots.end() && next->first.substr(0, kStem) == root.substr(0, kStem);
}

class PolarityComparer {
 public:
  PolarityComparer(const SaidPair& pair, std::vector<FactChange>& changes)
      : pair_(pair),
        changes_(changes),
        was_(polarities_of(pair.before)),
        is_(polarities_of(pair.after)) {}

  void run() {
    const NamedClasses& named = pair_.resources.named;
    const bool was_limited = is_restricted(pair_.before, pair_.resources);
    const bool is_limited = is_restricted(pair_.after, pair_.resources);
    // "n'est pas versee sans facture", "est versee seulement avec une facture": one thing.
    const bool was_only = count_of(pair_.before, named.only) > 0;
    const bool is_only = count_of(pair_.after, named.only) > 0;
    if (was_only != is_only) {
      if (was_limited && is_limited) return;
      add(Aspect::kScope, named.only, places_of(pair_.before, named.only),
          places_of(pair_.after, named.only));
    }
    const std::size_t old_size = changes_.size();
    compare_each();
    if (is_turned_round(changes_.size() - old_size)) return changes_.resize(old_size);
    compare_rest();
  }

 private:
  void add(Aspect aspect, MarkerIndex marker, const std::vector<Span>& was,
           const std::vector<Span>& is) {
    changes_.push_back({aspect, FactKind::kDate, pair_.resources.classes[marker].id,
                        first_span(was), first_span(is)});
  }

  // "n'est pas accordee aux personnes non domiciliees", "tous, sauf ceux qui ne sont pas": two
  // denials, one inside the other, say yes.
  [[nodiscard]] bool is_turned_round(std::size_t found) const {
    const auto total = [&](const Said& said) {
      return said.denials.size() + count_of(said, pair_.resources.named.unless);
    };
    const std::size_t was = total(pair_.before);
    const std::size_t is = total(pair_.after);
    if (was != is + 2 && is != was + 2) return false;
    const Said& more = was > is ? pair_.before : pair_.after;
    const bool apart = more.denials.size() == 2 &&
                       count_of(more, pair_.resources.named.unless) == 0 &&
                       gap_of_denials(more) > kFar;
    return (found <= 1 && !apart) || is_said_plainly(more);
  }

  // "n'a pas ete jugee irrecevable", "ne pas entrer sans": one denial near another of a word.
  static constexpr std::uint32_t kFar = 80;  // bytes
  static std::uint32_t gap_of_denials(const Said& said) {
    const Span first = said.denials[0].span;
    const Span second = said.denials[1].span;
    if (first.begin < second.begin) return second.begin - std::min(second.begin, first.end);
    return first.begin - std::min(first.begin, second.end);
  }
  static bool is_said_plainly(const Said& said) {
    constexpr std::uint32_t kNear = 60;  // bytes
    if (said.denials.size() != 2) return false;
    const Denial& first = said.denials[0];
    const Denial& second = said.denials[1];
    const bool verb = (first.form == DenialForm::kVerb) != (second.form == DenialForm::kVerb);
    return verb && gap_of_denials(said) <= kNear;
  }

  // Said in the text, and never in a clause that denies.
  static bool is_affirmed(const Said& said, const Polarities& denied, const std::string& root) {
    if (!has_root(said, root)) return false;
    const auto polarity = denied.find(root);
    if (polarity != denied.end()) return polarity->second.cancelled();
    return said.shaded.count(root) == 0;
  }

  // What one text says and the other denies.
  void compare_each() {
    for (const auto& entry : was_) {
      const bool denied = entry.second.fails() && !entry.second.holds();
      if (!denied || !is_affirmed(pair_.after, is_, entry.first)) continue;
      // "s'il n'est pas retire dans les trois mois": "vous avez trois mois : apres, ..."
      const MarkerIndex late = pair_.resources.named.too_late;
      const bool in_condition = count_of(pair_.before, pair_.resources.named.condition) > 0;
      if (in_condition && count_of(pair_.after, late) > count_of(pair_.before, late)) continue;
      changes_.push_back(
          {Aspect::kNegation, FactKind::kDate, entry.first, entry.second.span, Span{}});
    }
    for (const auto& entry : is_) {
      const bool denied = entry.second.fails() && !entry.second.holds();
      if (!denied || !is_affirmed(pair_.before, was_, entry.first)) continue;
      changes_.push_back(
          {Aspect::kNegation, FactKind::kDate, entry.first, Span{}, entry.second.span});
    }
  }

  // Denials of what the other text does not say in these words.
  static std::vector<Span> rest_of(const Polarities& denied, const Said& other) {
    std::vector<Span> rest;
    for (const auto& entry : denied) {
      if (entry.second.words_only && !entry.first.empty()) continue;
      if (entry.second.fails() && !has_kin(other, entry.first)) rest.push_back(entry.second.span);
    }
    return rest;
  }

  // A denial elsewhere, or words that say no, may stand for a denial.
  [[nodiscard]] bool says_no(const Said& said, const Polarities& denied) const {
    const NamedClasses& named = pair_.resources.named;
    return !denied.empty() || count_of(said, named.negative) > 0 ||
           count_of(said, named.only) > 0 || count_of(said, named.unless) > 0 ||
           count_of(said, named.limit) > 0;
  }

  void compare_rest() {
    const std::vector<Span> lost = rest_of(was_, pair_.after);
    const std::vector<Span> gained = rest_of(is_, pair_.before);
    if (lost.empty() == gained.empty()) return;
    const bool explained = lost.empty() ? says_no(pair_.before, was_) : says_no(pair_.after, is_);
    if (explained || pair_.resources.named.negation == kNoMarker) return;
    add(Aspect::kNegation, pair_.resources.named.negation, lost, gained);
  }

  const SaidPair& pair_;
  std::vector<FactChange>& changes_;
  Polarities was_;
  Polarities is_;
};

}  // namespace

bool is_restricted(const Said& said, const VerificationResources& resources) {
  const NamedClasses& named = resources.named;
  if (count_of(said, named.only) > 0) return true;
  const std::size_t inner = count_of(said, named.without) + count_of(said, named.non);
  const std::size_t limits = inner + count_of(said, named.unless) + count_of(said, named.before);
  // "sans" is a denial too: two denials, one of them "sans".
  return limits > 0 && said.denials.size() > inner;
}

void compare_polarity(const SaidPair& pair, std::vector<FactChange>& changes) {
  PolarityComparer(pair, changes).run();
}

void compare_conditions(const SaidPair& pair, std::vector<FactChange>& changes) {
  const NamedClasses& named = pair.resources.named;
  if (named.condition == kNoMarker) return;
  // What a condition was, and what it may become.
  const auto loose = [&](const Said& said, MarkerIndex words) {
    return !said.questions.empty() || count_of(said, words) > 0 ||
           count_of(said, named.without) > 0 || count_of(said, named.unless) > 0 ||
           count_of(said, named.only) > 0;
  };
  const bool was = count_of(pair.before, named.condition) > 0;
  const bool is = count_of(pair.after, named.condition) > 0;
  if (was == is) return;
  if (was && loose(pair.after, named.kept_condition) &&
      count_of(pair.before, named.asked_condition) == 0) {
    return;
  }
  const bool bound = !pair.after.orders.empty() || count_of(pair.after, named.must) > 0;
  const bool asked =
      count_of(pair.before, named.asked_condition) >= count_of(pair.before, named.condition);
  if (was && asked && bound) return;
  const bool open = !pair.before.loose_conditions.empty();
  if (is && (open || loose(pair.before, named.loose_condition))) return;
  // A rule for all, "le paiement comptant donne droit", may become "si vous payez".
  if (is && pair.before.reader.empty()) return;
  changes.push_back({Aspect::kCondition, FactKind::kDate,
                     pair.resources.classes[named.condition].id,
                     first_span(places_of(pair.before, named.condition)),
                     first_span(places_of(pair.after, named.condition))});
}

}  // namespace limpide
