#include "analyzer/rules/terms.h"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/document/document_builder.h"
#include "analyzer/segmentation/segmenter.h"

namespace limpide {
namespace {

constexpr std::size_t kColumns = 8;

// Every part between the separators, from left to right; an empty text has one empty part.
template <typename Use>
void for_each_part(std::string_view text, char separator, const Use& use) {
  while (true) {
    const std::size_t at = text.find(separator);
    use(text.substr(0, at));
    if (at == std::string_view::npos) return;
    text.remove_prefix(at + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

// What an elided word stands for, so that "d'" and "de" are one symbol.
std::string_view unelided(std::string_view lower) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kElided{{
      {"d'", "de"},
      {"l'", "le"},
      {"qu'", "que"},
      {"n'", "ne"},
      {"s'", "se"},
      {"j'", "je"},
      {"m'", "me"},
      {"t'", "te"},
      {"c'", "ce"},
      {"jusqu'", "jusque"},
      {"lorsqu'", "lorsque"},
      {"puisqu'", "puisque"},
      {"quoiqu'", "quoique"},
      {"presqu'", "presque"},
  }};
  for (const auto& pair : kElided) {
    if (pair.first == lower) return pair.second;
  }
  return lower;
}

// A pattern that ends in "de" also ends in "du", "des": the article is given back when rewriting.
constexpr const char* kOpenDe = "de+";
constexpr const char* kOpenA = "\xC3\xA0+";  // "a" with grave accent
constexpr const char* kA = "\xC3\xA0";

std::string_view open_ending(std::string_view word) {
  if (word == "de" || word == "d'" || word == "du" || word == "des") return kOpenDe;
  if (word == kA || word == "au" || word == "aux") return kOpenA;
  return {};
}

// One element of a pattern: the words or lemmas any of which stands there.
struct Element {
  std::vector<std::string_view> words;
  bool lemma = false;
};

// A word of a pattern as the table has it; the first alternative is cut with its neighbours.
struct PatternWord {
  bool lemma = false;
  bool alternatives = false;
  std::string_view rest;  // the alternatives after the first, between bars
};

class Compiler {
 public:
  explicit Compiler(const LanguageResources& language) : language_(language) {}

  TermTable compile(std::string_view tsv, const std::string& path) {
    read_rows(tsv, path);
    segment_patterns();
    for (std::uint32_t i = 0; i < table_.entries.size(); ++i) add_path(i);
    return std::move(table_);
  }

 private:
  void fault(const std::string& path, std::uint32_t line, std::string key,
             MessageArguments arguments = {}) {
    table_.faults.push_back(make_error(ErrorCode::kInvalidInput, std::move(key),
                                       std::move(arguments), {path, line, 1}));
  }

  void read_rows(std::string_view tsv, const std::string& path) {
    std::uint32_t number = 0;
    table_.entries.reserve(static_cast<std::size_t>(std::count(tsv.begin(), tsv.end(), '\n')) + 1);
    for_each_part(tsv, '\n', [&](std::string_view line) {
      ++number;
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (!line.empty() && line.front() != '#' && number > 1) read_line(line, number, path);
    });
  }

  void read_line(std::string_view line, std::uint32_t number, const std::string& path) {
    cells_.clear();
    for_each_part(line, '\t', [this](std::string_view cell) { cells_.push_back(cell); });
    if (cells_.size() != kColumns) {
      fault(path, number, "error.terms.columns", {{"count", std::to_string(cells_.size())}});
      return;
    }
    std::optional<TermEntry> entry = read_row(cells_);
    if (!entry) {
      fault(path, number, "error.terms.value", {{"term", std::string(cells_[0])}});
      return;
    }
    entry->line = number;
    if (!seen_.insert(entry->pattern + '\t' + entry->rule).second) {
      fault(path, number, "error.terms.twice", {{"term", entry->pattern}});
      return;
    }
    table_.entries.push_back(std::move(*entry));
  }

  static std::optional<TermEntry> read_row(const std::vector<std::string_view>& cells) {
    TermEntry entry;
    entry.pattern = std::string(trimmed(cells[0]));
    entry.rule = std::string(trimmed(cells[1]));
    const std::string_view operation = trimmed(cells[2]);
    if (operation == "remplacer")
      entry.operation = TermOperation::kReplace;
    else if (operation == "supprimer")
      entry.operation = TermOperation::kDelete;
    else if (operation != "conseil")
      return std::nullopt;
    for_each_part(cells[3], '|', [&entry](std::string_view text) {
      if (!trimmed(text).empty()) entry.replacements.emplace_back(trimmed(text));
    });
    const std::string_view risk = trimmed(cells[4]);
    if (risk.size() != 1 || risk[0] < '0' || risk[0] > '2') return std::nullopt;
    entry.risk = static_cast<std::uint8_t>(risk[0] - '0');
    entry.register_name = std::string(trimmed(cells[5]));
    entry.note = std::string(trimmed(cells[6]));
    entry.example = std::string(trimmed(cells[7]));
    const bool needs_text = entry.operation == TermOperation::kReplace;
    if (entry.pattern.empty() || entry.rule.empty()) return std::nullopt;
    if (needs_text && entry.replacements.empty()) return std::nullopt;
    return entry;
  }

  // Patterns are cut by the tokenizer that cuts documents, so that the two always agree. One
  // block a pattern; braces and alternatives are taken out first and put back by place.
  void segment_patterns() {
    DocumentBuilder builder(Format::kText, Limits{});
    std::vector<std::vector<PatternWord>> words(table_.entries.size());
    for (std::size_t i = 0; i < table_.entries.size(); ++i) {
      builder.open_block({});
      for_each_part(table_.entries[i].pattern, ' ', [&](std::string_view word) {
        if (word.empty()) return;
        const bool lemma = word.size() > 2 && word.front() == '{' && word.back() == '}';
        if (lemma) word = word.substr(1, word.size() - 2);
        const std::size_t bar = word.find('|');
        if (builder.offset() > 0) builder.append_made(" ");
        builder.append_made(word.substr(0, bar));
        words[i].push_back({lemma, bar != std::string_view::npos,
                            bar == std::string_view::npos ? word : word.substr(bar + 1)});
      });
      builder.close_block();
    }
    const Result<Document> document = builder.finish();
    patterns_.resize(table_.entries.size());
    if (!document) return;
    cut_ = segment(*document, language_.segmentation);
    std::size_t block = 0;
    for (const Token& token : cut_.tokens) {
      while (document->blocks[block].text.end <= token.span.begin) ++block;
      place_token(*document, token, block, words[block]);
    }
  }

  void place_token(const Document& document, const Token& token, std::size_t block,
                   const std::vector<PatternWord>& words) {
    const Span before{document.blocks[block].text.begin, token.span.begin};
    const std::string_view text = slice(document.text, before);
    const auto place = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
    Element element;
    element.lemma = place < words.size() && words[place].lemma;
    element.words.push_back(cut_.forms[token.form].lower);
    if (place < words.size() && words[place].alternatives) {
      for_each_part(words[place].rest, '|', [&](std::string_view option) {
        lowered_.push_back(to_lower(option));
        element.words.push_back(lowered_.back());
      });
    }
    patterns_[block].push_back(std::move(element));
  }

  std::uint32_t symbol(std::string_view name) {
    return symbol_ids_.emplace(name, static_cast<std::uint32_t>(symbol_ids_.size())).first->second;
  }

  void link(std::string_view form, std::uint32_t id) { table_.symbols_of_form.link(form, id); }

  // Into ids_.
  void find_symbols(const Element& element, bool last) {
    std::vector<std::uint32_t>& ids = ids_;
    ids.clear();
    for (const std::string_view word : element.words) {
      if (element.lemma) {
        const std::uint32_t id = symbol("{" + std::string(word) + "}");
        if (lemmas_done_.emplace(word).second) link_lemma(word, id);
        ids.push_back(id);
        continue;
      }
      const std::string_view open = last ? open_ending(word) : std::string_view{};
      if (!open.empty()) {
        ids.push_back(symbol(open));
        const bool de = open == kOpenDe;
        for (const char* form :
             de ? std::array{"de", "d'", "du", "des"} : std::array{kA, "au", "aux", kA}) {
          link(form, ids.back());
        }
        continue;
      }
      const std::string_view name = unelided(word);
      const std::uint32_t id = symbol(name);
      link(word, id);
      if (name != word) link(name, id);
      link_elided(name, id);
      ids.push_back(id);
    }
  }

  void link_elided(std::string_view name, std::uint32_t id) {
    if (name.size() < 2 || name.back() != 'e') return;
    const std::string elided = std::string(name.substr(0, name.size() - 1)) + "'";
    if (unelided(elided) == name) link(elided, id);
  }

  void link_lemma(std::string_view lemma, std::uint32_t id) {
    link(lemma, id);
    std::uint32_t inflected = 0;
    for (const Upos upos :
         {Upos::kVerb, Upos::kAux, Upos::kNoun, Upos::kAdj, Upos::kDet, Upos::kPron, Upos::kAdv}) {
      inflected |= 1U << static_cast<unsigned>(upos);
    }
    language_.lexicon.each_form_of(lemma, inflected,
                                   [this, id](std::string_view form) { link(to_lower(form), id); });
  }

  void add_path(std::uint32_t entry) {
    const std::vector<Element>& pattern = patterns_[entry];
    if (pattern.empty()) return;
    if (table_.entries_of_node.empty()) table_.entries_of_node.emplace_back();
    std::vector<std::uint32_t> nodes{0};
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      const bool last = i + 1 == pattern.size() && pattern.size() > 1;
      find_symbols(pattern[i], last);
      std::vector<std::uint32_t> next;
      for (const std::uint32_t node : nodes) {
        for (const std::uint32_t id : ids_) next.push_back(child(node, id));
      }
      nodes = std::move(next);
    }
    for (const std::uint32_t node : nodes) table_.entries_of_node[node].push_back(entry);
  }

  std::uint32_t child(std::uint32_t node, std::uint32_t id) {
    const std::uint64_t key = (std::uint64_t{node} << 32U) | id;
    const auto added =
        table_.edges.emplace(key, static_cast<std::uint32_t>(table_.entries_of_node.size()));
    if (added.second) table_.entries_of_node.emplace_back();
    return added.first->second;
  }

  const LanguageResources& language_;
  TermTable table_;
  Segmentation cut_;                 // of all the patterns; elements point into its forms
  std::deque<std::string> lowered_;  // the alternatives, which elements point to
  std::vector<std::vector<Element>> patterns_;
  std::vector<std::uint32_t> ids_;        // of the element being linked
  std::vector<std::string_view> cells_;   // of the row being read
  std::unordered_set<std::string> seen_;  // pattern, tab, rule
  std::unordered_map<std::string, std::uint32_t> symbol_ids_;
  std::unordered_set<std::string> lemmas_done_;
};

// A word with a capital inside a sentence belongs to a name: "la Maison de l'Instance".
bool is_name_inside(const Analysis& analysis, std::uint32_t token) {
  const Segmentation& cut = analysis.segmentation;
  const Form& form = cut.forms[cut.tokens[token].form];
  if (form.casing != Casing::kCapitalized || form.letters < 2) return false;
  const Sentence& sentence = cut.sentences[analysis.sentence_of_token[token]];
  return token != sentence.first_token;
}

bool may_report(const Analysis& analysis, const TermHit& hit) {
  bool first = true;
  for (std::uint32_t i = hit.first_token; i < hit.token_end; ++i) {
    if (analysis.protected_of_token[i] != 0 || analysis.quoted_law_token[i]) return false;
    if (!first && is_name_inside(analysis, i)) return false;
    first = false;
  }
  return true;
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
    if (table_.entries_of_node.empty()) return {};
    const Segmentation& cut = analysis_.segmentation;
    for (const Sentence& sentence : cut.sentences) {
      for (std::uint32_t at = sentence.first_token; at < sentence.token_end; ++at) {
        if (symbols_[cut.tokens[at].form] == FormSymbols::kNone) continue;
        walk(0, at, at, sentence.token_end);
        report();
      }
    }
    return std::move(hits_);
  }

 private:
  void walk(std::uint32_t node, std::uint32_t at, std::uint32_t start, std::uint32_t end) {
    if (node != 0) {
      for (const std::uint32_t entry : table_.entries_of_node[node]) {
        found_.push_back({entry, start, at});
      }
    }
    if (at == end) return;
    const FormSymbols& symbols = table_.symbols_of_form;
    for (FormSymbols::Cell cell = symbols_[analysis_.segmentation.tokens[at].form];
         cell != FormSymbols::kNone; cell = symbols.next(cell)) {
      const auto edge = table_.edges.find((std::uint64_t{node} << 32U) | symbols.symbol(cell));
      if (edge != table_.edges.end()) walk(edge->second, at + 1, start, end);
    }
  }

  // Of one rule the longest entry counts; entries of other rules are selection's business.
  void report() {
    for (const TermHit& hit : found_) {
      const std::string& rule = table_.entries[hit.entry].rule;
      // Two rows may spell the same words: the first one counts.
      const bool longer = std::any_of(found_.begin(), found_.end(), [&](const TermHit& other) {
        const bool before = other.token_end > hit.token_end ||
                            (other.token_end == hit.token_end && other.entry < hit.entry);
        return before && table_.entries[other.entry].rule == rule;
      });
      const bool again = !hits_.empty() && hits_.back().entry == hit.entry &&
                         hits_.back().first_token == hit.first_token;
      if (!longer && !again && may_report(analysis_, hit)) hits_.push_back(hit);
    }
    found_.clear();
  }

  const TermTable& table_;
  const Analysis& analysis_;
  std::vector<FormSymbols::Cell> symbols_;  // by form: its first symbol
  std::vector<TermHit> found_;
  std::vector<TermHit> hits_;
};

}  // namespace

TermTable compile_terms(std::string_view tsv, const std::string& path,
                        const LanguageResources& language) {
  return Compiler(language).compile(tsv, path);
}

std::vector<TermHit> find_terms(const TermTable& table, const Analysis& analysis) {
  return Searcher(table, analysis).search();
}

}  // namespace limpide
