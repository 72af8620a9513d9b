// Who a word stands for: the reader, the service that writes, a user named in the third person, a
// body, anybody else. In: a word of an analysed text. Out: a plain value that two texts can be
// compared by. Refuses: to resolve "il" and "elle": they stay pronouns.
#pragma once

#include <cstdint>
#include <string>

#include "analyzer/facts/fact_text.h"
#include "analyzer/parsing/clauses/clause_resources.h"

namespace limpide {

enum class Who : std::uint8_t {
  kUnknown,  // not said
  kReader,   // "vous"
  kUs,       // "nous", "je"
  kUser,     // "l'usager", "le demandeur"
  kBody,     // "la caisse", "le maire"
  kPronoun,  // "il", "on", "celui-ci"
  kOther,
};

struct Party {
  Who who = Who::kUnknown;
  std::string key;           // lemma, or pronoun
  WordIndex word = kNoWord;  // that names it; kNoWord of an imperative's reader
  bool apart = false;        // "votre tuteur", "l'autre parent": never the reader
  bool person = false;       // one that can act: "famille", "mairie", a name
};

[[nodiscard]] Party party_of_word(const FactText& text, const ClauseResources& clauses,
                                  WordIndex word);
// Of a bearer's key of the facts ("vous", "locataire").
[[nodiscard]] Who who_of_key(const FactText& text, const ClauseResources& clauses,
                             std::string_view key);

}  // namespace limpide
