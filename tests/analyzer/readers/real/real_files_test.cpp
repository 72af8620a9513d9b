// Every .html, .md and .txt of the shared data, when it is there: read or refused with a message,
// every word traced to its bytes, none slow.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "analyzer/base/files.h"
#include "analyzer/readers/eml/eml_reader.h"
#include "analyzer/readers/html/html_reader.h"
#include "analyzer/readers/markdown/markdown_reader.h"
#include "analyzer/readers/text/text_reader.h"
#include "tests/analyzer/readers/support/reader_cases.h"
#include "tests/support/cpu_watch.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

fs::path shared_data() {
  const char* given = std::getenv("LIMPIDE_SHARED");
  if (given != nullptr) return fs::path(given) / "data";
  return fs::path(LIMPIDE_SOURCE_DIR).parent_path() / "shared" / "data";
}

std::vector<fs::path> files_to_read() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(shared_data())) {
    const std::string extension = entry.path().extension().string();
    const bool text = extension == ".html" || extension == ".md" || extension == ".txt";
    if (entry.is_regular_file() && text) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(RealFiles, EveryWordIsTracedToItsBytes) {
  if (!fs::exists(shared_data())) GTEST_SKIP() << "no shared data beside the project";
  const TextReader text;
  const MarkdownReader markdown;
  const HtmlReader html;
  const EmlReader eml;
  const Readers readers = {&text, &markdown, &html, &eml};
  const std::vector<fs::path> files = files_to_read();
  EXPECT_GT(files.size(), 100U);
  for (const fs::path& path : files) {
    SCOPED_TRACE(path.filename().string());
    const Result<std::string> bytes = read_file(path.string(), std::size_t{1} << 30);
    ASSERT_TRUE(bytes);
    const CpuWatch watch;
    const Result<Document> document = read_document(readers, {path.string(), *bytes}, Limits{});
    const double seconds = watch.seconds();
    EXPECT_LT(seconds, 2.0);
    ASSERT_TRUE(document) << document.error().message.key;
    const bool page = path.extension() == ".html";
    EXPECT_EQ(document->format == Format::kHtml, page);
    EXPECT_EQ(broken_promise(*document), "");
    EXPECT_EQ(untraced_words(*document), std::vector<std::string>{});
  }
}

}  // namespace
}  // namespace limpide
