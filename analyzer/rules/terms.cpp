#include "analyzer/rules/terms.h"

#include <algorithm>

namespace limpide {
namespace {

// A word with a capital inside a sentence belongs to a name: "la Maison de l'Instance".
bool is_name_inside(const Analysis& analysis, std::uint32_t token) {
  const Segmentation& cut = analysis.segmentation;
  const Form& form = cut.forms[cut.tokens[token].form];
  if (form.casing != Casing::kCapitalized || form.letters < 2) return false;
  const Sentence& sentence = cut.sentences[analysis.sentence_of_token[token]];
  return token != sentence.first_token;
}

// Letter for letter, blanks and apostrophes aside.
bool has_capitals_of(const Analysis& analysis, const TermHit& hit, std::string_view exact) {
  std::string own;
  for (std::uint32_t i = hit.first_token; i < hit.token_end; ++i) {
    const Token& token = analysis.segmentation.tokens[i];
    if (i > hit.first_token && token.space_before) own.push_back(' ');
    own.append(analysis.segmentation.forms[token.form].key);
  }
  return own == exact;
}

bool may_report(const Analysis& analysis, const TermHit& hit, const TermEntry& entry) {
  bool first = true;
  for (std::uint32_t i = hit.first_token; i < hit.token_end; ++i) {
    if (analysis.protected_of_token[i] != 0 || analysis.quoted_law_token[i]) return false;
    if (!first && entry.exact.empty() && is_name_inside(analysis, i)) return false;
    first = false;
  }
  return entry.exact.empty() || has_capitals_of(analysis, hit, entry.exact);
}

class Searcher {
 public:
  Searcher(const TermTable& table, const Analysis& analysis)
      : table_(table), analysis_(analysis), symbols_(analysis.segmentation.forms.size()) {
    for (std::size_t i = 0; i < symbols_.size(); ++i) {
      symbols_[i] = table.symbols_of_form.first(analysis.segmentation.forms[i].lower);
    }
  }

  std::vector<TermHit> search() {
    if (table_.first_of_node.empty()) return {};
    const Segmentation& cut = analysis_.segmentation;
    for (const Sentence& sentence : cut.sentences) {
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        if (symbols_[cut.tokens[at].form] == FormSymbols::kNone) continue;
        walk(0, at, at, sentence.token_end);
        report();
      }
    }
    drop_kept();
    return std::move(hits_);
  }

 private:
  void walk(std::uint32_t node, std::uint32_t at, std::uint32_t start, std::uint32_t end) {
    for (std::uint32_t i = table_.first_of_node[node]; i < table_.first_of_node[node + 1]; ++i)
      found_.push_back({table_.entries_of_nodes[i], start, at});
    if (at == end) return;
    const FormSymbols& symbols = table_.symbols_of_form;
    for (FormSymbols::Cell cell = symbols_[analysis_.segmentation.tokens[at].form];
         cell != FormSymbols::kNone; cell = symbols.next(cell)) {
      const std::uint32_t next = table_.edges.find(node, symbols.symbol(cell));
      if (next != TermEdges::kNone) walk(next, at + 1, start, end);
    }
  }

  // Of one rule the longest entry counts; entries of other rules are selection's business.
  void report() {
    for (const TermHit& hit : found_) {
      const TermEntry& entry = table_.entries[hit.entry];
      // Two rows may spell the same words: the first one counts.
      const bool longer = std::any_of(found_.begin(), found_.end(), [&](const TermHit& other) {
        const bool before = other.token_end > hit.token_end ||
                            (other.token_end == hit.token_end && other.entry < hit.entry);
        return before && table_.entries[other.entry].slot == entry.slot;
      });
      const bool again = !hits_.empty() && hits_.back().entry == hit.entry &&
                         hits_.back().first_token == hit.first_token;
      if (longer || again) continue;
      if (entry.operation == TermOperation::kKeep)
        kept_.push_back(hit);
      else if (may_report(analysis_, hit, entry))
        hits_.push_back(hit);
    }
    found_.clear();
  }

  // "loyer derogatoire" is kept: "derogatoire" in it is not told. Both lists are in the order of
  // the text.
  void drop_kept() {
    if (kept_.empty()) return;
    std::size_t first = 0;
    const auto inside = [&](const TermHit& hit) {
      while (first < kept_.size() && kept_[first].token_end <= hit.first_token) ++first;
      for (std::size_t i = first; i < kept_.size(); ++i) {
        if (kept_[i].first_token > hit.first_token) break;
        const bool same = table_.entries[kept_[i].entry].slot == table_.entries[hit.entry].slot;
        if (same && kept_[i].token_end >= hit.token_end) return true;
      }
      return false;
    };
    std::vector<TermHit> told;
    for (const TermHit& hit : hits_) {
      if (!inside(hit)) told.push_back(hit);
    }
    hits_ = std::move(told);
  }

  const TermTable& table_;
  const Analysis& analysis_;
  std::vector<FormSymbols::Cell> symbols_;  // by form: its first symbol
  std::vector<TermHit> found_;
  std::vector<TermHit> hits_;
  std::vector<TermHit> kept_;
};

}  // namespace

std::uint32_t TermTable::slot_of(std::string_view rule) const {
  const auto found = std::lower_bound(rules.begin(), rules.end(), rule);
  const bool known = found != rules.end() && *found == rule;
  return static_cast<std::uint32_t>(known ? found - rules.begin()
                                          : static_cast<std::ptrdiff_t>(rules.size()));
}

TermHits::TermHits(const TermTable& table, const std::vector<TermHit>& hits)
    : hits_(hits.size()), first_of_slot_(table.rules.size() + 1, 0) {
  for (const TermHit& hit : hits) ++first_of_slot_[table.entries[hit.entry].slot + 1];
  for (std::size_t i = 1; i < first_of_slot_.size(); ++i)
    first_of_slot_[i] += first_of_slot_[i - 1];
  std::vector<std::uint32_t> next(first_of_slot_.begin(), first_of_slot_.end() - 1);
  for (const TermHit& hit : hits) hits_[next[table.entries[hit.entry].slot]++] = hit;
}

std::vector<TermHit> find_terms(const TermTable& table, const Analysis& analysis) {
  return Searcher(table, analysis).search();
}

}  // namespace limpide
