// What the fuzz targets of the annotators share: comments and changes at places that the text
// itself decides. In: bytes of the fuzzer. Out: nothing; a file that our reader refuses, a lost
// comment or another text than the edited one stops the program. Refuses: nothing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "analyzer/annotation/annotate.h"
#include "analyzer/annotation/own_comments.h"
#include "analyzer/rewriting/rewriting.h"
#include "tests/fuzz/office_fuzz.h"
#include "tests/fuzz/plan_maker.h"

namespace limpide::testing {

inline std::size_t comments_of(const Document& document, std::string_view author) {
  return static_cast<std::size_t>(
      std::count_if(document.comments.begin(), document.comments.end(),
                    [author](const Comment& comment) { return comment.author == author; }));
}

// ODF reads a run of blanks as one: where an edit takes the first, the next one is read.
inline std::string without_blanks(std::string_view text) {
  std::string rest;
  for (const char byte : text) {
    if (byte != ' ' && byte != '\n') rest.push_back(byte);
  }
  return rest;
}

// The comments taken out again: the file is sound and says what it said.
inline void check_without_own(const Reader& reader, const std::string& copy,
                              const std::string& text, const Limits& limits) {
  const WithoutOwn cleaned = without_own_comments("fuzz", copy, "Limpide", limits);
  const Result<Document> document = reader.read({"fuzz", cleaned.bytes}, limits);
  require(document.has_value());
  check_document(*document);
  require(document->text == text);
}

inline void fuzz_annotate(const Reader& reader, std::string_view bytes) {
  Limits limits = small_limits();
  const Result<Document> document = reader.read({"fuzz", bytes}, limits);
  if (!document) return;
  const AnnotationPlan plan = PlanMaker(*document).make();
  const AnnotationOptions options{"Limpide", "2026-11-22T10:00:00Z"};
  const std::string path = "fuzz";
  const Result<Annotated> made = annotate({path, bytes, *document, plan, options, limits});
  if (!made) return;
  // The result is larger than what was read.
  limits.file_bytes *= 4;
  limits.text_bytes *= 4;
  limits.archive_entry_bytes *= 4;
  limits.archive_total_bytes *= 4;
  limits.archive_entries += 4;
  limits.xml_depth += 4;
  limits.blocks *= 4;
  const Result<Document> again = reader.read({"fuzz", made->bytes}, limits);
  require(again.has_value());
  check_document(*again);
  std::vector<Edit> edits;
  for (const std::uint32_t index : made->changes) {
    edits.insert(edits.end(), plan.changes[index].edits.begin(), plan.changes[index].edits.end());
  }
  const std::string expected = apply_edits(document->text, edits);
  // A block that was all deleted is no block any more.
  if (without_blanks(again->text) != without_blanks(expected) &&
      again->blocks.size() >= document->blocks.size()) {
    std::fprintf(stderr, "original: [%s]\nexpected: [%s]\nread:     [%s]\n", document->text.c_str(),
                 expected.c_str(), again->text.c_str());
    std::abort();
  }
  require(comments_of(*again, "Limpide") >= comments_of(*document, "Limpide"));
  check_without_own(reader, made->bytes, again->text, limits);
}

}  // namespace limpide::testing
