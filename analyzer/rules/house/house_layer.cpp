#include "analyzer/rules/house/house_layer.h"

#include <filesystem>
#include <iterator>

#include "analyzer/base/files.h"
#include "analyzer/rules/house/house_files.h"
#include "analyzer/rules/house/vale_style.h"
#include "analyzer/rules/loader.h"
#include "analyzer/rules/term_rows.h"
#include "analyzer/rules/word_lists.h"

namespace limpide {
namespace {

constexpr std::size_t kXmlBytes = std::size_t{1} << 20;
constexpr std::size_t kYamlBytes = std::size_t{4} << 20;
constexpr std::size_t kTableBytes = std::size_t{16} << 20;
constexpr std::size_t kFolderBytes = std::size_t{128} << 20;

std::size_t most_bytes(HouseFileKind kind) {
  switch (kind) {
    case HouseFileKind::kSettings:
    case HouseFileKind::kRule:
      return kXmlBytes;
    case HouseFileKind::kVale:
      return kYamlBytes;
    default:
      return kTableBytes;
  }
}

void append(std::vector<Error>& to, std::vector<Error> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

class LayerReader {
 public:
  LayerReader(const std::string& folder, const Catalogue& texts, bool examples)
      : texts_(texts), examples_(examples) {
    layer_.folder = folder;
    std::filesystem::path path(folder);
    if (path.filename().empty()) path = path.parent_path();  // "regles/"
    layer_.name = path.filename().string();
    if (layer_.name.empty() || layer_.name == "." || layer_.name == "..") layer_.name = folder;
  }

  Result<HouseLayer> read() {
    Result<HouseFiles> found = list_house_files(layer_.folder);
    if (!found) return found.error();
    append(layer_.faults, std::move(found->faults));
    append(layer_.notices, std::move(found->notices));
    if (found->files.empty()) fault({layer_.folder, 1, 1}, "error.house.empty", {});
    // The settings first: they name the layer, which lists quote.
    for (const bool settings : {true, false}) {
      for (const HouseFile& file : found->files) {
        if ((file.kind == HouseFileKind::kSettings) == settings) read_file_of(file);
      }
    }
    return std::move(layer_);
  }

 private:
  void fault(Location place, std::string key, MessageArguments arguments) {
    layer_.faults.push_back(make_error(ErrorCode::kInvalidInput, std::move(key),
                                       std::move(arguments), std::move(place)));
  }

  void read_file_of(const HouseFile& file) {
    if (bytes_read_ > kFolderBytes) {
      if (!told_full_) {
        fault({file.path, 1, 1}, "error.house.bytes",
              {{"limit", std::to_string(kFolderBytes >> 20U)}});
      }
      told_full_ = true;
      return;
    }
    Result<std::string> bytes = read_file(file.path, most_bytes(file.kind));
    if (!bytes) {
      Error error = bytes.error();
      if (error.code == ErrorCode::kLimit) error.message.key = "error.house.large";
      error.location = {file.path, 1, 1};
      layer_.faults.push_back(std::move(error));
      return;
    }
    bytes_read_ += bytes->size();
    // XML says where its bytes are no UTF-8; a table may come from an old spreadsheet.
    const Result<std::string> text =
        house_text(*std::move(bytes), file.path, file.kind == HouseFileKind::kCsv);
    if (!text)
      layer_.faults.push_back(text.error());
    else
      read_text_of(file, *text);
  }

  void read_text_of(const HouseFile& file, const std::string& text) {
    switch (file.kind) {
      case HouseFileKind::kSettings:
        layer_.settings = parse_house_settings(text, file.path);
        append(layer_.faults, std::move(layer_.settings.faults));
        if (!layer_.settings.name.empty()) layer_.name = layer_.settings.name;
        layer_.version = layer_.settings.version;
        return;
      case HouseFileKind::kRule:
        read_rule(file, text);
        return;
      case HouseFileKind::kTerms:
        layer_.terms.push_back(read_term_rows(text, file.path));
        append(layer_.faults, std::move(layer_.terms.back().faults));
        return;
      case HouseFileKind::kCsv:
      case HouseFileKind::kVale:
        read_list(file, text);
        return;
      case HouseFileKind::kList:
        layer_.word_lists[file.stem] = parse_word_list(text);
        return;
    }
  }

  void read_rule(const HouseFile& file, const std::string& text) {
    Result<RuleSpec> spec = parse_rule(text, file.path, examples_);
    if (spec)
      layer_.rules.push_back(*std::move(spec));
    else
      layer_.faults.push_back(spec.error());
  }

  void read_list(const HouseFile& file, const std::string& text) {
    const WordListFile source{text, file.path, file.stem, layer_.name};
    ImportedList list = file.kind == HouseFileKind::kCsv ? read_csv_list(source, texts_)
                                                         : read_vale_style(source, texts_);
    append(layer_.faults, std::move(list.rows.faults));
    append(layer_.notices, std::move(list.notices));
    if (list.rows.entries.empty()) return;
    if (list.rule.id.empty())
      fault({file.path, 1, 1}, "error.house.name", {});
    else
      layer_.lists.push_back(std::move(list));
  }

  const Catalogue& texts_;
  bool examples_;
  HouseLayer layer_;
  std::size_t bytes_read_ = 0;
  bool told_full_ = false;
};

}  // namespace

Result<HouseLayer> read_house_layer(const std::string& folder, const Catalogue& texts,
                                    bool examples) {
  return LayerReader(folder, texts, examples).read();
}

}  // namespace limpide
