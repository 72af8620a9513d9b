#include "analyzer/rewriting/rewriting.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "analyzer/base/files.h"
#include "analyzer/lexicon/spelling.h"

namespace limpide {
namespace {

constexpr std::size_t kMostSuggestions = 3;
constexpr std::size_t kTableBytes = std::size_t{1} << 20;

// Tokens that the span covers exactly; nothing where it cuts one.
std::optional<TokenRange> tokens_of(const Analysis& analysis, Span span) {
  const auto& tokens = analysis.segmentation.tokens;
  const auto first = std::partition_point(tokens.begin(), tokens.end(), [span](const Token& token) {
    return token.span.begin < span.begin;
  });
  const auto end = std::partition_point(
      first, tokens.end(), [span](const Token& token) { return token.span.end <= span.end; });
  if (first == end || first->span.begin != span.begin || std::prev(end)->span.end != span.end) {
    return std::nullopt;
  }
  return TokenRange{static_cast<std::uint32_t>(first - tokens.begin()),
                    static_cast<std::uint32_t>(end - tokens.begin())};
}

bool is_leap(std::uint32_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

std::uint32_t days_in(std::uint32_t month, std::uint32_t year) {
  constexpr std::array<std::uint32_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

// "03/03/2026", "12.04.25" or "2026-03-03" in full; nothing for a date that does not exist.
std::optional<std::string> full_date(std::string_view date, const RewritingResources& resources) {
  std::array<std::uint32_t, 3> parts{};
  std::array<std::size_t, 3> digits{};
  std::size_t part = 0;
  const char* at = date.data();
  const char* end = date.data() + date.size();
  while (at != end && part < parts.size()) {
    const auto parsed = std::from_chars(at, end, parts[part]);
    if (parsed.ec != std::errc{}) return std::nullopt;
    digits[part] = static_cast<std::size_t>(parsed.ptr - at);
    at = parsed.ptr == end ? end : parsed.ptr + 1;
    ++part;
  }
  if (part != parts.size() || at != end) return std::nullopt;
  if (digits[0] == 4) {
    std::swap(parts[0], parts[2]);
    std::swap(digits[0], digits[2]);
  }
  // Two digits of a year are not completed: 1925 or 2025 is the writer's to say.
  if (digits[2] != 4 || parts[1] < 1 || parts[1] > 12) return std::nullopt;
  if (parts[0] < 1 || parts[0] > days_in(parts[1], parts[2])) return std::nullopt;
  const std::string day = parts[0] == 1 ? resources.first_day : std::to_string(parts[0]);
  constexpr const char* kNoBreakSpace = "\xC2\xA0";
  return day + kNoBreakSpace + resources.months[parts[1] - 1] + " " + std::to_string(parts[2]);
}

void add(std::vector<Suggestion>& suggestions, std::vector<Edit> edits, bool safe) {
  if (!edits.empty()) suggestions.push_back({std::move(edits), safe});
}

std::vector<Suggestion> suggestions_for(const Analysis& analysis,
                                        const RewritingResources& resources,
                                        const Finding& finding) {
  std::vector<Suggestion> suggestions;
  const Operation& operation = finding.operation;
  const std::string_view words = slice(analysis.document->text, finding.span);
  if (operation.kind == OperationKind::kFullDate) {
    // The one edit inside a protected span: it says the same date.
    if (const auto date = full_date(words, resources)) {
      suggestions.push_back({{{finding.span, *date}}, true});
    }
    return suggestions;
  }
  const std::optional<TokenRange> range = tokens_of(analysis, finding.span);
  if (!range) return suggestions;
  if (operation.kind == OperationKind::kReplace) {
    for (const std::string& text : operation.texts) {
      add(suggestions, replace_tokens(analysis, *range, text, operation.open_ending),
          operation.safe);
    }
  } else if (operation.kind == OperationKind::kDelete) {
    add(suggestions, delete_tokens(analysis, *range), operation.safe);
  } else if (operation.kind == OperationKind::kSpelling) {
    const std::string& key =
        analysis.segmentation.forms[analysis.segmentation.tokens[range->first].form].key;
    for (const std::string& word : suggest_close(
             analysis.language->lexicon, analysis.language->familiarity, key, kMostSuggestions)) {
      add(suggestions, {{finding.span, word}}, false);
    }
  }
  return suggestions;
}

}  // namespace

Result<RewritingResources> load_rewriting(const std::string& data_folder) {
  const std::string path = data_folder + "/fr/rewriting.tsv";
  const Result<std::string> text = read_file(path, kTableBytes);
  if (!text) return text.error();
  RewritingResources resources;
  std::string_view rest = *text;
  std::size_t months = 0;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    const std::size_t tab = line.find('\t');
    if (line.empty() || line.front() == '#' || tab == std::string_view::npos) continue;
    const std::string_view key = line.substr(0, tab);
    const std::string_view value = line.substr(tab + 1);
    if (key == "mois" && months < resources.months.size()) resources.months[months++] = value;
    if (key == "premier") resources.first_day = value;
  }
  if (months != resources.months.size() || resources.first_day.empty()) {
    return make_error(ErrorCode::kInvalidInput, "error.data.incomplete", {{"path", path}},
                      {path, 1, 1});
  }
  return resources;
}

void add_suggestions(const Analysis& analysis, const RewritingResources& resources,
                     std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    finding.suggestions = suggestions_for(analysis, resources, finding);
  }
}

}  // namespace limpide
