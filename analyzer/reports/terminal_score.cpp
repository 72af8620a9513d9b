#include "analyzer/reports/terminal_score.h"

#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/texts.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::size_t kBarCells = 20;
constexpr char32_t kFullCell = 0x2588;
constexpr char32_t kEmptyCell = 0x2591;

void add_paragraph(std::vector<std::string>& lines, std::size_t columns, std::size_t indent,
                   const std::string& text) {
  for (const std::string& line : wrapped(visible_line(text), columns - indent)) {
    lines.push_back(std::string(indent, ' ') + line);
  }
}

std::string bar_of(unsigned points) {
  const std::size_t full = (points * kBarCells + 50) / 100;
  std::string bar;
  for (std::size_t i = 0; i < kBarCells; ++i) append_utf8(bar, i < full ? kFullCell : kEmptyCell);
  return bar;
}

void add_parts(std::vector<std::string>& lines, const std::vector<ScorePart>& parts) {
  std::size_t widest = 0;
  for (const ScorePart& part : parts) widest = std::max(widest, display_width(part.name));
  for (const ScorePart& part : parts) {
    if (!part.measured) {
      lines.push_back("  " + part.text);
      continue;
    }
    const std::string points = std::to_string(part.points);
    lines.push_back("  " + part.name + std::string(widest + 2 - display_width(part.name), ' ') +
                    bar_of(part.points) + std::string(4 - points.size(), ' ') + points);
  }
}

}  // namespace

std::vector<std::string> score_lines(const RunContext& run, const DocumentReport& report,
                                     std::size_t columns) {
  const Score& score = report.score;
  std::vector<std::string> lines;
  if (score.state == ScoreState::kMissing) return lines;
  lines.emplace_back();
  if (score.state != ScoreState::kShown) {
    add_paragraph(lines, columns, 0, score_refusal(run.texts, score));
    return lines;
  }
  add_paragraph(lines, columns, 0, score_headline(run.texts, score));
  const std::string cap = score_cap(run.texts, score);
  if (!cap.empty()) add_paragraph(lines, columns, 0, cap);
  add_parts(lines, score_parts(run.texts, score));
  add_paragraph(lines, columns, 0, run.texts.text("report.score.caution"));
  if (!run.versions.houses.empty()) {
    add_paragraph(
        lines, columns, 0,
        run.texts.format({"report.score.houses", {{"names", houses_text(run.versions)}}}));
  }
  return lines;
}

}  // namespace limpide
