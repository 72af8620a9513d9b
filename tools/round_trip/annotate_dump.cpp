// limpide-annotate-dump DATA IN OUT [0]: annotates IN and says, as JSON, what another program must
// find in OUT: the words of each comment, the numbers of changes, each edit with what stands around
// it. "0": every comment, no cap.
#include <algorithm>
#include <cstdio>
#include <string>

#include "analyzer/annotation/annotate.h"
#include "analyzer/base/files.h"
#include "analyzer/engine/engine.h"
#include "analyzer/reports/json_output.h"
#include "cli/console.h"
#include "cli/session.h"

namespace limpide {
namespace {

constexpr std::size_t kContext = 100;  // bytes, about

const char* anchor_name(AnchorKind kind) {
  switch (kind) {
    case AnchorKind::kWords:
      return "words";
    case AnchorKind::kParagraph:
      return "paragraph";
    case AnchorKind::kElsewhere:
      return "elsewhere";
    case AnchorKind::kDocument:
      return "document";
  }
  return "";
}

// What stands before an edit, in its block.
std::string_view before(const Document& document, std::uint32_t offset) {
  const std::size_t index = block_at(document, offset);
  std::uint32_t begin = offset;
  const std::uint32_t least =
      index < document.blocks.size() ? document.blocks[index].text.begin : 0;
  while (begin > least && offset - begin < kContext) --begin;
  while (begin < offset && (static_cast<unsigned char>(document.text[begin]) & 0xC0U) == 0x80U) {
    ++begin;
  }
  return slice(document.text, {begin, offset});
}

std::string_view after(const Document& document, std::uint32_t offset) {
  const std::size_t index = block_at(document, offset);
  const std::uint32_t most =
      index < document.blocks.size() ? document.blocks[index].text.end : offset;
  std::uint32_t end = std::min(most, offset + static_cast<std::uint32_t>(kContext));
  while (end < most && (static_cast<unsigned char>(document.text[end]) & 0xC0U) == 0x80U) ++end;
  return slice(document.text, {offset, end});
}

void dump(const DocumentReport& report, const AnnotationPlan& plan, const Annotated& made) {
  const Document& document = report.document;
  JsonOutput out;
  out.open_object();
  out.member("deletions", made.deletions);
  out.member("insertions", made.insertions);
  out.member("planned_changes", static_cast<std::uint32_t>(plan.changes.size()));
  out.member("changes", static_cast<std::uint32_t>(made.changes.size()));
  out.key("comments");
  out.open_array();
  for (const WrittenComment& comment : made.comments) {
    out.line();
    out.open_object();
    out.member("anchor", anchor_name(comment.anchor));
    out.member("words", slice(document.text, comment.words));
    out.member("title", plan.comments[comment.comment].paragraphs.front().text);
    out.close_object();
  }
  out.close_array();
  out.key("edits");
  out.open_array();
  for (const std::uint32_t index : made.changes) {
    for (const Edit& edit : plan.changes[index].edits) {
      out.line();
      out.open_object();
      out.member("before", before(document, edit.span.begin));
      out.member("old", slice(document.text, edit.span));
      out.member("new", edit.text);
      out.member("after", after(document, edit.span.end));
      out.close_object();
    }
  }
  out.close_array();
  out.close_object();
  std::printf("%s\n", out.take().c_str());
}

int fail(const Error& error) {
  print_error(error);
  return 2;
}

int run(int count, char** words) {
  if (count < 4) return 2;
  const Result<Engine> engine = Engine::build({words[1], all_readers(), {}, false});
  if (!engine) return fail(engine.error());
  AnalysisOptions asked;
  const std::string path = words[2];
  const Result<std::string> bytes = read_file(path, asked.limits.file_bytes);
  if (!bytes) return fail(bytes.error());
  const Result<DocumentReport> report = engine->check({path, *bytes}, asked);
  if (!report) return fail(report.error());
  const RunContext context{engine->versions(), engine->rules(), texts(), Profile::kCourrier};
  PlanOptions options;
  if (count > 4) options.per_page = 0;
  const AnnotationPlan plan = plan_annotation(context, *report, options);
  const AnnotationOptions annotation{"Limpide", "2026-11-22T10:00:00Z"};
  const Result<Annotated> made =
      annotate({path, *bytes, report->document, plan, annotation, asked.limits});
  if (!made) return fail(made.error());
  const Status written = write_file_atomically(words[3], made->bytes);
  if (!written) return fail(written.error());
  dump(*report, plan, *made);
  return 0;
}

}  // namespace
}  // namespace limpide

int main(int count, char** words) { return limpide::run(count, words); }
