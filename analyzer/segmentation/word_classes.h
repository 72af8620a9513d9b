// Closed lists of words that segmentation asks about, one bit each. In: the text of classes.txt
// ("name: word word ..." a line, "#" comments, UTF-8, lower case, straight apostrophe). Out: the
// bits of a folded lower-case word. Refuses: an unknown class name, a line without ":" (one Error).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

enum class WordClass : std::uint8_t {
  kElision,             // "l", "qu", "jusqu": the apostrophe ends the token
  kWhole,               // "aujourd'hui": never split
  kInflection,          // "e", "s", "es": may stand in brackets inside a word, "inscrit(e)"
  kUnit,                // "km", "h": split from the digits before it
  kTld,                 // "fr", "com"
  kAbbreviation,        // "etc.": the dot belongs to the token
  kAbbreviationNumber,  // "art.": the same, only before a number or a code
  kTitle,               // "m.", "mme": a name follows
  kStarter,             // "elle", "vous": opens a sentence, is never a family name
  kMonth,
  kWeekday,
  kMoney,           // "euros", "k" + euro sign
  kMagnitude,       // "million"
  kHour,            // "h"
  kHours,           // "heures"
  kTimeIntroducer,  // "before nine hours" is a time, "nine hours" is a duration
  kLawText,         // "loi", "arrete"
  kLawAdjective,    // "organique"
  kLawAcronym,      // "crpa"
  kArticle,         // "article", "art."
  kParagraph,       // "alinea"
  kOrdinal,         // "premier"
  kCode,            // "code", "livre"
  kSeries,          // "suivants"
  kArticleLetter,   // "l.", "r"
  kForm,            // "cerfa", "formulaire"
  kCaseLabel,       // "ref.", "siret": a code follows
  kCaseNoun,        // "dossier": its number is a case number
  kNumberSign,      // "n" + degree sign
  kNumberWord,      // "numero"
  kRepeat,          // "bis"
  kPhone,           // "tel.", "appelez"
  kPostBox,         // "bp", "cs"
  kNotField,        // words in tight quotes that are no merge field
  kOf,              // "de", "du", "des", "d'"
  kArticleWord,     // "le", "la", "l'", "les"
  kAnd,             // "et", "ou"
  kTo,              // "a", "au"
  kOrdinalSuffix,   // "er", "e", "eme": "1er" is a number
  kClitic,          // "il", "moi": cut from a verb at its hyphen
  kParticle,        // "ci", "la" with accent: cut from any word at its hyphen
  kTakesDe,         // forms of verbs built with "de"
  kReflexive,       // "se": the verb after it seldom has a direct object
  kDeVerb,          // their infinitives, as listed
  kTakesPartitive,  // forms of verbs before which "du" and "des" are articles
  kPartitiveVerb,   // their infinitives, as listed
  kCount,
};

using ClassBits = std::uint64_t;

[[nodiscard]] constexpr ClassBits bit_of(WordClass word_class) {
  return ClassBits{1} << static_cast<unsigned>(word_class);
}
[[nodiscard]] constexpr bool has_class(ClassBits bits, WordClass word_class) {
  return (bits & bit_of(word_class)) != 0;
}

// Immutable after parse; safe to share between threads.
class WordClasses {
 public:
  static Result<WordClasses> parse(std::string_view text, const std::string& path);
  // Words of a class, sorted.
  [[nodiscard]] std::vector<std::string> words_of(WordClass word_class) const;
  void add(const std::string& word, WordClass word_class) { bits_[word] |= bit_of(word_class); }
  // `lower`: folded key in lower case. 0 when no list names it.
  [[nodiscard]] ClassBits of(std::string_view lower) const;
  [[nodiscard]] bool is(std::string_view lower, WordClass word_class) const {
    return has_class(of(lower), word_class);
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const;
  };
  std::unordered_map<std::string, ClassBits, Hash, std::equal_to<>> bits_;
};

}  // namespace limpide
