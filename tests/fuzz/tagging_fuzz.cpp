// Any bytes as a tagger model or as a part of one: refused, or read within their bounds. Any text
// tagged by the committed model. The first byte chooses; the checksum is made right, or no byte
// would pass it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "analyzer/base/utf8.h"
#include "analyzer/document/document_builder.h"
#include "analyzer/segmentation/segmenter.h"
#include "analyzer/tagging/tagging.h"

namespace {

using namespace limpide;

struct Data {
  Lexicon lexicon;
  SegmentationResources resources;
  TaggingModel model;
};

const Data& data() {
  static const Data* const kData = [] {
    const std::string folder = std::string(LIMPIDE_DATA_DIR) + "/fr";
    auto* made = new Data;
    auto lexicon = Lexicon::open(folder + "/lexicon.bin");
    if (!lexicon) std::abort();
    made->lexicon = std::move(*lexicon);
    auto resources = load_segmentation(folder + "/segmentation", &made->lexicon);
    auto model = TaggingModel::open(folder + "/models/tagger.bin");
    if (!resources || !model) std::abort();
    made->resources = std::move(*resources);
    made->model = std::move(*model);
    return made;
  }();
  return *kData;
}

void tag(std::string_view text, const TaggingModel& model) {
  if (!is_valid_utf8(text)) return;
  DocumentBuilder builder(Format::kText, Limits{});
  builder.open_block(Block{});
  builder.append_made(to_nfc(text));
  builder.close_block();
  const auto document = builder.finish();
  if (!document) return;
  const Segmentation segmentation = segment(*document, data().resources);
  const Tagging tagging = tag_words(segmentation, data().lexicon, model);
  if (tagging.words.size() != segmentation.words.size()) std::abort();
  for (const WordTag& word : tagging.words) {
    if (word.lemma >= tagging.lemmas.size()) std::abort();
  }
  for (const std::string& lemma : tagging.lemmas) {
    if (!is_valid_utf8(lemma)) std::abort();
  }
}

// The bytes as sections of a model: the first two give the tags, the rest is shared out.
std::string model_from(std::string_view bytes) {
  std::string tags;
  append_value<std::uint64_t>(tags, bytes.size() % 3);
  for (std::size_t i = 0; i + 1 < bytes.size() && i < 64; i += 2) {
    const std::uint64_t code = static_cast<unsigned char>(bytes[i]) % 17U |
                               std::uint64_t{static_cast<unsigned char>(bytes[i + 1]) % 3U} << 8U;
    append_value<std::uint64_t>(tags, code);
  }
  std::string settings;
  append_value<std::uint32_t>(settings, 1 + bytes.size() % kBeamAtMost);
  const auto rows = [](std::string_view part) {
    std::string section;
    const std::size_t buckets = part.size() / (2 * kBucketBytes);
    append_value<std::uint32_t>(section, static_cast<std::uint32_t>(buckets));
    const std::size_t rest = part.size() - buckets * kBucketBytes + kRowBytesAtMost;
    append_value<std::uint32_t>(section, static_cast<std::uint32_t>(rest));
    section.resize(kSparseHeaderBytes, '\0');
    section += part;
    // Offsets are held inside the rows, so that more than the check at opening is reached.
    for (std::size_t slot = 0; slot < buckets * kBucketSlots; ++slot) {
      const std::size_t at = kSparseHeaderBytes + slot / kBucketSlots * kBucketBytes +
                             kBucketOffsetsAt + slot % kBucketSlots * 4;
      std::uint32_t offset = load<std::uint32_t>(section, at);
      offset %= static_cast<std::uint32_t>(rest - kRowBytesAtMost + 1);
      std::memcpy(section.data() + at, &offset, sizeof offset);
    }
    section.append(kRowBytesAtMost, '\0');
    return section;
  };
  const std::size_t third = bytes.size() / 3;
  const std::string lemmas(bytes.substr(0, bytes.size() % 97));
  return pack_sections(kTaggingKind, 0,
                       {{kTaggingSettings, settings},
                        {kTaggingTags, tags},
                        {kTaggingWeights, rows(bytes.substr(0, third))},
                        {kTaggingCandidates, rows(bytes.substr(third, third))},
                        {kTaggingClusters, rows(bytes.substr(2 * third))},
                        {kTaggingLemmas, third % 2 == 0 ? LemmaTable::to_section({}) : lemmas}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string rest(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  constexpr std::string_view kText = "Les agents de Paris en ont pris 12.";
  if (bytes[0] % 3 == 0) {
    tag(rest, data().model);
    return 0;
  }
  const auto model = TaggingModel::from_bytes(bytes[0] % 3 == 1 ? rest : model_from(rest));
  if (model) tag(kText, *model);
  return 0;
}
