// `check --annotate`: the writer's own file back, as a copy with comments and tracked changes. In:
// what was asked, the report, the bytes of the file. Out: the copy on disk and what to tell.
// Refuses: several files, a copy over the original, another format than the original's.
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

// Before anything is read. `names`: the files of the run.
[[nodiscard]] Status check_request(const AnnotationRequest& request,
                                   const std::vector<std::string>& operands,
                                   const std::vector<std::string>& names);

// Writes the copy; gives back lines for a person.
[[nodiscard]] Result<std::vector<std::string>> write_annotated(
    const AnnotationRequest& request, const RunContext& run, const std::string& name,
    const DocumentReport& report, std::string_view bytes, const Limits& limits);

// `fix --tracked`: the file with its safe suggestions as tracked changes and nothing else; `made`
// counts them.
[[nodiscard]] Result<std::string> tracked_file(const RunContext& run, const std::string& name,
                                               const DocumentReport& report, std::string_view bytes,
                                               const Limits& limits, std::size_t& made);

}  // namespace limpide
