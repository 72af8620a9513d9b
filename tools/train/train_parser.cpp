#include "tools/train/train_parser.h"

#include <cstdio>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/base/hash.h"
#include "analyzer/parsing/parsing_model.h"
#include "analyzer/segmentation/resources.h"
#include "tools/train/action_rows_builder.h"
#include "tools/train/parser_examples.h"
#include "tools/train/parser_training.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 24;

Result<std::string> text_of(const std::string& path) {
  if (path.empty()) return std::string();
  return read_file(path, kMaxBytes);
}

// What the model was made from, in one number.
std::uint64_t checksum_of(const std::vector<TreebankSentence>& sentences) {
  return hash_bytes(write_conllu(sentences));
}

std::vector<WeightedFeature> weights_of(std::vector<LearntFeature> learnt) {
  std::vector<WeightedFeature> weights;
  weights.reserve(learnt.size());
  for (LearntFeature& feature : learnt) weights.push_back(std::move(feature.weights));
  return weights;
}

Result<std::string> model_of(const std::vector<TreebankSentence>& sentences,
                             const SegmentationResources& resources, const TrainOptions& options) {
  auto licence = text_of(options.licence);
  if (!licence) return licence.error();
  auto read = read_parser_examples(sentences, resources);
  if (!read) return read.error();
  std::fprintf(stderr, "%zu sentences, %zu words, %zu made projective, %zu templates\n",
               read->examples.size(), read->words, read->lifted, kTemplateCount);
  ParserTrainingOptions settings;
  settings.beam = options.beam;
  settings.epochs = options.epochs;
  settings.seeds = options.seeds;
  settings.threads = options.threads;
  settings.select = options.select;
  settings.progress = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };
  const ArcLabels labels = seen_labels(read->examples);
  const std::vector<WeightedFeature> features =
      weights_of(train_parser(read->examples, labels, settings));
  ActionTable table = build_action_rows(features, kActionCount, {options.prune, options.step});
  std::fprintf(stderr, "%zu features, %zu weights, %zu cut to 8 bits, %zu rows, %zu bytes\n",
               table.counts.features, table.counts.weights, table.counts.clipped, table.counts.rows,
               table.section.size());
  return pack_parser_model(
      {labels, std::move(table.section), table.forms, std::move(table.columns)},
      "limpide-train parser", *licence, checksum_of(sentences));
}

}  // namespace

Status run_train_parser(const TrainOptions& options) {
  auto lexicon = Lexicon::open(options.data + "/fr/lexicon.bin");
  if (!lexicon) return lexicon.error();
  auto resources = load_segmentation(options.data + "/fr/segmentation", &*lexicon);
  if (!resources) return resources.error();
  auto files = read_training_files(options);
  if (!files) return files.error();
  std::vector<TreebankSentence> sentences;
  for (TrainingFile& file : *files) {
    for (TreebankSentence& sentence : file.sentences) sentences.push_back(std::move(sentence));
  }
  auto bytes = model_of(sentences, *resources, options);
  if (!bytes) return bytes.error();
  return write_file_atomically(options.out, *bytes);
}

}  // namespace limpide
