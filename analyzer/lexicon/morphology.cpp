#include "analyzer/lexicon/morphology.h"

#include <array>

namespace limpide {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, 3> kNumbers = {"", "Sing", "Plur"};
constexpr std::array<std::string_view, 3> kGenders = {"", "Masc", "Fem"};
constexpr std::array<std::string_view, 4> kVerbForms = {"", "Fin", "Inf", "Part"};
constexpr std::array<std::string_view, 5> kMoods = {"", "Ind", "Sub", "Imp", "Cnd"};
constexpr std::array<std::string_view, 5> kTenses = {"", "Pres", "Imp", "Past", "Fut"};
constexpr std::array<std::string_view, 10> kPronTypes = {"",    "Prs", "Dem", "Rel", "Int",
                                                         "Ind", "Art", "Neg", "Tot", "Exc"};

void add(std::string& text, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  if (!text.empty()) text += '|';
  text.append(name).append("=").append(value);
}

template <typename Names, typename Value>
std::string_view name_of(const Names& names, Value value) {
  return names[static_cast<std::size_t>(value)];
}

template <typename Value, typename Names>
bool read(const Names& names, std::string_view value, Value& out) {
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (names[i] != value) continue;
    out = static_cast<Value>(i);
    return true;
  }
  return false;
}

bool read_flag(bool known, bool& out) {
  out = out || known;
  return known;
}

bool read_attribute(std::string_view name, std::string_view value, Features& out) {
  if (name == "Gender") return read(kGenders, value, out.gender);
  if (name == "Number") return read(kNumbers, value, out.number);
  if (name == "Mood") return read(kMoods, value, out.mood);
  if (name == "Tense") return read(kTenses, value, out.tense);
  if (name == "VerbForm") return read(kVerbForms, value, out.verb_form);
  if (name == "PronType") return read(kPronTypes, value, out.pron_type);
  if (name == "Poss") return read_flag(value == "Yes", out.possessive);
  if (name == "Reflex") return read_flag(value == "Yes", out.reflexive);
  if (name == "Polarity") return read_flag(value == "Neg", out.negative) || value == "Pos";
  if (name == "NumType") {
    return read_flag(value == "Ord", out.ordinal) || read_flag(value == "Card", out.cardinal) ||
           value == "Frac";
  }
  if (name == "Definite") {
    return read_flag(value == "Def", out.definite) || read_flag(value == "Ind", out.indefinite);
  }
  if (name != "Person") return true;
  if (value.size() != 1 || value[0] < '1' || value[0] > '3') return false;
  out.person = static_cast<std::uint8_t>(value[0] - '0');
  return true;
}

}  // namespace

std::string_view upos_name(Upos upos) { return kUposNames[static_cast<std::size_t>(upos)]; }

std::optional<Upos> upos_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kUposNames.size(); ++i) {
    if (kUposNames[i] == name) return static_cast<Upos>(i);
  }
  return std::nullopt;
}

std::string features_name(const Features& features) {
  std::string text;  // attributes in the order of their names, as CoNLL-U asks
  add(text, "Definite", features.definite ? "Def" : features.indefinite ? "Ind" : "");
  add(text, "Gender", name_of(kGenders, features.gender));
  add(text, "Mood", name_of(kMoods, features.mood));
  add(text, "Number", name_of(kNumbers, features.number));
  add(text, "NumType", features.ordinal ? "Ord" : features.cardinal ? "Card" : "");
  const char person[] = {static_cast<char>('0' + features.person), '\0'};
  add(text, "Person", features.person == 0 ? "" : person);
  add(text, "Polarity", features.negative ? "Neg" : "");
  add(text, "Poss", features.possessive ? "Yes" : "");
  add(text, "PronType", name_of(kPronTypes, features.pron_type));
  add(text, "Reflex", features.reflexive ? "Yes" : "");
  add(text, "Tense", name_of(kTenses, features.tense));
  add(text, "VerbForm", name_of(kVerbForms, features.verb_form));
  return text.empty() ? "_" : text;
}

std::optional<Features> features_from_name(std::string_view text) {
  Features features;
  if (text == "_") return features;
  while (!text.empty()) {
    const std::size_t end = text.find('|');
    const std::string_view attribute = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    const std::size_t equals = attribute.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    if (!read_attribute(attribute.substr(0, equals), attribute.substr(equals + 1), features)) {
      return std::nullopt;
    }
  }
  return features;
}

}  // namespace limpide
