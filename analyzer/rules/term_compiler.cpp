// compile_terms: rows to the trie that documents are searched with.
#include <algorithm>
#include <array>
#include <deque>
#include <unordered_set>
#include <utility>

#include "analyzer/base/utf8.h"
#include "analyzer/document/document_builder.h"
#include "analyzer/rules/terms.h"
#include "analyzer/segmentation/segmenter.h"

namespace limpide {
namespace {

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
  if (lower.empty() || lower.back() != '\'') return lower;
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
  if (word.size() > 3) return {};
  if (word == "de" || word == "d'" || word == "du" || word == "des") return kOpenDe;
  if (word == kA || word == "au" || word == "aux") return kOpenA;
  return {};
}

// An element of a pattern: the words or lemmas any of which stands there, in Compiler::words_.
struct Element {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  bool lemma = false;
};

struct Range {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};

// A word of a pattern as the table has it.
struct PatternWord {
  bool lemma = false;
  std::string_view first;  // of the alternatives
  std::string_view rest;   // the others, between bars
  bool alternatives = false;
};

// Letters of French, in lower case: one token wherever they stand, no tokenizer is needed.
bool is_plain_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] >= 'a' && word[at] <= 'z') continue;
    if (at + 1 == word.size()) return false;
    const auto lead = static_cast<unsigned char>(word[at]);
    const auto next = static_cast<unsigned char>(word[++at]);
    const bool accented = lead == 0xC3 && next >= 0xA0 && next <= 0xBF && next != 0xB7;
    if (!accented && (lead != 0xC5 || next != 0x93)) return false;
  }
  return !word.empty();
}

// "d'un": the bytes of the elided word with its apostrophe, of which there are two kinds; 0: none.
struct Elision {
  std::size_t bytes = 0;
  std::string_view form;  // with the straight apostrophe
};
Elision elision_of(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kForms{"d'", "l'", "qu'", "n'", "s'",
                                                          "j'", "m'", "t'",  "c'"};
  constexpr std::size_t kLongestStart = 3;  // "qu'"
  if (word.substr(0, kLongestStart).find_first_of("'\xE2") == std::string_view::npos) return {};
  for (const std::string_view form : kForms) {
    const std::string_view letters = form.substr(0, form.size() - 1);
    if (word.substr(0, letters.size()) != letters) continue;
    const std::string_view rest = word.substr(letters.size());
    if (rest.substr(0, 1) == "'") return {form.size(), form};
    if (rest.substr(0, 3) == "\xE2\x80\x99") return {letters.size() + 3, form};
  }
  return {};
}

std::vector<PatternWord> words_of_pattern(std::string_view pattern) {
  std::vector<PatternWord> words;
  while (!pattern.empty()) {
    const std::size_t end = std::min(pattern.find(' '), pattern.size());
    std::string_view word = pattern.substr(0, end);
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
    if (word.empty()) continue;
    const bool lemma = word.size() > 2 && word.front() == '{' && word.back() == '}';
    if (lemma) word = word.substr(1, word.size() - 2);
    const std::size_t bar = word.find('|');
    const bool more = bar != std::string_view::npos;
    words.push_back({lemma, word.substr(0, bar), more ? word.substr(bar + 1) : word, more});
  }
  return words;
}

class Compiler {
 public:
  explicit Compiler(const LanguageResources& language) : language_(language) {}

  TermTable compile(TermRows rows) {
    static_cast<TermRows&>(table_) = std::move(rows);
    number_rules();
    cut_patterns();
    for (std::uint32_t i = 0; i < table_.entries.size(); ++i) add_path(i);
    index_nodes();
    return std::move(table_);
  }

 private:
  void number_rules() {
    std::vector<std::string_view>& rules = table_.rules;
    for (const TermEntry& entry : table_.entries) {
      // Rows of a rule follow each other: most repeat the last one.
      if (rules.empty() || rules.back() != entry.rule) rules.push_back(entry.rule);
    }
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    std::string_view last;
    std::uint32_t slot = 0;
    for (TermEntry& entry : table_.entries) {
      if (entry.rule != last) slot = table_.slot_of(entry.rule);
      last = entry.rule;
      entry.slot = slot;
    }
  }

  // Patterns are cut by the tokenizer that cuts documents, so that the two always agree. One
  // block a pattern; braces and alternatives are taken out first and put back by place. Patterns
  // of plain words need no tokenizer.
  void cut_patterns() {
    DocumentBuilder builder(Format::kText, Limits{});
    ranges_.resize(table_.entries.size());
    std::vector<std::vector<PatternWord>> words;
    std::vector<std::uint32_t> entry_of_block;
    for (std::uint32_t i = 0; i < table_.entries.size(); ++i) {
      std::vector<PatternWord> own = words_of_pattern(table_.entries[i].pattern);
      if (std::all_of(own.begin(), own.end(), is_cut)) {
        for (const PatternWord& word : own) add_cut(i, word);
        continue;
      }
      builder.open_block({});
      bool inside = false;
      for (const PatternWord& word : own) {
        if (std::exchange(inside, true)) builder.append_made(" ");
        builder.append_made(word.first);
      }
      builder.close_block();
      words.push_back(std::move(own));
      entry_of_block.push_back(i);
    }
    cut_text(builder, words, entry_of_block);
  }

  // Letters, perhaps after an elided word.
  static bool is_cut(const PatternWord& word) {
    if (is_plain_word(word.first)) return true;
    const Elision elision = elision_of(word.first);
    return elision.bytes > 0 && !word.lemma && !word.alternatives &&
           is_plain_word(word.first.substr(elision.bytes));
  }
  void add_cut(std::uint32_t entry, const PatternWord& word) {
    const Elision elision = elision_of(word.first);
    if (elision.bytes > 0) add_element(entry, elision.form, word);
    add_element(entry, word.first.substr(elision.bytes), word);
  }

  void cut_text(DocumentBuilder& builder, const std::vector<std::vector<PatternWord>>& words,
                const std::vector<std::uint32_t>& entry_of_block) {
    const Result<Document> document = builder.finish();
    if (!document || document->blocks.empty()) return;
    cut_ = segment(*document, language_.segmentation);
    std::size_t block = 0;
    for (const Token& token : cut_.tokens) {
      while (document->blocks[block].text.end <= token.span.begin) ++block;
      const Span before{document->blocks[block].text.begin, token.span.begin};
      const std::string_view text = slice(document->text, before);
      const auto place = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
      const PatternWord word = place < words[block].size() ? words[block][place] : PatternWord{};
      add_element(entry_of_block[block], cut_.forms[token.form].lower, word);
    }
  }

  void add_element(std::uint32_t entry, std::string_view lower, const PatternWord& word) {
    Element element;
    element.lemma = word.lemma;
    element.first = static_cast<std::uint32_t>(words_.size());
    words_.push_back(lower);
    if (word.alternatives) {
      std::string_view rest = word.rest;
      while (true) {
        const std::size_t bar = rest.find('|');
        lowered_.push_back(to_lower(rest.substr(0, bar)));
        words_.push_back(lowered_.back());
        if (bar == std::string_view::npos) break;
        rest.remove_prefix(bar + 1);
      }
    }
    element.end = static_cast<std::uint32_t>(words_.size());
    // The elements of an entry come one after the other.
    Range& range = ranges_[entry];
    if (range.end == 0) range.first = range.end = static_cast<std::uint32_t>(elements_.size());
    ++range.end;
    elements_.push_back(element);
  }

  // Names of symbols are forms, "{lemma}" or "de+": numbered as they come.
  std::uint32_t symbol(std::string_view name) {
    const FormSymbols::Cell known = symbols_.first(name);
    if (known != FormSymbols::kNone) return symbols_.symbol(known);
    symbols_.link(name, symbol_count_);
    return symbol_count_++;
  }

  void link(std::string_view form, std::uint32_t id) { table_.symbols_of_form.link(form, id); }

  // Into ids_.
  void find_symbols(const Element& element, bool last) {
    ids_.clear();
    const bool alone = element.end - element.first == 1;
    for (std::uint32_t i = element.first; i < element.end; ++i) {
      const std::string_view word = words_[i];
      // Among others, "des" is the article: "percevoir une|des".
      const bool open = last && (alone || word == "de" || word == kA);
      ids_.push_back(element.lemma ? lemma_symbol(word) : word_symbol(word, open));
    }
  }

  std::uint32_t lemma_symbol(std::string_view lemma) {
    name_.assign(1, '{').append(lemma).push_back('}');
    const std::uint32_t before = symbol_count_;
    const std::uint32_t id = symbol(name_);
    if (id == before) link_lemma(lemma, id);
    return id;
  }

  std::uint32_t word_symbol(std::string_view word, bool last) {
    const std::string_view open = last ? open_ending(word) : std::string_view{};
    const std::uint32_t before = symbol_count_;
    if (!open.empty()) {
      const std::uint32_t id = symbol(open);
      if (id != before) return id;
      const bool de = open == kOpenDe;
      for (const char* form :
           de ? std::array{"de", "d'", "du", "des"} : std::array{kA, "au", "aux", kA}) {
        link(form, id);
      }
      return id;
    }
    const std::string_view name = unelided(word);
    const std::uint32_t id = symbol(name);
    if (id != before && name == word) return id;
    link(word, id);
    if (name != word) link(name, id);
    if (name.back() == 'e') link_elided(name, id);
    return id;
  }

  void link_elided(std::string_view name, std::uint32_t id) {
    if (name.size() < 2) return;
    name_.assign(name.substr(0, name.size() - 1)).push_back('\'');
    if (unelided(name_) == name) link(name_, id);
  }

  void link_lemma(std::string_view lemma, std::uint32_t id) {
    link(lemma, id);
    std::uint32_t inflected = 0;
    for (const Upos upos :
         {Upos::kVerb, Upos::kAux, Upos::kNoun, Upos::kAdj, Upos::kDet, Upos::kPron, Upos::kAdv}) {
      inflected |= 1U << static_cast<unsigned>(upos);
    }
    language_.lexicon.each_form_of(lemma, inflected, [this, id](std::string_view form) {
      if (is_plain_word(form))
        link(form, id);
      else
        link(to_lower(form), id);
    });
  }

  void add_path(std::uint32_t entry) {
    const Range range = ranges_[entry];
    if (range.first == range.end) return;
    nodes_.assign(1, 0);
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      const bool last = i + 1 == range.end && range.end - range.first > 1;
      find_symbols(elements_[i], last);
      next_.clear();
      for (const std::uint32_t node : nodes_) {
        for (const std::uint32_t id : ids_) {
          const std::uint32_t to = table_.edges.add(node, id, node_count_);
          if (to == node_count_) ++node_count_;
          next_.push_back(to);
        }
      }
      nodes_.swap(next_);
    }
    for (const std::uint32_t node : nodes_) ends_.emplace_back(node, entry);
  }

  // Entries of a node in the order of the table.
  void index_nodes() {
    if (ends_.empty()) return;
    std::vector<std::uint32_t>& first = table_.first_of_node;
    first.assign(std::size_t{node_count_} + 1, 0);
    for (const auto& end : ends_) ++first[end.first + 1];
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    table_.entries_of_nodes.resize(ends_.size());
    for (const auto& end : ends_) table_.entries_of_nodes[next[end.first]++] = end.second;
  }

  const LanguageResources& language_;
  TermTable table_;
  Segmentation cut_;                     // of the patterns; words_ point into its forms
  std::deque<std::string> lowered_;      // the alternatives, which words_ point to
  std::vector<std::string_view> words_;  // of all the elements
  std::vector<Element> elements_;
  std::vector<Range> ranges_;  // by entry, into elements_
  FormSymbols symbols_;        // by name; one a name
  std::uint32_t symbol_count_ = 0;
  std::uint32_t node_count_ = 1;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends_;  // node, entry
  // Of the element being linked.
  std::string name_;
  std::vector<std::uint32_t> ids_;
  std::vector<std::uint32_t> nodes_;
  std::vector<std::uint32_t> next_;
};

}  // namespace

TermTable compile_terms(TermRows rows, const LanguageResources& language) {
  return Compiler(language).compile(std::move(rows));
}

bool has_open_ending(std::string_view pattern) {
  std::string_view last = pattern.substr(pattern.find_last_of(' ') + 1);
  const std::size_t bar = last.find('|');
  if (bar == std::string_view::npos) return !open_ending(last).empty();
  for (;; last.remove_prefix(last.find('|') + 1)) {
    const std::string_view word = last.substr(0, last.find('|'));
    if (word == "de" || word == kA) return true;
    if (word.size() == last.size()) return false;
  }
}

}  // namespace limpide
