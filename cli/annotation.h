// `check --annotate`: the writer's own file back, as a copy with comments and tracked changes. In:
// what was asked, the report, the bytes of the file. Out: the copy on disk and what to tell.
// Refuses: several files, a copy over the original, another format than the original's
// (of an e-mail, a text).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"
#include "analyzer/reports/report.h"

namespace limpide {

struct AnnotationRequest {
  std::string output;  // "": nothing was asked
  std::optional<std::uint32_t> per_page;
};

// What an earlier reading left in the file.
struct EarlierReading {
  std::size_t removed = 0;   // comments, which the new ones replace
  std::size_t answered = 0;  // comments that stay
  std::size_t pending = 0;   // tracked changes that wait
};

// Before anything is read. `names`: the files of the run.
[[nodiscard]] Status check_request(const AnnotationRequest& request,
                                   const std::vector<std::string>& operands,
                                   const std::vector<std::string>& names);

// Writes the copy; gives back lines for a person.
[[nodiscard]] Result<std::vector<std::string>> write_annotated(
    const AnnotationRequest& request, const RunContext& run, const std::string& name,
    const DocumentReport& report, std::string_view bytes, const Limits& limits,
    const EarlierReading& earlier);

// The bytes to read when a copy is asked for: without the comments of an earlier reading.
[[nodiscard]] std::string before_annotation(const std::string& name, std::string bytes,
                                            const Limits& limits, EarlierReading& earlier);

// `fix --tracked`: the file with its safe suggestions as tracked changes (docx, odt) or as
// marks (html, md) and nothing else; `made` counts them.
[[nodiscard]] Result<std::string> tracked_file(const RunContext& run, const std::string& name,
                                               const DocumentReport& report, std::string_view bytes,
                                               const Limits& limits, std::size_t& made);

}  // namespace limpide
