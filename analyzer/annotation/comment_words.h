// The words of a comment: short, kind, one thing to do. In: a report, its rules, the catalogue.
// Out: paragraphs of plain French. Refuses: markup; each format writes the paragraphs in its own
// way.
#pragma once

#include <string>
#include <vector>

#include "analyzer/annotation/plan.h"
#include "analyzer/reports/texts.h"
#include "analyzer/selection/overview.h"

namespace limpide {

struct CommentWriter {
  const RunContext& run;
  const DocumentReport& report;
  // By finding: the change that makes its first suggestion, or kNoChange.
  const std::vector<std::uint32_t>& change_of;
  FindingMessages messages = {};

  // `with_advice`: the first place of an advice says what the writer can do.
  [[nodiscard]] std::vector<CommentParagraph> place(const AdviceGroup& group,
                                                    const OverviewPlace& place, bool with_advice);
  // Names the words of a comment that cannot stand on them.
  [[nodiscard]] std::string elsewhere(Span span) const;
  // What is said of the document as a whole, and what is not shown.
  [[nodiscard]] std::vector<CommentParagraph> summary(const std::vector<PrincipleGroup>& groups,
                                                      ChangesShown changes);
};

}  // namespace limpide
