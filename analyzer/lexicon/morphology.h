// Universal Dependencies names for what a word can be. In: nothing. Out: plain values and their
// UD spelling. Refuses: other tag sets; the dictionary's own codes are translated once, by the
// lexicon compiler.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace limpide {

enum class Upos : std::uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
};

enum class Number : std::uint8_t { kNone, kSing, kPlur };
enum class Gender : std::uint8_t { kNone, kMasc, kFem };
enum class VerbForm : std::uint8_t { kNone, kFin, kInf, kPart };
enum class Mood : std::uint8_t { kNone, kInd, kSub, kImp, kCnd };
enum class Tense : std::uint8_t { kNone, kPres, kImp, kPast, kFut };
enum class PronType : std::uint8_t { kNone, kPrs, kDem, kRel, kInt, kInd, kArt, kNeg, kTot, kExc };

// None means: not stated. A form that serves both genders states none.
struct Features {
  Number number = Number::kNone;
  Gender gender = Gender::kNone;
  VerbForm verb_form = VerbForm::kNone;
  Mood mood = Mood::kNone;
  Tense tense = Tense::kNone;
  PronType pron_type = PronType::kNone;
  std::uint8_t person = 0;  // 1 to 3, 0 not stated
  bool possessive = false;  // Poss=Yes
  bool reflexive = false;   // Reflex=Yes
  bool negative = false;    // Polarity=Neg
  bool ordinal = false;     // NumType=Ord
  bool cardinal = false;    // NumType=Card
  bool definite = false;    // Definite=Def
  bool indefinite = false;  // Definite=Ind

  friend bool operator==(const Features&, const Features&) = default;
};

[[nodiscard]] std::string_view upos_name(Upos upos);  // "NOUN"
[[nodiscard]] std::optional<Upos> upos_from_name(std::string_view name);
[[nodiscard]] std::string features_name(const Features& features);  // "Gender=Fem|Number=Sing", "_"
// The way back. Attributes that Features does not hold are passed over; nothing when an attribute
// that it holds has an unknown value or the text is malformed.
[[nodiscard]] std::optional<Features> features_from_name(std::string_view text);

}  // namespace limpide
