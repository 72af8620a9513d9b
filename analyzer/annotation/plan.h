// What is written back into the writer's file, whatever its format. In: a report, the rules, the
// catalogue. Out: comments with their words and places, and the certain changes. Refuses: to know
// formats; an annotator may refuse a change that its format cannot carry there, and then shows the
// paragraph that names it instead.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analyzer/findings/finding.h"
#include "analyzer/reports/report.h"

namespace limpide {

inline constexpr std::uint32_t kNoChange = 0xFFFFFFFF;

struct CommentParagraph {
  std::string text;
  std::uint32_t unless_change = kNoChange;  // left out when that change could be written
};

struct PlannedComment {
  Span span;  // the exact words; empty: of the document as a whole
  std::vector<CommentParagraph> paragraphs;
  std::string elsewhere;  // names the words, where the comment cannot stand on them
};

// One suggestion to make without reading. All its edits are written, or none.
struct PlannedChange {
  std::vector<Edit> edits;  // in the order of the text, not overlapping
  std::uint32_t finding = 0;
  std::string wording =
      {};  // the change in a sentence, for formats that cannot show it in the text
};

// What a format may have to say around the comments, in the language of the catalogue.
struct PlanWords {
  std::string title;    // of all that is said
  std::string away;     // opens what has no place in the text
  std::string number;   // names a comment, before its number
  std::string back;     // leads from a comment to its words
  std::string of_text;  // opens the copy of a plain text
  std::string of_mail;  // opens the text of an e-mail
  std::string subject;  // names the subject of an e-mail
};

struct AnnotationPlan {
  std::vector<PlannedComment> comments;  // in the order of the text, the summary first
  std::vector<PlannedChange> changes;    // by their first edit; no edit overlaps another, but one
                                         // change may stand between the edits of another
  PlanWords words;
};

// How a format shows the changes: the summary says it.
enum class ChangesShown : std::uint8_t {
  kTracked,  // the word processor's tracked changes
  kMarked,   // marks in the text, old words and new ones
  kNoted,    // sentences in the notes
};

struct PlanOptions {
  bool comments = true;                   // false: only changes
  std::optional<std::uint32_t> per_page;  // comments; 0: no cap; nothing: as the reports
  ChangesShown changes = ChangesShown::kTracked;
};

[[nodiscard]] AnnotationPlan plan_annotation(const RunContext& run, const DocumentReport& report,
                                             const PlanOptions& options);

// A comment may not begin or end inside what a change replaces: its span, widened to whole edits of
// the changes `written` (indices into the plan).
[[nodiscard]] Span widened_to_edits(const AnnotationPlan& plan,
                                    const std::set<std::uint32_t>& written, Span span);

}  // namespace limpide
