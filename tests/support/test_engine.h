// One engine for the tests of a program, over the data of the build folder.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "analyzer/engine/engine.h"
#include "cli/session.h"

namespace limpide {

inline const Engine& test_engine() {
  static const Result<Engine> kEngine = Engine::build({LIMPIDE_DATA_DIR, all_readers()});
  EXPECT_TRUE(kEngine.has_value()) << "the data of the build folder do not load";
  return *kEngine;
}

// A text as a person would type it in a file. `only` empty: every rule of the profile.
inline DocumentReport check_text(std::string_view text, std::string_view only = "",
                                 Profile profile = Profile::kCourrier) {
  AnalysisOptions options;
  options.rules.profile = profile;
  if (!only.empty()) {
    const auto rule = test_engine().rules().find(only);
    EXPECT_TRUE(rule.has_value()) << only;
    if (rule) options.rules.only = {*rule};
  }
  Result<DocumentReport> report = test_engine().check({"test.txt", text}, options);
  EXPECT_TRUE(report.has_value());
  return report ? *std::move(report) : DocumentReport{};
}

inline std::string marked(const DocumentReport& report, const Finding& finding) {
  return std::string(slice(report.document.text, finding.span));
}

}  // namespace limpide
