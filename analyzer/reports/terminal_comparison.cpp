// A comparison on one page of a terminal.
#include <algorithm>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/comparison_report.h"
#include "analyzer/reports/score_texts.h"
#include "analyzer/reports/texts.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr const char* kBold = "1";
constexpr const char* kDim = "2";

class Lines {
 public:
  Lines(bool colour, std::size_t width) : colour_(colour), width_(width) {}

  void blank() { out_.push_back('\n'); }
  void add(std::size_t indent, std::string_view text, const char* style = nullptr,
           std::size_t hanging = 0) {
    bool first = true;
    for (const std::string& line : wrapped(visible_line(text), width_ - indent - hanging)) {
      out_.append(indent + (first ? 0 : hanging), ' ');
      const bool styled = colour_ && style != nullptr;
      if (styled) out_ += std::string("\x1b[") + style + "m";
      out_ += line;
      if (styled) out_ += "\x1b[0m";
      out_.push_back('\n');
      first = false;
    }
  }
  void list(const std::string& head, const std::vector<std::string>& lines,
            const Catalogue& texts) {
    if (lines.empty()) return;
    blank();
    add(0, head, kBold);
    for (const std::string& line : lines) {
      add(2, texts.format({"report.item", {{"text", line}}}), nullptr, 2);
    }
  }
  std::string take() { return std::move(out_); }

 private:
  bool colour_;
  std::size_t width_;
  std::string out_;
};

void write_parts(const ComparisonPage& page, Lines& lines) {
  const std::vector<ScorePart> before = score_parts(page.run.texts, page.comparison.before);
  const std::vector<ScorePart> after = score_parts(page.run.texts, page.comparison.after);
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!before[i].measured || !after[i].measured) continue;
    lines.add(2, page.run.texts.format({"compare.part",
                                        {{"name", before[i].name},
                                         {"before", std::to_string(before[i].points)},
                                         {"after", std::to_string(after[i].points)}}}));
  }
}

void write_sentences(const ComparisonPage& page, Lines& lines) {
  const Catalogue& texts = page.run.texts;
  lines.blank();
  lines.add(0, texts.text("compare.sentences"), kBold);
  for (const ComparedSentences& pair : page.comparison.sentences) {
    if (pair.rewording == Rewording::kSame && !pair.moved) continue;
    lines.blank();
    const std::string key = std::string("compare.rewording.") + rewording_id(pair.rewording);
    lines.add(2,
              texts.format(
                  {pair.moved ? "compare.moved" : "compare.unmoved", {{"what", texts.text(key)}}}),
              kDim);
    if (!pair.before.empty()) {
      lines.add(
          4,
          texts.format({"compare.before",
                        {{"text", visible_line(slice(page.before.document.text, pair.before))}}}),
          nullptr, 2);
    }
    if (!pair.after.empty()) {
      lines.add(
          4,
          texts.format({"compare.after",
                        {{"text", visible_line(slice(page.after.document.text, pair.after))}}}),
          nullptr, 2);
    }
  }
}

}  // namespace

std::string terminal_comparison(const ComparisonPage& page, const ComparisonTerminal& options) {
  const Catalogue& texts = page.run.texts;
  const ComparisonTexts said = comparison_texts(page);
  Lines lines(options.colour, static_cast<std::size_t>(std::clamp(options.width, 40, 100)));
  lines.add(0,
            texts.format({"compare.title",
                          {{"before", visible_line(page.before_name)},
                           {"after", visible_line(page.after_name)}}}),
            kBold);
  lines.blank();
  for (const std::string& sentence : said.verdict) lines.add(0, sentence, kBold);
  lines.blank();
  lines.add(0, texts.format({"compare.scores",
                             {{"before", said.before_score}, {"after", said.after_score}}}));
  if (!said.difference.empty()) {
    lines.add(0, said.difference);
    write_parts(page, lines);
  }
  lines.blank();
  for (const std::string& figure : said.figures) lines.add(0, figure);
  lines.list(texts.text("compare.lost"), said.lost, texts);
  lines.list(texts.text("compare.gained"), said.gained, texts);
  lines.list(texts.text("compare.to_check"), said.to_check, texts);
  lines.list(said.solved_head, said.solved, texts);
  lines.list(said.added_head, said.added, texts);
  lines.list(said.kept_head, said.kept, texts);
  if (options.all) write_sentences(page, lines);
  lines.blank();
  lines.add(0, texts.text("report.score.caution"));
  lines.add(0, versions_text(texts, page.run.versions), kDim);
  return lines.take();
}

}  // namespace limpide
