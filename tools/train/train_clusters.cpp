#include "tools/train/train_clusters.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "analyzer/base/files.h"
#include "analyzer/base/hash.h"
#include "analyzer/document/document_builder.h"
#include "analyzer/segmentation/segmenter.h"
#include "analyzer/tagging/word_facts.h"
#include "tools/train/clustering.h"
#include "tools/train/sparse_rows_builder.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxRawBytes = std::size_t{1} << 30;
constexpr std::size_t kMinCount = 3;  // of a word

struct RawText {
  std::vector<std::vector<std::uint32_t>> sentences;
  std::vector<std::string> words;  // by number
  std::vector<std::size_t> counts;
};

// Adds the sentences of one paragraph, words numbered by their arrival.
void add_paragraph(std::string_view paragraph, const SegmentationResources& resources,
                   std::unordered_map<std::string, std::uint32_t>& numbers, RawText& raw) {
  DocumentBuilder builder(Format::kText, Limits{});
  builder.open_block(Block{});
  builder.append_made(paragraph);
  builder.close_block();
  const auto document = builder.finish();
  if (!document) return;
  const Segmentation segmentation = segment(*document, resources);
  std::vector<std::uint32_t> of_form(segmentation.forms.size());
  for (std::size_t i = 0; i < segmentation.forms.size(); ++i) {
    const std::string word = cluster_word(segmentation.forms[i], *resources.lexicon);
    const auto [at, fresh] = numbers.emplace(word, static_cast<std::uint32_t>(raw.words.size()));
    if (fresh) {
      raw.words.push_back(word);
      raw.counts.push_back(0);
    }
    of_form[i] = at->second;
  }
  for (const Sentence& sentence : segmentation.sentences) {
    raw.sentences.emplace_back();
    const std::uint32_t end = sentence.token_end < segmentation.tokens.size()
                                  ? segmentation.tokens[sentence.token_end].first_word
                                  : static_cast<std::uint32_t>(segmentation.words.size());
    for (std::uint32_t w = segmentation.tokens[sentence.first_token].first_word; w < end; ++w) {
      const std::uint32_t number = of_form[segmentation.words[w].form];
      ++raw.counts[number];
      raw.sentences.back().push_back(number);
    }
  }
}

// Numbers the words anew by falling frequency; rare ones become 0. How many there are, with 0.
std::uint32_t renumber(RawText& raw) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < raw.words.size(); ++i) {
    if (raw.counts[i] >= kMinCount) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&raw](std::uint32_t a, std::uint32_t b) {
    return raw.counts[a] != raw.counts[b] ? raw.counts[a] > raw.counts[b]
                                          : raw.words[a] < raw.words[b];
  });
  std::vector<std::uint32_t> numbers(raw.words.size());
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < order.size(); ++i) {
    numbers[order[i]] = static_cast<std::uint32_t>(i + 1);
    words.push_back(raw.words[order[i]]);
  }
  for (auto& sentence : raw.sentences) {
    for (std::uint32_t& word : sentence) word = numbers[word];
  }
  raw.words = std::move(words);
  return static_cast<std::uint32_t>(raw.words.size());
}

// Three weights from 1; see Clusters.
std::vector<WeightedColumn> cluster_columns(std::uint32_t fine, std::uint32_t wide) {
  return {{0, fine % 100 + 1}, {1, fine / 100 + 1}, {2, wide + 1}};
}

Error bad_line(const std::string& path, std::uint32_t line) {
  return make_error(ErrorCode::kInvalidInput, "error.data.damaged", {{"path", path}},
                    {path, line, 1});
}

}  // namespace

Status run_train_clusters(const TrainOptions& options) {
  auto lexicon = Lexicon::open(options.data + "/fr/lexicon.bin");
  if (!lexicon) return lexicon.error();
  auto resources = load_segmentation(options.data + "/fr/segmentation", &*lexicon);
  if (!resources) return resources.error();
  RawText raw;
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (const std::string& path : options.files) {
    auto text = read_file(path, kMaxRawBytes);
    if (!text) return text.error();
    std::string_view rest(*text);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      if (end > 0) add_paragraph(rest.substr(0, end), *resources, numbers, raw);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  const std::uint32_t words = renumber(raw);
  const std::vector<WordCluster> clusters = cluster_words(raw.sentences, words, {});
  std::vector<std::uint32_t> order;
  for (std::uint32_t word = 1; word < words; ++word) order.push_back(word);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(clusters[a].wide, clusters[a].fine) !=
                   std::pair(clusters[b].wide, clusters[b].fine)
               ? std::pair(clusters[a].wide, clusters[a].fine) <
                     std::pair(clusters[b].wide, clusters[b].fine)
               : a < b;
  });
  std::string list = "# Words used alike: word, class, class of classes. Made by limpide-train.\n";
  for (const std::uint32_t word : order) {
    list += raw.words[word] + "\t" + std::to_string(clusters[word].fine) + "\t" +
            std::to_string(clusters[word].wide) + "\n";
  }
  return write_file_atomically(options.out, list);
}

Result<std::string> cluster_section(std::string_view list, const std::string& path) {
  std::vector<WeightedFeature> features;
  for (std::uint32_t number = 1; !list.empty(); ++number) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    const std::string_view line = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return bad_line(path, number);
    std::uint32_t fine = 0;
    std::uint32_t wide = 0;
    const char* last = line.data() + line.size();
    const auto first = std::from_chars(line.data() + tab + 1, last, fine);
    const bool spaced = first.ec == std::errc() && first.ptr < last && *first.ptr == '\t';
    const auto second = std::from_chars(spaced ? first.ptr + 1 : last, last, wide);
    if (!spaced || second.ec != std::errc() || fine >= kFineClustersAtMost ||
        wide >= kWideClustersAtMost) {
      return bad_line(path, number);
    }
    features.push_back({cluster_key(hash_bytes(line.substr(0, tab))), cluster_columns(fine, wide)});
  }
  return build_sparse_rows(features, {1, 1});
}

}  // namespace limpide
