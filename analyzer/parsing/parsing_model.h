// The parser's weights. In: models/parser.bin, memory-mapped, made by `limpide-train parser`. Out:
// scores of actions, the labels each pair of parts of speech allows, distributional classes of
// forms. Refuses: a foreign, damaged or newer file, or one made from other feature tables (one
// Error); bounds are checked once, at opening. Immutable; safe to share between threads.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/lexicon/packed_file.h"
#include "analyzer/parsing/action_rows.h"
#include "analyzer/parsing/beam_search.h"
#include "analyzer/parsing/transitions.h"

namespace limpide {

// The version goes up whenever the atoms, the templates, the transitions or the hash change.
inline constexpr PackedKind kParserModelKind{"LMPDPARS", 2};

enum ParserModelSection : std::uint32_t {
  kSectionParserSettings = 10,  // u32 templates, u32 relations, u32 ends of the three forms
  kSectionParserLabels = 11,    // u64 a pair of parts of speech: left, then right
  kSectionParserRows = 12,      // ActionRows
  kSectionParserColumns = 13,   // u8 an action
};

class ParsingModel final : public ActionScorer {
 public:
  static Result<ParsingModel> open(const std::string& path);
  static Result<ParsingModel> from_bytes(std::string bytes);  // tests and fuzzing

  void prefetch(const FeatureHashes& features, std::size_t count) const override {
    rows_.prefetch(features.data(), count);
  }
  void score(const FeatureHashes& features, std::size_t count, ActionScores& scores) const override;
  [[nodiscard]] const std::array<std::uint8_t, kActionCount>& columns() const override {
    return columns_;
  }
  [[nodiscard]] const ArcLabels& labels() const { return labels_; }
  [[nodiscard]] std::string licence() const;

 private:
  static Result<ParsingModel> build(Result<PackedFile> file);

  PackedFile file_;
  ArcLabels labels_;
  std::array<std::uint8_t, kActionCount> columns_{};
  ActionRows rows_;  // views file_
};

struct ParserTables {
  ArcLabels labels;
  std::string rows;  // a section of ActionRows
  RowForms forms;
  std::vector<std::uint8_t> columns;  // by action
};
// The bytes of a model file.
[[nodiscard]] std::string pack_parser_model(const ParserTables& tables, const std::string& version,
                                            const std::string& licence,
                                            std::uint64_t source_checksum);

}  // namespace limpide
