#include "tools/train/train_tagger.h"

#include <cstdio>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/lexicon/packed_file.h"
#include "analyzer/segmentation/resources.h"
#include "analyzer/tagging/tagging.h"
#include "tools/train/lemma_learner.h"
#include "tools/train/tagger_model_writer.h"
#include "tools/train/tagger_trainer.h"
#include "tools/train/train_clusters.h"
#include "tools/treebank/tagged.h"

namespace limpide {
namespace {

constexpr std::size_t kFolds = 5;

struct Resources {
  Lexicon lexicon;
  SegmentationResources segmentation;
  std::string cluster_section = build_sparse_rows({}, {});
  std::string licence;
};

Result<std::unique_ptr<Resources>> load_resources(const TrainOptions& options) {
  auto resources = std::make_unique<Resources>();
  auto lexicon = Lexicon::open(options.data + "/fr/lexicon.bin");
  if (!lexicon) return lexicon.error();
  resources->lexicon = std::move(*lexicon);
  auto segmentation = load_segmentation(options.data + "/fr/segmentation", &resources->lexicon);
  if (!segmentation) return segmentation.error();
  resources->segmentation = std::move(*segmentation);
  constexpr std::size_t kMaxBytes = std::size_t{1} << 24;
  if (!options.clusters.empty()) {
    auto list = read_file(options.clusters, kMaxBytes);
    if (!list) return list.error();
    auto section = cluster_section(*list, options.clusters);
    if (!section) return section.error();
    resources->cluster_section = std::move(*section);
  }
  if (!options.licence.empty()) {
    auto text = read_file(options.licence, kMaxBytes);
    if (!text) return text.error();
    resources->licence = std::move(*text);
  }
  return resources;
}

Result<std::string> model_of(const std::vector<TreebankSentence>& sentences,
                             const Resources& resources, const TrainOptions& options) {
  const auto clusters = SparseRows::from_section(resources.cluster_section);
  if (!clusters) return make_error(ErrorCode::kInvalidInput, "error.data.damaged");
  auto data = make_tagger_data(sentences, resources.segmentation, Clusters{*clusters},
                               static_cast<std::uint32_t>(options.min_count));
  if (!data) return data.error();
  std::fprintf(stderr, "%zu sentences, %zu words, %zu tags, %zu features, %zu without candidate\n",
               (*data)->sentences.size(), (*data)->words.size(), (*data)->tags.size(),
               (*data)->features.size(), (*data)->missing);
  TaggerSettings settings;
  settings.epochs = options.epochs;
  settings.seeds = options.seeds;
  settings.threads = options.threads;
  settings.beam = options.beam;
  const std::vector<WeightedFeature> weights = train_tagger(**data, settings);
  ModelSettings model;
  model.beam = options.tagging_beam;
  model.prune_below = options.prune;
  model.step_hundredths = options.step;
  model.version = "limpide-train tagger";
  model.licence = resources.licence;
  const auto steps =
      static_cast<std::int64_t>(options.epochs * options.seeds * (*data)->sentences.size());
  return tagger_model(**data, weights, resources.cluster_section,
                      learn_lemmas(**data, resources.lexicon), steps, model);
}

Status write_files(const std::vector<TrainingFile>& files, const std::string& folder) {
  for (const TrainingFile& file : files) {
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    const Status written = write_file_atomically(folder + "/" + name, write_conllu(file.sentences));
    if (!written) return written;
  }
  return Done{};
}

}  // namespace

Status run_train_tagger(const TrainOptions& options) {
  auto resources = load_resources(options);
  if (!resources) return resources.error();
  auto files = read_training_files(options);
  if (!files) return files.error();
  std::vector<TreebankSentence> sentences;
  for (TrainingFile& file : *files) {
    for (TreebankSentence& sentence : file.sentences) sentences.push_back(std::move(sentence));
  }
  auto bytes = model_of(sentences, **resources, options);
  if (!bytes) return bytes.error();
  return write_file_atomically(options.out, *bytes);
}

Status run_jackknife(const TrainOptions& options) {
  auto resources = load_resources(options);
  if (!resources) return resources.error();
  auto files = read_training_files(options);
  if (!files) return files.error();
  std::vector<TreebankSentence*> all;
  for (TrainingFile& file : *files) {
    for (TreebankSentence& sentence : file.sentences) all.push_back(&sentence);
  }
  std::vector<TreebankSentence> tagged(all.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<TreebankSentence> seen;
    std::vector<TreebankSentence> unseen;
    for (std::size_t i = 0; i < all.size(); ++i) {
      (i % kFolds == fold ? unseen : seen).push_back(*all[i]);
    }
    auto bytes = model_of(seen, **resources, options);
    if (!bytes) return bytes.error();
    auto model = TaggingModel::from_bytes(std::move(*bytes));
    if (!model) return model.error();
    with_tags(unseen, (*resources)->segmentation, *model);
    for (std::size_t i = 0; i < unseen.size(); ++i) tagged[i * kFolds + fold] = unseen[i];
  }
  std::size_t next = 0;
  for (TrainingFile& file : *files) {
    for (TreebankSentence& sentence : file.sentences) sentence = std::move(tagged[next++]);
  }
  return write_files(*files, options.out);
}

Status run_tag(const TrainOptions& options) {
  auto resources = load_resources(options);
  if (!resources) return resources.error();
  auto model = TaggingModel::open(options.model);
  if (!model) return model.error();
  auto files = read_training_files(options);
  if (!files) return files.error();
  for (TrainingFile& file : *files) {
    with_tags(file.sentences, (*resources)->segmentation, *model);
  }
  return write_files(*files, options.out);
}

}  // namespace limpide
