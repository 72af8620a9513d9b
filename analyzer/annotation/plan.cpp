#include "analyzer/annotation/plan.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "analyzer/annotation/comment_words.h"
#include "analyzer/base/utf8.h"
#include "analyzer/reports/groups.h"
#include "analyzer/reports/texts.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

PlannedChange change_for(const Suggestion& suggestion, std::uint32_t finding) {
  PlannedChange change{suggestion.edits, finding, {}};
  std::sort(change.edits.begin(), change.edits.end(),
            [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  return change;
}

bool begins_before(const PlannedChange& a, const PlannedChange& b) {
  return a.edits.front().span.begin < b.edits.front().span.begin;
}

// Two insertions at one place would be read in an order that nobody chose, and two deletions side
// by side are one for LibreOffice: taken or refused together. `taken`: the spans of edits already
// planned, by their begin.
bool stands_clear(const std::map<std::uint32_t, std::uint32_t>& taken, Span span) {
  const auto next = taken.lower_bound(span.begin);
  if (next != taken.end() && span.end >= next->first) return false;
  return next == taken.begin() || span.begin > std::prev(next)->second;
}

// The first suggestion of each finding that may be made without reading.
std::vector<PlannedChange> plan_changes(const DocumentReport& report) {
  std::vector<PlannedChange> wanted;
  for (std::uint32_t i = 0; i < report.findings.size(); ++i) {
    const std::vector<Suggestion>& suggestions = report.findings[i].suggestions;
    if (suggestions.empty() || !suggestions.front().safe) continue;
    if (suggestions.front().edits.empty()) continue;
    wanted.push_back(change_for(suggestions.front(), i));
  }
  std::stable_sort(wanted.begin(), wanted.end(), begins_before);
  std::vector<PlannedChange> changes;
  std::map<std::uint32_t, std::uint32_t> taken;
  for (PlannedChange& change : wanted) {
    const bool clear =
        std::all_of(change.edits.begin(), change.edits.end(),
                    [&taken](const Edit& edit) { return stands_clear(taken, edit.span); });
    if (!clear) continue;
    for (const Edit& edit : change.edits) taken.emplace(edit.span.begin, edit.span.end);
    changes.push_back(std::move(change));
  }
  return changes;
}

// The words before and after a change, widened to whole words so that each side says something.
struct Wording {
  std::string before;
  std::string after;
};

bool stands_in_word(char32_t sign) {
  const bool apostrophe = sign == U'\'' || sign == 0x2019;
  return is_letter(sign) || is_digit(sign) || apostrophe || sign == U'-';
}

Wording wording_of(std::string_view text, const std::vector<Edit>& edits) {
  Span around{edits.front().span.begin, edits.back().span.end};
  while (around.begin > 0) {
    const Decoded one = decode_before(text, around.begin);
    if (!stands_in_word(one.code_point)) break;
    around.begin -= one.size;
  }
  while (around.end < text.size()) {
    const Decoded one = decode_at(text, around.end);
    if (!stands_in_word(one.code_point)) break;
    around.end += one.size;
  }
  Wording words{std::string(slice(text, around)), {}};
  std::uint32_t at = around.begin;
  for (const Edit& edit : edits) {
    words.after.append(text.substr(at, edit.span.begin - at)).append(edit.text);
    at = edit.span.end;
  }
  words.after.append(text.substr(at, around.end - at));
  return {visible_line(words.before), visible_passage(words.after)};
}

std::string change_sentence(const Catalogue& texts, std::string_view text,
                            const std::vector<Edit>& edits) {
  if (only_breaks(edits)) {
    return texts.format({"annotate.note.break", {{"list", break_places(texts, text, edits)}}});
  }
  const Wording words = wording_of(text, edits);
  const bool gone = words.after.find_first_not_of(' ') == std::string::npos;
  return texts.format({gone ? "annotate.note.delete" : "annotate.note.replace",
                       {{"old", words.before}, {"new", words.after}}});
}

PlanWords words_of(const Catalogue& texts) {
  return {texts.text("annotate.summary"),     texts.text("annotate.note.away"),
          texts.text("annotate.note.number"), texts.text("annotate.note.back"),
          texts.text("annotate.note.text"),   texts.text("annotate.note.mail"),
          texts.text("annotate.note.subject")};
}

constexpr std::uint32_t kWordsOfPage = 300;

// As in the reports; but an advice may come back on each page of a long document, since nobody
// reads all its comments at once.
OverviewCaps caps_of(const PlanOptions& options, std::uint32_t words) {
  OverviewCaps caps;
  if (options.per_page) caps = {*options.per_page, *options.per_page, *options.per_page};
  if (caps.places_per_advice == 0) return caps;
  caps.places_per_advice = std::max(caps.places_per_advice, words / kWordsOfPage);
  return caps;
}

}  // namespace

AnnotationPlan plan_annotation(const RunContext& run, const DocumentReport& report,
                               const PlanOptions& options) {
  AnnotationPlan plan;
  plan.words = words_of(run.texts);
  plan.changes = plan_changes(report);
  for (PlannedChange& change : plan.changes) {
    change.wording = change_sentence(run.texts, report.document.text, change.edits);
  }
  if (!options.comments) return plan;
  std::vector<std::uint32_t> change_of(report.findings.size(), kNoChange);
  for (std::uint32_t i = 0; i < plan.changes.size(); ++i) change_of[plan.changes[i].finding] = i;
  CommentWriter writer{run, report, change_of};
  const std::vector<PrincipleGroup> groups =
      report_overview(run, report, caps_of(options, report.metrics.words));
  for (const PrincipleGroup& principle : groups) {
    for (const AdviceGroup& group : principle.advices) {
      bool first = true;
      for (const OverviewPlace& place : group.places) {
        if (!place.shown || place.span.empty()) continue;
        plan.comments.push_back(
            {place.span, writer.place(group, place, first), writer.elsewhere(place.span)});
        first = false;
      }
    }
  }
  std::stable_sort(
      plan.comments.begin(), plan.comments.end(),
      [](const PlannedComment& a, const PlannedComment& b) { return a.span.begin < b.span.begin; });
  plan.comments.insert(plan.comments.begin(),
                       {Span{}, writer.summary(groups, options.changes), {}});
  return plan;
}

Span widened_to_edits(const AnnotationPlan& plan, const std::set<std::uint32_t>& written,
                      Span span) {
  const auto widen = [&span](const Edit& edit) {
    if (edit.span.begin < span.begin && span.begin < edit.span.end) span.begin = edit.span.begin;
    if (edit.span.begin < span.end && span.end < edit.span.end) span.end = edit.span.end;
  };
  for (std::size_t i = 0; i < plan.changes.size(); ++i) {
    const std::vector<Edit>& edits = plan.changes[i].edits;
    if (edits.front().span.begin >= span.end) break;
    if (edits.back().span.end <= span.begin) continue;
    if (written.count(static_cast<std::uint32_t>(i)) == 0) continue;
    for (const Edit& edit : edits) widen(edit);
  }
  return span;
}

}  // namespace limpide
