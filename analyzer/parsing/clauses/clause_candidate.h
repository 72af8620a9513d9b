// A word that may head a clause, before its kind is known. In: one word. Out: its shape, by its
// auxiliaries, its copula and itself, the word that opens it and the phrase of that word. Refuses:
// what kind of clause it makes; that is in clause_kinds.h.
#pragma once

#include <cstdint>

#include "analyzer/parsing/clauses/introducers.h"

namespace limpide {

enum class VerbShape : std::uint8_t { kNone, kFinite, kInfinitive, kGerund, kParticiple };

// What a word that may head a clause is made of.
struct Candidate {
  WordIndex word = kNoWord;
  VerbShape shape = VerbShape::kNone;
  WordIndex opening = kNoWord;
  Introducer introducer;

  [[nodiscard]] bool is_adverbial() const {
    return introducer.phrase != nullptr && introducer.phrase->kind == ClauseKind::kAdverbial;
  }
  [[nodiscard]] bool is_participle() const {
    return shape == VerbShape::kParticiple || shape == VerbShape::kGerund;
  }
  [[nodiscard]] ClauseSense sense() const {
    return introducer.phrase == nullptr ? ClauseSense::kNone : introducer.phrase->sense;
  }
  [[nodiscard]] WordRange words() const {
    return opening == kNoWord ? WordRange{} : introducer.words;
  }
};

[[nodiscard]] VerbShape verb_shape(const ClauseText& text, WordIndex word);

// Fills in what opens the clause.
void find_opening(const ClauseText& text, WordRange sentence, Candidate& candidate);

// Opened by "dont", "laquelle", "qui": a relative clause whatever the relation. "que" and "ou" open
// other clauses too.
[[nodiscard]] bool is_sure_relative(const ClauseText& text, const Candidate& candidate);

}  // namespace limpide
