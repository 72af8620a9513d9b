// Any bytes as the parser's model: refused, or it parses a few sentences within its bytes. The
// header and the checksum are made right, or no byte would pass them. What follows the first byte
// may also be laid over a committed model, so that sections stand where they should.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "analyzer/base/files.h"
#include "analyzer/document/document_builder.h"
#include "analyzer/parsing/parser.h"
#include "analyzer/segmentation/segmenter.h"

namespace {

using namespace limpide;

struct Ready {
  Lexicon lexicon;
  SegmentationResources resources;
  Segmentation segmentation;
  Tagging tagging;
  std::string model;  // a committed one
};

// Tags by turns: the parser needs no good ones.
Tagging any_tags(const Segmentation& segmentation) {
  Tagging tagging;
  tagging.lemmas = {"", "payer", "loyer"};
  for (std::uint32_t i = 0; i < segmentation.words.size(); ++i) {
    WordTag tag;
    tag.upos = static_cast<Upos>(i % (static_cast<std::uint32_t>(Upos::kX) + 1));
    tag.lemma = i % 3;
    tagging.words.push_back(tag);
  }
  return tagging;
}

const Ready* ready() {
  static const Ready* made = [] {
    auto* value = new Ready;
    const std::string folder = std::string(LIMPIDE_DATA_DIR) + "/fr";
    auto lexicon = Lexicon::open(folder + "/lexicon.bin");
    if (!lexicon) std::abort();
    value->lexicon = std::move(lexicon).value();
    auto resources = load_segmentation(folder + "/segmentation", &value->lexicon);
    if (!resources) std::abort();
    value->resources = std::move(resources).value();
    DocumentBuilder builder(Format::kText, Limits{});
    builder.open_block(Block{});
    builder.append_made("Vous devez payer le loyer que le service a fixe (avant mai). Merci !");
    builder.close_block();
    const auto document = builder.finish();
    if (!document) std::abort();
    value->segmentation = segment(*document, value->resources);
    value->tagging = any_tags(value->segmentation);
    if (auto bytes = read_file(folder + "/models/parser.bin", std::size_t{1} << 24)) {
      value->model = std::move(bytes).value();
    }
    return value;
  }();
  return made;
}

void repair(std::string& bytes) {
  if (bytes.size() < kPackedHeaderBytes) return;
  std::memcpy(bytes.data(), kParserModelKind.magic.data(), kParserModelKind.magic.size());
  const std::uint32_t order = kPackedByteOrder;
  const std::uint32_t version = kParserModelKind.version;
  const std::uint64_t length = bytes.size();
  std::memcpy(bytes.data() + 8, &order, sizeof order);
  std::memcpy(bytes.data() + 12, &version, sizeof version);
  std::memcpy(bytes.data() + 16, &length, sizeof length);
  repair_packed_checksum(bytes);
}

void use(std::string bytes) {
  repair(bytes);
  const auto model = ParsingModel::from_bytes(std::move(bytes));
  if (!model) return;
  const Ready& all = *ready();
  const Trees trees = parse_words(all.segmentation, all.tagging, all.lexicon, model.value(), 2);
  if (trees.arcs.size() != all.segmentation.words.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return 0;
  const std::string rest(reinterpret_cast<const char*>(data) + 3, size - 3);
  if (data[0] % 2 == 0) {
    use(rest);
    return 0;
  }
  std::string bytes = ready()->model;
  if (bytes.empty()) return 0;
  // The first 8 kB hold all that is not rows; two bytes say where the input goes.
  const std::size_t at = (std::size_t{data[1]} << 8U | data[2]) % bytes.size();
  std::copy_n(rest.begin(), std::min(rest.size(), bytes.size() - at),
              bytes.begin() + static_cast<std::ptrdiff_t>(at));
  use(std::move(bytes));
  return 0;
}
