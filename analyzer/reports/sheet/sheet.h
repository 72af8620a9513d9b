// The sheet that goes to the hierarchy and to the expert with a rewrite: one page, to be signed.
// In: the page of a comparison, what verification saw. Out: blocks of text, then a docx, an odt or
// an HTML page. Refuses: to say that a changed fact is wrong: it is a question for the expert.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/reports/comparison_report.h"
#include "analyzer/verification/verification.h"

namespace limpide {

enum class SheetBlockKind : std::uint8_t {
  kTitle,
  kHeading,
  kText,
  kItem,   // of a list
  kTable,  // the first row is its head
};
struct SheetBlock {
  SheetBlockKind kind = SheetBlockKind::kText;
  std::vector<std::vector<std::string>> rows;  // one cell but for a table
  bool row_heads = false;                      // of a table: the first cell of a row names it
};
struct Sheet {
  std::string title;
  std::vector<SheetBlock> blocks;
};

struct SheetInput {
  const ComparisonPage& page;
  const Verification& verification;  // of the same two texts
};
[[nodiscard]] Sheet comparison_sheet(const SheetInput& input);

enum class SheetFormat : std::uint8_t { kDocx, kOdt, kHtml };
// The bytes of the file. The same sheet gives the same bytes. Errors: no memory for the archive.
[[nodiscard]] Result<std::string> written_sheet(const RunContext& run, const Sheet& sheet,
                                                SheetFormat format);

// One a format, in the files beside.
[[nodiscard]] Result<std::string> docx_sheet(const Sheet& sheet);
[[nodiscard]] Result<std::string> odt_sheet(const Sheet& sheet);
[[nodiscard]] std::string html_sheet(const RunContext& run, const Sheet& sheet);

}  // namespace limpide
