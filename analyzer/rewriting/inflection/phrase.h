// A replacement as an expert writes it, "somme recue en trop", "se plaindre", "lie a", put in the
// form that a place asks for. In: the text, what its head must agree with. Out: the words,
// inflected. Refuses: a text whose first word is not of the part of speech wanted; a verb that the
// place cannot take (the auxiliary "etre" where the text has "avoir", a passive of what has none).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/analysis/analysis.h"

namespace limpide {

// What a verb is to become.
struct VerbPlace {
  Features features;        // of the verb replaced: finite, infinitive, participle
  bool compound = false;    // behind "avoir" of a compound tense
  bool passive = false;     // a passive participle: only a transitive verb, and alone, will do
  std::uint8_t person = 0;  // of the subject, for "se"; 0: unknown
  Number number = Number::kNone;
  Gender gender = Gender::kNone;  // of the subject, for an attribute; kNone: unknown
};
// "demander", "avoir droit a", "se plaindre".
[[nodiscard]] std::optional<std::string> inflected_verb(const LanguageResources& language,
                                                        std::string_view phrase,
                                                        const VerbPlace& place);

struct InflectedNoun {
  std::string text;
  Gender gender = Gender::kNone;
};
// "document a joindre" in the plural: "documents a joindre"; adjectives right behind agree.
[[nodiscard]] std::optional<InflectedNoun> inflected_noun(const LanguageResources& language,
                                                          std::string_view phrase, Number number);

// "lie a" beside a feminine plural: "liees a". What is no adjective ("qui nuit a") stays.
[[nodiscard]] std::optional<std::string> inflected_adjective(const LanguageResources& language,
                                                             std::string_view phrase, Gender gender,
                                                             Number number);

// Is its first word an infinitive, or "se" and one?
[[nodiscard]] bool starts_with_infinitive(const LanguageResources& language,
                                          std::string_view phrase);

}  // namespace limpide
