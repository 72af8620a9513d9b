#include "tools/eval/gold_run.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "analyzer/analysis/analysis.h"
#include "analyzer/base/files.h"
#include "analyzer/base/limits.h"
#include "analyzer/document/document_builder.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxGoldBytes = std::size_t{16} << 20;

Status score_record(const GoldRecord& record, const LanguageResources& language, GoldRun& run) {
  DocumentBuilder builder(Format::kText, Limits{});
  builder.open_block(Block{});
  builder.append_made(record.sentence);
  builder.close_block();
  auto document = builder.finish();
  if (!document) return document.error();
  const Analysis analysis = analyse(*document, language, Depth::kTrees);
  score_gold(record,
             {analysis.segmentation, analysis.tagging, analysis.trees, analysis.clauses,
              language.syntax->clauses},
             run.scores);
  score_facts(record, analysis.facts, run.facts);
  return Done{};
}

}  // namespace

Result<GoldRun> run_gold(const std::string& folder, const std::string& only,
                         const std::string& data) {
  auto language = load_language(data, Depth::kTrees);
  if (!language) return language.error();
  std::vector<std::string> paths;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    const bool wanted = only.empty() || entry.path().stem() == only;
    if (entry.path().extension() == ".gold" && wanted) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  if (failed || paths.empty()) {
    return make_error(ErrorCode::kNotFound, "error.file.missing", {{"path", folder}},
                      {folder, 0, 0});
  }
  GoldRun run;
  for (const std::string& path : paths) {
    auto text = read_file(path, kMaxGoldBytes);
    if (!text) return text.error();
    auto records = parse_gold(*text, path);
    if (!records) return records.error();
    for (const GoldRecord& record : *records) {
      if (auto status = score_record(record, **language, run); !status) return status.error();
    }
    run.records += records->size();
  }
  return run;
}

}  // namespace limpide
