// limpide analyse: what the engine understands of a document, for rule writers and bug reports.
#include <string>

#include "analyzer/analysis/analysis.h"
#include "analyzer/readers/reader.h"
#include "analyzer/reports/conllu_writer.h"
#include "analyzer/reports/tree_writer.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/inputs.h"
#include "cli/session.h"
#include "cli/sink.h"

namespace limpide {
namespace {

int fail(const Error& error) {
  print_error(error);
  return kExitFailure;
}

Result<std::string> analysed(const std::string& name, const LanguageResources& language,
                             bool conllu) {
  const Limits limits;
  const Result<std::string> bytes = read_input(name, limits.file_bytes);
  if (!bytes) return bytes.error();
  const Result<Document> document = read_document(all_readers(), {name, *bytes}, limits);
  if (!document) return document.error();
  const Analysis analysis = analyse(*document, language, Depth::kTrees);
  return conllu ? conllu_text(analysis, name) : tree_text(analysis, texts(), name);
}

}  // namespace

int run_analyse(const CommandLine& line) {
  if (line.operands.empty()) return fail(make_error(ErrorCode::kUsage, "error.usage.no_file"));
  const Result<std::string> folder = find_data_folder(line.value("--data").value_or(""));
  if (!folder) return fail(folder.error());
  const auto language = load_language(*folder, Depth::kTrees);
  if (!language) return fail(language.error());
  const std::vector<std::string> names = expand_inputs(line.operands);
  if (names.empty()) return fail(make_error(ErrorCode::kNotFound, "error.usage.empty_folder"));
  Sink sink(line.value("--output").value_or(""));
  int code = kExitClean;
  for (const std::string& name : names) {
    const Result<std::string> text = analysed(name, **language, line.has("--conllu"));
    if (text)
      sink.write(*text);
    else
      code = fail(text.error());  // a failed file never stops the others
  }
  const Status written = sink.finish();
  return written ? code : fail(written.error());
}

}  // namespace limpide
