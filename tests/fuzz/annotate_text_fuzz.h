// What the fuzz targets of the annotators of text files share. In: bytes of the fuzzer. Out:
// nothing; a copy that does not give the file back when its marks are refused, or the edited file
// when they are taken, stops the program. Refuses: nothing.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/annotation/annotate.h"
#include "analyzer/annotation/edited_file.h"
#include "analyzer/base/text_encoder.h"
#include "tests/fuzz/fuzz_reader.h"
#include "tests/fuzz/plan_maker.h"
#include "tests/support/marks_removed.h"

namespace limpide::testing {

inline Limits text_limits() {
  Limits limits;
  limits.file_bytes = std::size_t{1} << 20;
  limits.text_bytes = std::size_t{1} << 20;
  limits.blocks = 10'000;
  return limits;
}

inline AnnotationPlan text_plan(const Document& document) {
  AnnotationPlan plan = PlanMaker(document).make();
  plan.words = {"Title", "Away:", "Note ", "Back", "Copy.", "Mail.", "Subject: "};
  for (PlannedChange& change : plan.changes) change.wording = "Change.";
  return plan;
}

inline void check_marks(const Document& document, std::string_view bytes,
                        const AnnotationPlan& plan, const Annotated& made,
                        const std::string& copy) {
  const TextEncoder encoder = *TextEncoder::open(document.encoding);
  const auto undone = encoder.encode(without_marks(document.format, copy, Marks::kRefused));
  require(undone.has_value() && *undone == bytes);
  std::vector<std::vector<Edit>> changes;
  for (const std::uint32_t index : made.changes) changes.push_back(plan.changes[index].edits);
  const std::string path = "fuzz";
  const Result<EditedFile> edited = edit_file({path, bytes, document, changes});
  require(edited.has_value() && edited->made.size() == changes.size());
  const auto taken = encoder.encode(without_marks(document.format, copy, Marks::kAccepted));
  require(taken.has_value() && *taken == edited->bytes);
}

inline int fuzz_annotate_text(const Reader& reader, const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<Document> document = reader.read({"fuzz", bytes}, text_limits());
  if (!document) return 0;
  const AnnotationPlan plan = text_plan(*document);
  const AnnotationOptions options{"Limpide", "2026-11-22T10:00:00Z"};
  const std::string path = "fuzz";
  const Limits limits = text_limits();
  const Result<Annotated> made = annotate({path, bytes, *document, plan, options, limits});
  if (!made) {
    require(!made.error().message.key.empty());
    return 0;
  }
  require(made->comments.size() == plan.comments.size());
  const bool marks = document->format == Format::kHtml || document->format == Format::kMarkdown;
  if (!marks) return 0;
  const auto decoded = reader.read({"fuzz", made->bytes}, {});
  require(decoded.has_value() && decoded->parts.size() == 1);
  require(decoded->encoding == document->encoding);
  check_marks(*document, bytes, plan, *made, decoded->parts.front().source);
  return 0;
}

}  // namespace limpide::testing
