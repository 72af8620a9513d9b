// The phrases by which the parts of a letter are known, and the small words of languages. In: the
// folder fr/structure of the data. Out: an immutable value, safe to share between threads.
// Refuses: an unknown list name, a line without ":" (one Error with its place).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/lexicon/lexicon.h"
#include "analyzer/structure/letter_kind.h"

namespace limpide {

enum class Phrase : std::uint8_t {
  kObject,
  kReference,
  kAttachments,
  kSalutation,
  kMadeAt,
  kVisa,
  kEmailFrom,
  kEmailTo,
  kEmailDate,
  kCivility,
  kAttention,
  kPostscript,
  kClosing,
  kWeakClosing,
  kShortClosing,
  kQuoteIntroduction,
  kPage,
  kSignature,
  kOnBehalf,
  kDecides,
  kLetterTitle,
  kFooter,
  kDateField,
  kPostalField,      // a postal code to fill in
  kSalutationField,  // a title to fill in: "<<Civilite>>"
  kCount,
};
using PhraseBits = std::uint32_t;
[[nodiscard]] constexpr PhraseBits bit_of(Phrase phrase) {
  return PhraseBits{1} << static_cast<unsigned>(phrase);
}

// One phrase: the words after the first, each a token in lower case with the straight apostrophe.
struct PhraseTail {
  Phrase phrase = Phrase::kObject;
  std::vector<std::string> words;
};

// French is language 0; a word may belong to several.
using LanguageBits = std::uint16_t;
inline constexpr LanguageBits kFrenchBit = 1;

struct StructureResources {
  const Lexicon* lexicon = nullptr;
  std::map<std::string, std::vector<PhraseTail>, std::less<>> phrases;  // by first word
  std::map<std::string, LanguageBits, std::less<>> small_words;
  std::vector<std::string> languages;  // BCP 47, French first
  LetterCues letter_cues;              // with the faults of its rows
};

// `directory`: .../fr/structure. The lexicon may be null and must outlive the value.
Result<StructureResources> load_structure(const std::string& directory, const Lexicon* lexicon);

}  // namespace limpide
