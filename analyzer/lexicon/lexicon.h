// The French full-form lexicon: every form with all its analyses, and the way back. In: the
// compiled file, memory-mapped (docs/formats/lexicon.md). Out: analyses of a form, forms of a
// lemma, whether a word is spelled right. Refuses: a truncated, foreign or newer file (one Error);
// bounds are checked once, at opening. Immutable; safe to share between threads.
//
// Forms are keys in NFC with the straight apostrophe (U+0027) and without soft hyphens; case is as
// in the dictionary ("Paris", "maison").
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/lexicon/lexicon_format.h"
#include "analyzer/lexicon/morphology.h"
#include "analyzer/lexicon/packed_file.h"

namespace limpide {

// Every form has an id below Lexicon::form_count(); ids are dense and change with the file.
using FormId = std::uint32_t;
inline constexpr FormId kNoForm = 0xFFFFFFFF;

struct LexicalAnalysis {
  std::string lemma;
  Upos upos = Upos::kX;
  Features features;
  bool transitive = false;       // verbs: takes a direct object
  bool etre_auxiliary = false;   // verbs: compound tenses with "etre"
  bool pronominal_only = false;  // verbs: essentially pronominal
  friend bool operator==(const LexicalAnalysis&, const LexicalAnalysis&) = default;
};

// What the whole engine asks of a word without reading its analyses: one bit each.
struct LexicalTraits {
  std::uint32_t upos_mask = 0;  // bit (1 << Upos)
  bool finite_verb = false;
  bool infinitive = false;
  bool past_participle = false;
  bool present_participle = false;
  bool proper_noun = false;  // PROPN among the readings
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
  // A form that differs from this one only by which letters are capitals ("Mcdonald": "McDonald").
  [[nodiscard]] FormId find_ignoring_case(std::string_view form) const;
  // Every form of the same letters once accents, cedillas and ligatures are dropped, but itself;
  // ascending. REQUIRES: valid UTF-8.
  [[nodiscard]] std::vector<FormId> accent_variants(std::string_view form) const;
  [[nodiscard]] std::string form(FormId id) const;             // REQUIRES: id < form_count()
  [[nodiscard]] const LexicalTraits& traits(FormId id) const;  // REQUIRES: id < form_count()
  [[nodiscard]] std::vector<LexicalAnalysis> analyses(FormId id) const;
  // Is any analysis of this form of that lemma? Cheaper than analyses().
  [[nodiscard]] bool has_lemma(FormId id, std::string_view lemma) const;

  // The way back: every form of the lemma whose analysis has that part of speech and all features
  // that `wanted` states. Sorted. Empty when there is none.
  [[nodiscard]] std::vector<std::string> inflect(std::string_view lemma, Upos upos,
                                                 const Features& wanted) const;

  // Calls `use` with every form of the lemma that has a reading of one of these parts of speech:
  // bits (1 << Upos). In the order of the file. The view ends with the call. For all the forms of
  // many lemmas at start-up, where inflect() would sort and copy each.
  void each_form_of(std::string_view lemma, std::uint32_t upos_mask,
                    const std::function<void(std::string_view)>& use) const;

  // Where a beginning of a form leads, so that forms that begin alike share the walk.
  struct Place {
    std::uint32_t node = 0;
    std::uint32_t index = 0;
  };
  [[nodiscard]] Place start() const { return {root_, 0}; }
  // Moves on by these bytes; false, and the place is lost, when no form goes on with them.
  [[nodiscard]] bool advance(Place& place, std::string_view bytes) const;
  [[nodiscard]] FormId form_at(Place place) const;  // kNoForm when no form ends there

  // FormFlag bits of the form: the elided words that it takes, unit, added by us.
  [[nodiscard]] std::uint32_t flags(FormId id) const;  // REQUIRES: id < form_count()
  // Do le, de, que lose their vowel before this form? (l'arbre, l'homme, but le haricot, le onze.)
  [[nodiscard]] bool elides(FormId id) const;  // REQUIRES: id < form_count()
  // A number that two forms share when they have the same analyses but for the stem: "noms" and
  // "mots". The tagger keys its statistics on it. Below class_count(); changes with the file.
  [[nodiscard]] std::uint32_t class_of(FormId id) const;  // REQUIRES: id < form_count()
  [[nodiscard]] std::uint32_t class_count() const;

  [[nodiscard]] std::uint32_t form_count() const;
  [[nodiscard]] std::string version() const;  // of the dictionary compiled in
  [[nodiscard]] std::string licence() const;

 private:
  struct Analysis {
    std::uint16_t tag = 0;
    std::uint16_t suffix = 0;
    std::uint8_t strip = 0;  // bytes
  };
  struct Search;  // of forms that differ by case or accents

  static Result<Lexicon> build(Result<PackedFile> file);
  [[nodiscard]] bool set_tables();
  [[nodiscard]] bool check_nodes() const;
  [[nodiscard]] bool check_forms() const;
  [[nodiscard]] bool check_analyses();
  [[nodiscard]] bool check_lemmas() const;
  void set_traits();

  [[nodiscard]] std::uint32_t edge_of(std::uint32_t node, unsigned char label) const;
  [[nodiscard]] std::size_t write_form(FormId id, char* out) const;  // bytes written
  [[nodiscard]] std::string_view suffix(std::size_t index) const;
  // Index of the lemma's paradigm, or paradigm_count_ when the form is no lemma.
  [[nodiscard]] std::uint32_t paradigm_of(FormId lemma) const;
  template <typename Reading>  // bool(tag): is a reading with this tag wanted?
  [[nodiscard]] bool has_reading(FormId id, std::string_view written, std::string_view lemma,
                                 const Reading& wanted) const;
  template <typename Reading, typename Use>
  void visit_forms(std::string_view lemma, std::uint32_t upos_mask, const Reading& wanted,
                   const Use& use) const;
  [[nodiscard]] Analysis analysis(std::size_t index) const;
  [[nodiscard]] LexicalAnalysis unpack_tag(std::size_t index) const;

  PackedFile file_;
  const char* labels_ = nullptr;  // views into file_, whose bytes do not move
  const char* targets_ = nullptr;
  const char* skips_ = nullptr;
  const char* form_classes_ = nullptr;
  const char* classes_ = nullptr;
  const char* class_items_ = nullptr;
  const char* analyses_ = nullptr;
  const char* tags_ = nullptr;
  const char* suffix_offsets_ = nullptr;
  const char* suffix_bytes_ = nullptr;
  const char* lemmas_ = nullptr;
  const char* lemma_paradigms_ = nullptr;
  const char* paradigms_ = nullptr;
  const char* paradigm_items_ = nullptr;
  std::uint32_t form_count_ = 0;
  std::uint32_t root_ = 0;
  std::uint32_t edge_count_ = 0;
  std::uint32_t class_count_ = 0;
  std::uint32_t class_item_count_ = 0;
  std::uint32_t analysis_count_ = 0;
  std::uint32_t tag_count_ = 0;
  std::uint32_t suffix_count_ = 0;
  std::uint32_t lemma_count_ = 0;
  std::uint32_t paradigm_count_ = 0;
  std::uint32_t paradigm_item_count_ = 0;
  std::vector<LexicalTraits> traits_;  // one a class
};

}  // namespace limpide
