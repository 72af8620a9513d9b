// The table of terms that experts edit, compiled so that a document is searched once for all of
// them. In: rows (term_rows.h, house/) and the language resources. Out: entries, and the places
// where they stand in an Analysis. Refuses: nothing; rows were checked when they were read. Cost of
// a search: one look-up a distinct form, then one a token, whatever the number of entries.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/base/result.h"
#include "analyzer/rules/form_symbols.h"
#include "analyzer/rules/term_edges.h"

namespace limpide {

// kAdvice: replacements are put in the form of the sentence, where the rule wants it; kAgree: in
// every rule; kTell: never, the words are told and no sentence is proposed. kKeep: words that look
// like a term of the rule and are none; what stands in them is not told. kExplain: the note
// says what the words mean, and may stand behind the sentence.
enum class TermOperation : std::uint8_t {
  kReplace,
  kDelete,
  kAdvice,
  kAgree,
  kTell,
  kKeep,
  kExplain
};

// Texts are views into the rows that hold the entry.
struct TermEntry {
  std::string_view pattern;  // as the expert wrote it
  std::string_view rule;     // id of the rule that reports it
  TermOperation operation = TermOperation::kAdvice;
  std::string_view replacements;   // best first, between bars; replacements_of() cuts them
  std::uint8_t risk = 1;           // 0 safe, 1 to be read, 2 legal term
  std::string_view register_name;  // "admin", "juridique", "anglais"...
  std::string_view note;
  std::string_view example;  // with [[marks]]; of an imported list it may be missing
  std::string_view exact;    // only where the text has these capitals; "": any
  bool imported = false;     // from a word list, whose message tells cases apart
  std::uint32_t line = 0;    // in the file
  std::uint32_t source = 0;  // into TermRows::sources
  std::uint32_t slot = 0;    // into TermTable::rules, set by compile_terms
};
[[nodiscard]] std::vector<std::string> replacements_of(const TermEntry& entry);

// Does the pattern end in "de" or "a", which also stand for "du", "des", "au", "aux"?
[[nodiscard]] bool has_open_ending(std::string_view pattern);

// Entries with the texts that they point into.
struct TermRows {
  struct Source {
    std::string path;         // for messages
    std::uint32_t layer = 0;  // into RuleSet::layers
  };
  std::vector<TermEntry> entries;
  std::vector<std::unique_ptr<const std::string>> texts;
  std::vector<Source> sources;
  std::vector<Error> faults;  // rows left out

  // The text, kept as long as the rows.
  std::string_view keep(std::string text);
};

struct TermHit {
  std::uint32_t entry = 0;  // into TermTable::entries
  std::uint32_t first_token = 0;
  std::uint32_t token_end = 0;
};

struct TermTable : TermRows {
  std::vector<std::string_view> rules;  // ids that entries name, sorted
  // Compiled index: words and lemmas are symbols, patterns are paths of a trie.
  FormSymbols symbols_of_form;  // by lower key
  TermEdges edges;
  std::vector<std::uint32_t> first_of_node;  // into entries_of_nodes, one past the last node too
  std::vector<std::uint32_t> entries_of_nodes;

  // Slot of a rule, rules.size() when no entry names it.
  [[nodiscard]] std::uint32_t slot_of(std::string_view rule) const;
};

[[nodiscard]] TermTable compile_terms(TermRows rows, const LanguageResources& language);

// Longest match at each place for each rule, in the order of the text. Hits over protected spans,
// quoted law and names are left out, and those inside words to keep.
[[nodiscard]] std::vector<TermHit> find_terms(const TermTable& table, const Analysis& analysis);

// The same hits by the rule that reports them, each in the order of the text.
class TermHits {
 public:
  TermHits(const TermTable& table, const std::vector<TermHit>& hits);
  struct Range {
    const TermHit* first = nullptr;
    const TermHit* last = nullptr;
    [[nodiscard]] const TermHit* begin() const { return first; }
    [[nodiscard]] const TermHit* end() const { return last; }
    [[nodiscard]] bool empty() const { return first == last; }
  };
  [[nodiscard]] Range of(std::uint32_t slot) const {
    if (slot + 1 >= first_of_slot_.size()) return {};
    return {hits_.data() + first_of_slot_[slot], hits_.data() + first_of_slot_[slot + 1]};
  }

 private:
  std::vector<TermHit> hits_;
  std::vector<std::uint32_t> first_of_slot_;
};

}  // namespace limpide
