// Reviewed copies of html, Markdown and plain text: refusing every mark gives the file back byte
// for byte, accepting all gives what `fix` writes. Over the samples in four encodings, and over the
// real documents beside the checkout.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "analyzer/annotation/annotate.h"
#include "analyzer/annotation/edited_file.h"
#include "analyzer/base/files.h"
#include "analyzer/base/text_encoder.h"
#include "analyzer/readers/html/html_reader.h"
#include "analyzer/readers/markdown/markdown_reader.h"
#include "analyzer/readers/text/text_reader.h"
#include "cli/console.h"
#include "tests/support/marks_removed.h"
#include "tests/support/shared_data.h"
#include "tests/support/test_engine.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;
using testing::Marks;
using testing::without_marks;
using testing::without_notes;

struct Tally {
  std::size_t files = 0;
  std::size_t comments = 0;
  std::size_t on_words = 0;
  std::size_t changes = 0;
  std::size_t planned = 0;
};

Result<Document> read_again(Format format, const std::string& bytes) {
  const HtmlReader html;
  const MarkdownReader markdown;
  const TextReader text;
  Limits limits;
  limits.html_bytes *= 4;
  if (format == Format::kHtml) return html.read({"copy", bytes}, limits);
  if (format == Format::kMarkdown) return markdown.read({"copy", bytes}, limits);
  return text.read({"copy", bytes}, limits);
}

std::string in_encoding(const std::string& text, const std::string& encoding) {
  return TextEncoder::open(encoding)->encode(text).value_or("");
}

// The mark of byte order of UTF-16 is read as a sign of the text.
std::string source_of(const Document& document) { return document.parts.front().source; }

void expect_accepted(const DocumentReport& report, const std::string& bytes,
                     const AnnotationPlan& plan, const Annotated& made, const std::string& copy) {
  std::vector<std::vector<Edit>> changes;
  for (const std::uint32_t index : made.changes) changes.push_back(plan.changes[index].edits);
  const Result<EditedFile> fixed = edit_file({"file", bytes, report.document, changes});
  ASSERT_TRUE(fixed.has_value());
  EXPECT_EQ(fixed->made.size(), changes.size());
  const Format format = report.document.format;
  EXPECT_TRUE(in_encoding(without_marks(format, copy, Marks::kAccepted),
                          report.document.encoding) == fixed->bytes)
      << "accepting all is not what fix writes";
}

void check_copy(const std::string& path, const std::string& bytes,
                std::optional<std::uint32_t> per_page, Tally& tally) {
  SCOPED_TRACE(path);
  const Result<DocumentReport> report = test_engine().check({path, bytes}, {});
  if (!report) return;
  const Document& document = report->document;
  const Format format = document.format;
  const bool text =
      format == Format::kHtml || format == Format::kMarkdown || format == Format::kText;
  if (!text) return;
  const RunContext run{test_engine().versions(), test_engine().rules(), texts(),
                       Profile::kCourrier};
  const AnnotationPlan plan =
      plan_annotation(run, *report, {true, per_page, changes_shown(format)});
  const AnnotationOptions options{"Limpide", "2026-11-22T10:00:00Z"};
  const Limits limits;
  const Result<Annotated> made = annotate({path, bytes, document, plan, options, limits});
  ASSERT_TRUE(made.has_value()) << made.error().message.key;
  EXPECT_EQ(made->comments.size(), plan.comments.size());
  const Result<Document> again = read_again(format, made->bytes);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->encoding, document.encoding);
  const std::string copy = source_of(*again);
  if (format == Format::kText) {
    const std::string& source = document.parts.front().source;
    const std::size_t end = source.find_first_of("\r\n");
    const bool pair = end != std::string::npos && source.compare(end, 2, "\r\n") == 0;
    const char* one = end != std::string::npos && source[end] == '\r' ? "\r" : "\n";
    EXPECT_TRUE(in_encoding(without_notes(copy, pair ? "\r\n" : one), document.encoding) == bytes)
        << "the text is not given back";
  } else {
    EXPECT_TRUE(in_encoding(without_marks(format, copy, Marks::kRefused), document.encoding) ==
                bytes)
        << "refusing all does not give the file back";
    expect_accepted(*report, bytes, plan, *made, copy);
  }
  ++tally.files;
  tally.comments += made->comments.size();
  tally.on_words += static_cast<std::size_t>(
      std::count_if(made->comments.begin(), made->comments.end(),
                    [](const WrittenComment& one) { return one.anchor == AnchorKind::kWords; }));
  tally.changes += made->changes.size();
  tally.planned += plan.changes.size();
}

std::vector<std::string> text_files(const fs::path& folder) {
  std::vector<std::string> paths;
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
    const std::string ending = entry.path().extension().string();
    const bool wanted = ending == ".html" || ending == ".htm" || ending == ".md" ||
                        ending == ".txt" || ending == ".mjml";
    if (entry.is_regular_file() && wanted) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void print(const char* name, const Tally& tally) {
  std::printf("%s: %zu copies, %zu comments, %zu on their words, %zu of %zu changes\n", name,
              tally.files, tally.comments, tally.on_words, tally.changes, tally.planned);
}

TEST(Copies, OfTheSamples) {
  Tally tally;
  for (const std::string& path : text_files(fs::path(LIMPIDE_SOURCE_DIR) / "corpus/samples")) {
    const Result<std::string> bytes = read_file(path, Limits{}.file_bytes);
    ASSERT_TRUE(bytes.has_value());
    check_copy(path, *bytes, std::nullopt, tally);
    check_copy(path, *bytes, 0, tally);
    check_copy(path, *bytes, 1, tally);
  }
  print("samples", tally);
  EXPECT_GE(tally.files, 30U);
  EXPECT_GT(tally.changes * 10, tally.planned * 9);
  EXPECT_GT(tally.on_words * 2, tally.comments);
}

TEST(Copies, OfTheSamplesInOtherEncodings) {
  Tally tally;
  for (const std::string& path : text_files(fs::path(LIMPIDE_SOURCE_DIR) / "corpus/samples")) {
    const Result<std::string> bytes = read_file(path, Limits{}.file_bytes);
    ASSERT_TRUE(bytes.has_value());
    const Result<Document> document = read_again(Format::kText, *bytes);
    ASSERT_TRUE(document.has_value());
    const std::string text = source_of(*document);
    const std::string mark = "\xEF\xBB\xBF";
    check_copy(path, mark + text, std::nullopt, tally);
    check_copy(path, in_encoding(mark + text, "UTF-16LE"), 0, tally);
    check_copy(path, in_encoding(mark + text, "UTF-16BE"), std::nullopt, tally);
    // A page says what its encoding is.
    std::string declared = text;
    if (const std::size_t at = declared.find("utf-8"); at != std::string::npos) {
      declared.replace(at, 5, "iso-8859-1");
    }
    const std::string narrow = in_encoding(declared, "windows-1252");
    if (!narrow.empty()) check_copy(path, narrow, 0, tally);
  }
  print("samples in other encodings", tally);
  EXPECT_GE(tally.files, 30U);
}

// A paragraph that is cut twice, with other changes between the cuts.
TEST(Copies, OfParagraphsThatAreCut) {
  const std::string first =
      "Nous avons re\xC3\xA7u votre dossier le 3 mars 2026. Il est complet et nous l'avons "
      "enregistr\xC3\xA9. "
      "La commission va proc\xC3\xA9"
      "der \xC3\xA0 son \xC3\xA9tude en mai avec les services de la ville. ";
  const std::string second =
      "Vous devez envoyer votre avis d'imp\xC3\xB4t avant le 3 mai. Vous pouvez le d\xC3\xA9poser "
      "\xC3\xA0 la mairie. "
      "Un agent vous aidera le matin ou l'apr\xC3\xA8s-midi.";
  const std::string third =
      "En cas de d\xC3\xA9saccord, vous pouvez saisir le tribunal administratif. Vous avez deux "
      "mois "
      "pour le faire \xC3\xA0 compter de ce jour.";
  std::string wrapped = first + second;
  for (std::size_t at = wrapped.find(". "); at != std::string::npos; at = wrapped.find(". ", at)) {
    wrapped.replace(at, 2, ".\n");
  }
  Tally tally;
  const std::string head = "<!DOCTYPE html><html lang=fr><meta charset=utf-8><title>A</title>";
  check_copy("a.html",
             head + "<p class='b' id=c>" + first + "<b>" + second + "</b></p><div>" + first +
                 second + "</div><p>" + wrapped + "</p>",
             std::nullopt, tally);
  EXPECT_GE(tally.changes, 3U);
  check_copy("a.md", first + second + " " + third + "\n\n" + wrapped + "\n\n- " + first + second,
             std::nullopt, tally);
  check_copy("a.md", first + second + "\r\n", 0, tally);
  check_copy("a.txt", first + second + " " + third + "\n\n" + wrapped + "\n", 0, tally);
  EXPECT_GE(tally.changes, 7U);
  EXPECT_EQ(tally.changes, tally.planned);
}

TEST(Copies, OfRealDocuments) {
  LIMPIDE_NEEDS_SHARED_DATA();
  Tally tally;
  for (const std::string& path : text_files(fs::path(shared_data()) / "documents")) {
    const Result<std::string> bytes = read_file(path, Limits{}.file_bytes);
    ASSERT_TRUE(bytes.has_value());
    check_copy(path, *bytes, std::nullopt, tally);
  }
  print("real documents", tally);
}

}  // namespace
}  // namespace limpide
