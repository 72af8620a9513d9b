// The French full-form lexicon: every form with all its analyses, and the way back. In: the
// compiled file, memory-mapped (docs/formats/lexicon.md). Out: analyses of a form, forms of a
// lemma, whether a word is spelled right. Refuses: a truncated, foreign or newer file (one Error);
// bounds are checked once, at opening. Immutable; safe to share between threads.
//
// Forms are keys in NFC with the straight apostrophe (U+0027) and without soft hyphens; case is as
// in the dictionary ("Paris", "maison").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/mapped_file.h"
#include "analyzer/base/result.h"
#include "analyzer/lexicon/morphology.h"

namespace limpide {

// Every form has an id below Lexicon::form_count(); ids are dense and change with the file.
using FormId = std::uint32_t;
inline constexpr FormId kNoForm = 0xFFFFFFFF;

struct LexicalAnalysis {
  std::string lemma;
  Upos upos = Upos::kX;
  Features features;
  bool transitive = false;       // verbs: takes a direct object
  bool etre_auxiliary = false;   // verbs: compound tenses with être
  bool pronominal_only = false;  // verbs: essentially pronominal
  friend bool operator==(const LexicalAnalysis&, const LexicalAnalysis&) = default;
};

// What the whole engine asks of a word without reading its analyses: one bit each.
struct LexicalTraits {
  std::uint32_t upos_mask = 0;       // bit (1 << Upos)
  bool finite_verb = false;
  bool infinitive = false;
  bool past_participle = false;
  bool present_participle = false;
  bool proper_noun = false;          // PROPN among the readings
  [[nodiscard]] bool may_be(Upos upos) const {
    return (upos_mask >> static_cast<unsigned>(upos) & 1U) != 0;
  }
};

class Lexicon {
 public:
  static Result<Lexicon> open(const std::string& path);
  static Result<Lexicon> from_bytes(std::string bytes);  // tests and fuzzing

  // Exact key. ~100 ns, allocates nothing.
  [[nodiscard]] FormId find(std::string_view form) const;
  // The key, else its lower case, else its capitalised form (a name written in capitals), else a
  // form that differs only by accents missing from capitals ("ETAT", "Etat").
  [[nodiscard]] FormId find_any_case(std::string_view form) const;
  [[nodiscard]] std::string form(FormId id) const;            // REQUIRES: id < form_count()
  [[nodiscard]] const LexicalTraits& traits(FormId id) const; // REQUIRES: id < form_count()
  [[nodiscard]] std::vector<LexicalAnalysis> analyses(FormId id) const;
  // Is any analysis of this form of that lemma? Cheaper than analyses().
  [[nodiscard]] bool has_lemma(FormId id, std::string_view lemma) const;

  // The way back: every form of the lemma whose analysis has that part of speech and all features
  // that `wanted` states. Sorted. Empty when there is none.
  [[nodiscard]] std::vector<std::string> inflect(std::string_view lemma, Upos upos,
                                                 const Features& wanted) const;

  [[nodiscard]] std::uint32_t form_count() const;
  [[nodiscard]] std::string version() const;   // of the dictionary compiled in
  [[nodiscard]] std::string licence() const;

 private:
  // The helper that writes lexicon.cpp lays out its own members here.
};

}  // namespace limpide
