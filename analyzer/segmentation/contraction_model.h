// Says whether "du" or "des" is a contraction ("de" + "les") or an article. In: the words around it
// with their possible parts of speech. Out: a score, above 0 for the contraction; the same on every
// machine (whole numbers only). Refuses: a damaged weight file. Trained by
// tools/train_contractions.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"

namespace limpide {

struct ContextWord {
  std::string_view lower;       // folded, lower case; "" outside the sentence
  std::uint32_t upos_mask = 0;  // as in LexicalTraits; 0 when unknown
  bool capitalized = false;
  bool infinitive = false;
  bool past_participle = false;
  bool transitive = false;       // a verb that takes a direct object
  bool takes_de = false;         // a verb or participle built with "de": "depend", "dispose"
  bool takes_partitive = false;  // a verb before which "du" is the article: "faire du bruit"
  bool reflexive = false;        // "se", "s'"
  bool symbol = false;           // a mark or a number, not a word
};

// Two words before, two after.
struct ContractionContext {
  std::string_view form;              // "du", "des"
  std::array<ContextWord, 3> before;  // [0] is the nearest
  std::array<ContextWord, 2> after;
};

inline constexpr std::size_t kContractionFeatures = 22;
using ContractionFeatures = std::array<std::uint64_t, kContractionFeatures>;
[[nodiscard]] ContractionFeatures contraction_features(const ContractionContext& context);

// "il faut du temps", "il reste des places": the article too.
// "propose des": after a form that is only a verb with a direct object, the plural is the article.
// Holds for 97 of 100 in the treebanks, more than the few examples of each verb can teach.
[[nodiscard]] bool follows_transitive_verb(const ContractionContext& context);

// Immutable after parse; safe to share between threads.
class ContractionModel {
 public:
  ContractionModel() = default;
  // "feature weight" a line, both whole numbers (the feature in hexadecimal); "#" comments.
  static Result<ContractionModel> parse(std::string_view text, const std::string& path);
  [[nodiscard]] std::int64_t score(const ContractionContext& context) const;

 private:
  struct Slot {
    std::uint64_t feature = 0;
    std::int32_t weight = 0;
  };
  std::vector<Slot> slots_;  // open addressing, a power of two; weight 0 is empty
};

}  // namespace limpide
