#include "analyzer/verification/value_places.h"

#include <algorithm>
#include <string>

#include "analyzer/verification/neighbours.h"

namespace limpide {
namespace {

struct PlacedValue {
  std::string text;
  bool dated = false;
  Span span;
  Neighbours near;
  Neighbours before;  // roots between the value before and this one
  Neighbours after;   // roots between this one and the next
};

// "" of a fact that is no value. Durations and numbers share their figures: "167 trimestres".
std::string value_text(const Fact& fact, std::string_view words) {
  const std::string_view figures = words.substr(0, words.find_first_not_of("0123456789"));
  switch (fact.kind) {
    case FactKind::kQuantity:
      return decimal_text(fact.number);
    case FactKind::kAmount:
      return decimal_text(fact.number) + fact.unit;
    case FactKind::kDuration:
      return figures.empty() ? decimal_text(fact.duration.count) : std::string(figures);
    case FactKind::kDate:
      // The year may be said once for two dates.
      if (fact.dates.size() != 1) return {};
      if (fact.dates.front().day == 0) return iso_text(fact.dates.front());
      return iso_text(PartialDate{0, fact.dates.front().month, fact.dates.front().day});
    default:
      return {};
  }
}

// Roots between two values of a sentence belong to both.
void add_neighbours(std::vector<PlacedValue>& values, const PlacedSide& side) {
  for (const Said& said : side.said) {
    for (const SaidWord& word : said.words) {
      PlacedValue* last = nullptr;
      PlacedValue* next = nullptr;
      for (PlacedValue& value : values) {
        if (value.span.end <= word.span.begin) last = &value;
        if (next == nullptr && value.span.begin >= word.span.end) next = &value;
      }
      if (last != nullptr && word.span.begin - last->span.end < kNeighbourReach)
        last->after[word.root] = 1;
      if (next != nullptr && next->span.begin - word.span.end < kNeighbourReach)
        next->before[word.root] = 1;
    }
  }
}

std::vector<PlacedValue> values_of(const PlacedSide& side) {
  std::vector<PlacedValue> values;
  for (const Fact& fact : side.analysis.facts) {
    std::string text = value_text(fact, slice(side.analysis.document->text, fact.span));
    if (text.empty() || fact.sentence >= side.said.size()) continue;
    if (values.size() == kMostValues) break;
    PlacedValue value{std::move(text), fact.kind == FactKind::kDate, fact.span, {}, {}, {}};
    for (const SaidWord& word : side.said[fact.sentence].words) {
      const bool inside = word.span.begin < fact.span.end && fact.span.begin < word.span.end;
      const double weight = inside ? 0 : nearness(fact.span, word.span);
      double& heaviest = value.near[word.root];
      heaviest = std::max(heaviest, weight);
    }
    values.push_back(std::move(value));
  }
  add_neighbours(values, side);
  return values;
}

// The words right behind (or right before) both values went over to the other one.
bool are_crossed(const PlacedValue& a, const PlacedValue& b, const PlacedValue& now_a,
                 const PlacedValue& now_b) {
  const auto moved = [](const Neighbours& was_a, const Neighbours& was_b, const Neighbours& is_a,
                        const Neighbours& is_b) {
    return in_common(was_a, is_b) > 0 && in_common(was_b, is_a) > 0 &&
           in_common(was_a, is_a) == 0 && in_common(was_b, is_b) == 0;
  };
  return moved(a.after, b.after, now_a.after, now_b.after) ||
         moved(a.before, b.before, now_a.before, now_b.before);
}

bool is_code_byte(char byte) {
  return (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '-';
}

struct Code {
  std::string text;
  Span span;
};

// Words of capitals and digits outside of facts. `short_ones`: one to three capitals.
std::vector<Code> codes_of(const Analysis& analysis) {
  const std::string_view text = analysis.document->text;
  std::vector<bool> taken(text.size(), false);
  for (const Fact& fact : analysis.facts) {
    const bool valued = fact.kind <= FactKind::kReference;
    for (std::uint32_t i = fact.span.begin; valued && i < fact.span.end; ++i) taken[i] = true;
  }
  std::vector<Code> codes;
  for (const Token& token : analysis.segmentation.tokens) {
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
    const std::string_view word = slice(text, token.span);
    if (taken[token.span.begin] || !std::all_of(word.begin(), word.end(), is_code_byte)) continue;
    const bool digits =
        std::any_of(word.begin(), word.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
    if (!digits && (word.size() < 2 || word.size() > 3)) continue;
    codes.push_back({std::string(word), token.span});
  }
  return codes;
}

// First letters of the words, in capitals: what an acronym of the other text may stand for.
std::string initials_of(const Analysis& analysis) {
  std::string initials;
  for (const Token& token : analysis.segmentation.tokens) {
    if (token.kind != TokenKind::kWord) continue;
    const char first = analysis.segmentation.forms[token.form].key.empty()
                           ? ' '
                           : analysis.segmentation.forms[token.form].key.front();
    if (first >= 'a' && first <= 'z') initials.push_back(static_cast<char>(first - 'a' + 'A'));
  }
  return initials;
}

bool is_spelled_out(const std::string& code, const std::string& initials) {
  std::size_t at = 0;
  for (const char letter : code) {
    at = initials.find(letter, at);
    if (at == std::string::npos) return false;
    ++at;
  }
  return true;
}

std::vector<Code> missing_codes(const std::vector<Code>& codes, const PlacedSide& other) {
  const std::string_view text = other.analysis.document->text;
  const std::string initials = initials_of(other.analysis);
  std::vector<Code> missing;
  for (const Code& code : codes) {
    if (text.find(code.text) != std::string_view::npos) continue;
    const bool digits = code.text.find_first_of("0123456789") != std::string::npos;
    if (!digits && is_spelled_out(code.text, initials)) continue;
    missing.push_back(code);
  }
  return missing;
}

}  // namespace

std::vector<FactChange> exchanged_values(const PlacedSide& before, const PlacedSide& after) {
  std::vector<FactChange> changes;
  const std::vector<PlacedValue> was = values_of(before);
  const std::vector<PlacedValue> is = values_of(after);
  for (std::size_t i = 0; i < was.size(); ++i) {
    for (std::size_t j = i + 1; j < was.size(); ++j) {
      if (was[i].dated != was[j].dated || was[i].text == was[j].text) continue;
      const PlacedValue* first = only_one(is, was[i].text);
      const PlacedValue* second = only_one(is, was[j].text);
      if (first == nullptr || second == nullptr) continue;
      if (only_one(was, was[i].text) == nullptr || only_one(was, was[j].text) == nullptr) continue;
      const bool nearer = are_exchanged(was[i].near, was[j].near, first->near, second->near);
      if (!nearer && !are_crossed(was[i], was[j], *first, *second)) continue;
      changes.push_back({Aspect::kFact, was[i].dated ? FactKind::kDate : FactKind::kQuantity,
                         was[i].text, was[i].span, first->span});
    }
  }
  return changes;
}

std::vector<FactChange> changed_order(const PlacedSide& before, const PlacedSide& after,
                                      MarkerIndex in_order) {
  std::vector<FactChange> changes;
  const std::vector<PlacedValue> was = values_of(before);
  const std::vector<PlacedValue> is = values_of(after);
  const auto place = [](const PlacedSide& side, const std::string& root) {
    for (const Said& said : side.said) {
      for (const SaidWord& word : said.words) {
        if (word.root == root) return static_cast<std::int64_t>(word.span.begin);
      }
    }
    return std::int64_t{-1};
  };
  for (const Said& said : before.said) {
    const bool ordered = in_order < said.markers.size() && !said.markers[in_order].empty();
    if (!ordered || said.pairs.empty() || was.size() < 2) continue;
    const PlacedValue* first = only_one(is, was[0].text);
    const PlacedValue* second = only_one(is, was[1].text);
    const std::int64_t item = place(after, said.pairs.front().first);
    const std::int64_t other = place(after, said.pairs.front().second);
    if (first == nullptr || second == nullptr || item < 0 || other < 0) continue;
    const bool as_before =
        place(before, said.pairs.front().first) < place(before, said.pairs.front().second);
    const bool turned = (item < other) != as_before;
    if (turned == (first->span.begin > second->span.begin)) continue;
    changes.push_back({Aspect::kFact, FactKind::kQuantity, was[0].text, was[0].span, first->span});
  }
  return changes;
}

std::vector<FactChange> changed_codes(const PlacedSide& before, const PlacedSide& after) {
  const std::vector<Code> lost = missing_codes(codes_of(before.analysis), after);
  const std::vector<Code> gained = missing_codes(codes_of(after.analysis), before);
  std::vector<FactChange> changes;
  for (std::size_t i = 0; i < lost.size(); ++i) {
    const Span span = i < gained.size() ? gained[i].span : Span{};
    changes.push_back({Aspect::kFact, FactKind::kReference, lost[i].text, lost[i].span, span});
  }
  return changes;
}

}  // namespace limpide
