// Headings for a long letter that has none, its object line, what it says in the main. In: the
// whole document. Out: one suggestion, to be read: paragraphs put in before others, no word of the
// writer changed. Refuses: fewer than two headings, letters whose kind is unsure, words inside
// tables.
//
// A paragraph takes the heading whose words it holds most. A paragraph of another matter that no
// heading names would stand under the one before it: it takes "A savoir aussi".
#include <algorithm>
#include <optional>

#include "analyzer/rewriting/operations/operation.h"

namespace limpide {
namespace {

constexpr std::uint32_t kLeastWords = 12;  // of a paragraph that a heading may announce
constexpr std::size_t kLeastHeadings = 2;
constexpr std::size_t kMostHeadings = 6;

struct Paragraph {
  std::uint32_t first = 0;  // tokens
  std::uint32_t end = 0;
  std::uint32_t first_end = 0;  // of the first sentence
  std::uint32_t words = 0;
  std::size_t heading = 0;  // into HeadingTable::headings; their number: none
  bool leans = false;       // on the paragraph before it
};

std::size_t matches_in(const Analysis& analysis, const std::vector<FormulaPattern>& patterns,
                       std::uint32_t first, std::uint32_t end) {
  std::size_t count = 0;
  for (const FormulaPattern& pattern : patterns) {
    for (std::uint32_t i = first; i < end; ++i) {
      if (match_formula(analysis, pattern, i, end)) ++count;
    }
  }
  return count;
}

std::size_t best_heading(const Analysis& analysis, const HeadingTable& table,
                         const Paragraph& paragraph) {
  constexpr std::size_t kFirstSentence = 2;  // counted once more: it says what the rest is about
  std::size_t best = table.headings.size();
  std::size_t most = 0;
  for (std::size_t i = 0; i < table.headings.size(); ++i) {
    const std::vector<FormulaPattern>& patterns = table.headings[i].patterns;
    const std::size_t count =
        matches_in(analysis, patterns, paragraph.first, paragraph.end) +
        kFirstSentence * matches_in(analysis, patterns, paragraph.first, paragraph.first_end);
    if (count > most) {
      most = count;
      best = i;
    }
  }
  return best;
}

bool leans_back(const OperationInput& input, const Paragraph& one) {
  const Analysis& analysis = input.analysis;
  const ParagraphWords& words = input.resources.paragraphs;
  const std::vector<Heading>& headings = input.resources.headings.headings;
  const auto starts = [&](const std::vector<FormulaPattern>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const FormulaPattern& pattern) {
      return match_formula(analysis, pattern, one.first, one.end).has_value();
    });
  };
  // "Il manque": that "il" stands for nothing.
  if (starts(words.impersonals)) return false;
  if (one.heading < headings.size() && starts(headings[one.heading].openings)) return false;
  return words.tied.count(form_of_token(analysis, one.first).lower) != 0 ||
         starts(words.tied_starts);
}

// The paragraphs of the body, in order; none where one of them stands in a table.
std::vector<Paragraph> paragraphs_of_body(const OperationInput& input) {
  const Analysis& analysis = input.analysis;
  std::vector<Paragraph> found;
  std::uint32_t last_block = 0;
  const auto& sentences = analysis.segmentation.sentences;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::uint32_t block = sentences[i].block;
    if (analysis.structure.blocks[block].role != Role::kBody) continue;
    if (analysis.document->blocks[block].kind != BlockKind::kParagraph) return {};
    if (is_explanation(analysis, block)) continue;  // of the paragraph before it
    if (found.empty() || block != last_block) {
      found.push_back({sentences[i].first_token, 0, sentences[i].token_end});
    }
    found.back().end = sentences[i].token_end;
    found.back().words += analysis.metrics.sentence_words[i];
    last_block = block;
  }
  for (Paragraph& one : found) {
    one.heading = best_heading(analysis, input.resources.headings, one);
    one.leans = leans_back(input, one);
  }
  return found;
}

Edit put_before(const Analysis& analysis, std::uint32_t token, const std::string& line) {
  const Span span = analysis.segmentation.tokens[token].span;
  std::string text = line;
  text += kParagraphBreak;
  text += slice(analysis.document->text, span);
  return {span, std::move(text)};
}

// Of the first block with the role; nothing where it is no paragraph.
std::optional<std::uint32_t> first_token_of(const Analysis& analysis, Role role) {
  const auto& sentences = analysis.segmentation.sentences;
  const auto found =
      std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& sentence) {
        return analysis.structure.blocks[sentence.block].role == role;
      });
  if (found == sentences.end()) return std::nullopt;
  if (analysis.document->blocks[found->block].kind != BlockKind::kParagraph) return std::nullopt;
  return found->first_token;
}

// The first line of the letter's kind whose words stand in the letter; null when the kind is
// unsure.
const LetterLine* line_for(const Analysis& analysis, const std::vector<LetterLine>& lines,
                           std::uint32_t first) {
  const LetterGuess& letter = analysis.structure.letter;
  if (letter.confidence == Confidence::kLow) return nullptr;
  const auto end = static_cast<std::uint32_t>(analysis.segmentation.tokens.size());
  for (const LetterLine& line : lines) {
    if (line.kind != letter.kind) continue;
    if (line.patterns.empty() || matches_in(analysis, line.patterns, first, end) > 0) return &line;
  }
  return nullptr;
}

// Does the letter say "je" as often as "nous"?
bool says_i(const OperationInput& input) {
  const FormulaTable& table = input.resources.formulas;
  std::size_t mine = 0;
  std::size_t ours = 0;
  const auto count = static_cast<std::uint32_t>(input.analysis.segmentation.tokens.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string& word = form_of_token(input.analysis, i).lower;
    if (table.mine.count(word) != 0) ++mine;
    if (table.ours.count(word) != 0) ++ours;
  }
  return mine > 0 && mine >= ours;
}

}  // namespace

std::vector<Suggestion> add_headings(const OperationInput& input) {
  const HeadingTable& table = input.resources.headings;
  const std::vector<Paragraph> paragraphs = paragraphs_of_body(input);
  const std::size_t none = table.headings.size();
  std::vector<bool> used(none + 1, false);
  std::vector<Edit> edits;
  std::size_t under = none;  // the heading that a paragraph would stand under
  std::size_t named = 0;
  // The first says why one writes: it needs no heading.
  for (std::size_t i = 1; i < paragraphs.size() && edits.size() < kMostHeadings; ++i) {
    const Paragraph& one = paragraphs[i];
    if (one.words < kLeastWords || one.leans || one.heading == under) continue;
    // Before the first heading all belongs to the opening; a heading comes once.
    if (used[one.heading] || (one.heading == none && edits.empty())) continue;
    used[one.heading] = true;
    under = one.heading;
    if (one.heading != none) ++named;
    const std::string& line = one.heading == none ? table.other : table.headings[one.heading].text;
    edits.push_back(put_before(input.analysis, one.first, line));
  }
  if (named < kLeastHeadings) return {};
  return {{std::move(edits), false}};
}

std::vector<Suggestion> add_object_line(const OperationInput& input) {
  const auto first = first_token_of(input.analysis, Role::kSalutation);
  if (!first) return {};
  const LetterLine* const line = line_for(input.analysis, input.resources.headings.objects, *first);
  if (line == nullptr) return {};
  return {{{put_before(input.analysis, *first, line->text)}, false}};
}

std::vector<Suggestion> add_lead(const OperationInput& input) {
  const auto first = first_token_of(input.analysis, Role::kBody);
  if (!first) return {};
  const LetterLine* const line = line_for(input.analysis, input.resources.headings.leads, *first);
  if (line == nullptr) return {};
  const std::string& text = says_i(input) ? line->mine : line->text;
  return {{{put_before(input.analysis, *first, text)}, false}};
}

}  // namespace limpide
