#include "tools/train/train_options.h"

#include <algorithm>
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

std::size_t number_of(const std::string& text) { return std::strtoul(text.c_str(), nullptr, 10); }

HoldOut hold_out_of(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return {text, 0};
  return {text.substr(0, colon), number_of(text.substr(colon + 1))};
}

// By its path or by its name alone.
bool names_file(const HoldOut& held, const std::string& path) {
  return held.file == path || held.file == path.substr(path.rfind('/') + 1);
}

// One option with its value; false when there is no such option.
bool set_option(const std::string& name, const std::string& value, TrainOptions& options) {
  if (name == "--train") {
    options.files.push_back(value);
  } else if (name == "--hold-out") {
    options.hold_outs.push_back(hold_out_of(value));
    return options.hold_outs.back().every > 0;
  } else if (name == "--without") {
    options.without.push_back(value);
  } else if (name == "--data") {
    options.data = value;
  } else if (name == "--clusters") {
    options.clusters = value;
  } else if (name == "--model") {
    options.model = value;
  } else if (name == "--licence") {
    options.licence = value;
  } else if (name == "--seeds") {
    options.seeds = number_of(value);
  } else if (name == "--epochs") {
    options.epochs = number_of(value);
  } else if (name == "--beam") {
    options.beam = number_of(value);
  } else if (name == "--threads") {
    options.threads = number_of(value);
  } else if (name == "--tagging-beam") {
    options.tagging_beam = number_of(value);
  } else if (name == "--select") {
    options.select = number_of(value);
  } else if (name == "--min-count") {
    options.min_count = number_of(value);
  } else if (name == "--prune") {
    options.prune = static_cast<std::int64_t>(number_of(value));
  } else if (name == "--step") {
    options.step = static_cast<std::int64_t>(number_of(value));
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::optional<TrainOptions> parse_train_options(int argc, char** argv) {
  if (argc < 3) return std::nullopt;
  TrainOptions options;
  options.verb = argv[1];
  options.out = argv[2];
  options.data = default_data(argv[0]);
  bool files = false;  // what follows --train up to the next option
  for (int i = 3; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.substr(0, 2) != "--") {
      if (!files) return std::nullopt;
      options.files.push_back(argument);
      continue;
    }
    if (i + 1 >= argc || !set_option(argument, argv[i + 1], options)) return std::nullopt;
    files = argument == "--train";
    ++i;
  }
  for (const HoldOut& held : options.hold_outs) {
    // A name that matches nothing would train on what measures it.
    const auto named = [&held](const std::string& path) { return names_file(held, path); };
    if (std::none_of(options.files.begin(), options.files.end(), named)) return std::nullopt;
  }
  const bool sound = options.out.substr(0, 2) != "--" && !options.files.empty() &&
                     options.seeds > 0 && options.epochs > 0 && options.beam > 0 &&
                     options.beam <= 8 && options.tagging_beam > 0 && options.tagging_beam <= 8 &&
                     options.step > 0;
  return sound ? std::optional(std::move(options)) : std::nullopt;
}

Result<std::vector<TrainingFile>> read_training_files(const TrainOptions& options) {
  std::vector<TrainingFile> files;
  for (const std::string& path : options.files) {
    bool left_out = false;
    for (const std::string& part : options.without) {
      left_out |= path.find(part) != std::string::npos;
    }
    if (left_out) continue;
    auto text = read_file(path, kMaxTreebankBytes);
    if (!text) return text.error();
    auto sentences = parse_conllu(*text, path);
    if (!sentences) return sentences.error();
    for (const HoldOut& held : options.hold_outs) {
      if (names_file(held, path)) *sentences = every_nth(*sentences, held.every, false);
    }
    files.push_back({path, std::move(*sentences)});
  }
  return files;
}

}  // namespace limpide
