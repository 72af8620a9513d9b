// One form of a word: lemma and features in, form out. In: the lexicon, how usual words are. Out:
// the form that everyday French prefers ("paie" before "paye"). Refuses: features that the lexicon
// has no form for; the caller then offers nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/analysis/analysis.h"

namespace limpide {

[[nodiscard]] std::optional<std::string> form_of(const LanguageResources& language,
                                                 std::string_view lemma, Upos upos,
                                                 const Features& wanted);

// A past participle or an adjective in this gender and number; kNone: as the lemma has it.
[[nodiscard]] std::optional<std::string> agreeing_form(const LanguageResources& language,
                                                       std::string_view lemma, Upos upos,
                                                       Gender gender, Number number);

// A reading of a form, when one of these parts of speech has it: bits (1 << Upos).
[[nodiscard]] std::optional<LexicalAnalysis> reading_of(const LanguageResources& language,
                                                        std::string_view form,
                                                        std::uint32_t upos_mask);

// Gender of a noun in this number as the lexicon has it; kNone when it serves both or is unknown.
[[nodiscard]] Gender gender_of(const LanguageResources& language, std::string_view noun);

}  // namespace limpide
