#include "tools/train/tagger_model_writer.h"

#include <algorithm>
#include <cstdio>

#include "analyzer/base/hash.h"
#include "analyzer/lexicon/packed_file.h"
#include "analyzer/tagging/tagging_model.h"

namespace limpide {

std::string tagger_model(const TaggerData& data, const std::vector<WeightedFeature>& weights,
                         const std::string& cluster_section, const std::string& lemma_section,
                         std::int64_t steps, const ModelSettings& settings) {
  SparseRowsOptions options;
  options.prune_below = std::max<std::int64_t>(1, settings.prune_below * steps / 100);
  options.step = std::max<std::int64_t>(1, settings.step_hundredths * steps / 100);
  SparseRowsCounts counts;
  const std::string rows = build_sparse_rows(weights, options, &counts);
  std::fprintf(stderr, "%zu features, %zu weights (%zu clipped), %zu rows, %zu bytes\n",
               counts.features, counts.weights, counts.clipped, counts.rows, rows.size());
  std::string beam;
  append_value<std::uint32_t>(beam, static_cast<std::uint32_t>(settings.beam));
  return pack_sections(kTaggingKind, hash_bytes(data.gold.text),
                       {{kSectionVersion, settings.version},
                        {kSectionLicence, settings.licence},
                        {kTaggingSettings, beam},
                        {kTaggingTags, data.tags.to_section()},
                        {kTaggingWeights, rows},
                        {kTaggingCandidates, data.candidate_section},
                        {kTaggingClusters, cluster_section},
                        {kTaggingLemmas, lemma_section}});
}

}  // namespace limpide
