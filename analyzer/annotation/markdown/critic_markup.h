// CriticMarkup, the marks of review that Markdown writers know: {==words==}{>>comment<<},
// {--old--}{++new++}. In: words. Out: marks that no rule of Markdown changes; a text with marks
// taken away. Refuses: words that hold the signs of a mark.
//
// The substitution {~~old~>new~~} is not written: pages that do not know it strike out both.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limpide::critic {

// May a mark stand around these words, of the source or new ones?
[[nodiscard]] bool can_mark(std::string_view words);
[[nodiscard]] std::string highlight(std::string_view words);
[[nodiscard]] std::string deletion(std::string_view words);
[[nodiscard]] std::string insertion(std::string_view words);
// One line; what Markdown would read in it is escaped.
[[nodiscard]] std::string comment(const std::vector<std::string>& paragraphs);

// Does the text already have marks of review?
[[nodiscard]] bool has_marks(std::string_view text);
// Every mark undone: comments and insertions gone, the words of others kept.
[[nodiscard]] std::string rejected(std::string_view text);

}  // namespace limpide::critic
