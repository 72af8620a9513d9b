// Scores of texts for the tests: the whole chain with trees, over the data of the build folder.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "analyzer/engine/engine.h"
#include "analyzer/rules/loader.h"
#include "analyzer/scoring/scoring.h"
#include "cli/session.h"

namespace limpide::testing {

struct ScoreBench {
  std::unique_ptr<const LanguageResources> language;
  RuleSet rules;
  ScoreParameters parameters;
};

inline const ScoreBench& score_bench() {
  static const ScoreBench kBench = [] {
    ScoreBench bench;
    auto language = load_language(LIMPIDE_DATA_DIR, Depth::kTrees);
    EXPECT_TRUE(language.has_value());
    bench.language = *std::move(language);
    auto rules = load_rules(LIMPIDE_DATA_DIR, *bench.language);
    EXPECT_TRUE(rules.has_value());
    bench.rules = *std::move(rules);
    auto parameters = load_score_parameters(LIMPIDE_DATA_DIR);
    EXPECT_TRUE(parameters.has_value());
    bench.parameters = *std::move(parameters);
    return bench;
  }();
  return kBench;
}

// A text, its analysis and its findings, alive together.
class Scored {
 public:
  explicit Scored(const std::string& text) {
    auto document = read_document(all_readers(), {"lettre.txt", text}, Limits{});
    EXPECT_TRUE(document.has_value());
    document_ = std::make_unique<Document>(*std::move(document));
    const ScoreBench& bench = score_bench();
    analysis_ = std::make_unique<Analysis>(analyse(*document_, *bench.language, Depth::kTrees));
    findings =
        select_findings(*analysis_, bench.rules, run_rules(*analysis_, bench.rules, {}), {}, {})
            .findings;
  }
  [[nodiscard]] ScoreModel model(const std::vector<Finding>& given) const {
    return build_score_model(*analysis_, score_bench().rules, given, Profile::kCourrier,
                             score_bench().parameters);
  }
  [[nodiscard]] ScoreModel model() const { return model(findings); }
  [[nodiscard]] Score score() const { return score_of(model()); }
  [[nodiscard]] double index(const std::vector<Finding>& given) const {
    const ScoreModel built = model(given);
    return index_of(built, tally_of(built, {})).index;
  }
  [[nodiscard]] double index() const { return index(findings); }

  std::vector<Finding> findings;

 private:
  std::unique_ptr<Document> document_;
  std::unique_ptr<Analysis> analysis_;
};

}  // namespace limpide::testing
