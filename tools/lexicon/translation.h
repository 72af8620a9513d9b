// The dictionary's codes (po: is:) in Universal Dependencies terms. In: the fields of an entry and
// of the affix that made a form. Out: readings, each a part of speech with features. Refuses:
// nothing; a code that says nothing to us gives no reading, and a form without any gets X.
#pragma once

#include <string>
#include <vector>

#include "analyzer/lexicon/lexicon.h"

namespace limpide {

// Lemma left empty: the caller knows it. An adjective read from a past participle has for lemma the
// masculine singular participle (of_participle).
struct Reading {
  LexicalAnalysis analysis;
  bool of_participle = false;
};

std::vector<Reading> translate(const std::vector<std::string>& entry_fields,
                               const std::vector<std::string>& affix_fields);

}  // namespace limpide
