#include "analyzer/tagging/tagging_model.h"

#include <utility>

namespace limpide {
namespace {

template <typename Section>
bool take(std::optional<Section> read, Section& out) {
  if (!read) return false;
  out = std::move(*read);
  return true;
}

}  // namespace

Result<TaggingModel> TaggingModel::open(const std::string& path) {
  return build(PackedFile::open(path, kTaggingKind));
}

Result<TaggingModel> TaggingModel::from_bytes(std::string bytes) {
  return build(PackedFile::from_bytes(std::move(bytes), kTaggingKind));
}

Result<TaggingModel> TaggingModel::build(Result<PackedFile> file) {
  if (!file) return std::move(file).error();
  TaggingModel model;
  model.file_ = std::move(file).value();
  if (!model.set_parts()) {
    const std::string& path = model.file_.path();
    return make_error(ErrorCode::kInvalidInput, "error.data.damaged", {{"path", path}},
                      {path, 0, 0});
  }
  return model;
}

bool TaggingModel::set_parts() {
  const std::string_view settings = file_.section(kTaggingSettings);
  if (settings.size() != 4) return false;
  beam_ = load<std::uint32_t>(settings, 0);
  if (beam_ == 0 || beam_ > kBeamAtMost) return false;
  const bool whole =
      take(TagSet::from_section(file_.section(kTaggingTags)), tags_) &&
      take(SparseRows::from_section(file_.section(kTaggingWeights)), weights_) &&
      take(SparseRows::from_section(file_.section(kTaggingCandidates)), candidates_) &&
      take(SparseRows::from_section(file_.section(kTaggingClusters)), clusters_.rows) &&
      take(LemmaTable::from_section(file_.section(kTaggingLemmas)), lemmas_);
  roles_ = roles_of(tags_);
  return whole;
}

std::string TaggingModel::licence() const { return std::string(file_.section(kSectionLicence)); }

}  // namespace limpide
