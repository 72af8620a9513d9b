// The real documents beside the project, and our own samples: every one is read fast, and every
// word is spelt by its source bytes. Skips what is absent.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "analyzer/base/files.h"
#include "analyzer/base/utf8.h"
#include "analyzer/readers/docx/docx_reader.h"
#include "analyzer/readers/odt/odt_reader.h"
#include "tests/support/cpu_watch.h"
#include "tests/support/document_dump.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> office_files() {
  std::vector<std::string> files;
  for (const char* folder :
       {LIMPIDE_SOURCE_DIR "/../shared/data", LIMPIDE_SOURCE_DIR "/../../shared/data",
        LIMPIDE_SOURCE_DIR "/corpus/samples"}) {
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
      const std::string extension = at->path().extension().string();
      if (extension == ".docx" || extension == ".odt") files.push_back(at->path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool blocks_are_in_order(const Document& document) {
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    if (block.text.begin < end || block.text.end > document.text.size()) return false;
    end = block.text.end;
  }
  std::uint32_t look = 0;
  for (const Run& run : document.runs) {
    if (run.text.begin < look || run.text.end > document.text.size()) return false;
    look = run.text.end;
  }
  return true;
}

TEST(RealOfficeFiles, EveryWordIsSpeltByItsSource) {
  const std::vector<std::string> files = office_files();
  if (files.empty()) GTEST_SKIP() << "no docx or odt in ../shared/data";
  const DocxReader docx;
  const OdtReader odt;
  std::size_t words = 0;
  std::size_t made = 0;
  double slowest = 0;
  for (const std::string& path : files) {
    const Result<std::string> bytes = read_file(path, Limits{}.file_bytes);
    ASSERT_TRUE(bytes.has_value()) << path;
    const SourceFile file{path, *bytes};
    const Reader& reader = odt.confidence(file) > 0 ? static_cast<const Reader&>(odt) : docx;
    ASSERT_EQ(reader.confidence(file), 100) << path;
    const CpuWatch watch;
    const Result<Document> document = reader.read(file, Limits{});
    const double spent = watch.seconds();
    slowest = std::max(slowest, spent);
    ASSERT_TRUE(document.has_value()) << path << ": " << document.error().message.key;
    EXPECT_LT(spent, 2) << path;
    EXPECT_TRUE(is_valid_utf8(document->text) && is_nfc(document->text)) << path;
    EXPECT_TRUE(blocks_are_in_order(*document)) << path;
    EXPECT_EQ(testing::first_word_without_source(*document, words, made), "") << path;
  }
  std::printf(
      "%zu files, %zu words spelt by their source, %zu made by the reader, slowest %.1f ms\n",
      files.size(), words - made, made, slowest * 1000);
  // Only what a form shows without writing it (the choice of a list) has no source.
  EXPECT_LT(made * 1000, words + 1000);
}

}  // namespace
}  // namespace limpide
