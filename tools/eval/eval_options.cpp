#include "tools/eval/eval_options.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "analyzer/base/files.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxTreebankBytes = std::size_t{1} << 30;

std::string default_data(const char* program) {
  const std::string path(program);
  const std::size_t slash = path.rfind('/');
  return (slash == std::string::npos ? "." : path.substr(0, slash)) + "/../share/limpide";
}

}  // namespace

int fail(const Error& error) {
  std::fprintf(stderr, "%s %s:%u", error.message.key.c_str(), error.location.path.c_str(),
               error.location.line);
  for (const auto& [name, value] : error.message.arguments) {
    std::fprintf(stderr, " %s=%s", name.c_str(), value.c_str());
  }
  std::fputc('\n', stderr);
  return 2;
}

std::optional<EvalOptions> parse_eval_options(int argc, char** argv) {
  if (argc < 2) return std::nullopt;
  EvalOptions options;
  const std::array<std::string_view, 6> stages = {"segmentation", "tagging", "parsing",
                                                  "clauses",      "gold",    "pairs"};
  const bool named = std::find(stages.begin(), stages.end(), argv[1]) != stages.end();
  options.stage = named ? argv[1] : "all";
  options.data = default_data(argv[0]);
  for (int i = named ? 2 : 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const bool has_value = i + 1 < argc;
    if (argument == "--json")
      options.json = true;
    else if (argument == "--misses")
      options.misses = true;
    else if (argument == "--every" && has_value)
      options.every = std::strtoul(argv[++i], nullptr, 10);
    else if (argument == "--data" && has_value)
      options.data = argv[++i];
    else if (argument == "--model" && has_value)
      options.model = argv[++i];
    else if (options.file.empty() && argument.front() != '-')
      options.file = argument;
    else
      return std::nullopt;
  }
  if (options.file.empty()) return std::nullopt;
  return options;
}

Result<std::unique_ptr<EvalInput>> load_eval_input(const EvalOptions& options) {
  auto input = std::make_unique<EvalInput>();
  auto lexicon = Lexicon::open(options.data + "/fr/lexicon.bin");
  if (!lexicon) return lexicon.error();
  input->lexicon = std::move(*lexicon);
  auto segmentation = load_segmentation(options.data + "/fr/segmentation", &input->lexicon);
  if (!segmentation) return segmentation.error();
  input->segmentation = std::move(*segmentation);
  auto text = read_file(options.file, kMaxTreebankBytes);
  if (!text) return text.error();
  auto sentences = parse_conllu(*text, options.file);
  if (!sentences) return sentences.error();
  input->sentences = std::move(*sentences);
  return input;
}

}  // namespace limpide
