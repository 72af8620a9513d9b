// The set phrases of letters: openings, requests, closings, and what is said instead. In: the table
// fr/formulas.tsv of the data. Out: an immutable value, safe to share between threads; the tokens
// that a pattern covers. Refuses: an unknown kind of row, a row with another number of cells, a
// list that is empty (one Error with its line).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/base/result.h"

namespace limpide {

// Written forms in a row, lower case, straight apostrophes; "l'" is a word of its own.
struct FormulaPattern {
  struct Slot {
    std::vector<std::string> forms;
    bool optional = false;
  };
  std::vector<Slot> slots;
};

struct Formula {
  FormulaPattern pattern;
  std::vector<std::string> texts;
  bool safe = false;
};

using FormulaWords = std::set<std::string, std::less<>>;

struct FormulaTable {
  FormulaWords closing_verbs;          // "agreer"
  FormulaWords closing_nouns;          // "salutations"
  FormulaWords closing_words;          // all else that a closing formula is made of
  FormulaWords grave_words;            // "licenciement": of a letter that closes soberly
  FormulaWords titles;                 // "madame": an office may follow
  FormulaWords mine;                   // "je", "mes"
  FormulaWords ours;                   // "nous", "nos"
  std::vector<Formula> closings;       // texts only: what is written instead
  FormulaWords wishes;                 // "souhaiter": what a closing says before its formula
  std::vector<Formula> leads;          // before a closing formula; texts for "je" and for "nous"
  std::vector<Formula> frames;         // before an infinitive; text: who speaks
  std::vector<Formula> announcements;  // "informer": infinitives before "que"
  std::vector<Formula> requests;       // before an infinitive
  std::vector<Formula> enclosures;     // "trouver ci-joint" behind a request; texts
  std::vector<Formula> swaps;          // anywhere; texts
  std::vector<Formula> references;     // before a reference of law: "en application de"
  std::vector<Formula> references_inside;  // before one in the middle of its sentence
  std::vector<Formula> opposites;          // an adjective denied; text: its contrary
  std::string polite_request;              // "merci de"
  FormulaWords effects;              // "consequence": "n'est pas sans" it says that there is one
  FormulaWords no_terms;             // "delai": "sans" it sets no condition
  FormulaWords acts;                 // verbs of what a service does with a file
  FormulaWords cases;                // nouns of what a reader has the service deal with
  FormulaWords told;                 // verbs whose object is the reader: "informer"
  std::vector<Formula> calmer;       // "faute de quoi": words that say the same without a threat
  FormulaWords unpaid;               // "paiement=payer": what "faute de" says is not done
  FormulaWords refusable;            // "demande": what may be refused
  FormulaWords refused;              // "rejet=rejeter": what becomes of it
  FormulaWords risked;               // "poursuites=des": with its article
  FormulaWords aims;                 // "rejet=accepter": what its act is not to miss
  FormulaWords lapses;               // "forclusion=delai": what a late act comes to
  std::string too_late;              // "apres ce delai, ce ne sera plus possible"
  FormulaWords contests;             // "contester", "recours": an act against a decision
  FormulaWords given;                // "repondre": "nous" before it is whom, not what
  FormulaWords with_be;              // "venir": its past takes "etre"
  FormulaWords faults;               // "declaration": no person, but may have consequences
  FormulaWords reader_duties;        // "renvoyer": what only a reader is asked for
  FormulaWords reader_rights;        // "contester": what only a reader may do
  FormulaWords relatives;            // "fille": a letter may be about that person
  FormulaWords deciders;             // "tribunal": somebody else than the service may act
  FormulaWords order_leads;          // "si", "pour": first words that may stand before an order
  FormulaWords texts;                // "article", "loi": texts that words point back to
  std::vector<std::string> applied;  // "Texte applique :", "Textes appliques :"
  FormulaWords backward;             // "celui-ci": points to words before it
};

[[nodiscard]] Result<FormulaTable> load_formulas(const std::string& data_folder);
// Tests: the table as text; `path` names it in errors.
[[nodiscard]] Result<FormulaTable> parse_formulas(std::string_view table, const std::string& path);

// The pattern that a cell writes: "dans l' attente de|d'", "?" behind a word that may be missing.
[[nodiscard]] FormulaPattern formula_pattern(std::string_view cell);

// One past the last token that the pattern covers from `first` on; the longest cover. `end`: of the
// sentence. Nothing when it does not stand there.
[[nodiscard]] std::optional<std::uint32_t> match_formula(const Analysis& analysis,
                                                         const FormulaPattern& pattern,
                                                         std::uint32_t first, std::uint32_t end);

}  // namespace limpide
