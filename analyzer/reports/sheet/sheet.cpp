#include "analyzer/reports/sheet/sheet.h"

#include <algorithm>
#include <optional>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/texts.h"
#include "analyzer/reports/verification_report.h"
#include "analyzer/reports/visible.h"
#include "analyzer/verification/fact_changes.h"

namespace limpide {
namespace {

// So that the sheet stays on one page.
constexpr std::size_t kMostRules = 6;
constexpr std::size_t kMostFacts = 5;
constexpr std::size_t kMostQuestions = 6;
constexpr std::size_t kExampleBytes = 420;
constexpr std::size_t kLeastExampleBytes = 60;
constexpr std::size_t kLeastWordBytes = 5;

std::string file_name(const std::string& path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

// What an expert asks first: duties, conditions, denials; what is gone before what is new.
int urgency(const FactChange& change) {
  const int gone = change.before.empty() ? 1 : 0;
  switch (change.aspect) {
    case Aspect::kModality:
      return gone;
    case Aspect::kCondition:
      return 2 + gone;
    case Aspect::kNegation:
      return 4 + gone;
    case Aspect::kRole:
    case Aspect::kAddressee:
      return 6 + gone;
    case Aspect::kScope:
    case Aspect::kTime:
      return 8 + gone;
    default:
      return 10 + gone;
  }
}

class SheetBuilder {
 public:
  explicit SheetBuilder(const SheetInput& input)
      : page_(input.page),
        changes_(input.verification.changes),
        said_(comparison_texts(input.page)) {}

  Sheet build() {
    sheet_.title = label("sheet.title", {{"name", visible_line(file_name(page_.after_name))}});
    add(SheetBlockKind::kTitle, sheet_.title);
    add(SheetBlockKind::kText, label("sheet.fields"));
    add_measures();
    add_list("sheet.better", first_of(said_.solved, kMostRules));
    add_example();
    add_facts();
    add_questions();
    add_signature();
    return std::move(sheet_);
  }

 private:
  [[nodiscard]] std::string label(const char* key, const MessageArguments& arguments = {}) const {
    return page_.run.texts.format({key, arguments});
  }
  void add(SheetBlockKind kind, std::string text) {
    sheet_.blocks.push_back({kind, {{std::move(text)}}, false});
  }
  void add_list(const char* head, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    add(SheetBlockKind::kHeading, label(head));
    for (const std::string& line : lines) add(SheetBlockKind::kItem, line);
  }

  [[nodiscard]] std::vector<std::string> first_of(const std::vector<std::string>& all,
                                                  std::size_t most) const {
    std::vector<std::string> lines(
        all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size())));
    if (all.size() > most) {
      lines.push_back(label("compare.facts.more", {{"n", std::to_string(all.size() - most)}}));
    }
    return lines;
  }

  void add_measures() {
    add(SheetBlockKind::kHeading, label("sheet.measures"));
    const Metrics& was = page_.before.metrics;
    const Metrics& is = page_.after.metrics;
    SheetBlock table{SheetBlockKind::kTable, {}, true};
    table.rows.push_back({label("sheet.measure"), label("compare.was"), label("compare.is")});
    table.rows.push_back({label("sheet.score"), said_.before_score, said_.after_score});
    table.rows.push_back(
        {label("sheet.words"), std::to_string(was.words), std::to_string(is.words)});
    table.rows.push_back({label("sheet.mean"), french_number(was.words_per_sentence),
                          french_number(is.words_per_sentence)});
    table.rows.push_back({label("sheet.findings"), std::to_string(page_.before.findings.size()),
                          std::to_string(page_.after.findings.size())});
    sheet_.blocks.push_back(std::move(table));
    if (!said_.difference.empty()) {
      add(SheetBlockKind::kText, said_.verdict.front() + " " + said_.difference);
    }
  }

  // Most words of the sentence after stand in the one before: a pair that shows a rewrite, not a
  // move.
  [[nodiscard]] bool same_matter(const ComparedSentences& pair) const {
    const std::string was = to_lower(slice(page_.before.document.text, pair.before));
    const std::string is = to_lower(slice(page_.after.document.text, pair.after));
    std::size_t words = 0;
    std::size_t shared = 0;
    for (std::size_t at = 0; at < is.size();) {
      const std::size_t end = std::min(is.find_first_of(" ,.;:()'", at), is.size());
      if (end - at >= kLeastWordBytes) {
        ++words;
        if (was.find(is.substr(at, end - at)) != std::string::npos) ++shared;
      }
      at = end + 1;
    }
    return words > 0 && shared * 5 >= words * 2;
  }

  // The sentence that lost most, of those that fit.
  [[nodiscard]] const ComparedSentences* best_example() const {
    const ComparedSentences* best = nullptr;
    const auto gain = [](const ComparedSentences& pair) {
      return static_cast<std::int64_t>(pair.before.size()) - pair.after.size();
    };
    for (const ComparedSentences& pair : page_.comparison.sentences) {
      const bool rewritten =
          pair.rewording == Rewording::kChanged || pair.rewording == Rewording::kSplit;
      const bool fits =
          pair.before.size() >= kLeastExampleBytes && pair.before.size() <= kExampleBytes &&
          pair.after.size() >= kLeastExampleBytes / 2 && pair.after.size() <= kExampleBytes;
      if (!rewritten || !fits || !same_matter(pair)) continue;
      if (best == nullptr || gain(pair) > gain(*best)) best = &pair;
    }
    return best;
  }

  void add_example() {
    const ComparedSentences* pair = best_example();
    if (pair == nullptr) return;
    add(SheetBlockKind::kHeading, label("sheet.example"));
    const auto words = [](const DocumentReport& report, Span span) {
      return visible_line(slice(report.document.text, span));
    };
    sheet_.blocks.push_back({SheetBlockKind::kTable,
                             {{label("compare.was"), label("compare.is")},
                              {words(page_.before, pair->before), words(page_.after, pair->after)}},
                             false});
  }

  [[nodiscard]] std::vector<std::string> told(bool facts) const {
    std::vector<FactChange> changes;
    for (const FactChange& change : changes_) {
      const bool fact = change.aspect == Aspect::kFact && is_firm(change.kind);
      if (fact == facts) changes.push_back(change);
    }
    std::stable_sort(changes.begin(), changes.end(), [](const FactChange& a, const FactChange& b) {
      return urgency(a) < urgency(b);
    });
    std::vector<std::string> lines;
    for (FactChange& change : changes) {
      const std::string_view was = slice(page_.before.document.text, change.before);
      if (!change.before.empty() && was == slice(page_.after.document.text, change.after)) continue;
      // A code that goes and a telephone number that comes have nothing to do with each other.
      const bool apart = change.kind == FactKind::kReference || change.kind == FactKind::kName;
      if (facts && apart && !change.before.empty()) change.after = {};
      std::string line = change_text(page_.run.texts, change, page_.before.document.text,
                                     page_.after.document.text);
      // Two changes may read the same: one line is enough.
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
        lines.push_back(std::move(line));
      }
    }
    return lines;
  }

  void add_facts() {
    const std::vector<std::string> lines = told(true);
    add(SheetBlockKind::kHeading, label("sheet.facts"));
    add(SheetBlockKind::kText, label("sheet.facts.changed", {{"n", std::to_string(lines.size())}}));
    for (const std::string& line : first_of(lines, kMostFacts)) add(SheetBlockKind::kItem, line);
  }

  void add_questions() {
    const std::vector<std::string> lines = told(false);
    add(SheetBlockKind::kHeading, label("sheet.questions"));
    add(SheetBlockKind::kText,
        label("sheet.questions.asked", {{"n", std::to_string(lines.size())}}));
    for (const std::string& line : first_of(lines, kMostQuestions)) {
      add(SheetBlockKind::kItem, line);
    }
  }

  void add_signature() {
    add(SheetBlockKind::kHeading, label("sheet.opinion"));
    sheet_.blocks.push_back({SheetBlockKind::kTable,
                             {{label("sheet.opinion.what"), label("sheet.opinion.who")},
                              {label("sheet.opinion.boxes"), label("sheet.opinion.blank")}},
                             false});
    add(SheetBlockKind::kText, label("sheet.caution"));
  }

  const ComparisonPage& page_;
  const std::vector<FactChange>& changes_;
  ComparisonTexts said_;
  Sheet sheet_;
};

}  // namespace

Sheet comparison_sheet(const SheetInput& input) { return SheetBuilder(input).build(); }

}  // namespace limpide
