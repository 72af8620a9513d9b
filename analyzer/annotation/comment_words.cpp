#include "analyzer/annotation/comment_words.h"

#include <algorithm>
#include <string_view>

#include "analyzer/base/utf8.h"
#include "analyzer/reports/groups.h"
#include "analyzer/reports/score_texts.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::size_t kMessagesOfPlace = 3;
constexpr std::size_t kAdvicesNamed = 3;
constexpr std::size_t kAdvicesCounted = 8;
constexpr std::size_t kMentionsNamed = 6;
constexpr std::size_t kQuotedColumns = 60;

using Paragraphs = std::vector<CommentParagraph>;

// A list that was cut ends a sentence by itself.
void drop_full_stop_after_dots(std::string& text) {
  constexpr std::string_view kDotsAndStop = "\xE2\x80\xA6.";
  const std::size_t size = kDotsAndStop.size();
  if (text.size() >= size && text.compare(text.size() - size, size, kDotsAndStop) == 0) {
    text.pop_back();
  }
}

void add(Paragraphs& paragraphs, std::string text, std::uint32_t unless = kNoChange) {
  drop_full_stop_after_dots(text);
  const bool known =
      std::any_of(paragraphs.begin(), paragraphs.end(),
                  [&text](const CommentParagraph& other) { return other.text == text; });
  if (!text.empty() && !known) paragraphs.push_back({std::move(text), unless});
}

std::string quoted(const CommentWriter& writer, Span span) {
  const std::string line = visible_line(slice(writer.report.document.text, span));
  std::string words(fitting_start(line, kQuotedColumns));
  if (words.size() < line.size()) append_utf8(words, 0x2026);
  return writer.run.texts.format({"report.proposal.wording", {{"text", words}}});
}

// Where comments have no place of their own, they say which words they are about.
const char* elsewhere_key(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeader:
      return "annotate.in.header";
    case BlockKind::kFooter:
      return "annotate.in.footer";
    case BlockKind::kFootnote:
      return "annotate.in.footnote";
    case BlockKind::kTextBox:
      return "annotate.in.text_box";
    default:
      return "annotate.in.text";
  }
}

const char* changes_key(ChangesShown shown) {
  switch (shown) {
    case ChangesShown::kTracked:
      return "annotate.changes";
    case ChangesShown::kMarked:
      return "annotate.changes.marked";
    case ChangesShown::kNoted:
      return "annotate.changes.noted";
  }
  return "annotate.changes";
}

void add_finding(CommentWriter& writer, std::uint32_t index, Paragraphs& paragraphs) {
  const Finding& finding = writer.report.findings[index];
  const Catalogue& texts = writer.run.texts;
  add(paragraphs, writer.messages.of(writer.run.rules.spec(finding.rule), finding));
  for (const RelatedSpan& related : finding.related) {
    if (related.note.key.empty() || related.span.empty()) continue;
    add(paragraphs, texts.format({"report.related",
                                  {{"place", quoted(writer, related.span)},
                                   {"note", texts.format(related.note)}}}));
  }
  const std::string proposal = proposals(texts, writer.report.document, finding);
  if (proposal.empty()) return;
  add(paragraphs, texts.format({"report.proposal", {{"text", proposal}}}), writer.change_of[index]);
}

std::string joined(const Catalogue& texts, const std::vector<std::string>& items,
                   std::size_t most) {
  std::string list;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i == most) return list + texts.text("report.list.and_more");
    if (i > 0) list.append(texts.text("report.list.comma")).append(" ");
    list += items[i];
  }
  return list;
}

void add_score(const CommentWriter& writer, Paragraphs& paragraphs) {
  const Catalogue& texts = writer.run.texts;
  const Score& score = writer.report.score;
  if (score.state == ScoreState::kShown) {
    add(paragraphs, score_headline(texts, score));
    add(paragraphs, score_cap(texts, score));
  } else {
    add(paragraphs, score_refusal(texts, score));
  }
}

void add_first(const CommentWriter& writer, const std::vector<PrincipleGroup>& groups,
               Paragraphs& paragraphs) {
  std::vector<std::string> titles;
  for (const AdviceGroup* group : first_advices(groups, kAdvicesNamed)) {
    titles.push_back(writer.run.rules.advices.advices[group->advice].title);
  }
  if (titles.empty()) return;
  const Catalogue& texts = writer.run.texts;
  add(paragraphs,
      texts.format({"annotate.first", {{"list", joined(texts, titles, titles.size())}}}));
}

void add_whole(CommentWriter& writer, const std::vector<PrincipleGroup>& groups,
               Paragraphs& paragraphs) {
  for (const PrincipleGroup& principle : groups) {
    for (const AdviceGroup& group : principle.advices) {
      for (const OverviewPlace& place : group.places) {
        if (!place.span.empty() || !place.shown) continue;
        const Finding& finding = writer.report.findings[place.findings.front()];
        const std::string message =
            writer.messages.of(writer.run.rules.spec(finding.rule), finding);
        add(paragraphs, writer.run.texts.format({"report.item", {{"text", message}}}));
      }
    }
  }
}

void add_mentions(const CommentWriter& writer, Paragraphs& paragraphs) {
  if (!writer.report.mentions) return;
  std::vector<std::string> missing;
  for (const MentionResult& result : writer.report.mentions->results) {
    if (result.state == MentionState::kNotFound) missing.push_back(result.title);
  }
  if (missing.empty()) return;
  const Catalogue& texts = writer.run.texts;
  add(paragraphs, texts.format({"annotate.mentions",
                                {{"n", std::to_string(missing.size())},
                                 {"list", joined(texts, missing, kMentionsNamed)}}}));
}

void add_not_shown(const CommentWriter& writer, const std::vector<PrincipleGroup>& groups,
                   Paragraphs& paragraphs) {
  const Catalogue& texts = writer.run.texts;
  std::vector<std::string> counts;
  std::size_t all = 0;
  for (const PrincipleGroup& principle : groups) {
    for (const AdviceGroup& group : principle.advices) {
      std::size_t left = 0;
      for (const OverviewPlace& place : group.places) {
        if (!place.shown) left += place.findings.size();
      }
      all += left;
      if (left == 0) continue;
      counts.push_back(
          texts.format({"annotate.count",
                        {{"title", writer.run.rules.advices.advices[group.advice].title},
                         {"n", std::to_string(left)}}}));
    }
  }
  if (all == 0) return;
  add(paragraphs, texts.format({"annotate.not_shown",
                                {{"n", std::to_string(all)},
                                 {"list", joined(texts, counts, kAdvicesCounted)}}}));
}

}  // namespace

Paragraphs CommentWriter::place(const AdviceGroup& group, const OverviewPlace& place,
                                bool with_advice) {
  const Advice& advice = run.rules.advices.advices[group.advice];
  Paragraphs paragraphs;
  add(paragraphs, advice.title);
  std::size_t said = 0;
  for (const std::uint32_t index : place.findings) {
    if (said++ == kMessagesOfPlace) break;
    add_finding(*this, index, paragraphs);
    if (place.again) break;
  }
  if (place.again) {
    add(paragraphs,
        run.texts.format({"annotate.again", {{"n", std::to_string(place.findings.size() - 1)}}}));
  }
  if (with_advice) add(paragraphs, advice.text);
  return paragraphs;
}

std::string CommentWriter::elsewhere(Span span) const {
  const Document& document = report.document;
  const std::size_t block = block_at(document, span.begin);
  if (block == document.blocks.size()) return {};
  const char* key = elsewhere_key(document.blocks[block].kind);
  return run.texts.format({key, {{"words", quoted(*this, span)}}});
}

Paragraphs CommentWriter::summary(const std::vector<PrincipleGroup>& groups, ChangesShown shown) {
  Paragraphs paragraphs;
  add(paragraphs, run.texts.text("annotate.summary"));
  add_score(*this, paragraphs);
  add(paragraphs,
      run.texts.format({"annotate.findings", {{"text", count_text(run.texts, report.findings)}}}));
  add_first(*this, groups, paragraphs);
  add_whole(*this, groups, paragraphs);
  add_mentions(*this, paragraphs);
  add_not_shown(*this, groups, paragraphs);
  const bool changes = std::any_of(change_of.begin(), change_of.end(),
                                   [](std::uint32_t change) { return change != kNoChange; });
  if (changes) add(paragraphs, run.texts.text(changes_key(shown)));
  return paragraphs;
}

}  // namespace limpide
