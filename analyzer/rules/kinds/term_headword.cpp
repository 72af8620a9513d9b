#include "analyzer/rules/kinds/term_headword.h"

#include <algorithm>
#include <vector>

#include "analyzer/base/utf8.h"
#include "analyzer/rules/kinds/words.h"

namespace limpide {
namespace {

std::vector<std::string> cut_at(std::string_view text, std::string_view marks) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(marks), text.size());
    if (end > 0) pieces.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pieces;
}

bool is_plural_of(const std::string& plural, const std::string& singular) {
  if (plural == singular + "s" || plural == singular + "x") return true;
  // "social", "sociaux".
  const std::size_t size = singular.size();
  return size > 2 && singular.compare(size - 2, 2, "al") == 0 &&
         plural == singular.substr(0, size - 1) + "ux";
}

// "executoires" among "executoire|executoires"; "debiteurs" for "{debiteur}".
std::string as_in_a_dictionary(const std::string& word, std::string_view pattern) {
  const std::string lower = to_lower(word);
  // "{saisir} la commission": what a dictionary prints, not "saisissant".
  const bool lemma = pattern.size() > 2 && pattern.front() == '{' && pattern.back() == '}' &&
                     pattern.find('|') == std::string_view::npos;
  if (lemma) return std::string(pattern.substr(1, pattern.size() - 2));
  for (const std::string& other : cut_at(pattern, "|{}")) {
    if (is_plural_of(lower, other)) return other;
  }
  return word;
}

}  // namespace

std::string headword_of(const Analysis& analysis, const TermHit& found, const TermEntry& entry) {
  const Span span = span_of(analysis, found.first_token, found.token_end);
  std::vector<std::string> words = cut_at(slice(analysis.document->text, span), " \t\r\n");
  const std::vector<std::string> patterns = cut_at(entry.pattern, " ");
  if (words.size() == patterns.size()) {
    for (std::size_t i = 0; i < words.size(); ++i)
      words[i] = as_in_a_dictionary(words[i], patterns[i]);
  }
  std::string headword;
  for (const std::string& word : words) {
    if (!headword.empty()) headword += ' ';
    headword += word;
  }
  return headword;
}

}  // namespace limpide
