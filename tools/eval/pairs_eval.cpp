#include "tools/eval/pairs_eval.h"

#include <utility>

#include "analyzer/document/document_builder.h"
#include "analyzer/engine/rewrite_check.h"
#include "analyzer/structure/data_rows.h"

namespace limpide {
namespace {

constexpr std::size_t kColumns = 3;

std::string change_line(const FactChange& change, std::string_view before, std::string_view after) {
  std::string line = aspect_id(change.aspect);
  if (!change.what.empty()) line += " " + change.what;
  return line + " [" + std::string(slice(before, change.before)) + " > " +
         std::string(slice(after, change.after)) + "]";
}

}  // namespace

Document pair_document(std::string_view text) {
  DocumentBuilder builder(Format::kText, Limits{});
  const std::uint32_t part = builder.add_part("", std::string(text));
  builder.open_block(Block{});
  builder.append(part, {0, static_cast<std::uint32_t>(text.size())});
  builder.close_block();
  Result<Document> document = builder.finish();
  return document ? *std::move(document) : Document{};
}

Result<Engine> eval_engine(const std::string& data_folder) {
  EngineConfig config;
  config.data_folder = data_folder;
  config.examples = false;
  return Engine::build(config);
}

Result<PairScores> score_pairs(const PairTable& table, const Engine& engine) {
  const LanguageResources& language = engine.language();
  PairScores scores;
  for (const DataRow& row : data_rows(table.tsv)) {
    if (row.cells.size() != kColumns) {
      return make_error(ErrorCode::kInvalidInput, "error.verification.row",
                        {{"text", std::string(row.cells[0])}}, {table.path, row.line, 1});
    }
    const Document before = pair_document(row.cells[1]);
    const Document after = pair_document(row.cells[2]);
    const Analysis old_analysis = analyse(before, language, Depth::kTrees);
    const Analysis new_analysis = analyse(after, language, Depth::kTrees);
    const Result<RewriteCheck> checked = check_rewrite(engine, old_analysis, new_analysis);
    if (!checked) return checked.error();
    const Verification& verified = checked->verification;
    PairCount& count = scores.classes[std::string(row.cells[0])];
    ++count.pairs;
    ++scores.all.pairs;
    if (verified.kept() == table.safe) {
      ++count.right;
      ++scores.all.right;
      continue;
    }
    std::string line = std::to_string(row.line) + " " + std::string(row.cells[0]) + "\n  - " +
                       std::string(row.cells[1]) + "\n  + " + std::string(row.cells[2]);
    for (const FactChange& change : verified.changes) {
      line += "\n    " + change_line(change, before.text, after.text);
    }
    scores.wrong.push_back(std::move(line));
  }
  return scores;
}

}  // namespace limpide
