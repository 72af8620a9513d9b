#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/rewriting/operations/operation.h"

namespace limpide {

const Form& form_of_token(const Analysis& analysis, std::uint32_t token) {
  return analysis.segmentation.forms[analysis.segmentation.tokens[token].form];
}

// The apostrophe that the document itself uses.
std::string apostrophe_of(const Analysis& analysis) {
  const std::string& text = analysis.document->text;
  const std::size_t curly = text.find("\xE2\x80\x99");
  const std::size_t straight = text.find('\'');
  if (curly == std::string::npos && straight != std::string::npos) return "'";
  return "\xE2\x80\x99";
}

std::uint32_t head_word(const Analysis& analysis, TokenRange range) {
  const std::uint32_t first = analysis.segmentation.tokens[range.first].first_word;
  const std::uint32_t end = range.end < analysis.segmentation.tokens.size()
                                ? analysis.segmentation.tokens[range.end].first_word
                                : static_cast<std::uint32_t>(analysis.segmentation.words.size());
  for (std::uint32_t i = first; i < end; ++i) {
    const std::uint32_t head = analysis.trees.arcs[i].head;
    if (head == kRoot || head < first || head >= end) return i;
  }
  return first;
}

std::vector<std::uint32_t> children_of(const Analysis& analysis, std::uint32_t word) {
  std::vector<std::uint32_t> children;
  const std::uint32_t sentence = analysis.sentence_of_token[token_of_word(analysis, word)];
  const WordRange words = analysis.trees.sentence_words[sentence];
  for (std::uint32_t i = words.first; i < words.end; ++i) {
    if (analysis.trees.arcs[i].head == word) children.push_back(i);
  }
  return children;
}

bool is_shouted(const Analysis& analysis, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    const Form& form = form_of_token(analysis, i);
    if (form.casing == Casing::kUpper && form.letters > 1) return true;
  }
  return false;
}

bool touches_protected(const Analysis& analysis, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    if (analysis.protected_of_token[i] != 0) return true;
  }
  return false;
}

bool may_precede_order(const Analysis& analysis, const FormulaTable& table,
                       const Sentence& sentence) {
  const std::uint32_t first = sentence.first_token;
  constexpr std::uint32_t kLongestLead = 3;  // tokens: "par_consequent" of the table
  std::string opening;
  bool found = false;
  for (std::uint32_t i = first; i < sentence.token_end && i < first + kLongestLead; ++i) {
    opening += (i == first ? "" : "_") + form_of_token(analysis, i).lower;
    found = found || table.order_leads.count(opening) != 0;
  }
  if (!found) return false;
  return std::none_of(table.references.begin(), table.references.end(), [&](const Formula& lead) {
    return match_formula(analysis, lead.pattern, first, sentence.token_end).has_value();
  });
}

std::uint32_t token_of_word(const Analysis& analysis, std::uint32_t word) {
  return analysis.segmentation.words[word].token;
}

const std::string& lemma_of(const Analysis& analysis, std::uint32_t word) {
  return analysis.tagging.lemmas[analysis.tagging.words[word].lemma];
}

bool starts_with_capital(const Analysis& analysis, std::uint32_t token) {
  const std::string& text = analysis.document->text;
  return is_upper(decode_at(text, analysis.segmentation.tokens[token].span.begin).code_point);
}

}  // namespace limpide
