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
#include "analyzer/rewriting/rewriting.h"
#include "tests/fuzz/office_fuzz.h"

namespace limpide::testing {

// Places follow from the text: the same input always asks for the same.
class PlanMaker {
 public:
  explicit PlanMaker(const Document& document) : document_(document) {}

  [[nodiscard]] AnnotationPlan make() {
    AnnotationPlan plan;
    plan.comments.push_back({Span{}, {{"whole", kNoChange}}, {}});
    std::uint32_t free_from = 0;
    for (const Block& block : document_.blocks) {
      if (plan.comments.size() > 40) break;
      plan.comments.push_back({part_of(block.text), {{"words <&>", kNoChange}}, "there"});
      const Span change = part_of(block.text);
      if (change.empty() || change.begin < free_from) continue;
      const std::string text = next() % 3 == 0 ? "" : "new";
      plan.changes.push_back({{{change, text}}, 0});
      free_from = change.end + 1;
    }
    return plan;
  }

 private:
  std::uint32_t next() {
    state_ = state_ * 1664525U + 1013904223U;
    return state_ >> 8U;
  }
  [[nodiscard]] std::uint32_t boundary(std::uint32_t at) const {
    while (at < document_.text.size() &&
           (static_cast<unsigned char>(document_.text[at]) & 0xC0U) == 0x80U) {
      ++at;
    }
    return at;
  }
  Span part_of(Span block) {
    const std::uint32_t begin = boundary(block.begin + next() % block.size());
    const std::uint32_t end = boundary(begin + 1 + next() % 20);
    return {std::min(begin, block.end), std::min(end, block.end)};
  }

  const Document& document_;
  std::uint32_t state_ = 12345;
};

inline std::size_t comments_of(const Document& document, std::string_view author) {
  return static_cast<std::size_t>(
      std::count_if(document.comments.begin(), document.comments.end(),
                    [author](const Comment& comment) { return comment.author == author; }));
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
  if (again->text != expected && again->blocks.size() >= document->blocks.size()) {
    std::fprintf(stderr, "original: [%s]\nexpected: [%s]\nread:     [%s]\n", document->text.c_str(),
                 expected.c_str(), again->text.c_str());
    std::abort();
  }
  require(comments_of(*again, "Limpide") >= comments_of(*document, "Limpide"));
}

}  // namespace limpide::testing
