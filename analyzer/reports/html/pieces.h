// The static parts of the HTML report, embedded at build from the files beside this one. In:
// nothing. Out: their bytes and SHA-256 (hexadecimal), for the page's content security policy.
#pragma once

#include <string_view>

namespace limpide {

extern const std::string_view kReportCss;
extern const std::string_view kReportCssSha256;
extern const std::string_view kReportScript;
extern const std::string_view kReportScriptSha256;

}  // namespace limpide
