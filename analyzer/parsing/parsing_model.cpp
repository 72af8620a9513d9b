#include "analyzer/parsing/parsing_model.h"

#include <algorithm>
#include <utility>

namespace limpide {
namespace {

static_assert(kTemplatesAtMost <= ActionRows::kFeaturesAtMost);
constexpr std::size_t kPairs = kUposCount * kUposCount;
constexpr RelationSet kAllRelations = (RelationSet{1} << kRelationCount) - 1;

}  // namespace

Result<ParsingModel> ParsingModel::build(Result<PackedFile> opened) {
  if (!opened) return opened.error();
  ParsingModel model;
  model.file_ = std::move(opened).value();
  const auto damaged = [&model](const char* key) {
    const std::string& path = model.file_.path();
    return make_error(ErrorCode::kInvalidInput, key, {{"path", path}}, {path, 0, 0});
  };
  const std::string_view settings = model.file_.section(kSectionParserSettings);
  if (settings.size() != 20) return damaged("error.data.damaged");
  if (load<std::uint32_t>(settings, 0) != kTemplateCount ||
      load<std::uint32_t>(settings, 4) != kRelationCount) {
    return damaged("error.data.version");
  }
  const std::string_view labels = model.file_.section(kSectionParserLabels);
  if (labels.size() != 2 * kPairs * sizeof(RelationSet)) return damaged("error.data.damaged");
  for (std::size_t i = 0; i < kPairs; ++i) {
    model.labels_.left[i] = load_item<RelationSet>(labels.data(), i) & kAllRelations;
    model.labels_.right[i] = load_item<RelationSet>(labels.data(), kPairs + i) & kAllRelations;
  }
  const std::string_view columns = model.file_.section(kSectionParserColumns);
  if (columns.size() != kActionCount) return damaged("error.data.damaged");
  std::copy(columns.begin(), columns.end(), model.columns_.begin());
  const RowForms forms{load<std::uint32_t>(settings, 8), load<std::uint32_t>(settings, 12),
                       load<std::uint32_t>(settings, 16)};
  const auto rows = ActionRows::from_section(model.file_.section(kSectionParserRows), forms);
  if (!rows) return damaged("error.data.damaged");
  model.rows_ = *rows;
  return model;
}

Result<ParsingModel> ParsingModel::open(const std::string& path) {
  return build(PackedFile::open(path, kParserModelKind));
}

Result<ParsingModel> ParsingModel::from_bytes(std::string bytes) {
  return build(PackedFile::from_bytes(std::move(bytes), kParserModelKind));
}

std::string ParsingModel::licence() const { return std::string(file_.section(kSectionLicence)); }

void ParsingModel::score(const FeatureHashes& features, std::size_t count,
                         ActionScores& scores) const {
  rows_.add(features.data(), count, scores);
}

std::string pack_parser_model(const ParserTables& tables, const std::string& version,
                              const std::string& licence, std::uint64_t source_checksum) {
  std::string settings;
  append_value<std::uint32_t>(settings, static_cast<std::uint32_t>(kTemplateCount));
  append_value<std::uint32_t>(settings, static_cast<std::uint32_t>(kRelationCount));
  append_value<std::uint32_t>(settings, tables.forms.short_end);
  append_value<std::uint32_t>(settings, tables.forms.narrow_end);
  append_value<std::uint32_t>(settings, tables.forms.wide_end);
  std::string pairs;
  for (const RelationSet set : tables.labels.left) append_value(pairs, set);
  for (const RelationSet set : tables.labels.right) append_value(pairs, set);
  return pack_sections(kParserModelKind, source_checksum,
                       {{kSectionVersion, version},
                        {kSectionLicence, licence},
                        {kSectionParserSettings, settings},
                        {kSectionParserLabels, pairs},
                        {kSectionParserColumns, {tables.columns.begin(), tables.columns.end()}},
                        {kSectionParserRows, tables.rows}});
}

}  // namespace limpide
