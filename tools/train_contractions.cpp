// limpide-train-contractions DATA-FOLDER OUT FILE.conllu[@N]...
// Learns where "du" and "des" are contractions: averaged perceptron over contraction_features().
// FILE@N leaves out the sentences whose index is a multiple of N. The order of training is fixed,
// the sums are whole numbers: the same input gives the same bytes.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzer/base/files.h"
#include "analyzer/segmentation/contractions.h"
#include "analyzer/segmentation/tokenizer.h"
#include "tools/treebank/conllu.h"

namespace limpide {
namespace {

constexpr int kEpochs = 12;
constexpr std::int64_t kMargin = 20;  // examples nearer to the border than this still teach
constexpr std::size_t kMaxBytes = std::size_t{1} << 30;
constexpr std::int64_t kScale = 64;  // steps of the written weights
constexpr int kMinCount = 2;         // of a feature

struct Example {
  ContractionFeatures features{};
  bool contracted = false;
};

// Gold answer for each surface token of the sentence text, by its offset among non-space bytes.
std::map<std::size_t, bool> gold_answers(const TreebankSentence& sentence) {
  std::map<std::size_t, bool> answers;
  std::size_t offset = 0;
  for (const TreebankToken& token : sentence.tokens) {
    answers[offset] = token.word_end - token.first_word > 1;
    for (const char c : token.form) {
      if (c != ' ') ++offset;
    }
  }
  return answers;
}

void add_examples(const TreebankSentence& sentence, const SegmentationResources& resources,
                  std::vector<Example>& examples) {
  auto document = raw_document({sentence});
  if (!document) return;
  const TokenStream stream = tokenize(*document, resources);
  const std::map<std::size_t, bool> answers = gold_answers(sentence);
  std::vector<std::size_t> offsets;
  std::size_t offset = 0;
  for (const char c : document->text) {
    offsets.push_back(offset);
    if (c != ' ') ++offset;
  }
  visit_ambiguous(stream, resources, [&](std::size_t i, const ContractionContext& context) {
    const auto answer = answers.find(offsets[stream.tokens[i].span.begin]);
    if (answer != answers.end()) {
      examples.push_back({contraction_features(context), answer->second});
    }
  });
}

struct Weight {
  std::int64_t value = 0;
  std::int64_t total = 0;
  std::int64_t changed = 0;
  int count = 0;
};
using Weights = std::unordered_map<std::uint64_t, Weight>;

std::int64_t score(const Weights& weights, const ContractionFeatures& features) {
  std::int64_t sum = 0;
  for (const std::uint64_t feature : features) {
    const auto found = weights.find(feature);
    if (found != weights.end()) sum += found->second.value;
  }
  return sum;
}

Weights train(const std::vector<Example>& examples) {
  Weights weights;
  for (const Example& example : examples) {
    for (const std::uint64_t feature : example.features) ++weights[feature].count;
  }
  for (auto entry = weights.begin(); entry != weights.end();) {
    entry = entry->second.count < kMinCount ? weights.erase(entry) : std::next(entry);
  }
  std::int64_t time = 0;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (std::size_t n = 0; n < examples.size(); ++n) {
      // A fixed walk that visits every example once an epoch.
      const Example& example =
          examples[(n * 7919 + static_cast<std::size_t>(epoch) * 31) % examples.size()];
      ++time;
      const std::int64_t margin = score(weights, example.features) * (example.contracted ? 1 : -1);
      if (margin > kMargin) continue;
      for (const std::uint64_t feature : example.features) {
        const auto found = weights.find(feature);
        if (found == weights.end()) continue;
        Weight& weight = found->second;
        weight.total += weight.value * (time - weight.changed);
        weight.changed = time;
        weight.value += example.contracted ? 1 : -1;
      }
    }
  }
  for (auto& entry : weights) {
    entry.second.total += entry.second.value * (time - entry.second.changed);
    entry.second.value = entry.second.total * kScale / time;
  }
  return weights;
}

std::string written(const Weights& weights) {
  std::map<std::uint64_t, std::int64_t> sorted;
  for (const auto& entry : weights) {
    if (entry.second.value != 0) sorted[entry.first] = entry.second.value;
  }
  std::string text =
      "# Weights of analyzer/segmentation/contraction_model.h: feature (hex), weight.\n"
      "# Made by limpide-train-contractions; see SOURCE.txt.\n";
  char line[64];
  for (const auto& entry : sorted) {
    std::snprintf(line, sizeof line, "%016llx %lld\n", static_cast<unsigned long long>(entry.first),
                  static_cast<long long>(entry.second));
    text += line;
  }
  return text;
}

int run(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "limpide-train-contractions DATA-FOLDER OUT FILE.conllu[@N]...\n");
    return 2;
  }
  const std::string data = argv[1];
  auto lexicon = Lexicon::open(data + "/fr/lexicon.bin");
  if (!lexicon) return 2;
  auto resources = load_segmentation(data + "/fr/segmentation", &*lexicon);
  if (!resources) return 2;
  std::vector<Example> examples;
  for (int i = 3; i < argc; ++i) {
    std::string path = argv[i];
    std::size_t every = 0;
    if (const std::size_t at = path.rfind('@'); at != std::string::npos) {
      every = std::strtoul(path.c_str() + at + 1, nullptr, 10);
      path.resize(at);
    }
    auto text = read_file(path, kMaxBytes);
    if (!text) return 2;
    auto sentences = parse_conllu(*text, path);
    if (!sentences) return 2;
    const auto used = every > 0 ? every_nth(*sentences, every, false) : *sentences;
    for (const TreebankSentence& sentence : used) add_examples(sentence, *resources, examples);
  }
  if (examples.empty()) return 2;
  const Weights weights = train(examples);
  std::size_t right = 0;
  for (const Example& example : examples) {
    if ((score(weights, example.features) > 0) == example.contracted) ++right;
  }
  std::printf("%zu examples, %zu features, %zu right after training\n", examples.size(),
              weights.size(), right);
  return write_file_atomically(argv[2], written(weights)).has_value() ? 0 : 2;
}

}  // namespace
}  // namespace limpide

int main(int argc, char** argv) { return limpide::run(argc, argv); }
