// A file made by hand, annotated at words named by a test. In: the bytes, words to comment, words
// to replace. Out: what our own reader sees in the result, with our changes accepted and rejected.
// Refuses: words that the file does not have (the test fails).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analyzer/annotation/annotate.h"
#include "analyzer/readers/reader.h"

namespace limpide::testing {

struct Wanted {
  std::vector<std::string> comments;                         // words; "": the whole document
  std::vector<std::pair<std::string, std::string>> changes;  // old words, new ones
};

struct Seen {
  std::string error;  // key, "" when all went well
  Annotated made;
  std::string original;              // text of the file
  std::string accepted;              // text of the result
  std::string rejected;              // text of the result, our changes undone
  std::string expected;              // the original with the changes that were written
  std::vector<std::string> anchors;  // words under our comments, as the reader sees them
};

[[nodiscard]] Seen annotate_case(const Reader& reader, const std::string& bytes,
                                 const Wanted& wanted);
// What a test wants, as a plan.
[[nodiscard]] AnnotationPlan plan_of(const Document& document, const Wanted& wanted);
// The copy of a text file; its error is a key.
struct TextCopy {
  std::string error;
  Document document;  // of the original
  AnnotationPlan plan;
  Annotated made;
};
[[nodiscard]] TextCopy text_copy(const Reader& reader, const std::string& bytes,
                                 const Wanted& wanted);
// One entry of an archive; "" without it.
[[nodiscard]] std::string entry_of(const std::string& archive, const std::string& name);
// The markup of our changes undone, of a docx body or an odt content.
[[nodiscard]] std::string without_changes(Format format, std::string xml);

}  // namespace limpide::testing
