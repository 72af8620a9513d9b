#include "analyzer/scoring/parameters.h"

#include <charconv>
#include <cmath>
#include <functional>
#include <optional>
#include <set>

#include "analyzer/base/files.h"

namespace limpide {
namespace {

constexpr std::size_t kFileBytes = std::size_t{1} << 20;
constexpr double kMostDraws = 10000;
constexpr double kMost = 1e6;
constexpr std::array<RateUnit, 4> kUnits = {RateUnit::kSentence, RateUnit::kBlock,
                                            RateUnit::kPassage, RateUnit::kDocument};
constexpr std::string_view kLetters = "ABCDE";

using Cells = std::vector<std::string_view>;

Cells cells_of(std::string_view line) {
  Cells cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

// "0.25": digits and a point, no sign, no exponent; the same on every machine.
std::optional<double> number_of(std::string_view text, double least, double most) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  if (text.empty() || parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  if (!std::isfinite(value) || value < least || value > most) return std::nullopt;
  return value;
}

std::optional<RateUnit> unit_of(std::string_view id) {
  for (const RateUnit unit : kUnits) {
    if (id == rate_unit_id(unit)) return unit;
  }
  return std::nullopt;
}

std::optional<std::size_t> dimension_index(std::string_view id) {
  for (std::size_t i = 0; i < kDimensionCount; ++i) {
    if (id == principle_id(principle_of(static_cast<Dimension>(i)))) return i;
  }
  return std::nullopt;
}

class Reader {
 public:
  explicit Reader(const std::string& path) : path_(path) {}

  Result<ScoreParameters> read(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      std::string_view line = text.substr(0, end);
      text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
      ++line_;
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (line.empty() || line.front() == '#') continue;
      const Status read = read_line(cells_of(line));
      if (!read) return read.error();
    }
    const Status whole = check_whole();
    if (!whole) return whole.error();
    return std::move(values_);
  }

 private:
  [[nodiscard]] Error fault(const char* key, MessageArguments arguments) const {
    return make_error(ErrorCode::kInvalidInput, key, std::move(arguments), {path_, line_, 1});
  }
  [[nodiscard]] Error bad_value(std::string_view cell) const {
    return fault("error.score.value", {{"value", std::string(cell)}});
  }

  Status read_line(const Cells& cells) {
    const std::string_view word = cells[0];
    if (word == "version") return sized(cells, 2) ? read_version(cells) : wrong_size(cells, 2);
    if (word == "profil") return sized(cells, 7) ? read_profile(cells) : wrong_size(cells, 7);
    if (word == "lettre") return sized(cells, 3) ? read_letter(cells) : wrong_size(cells, 3);
    if (word == "plafond") return sized(cells, 2) ? read_cap(cells) : wrong_size(cells, 2);
    if (word == "reglage") return sized(cells, 3) ? read_setting(cells) : wrong_size(cells, 3);
    if (word == "mesure") return sized(cells, 4) ? read_measure(cells) : wrong_size(cells, 4);
    if (word == "dimension") return sized(cells, 4) ? read_dimension(cells) : wrong_size(cells, 4);
    if (word == "gravite") return sized(cells, 5) ? read_severity(cells) : wrong_size(cells, 5);
    if (word == "regle") return sized(cells, 6) ? read_rule(cells) : wrong_size(cells, 6);
    return fault("error.score.line", {{"name", std::string(word)}});
  }
  static bool sized(const Cells& cells, std::size_t count) { return cells.size() == count; }
  [[nodiscard]] Error wrong_size(const Cells& cells, std::size_t count) const {
    return fault("error.score.columns", {{"name", std::string(cells[0])},
                                         {"count", std::to_string(cells.size())},
                                         {"expected", std::to_string(count)}});
  }
  Status once(std::string_view name) {
    if (seen_.insert(std::string(name)).second) return Done{};
    return fault("error.score.twice", {{"name", std::string(name)}});
  }

  Status read_version(const Cells& cells) {
    if (cells[1].empty()) return bad_value(cells[1]);
    values_.version = cells[1];
    return once("version");
  }

  Status read_profile(const Cells& cells) {
    const Result<Profile> profile = profile_from_id(cells[1]);
    if (!profile) return bad_value(cells[1]);
    double sum = 0;
    for (std::size_t i = 0; i < kDimensionCount; ++i) {
      const auto weight = number_of(cells[i + 2], 0, 100);
      if (!weight) return bad_value(cells[i + 2]);
      values_.weights[static_cast<std::size_t>(*profile)][i] = *weight;
      sum += *weight;
    }
    if (std::abs(sum - 100) > 1e-9) {
      return fault("error.score.sum", {{"name", std::string(cells[1])}});
    }
    return once("profil " + std::string(cells[1]));
  }

  Status read_letter(const Cells& cells) {
    const std::size_t at = cells[1].size() == 1 ? kLetters.find(cells[1]) : std::string_view::npos;
    if (at == std::string_view::npos) return bad_value(cells[1]);
    const auto points = number_of(cells[2], 0, 100);
    if (!points || *points != std::floor(*points)) return bad_value(cells[2]);
    values_.letters[at] = static_cast<std::uint32_t>(*points);
    return once("lettre " + std::string(cells[1]));
  }

  Status read_cap(const Cells& cells) {
    if (cells[1].size() != 1 || kLetters.find(cells[1]) == std::string_view::npos) {
      return bad_value(cells[1]);
    }
    values_.cap_letter = cells[1].front();
    return once("plafond");
  }

  // Where a setting goes and its range.
  struct Setting {
    const char* name;
    double least;
    double most;
    std::function<void(ScoreParameters&, double)> set;
  };
  static const std::vector<Setting>& settings() {
    using P = ScoreParameters;
    static const std::vector<Setting> kSettings{
        {"mots-minimum", 0, kMost,
         [](P& p, double v) { p.least_words = static_cast<std::uint32_t>(v); }},
        {"phrases-minimum", 1, kMost, [](P& p, double v) { p.least_sentences = v; }},
        {"blocs-minimum", 1, kMost, [](P& p, double v) { p.least_blocks = v; }},
        {"tirages", 1, kMostDraws, [](P& p, double v) { p.draws = static_cast<std::uint32_t>(v); }},
        {"part-maximale", 0, 0.4, [](P& p, double v) { p.most_part = v; }},
        {"fragments-admis", 0, 1, [](P& p, double v) { p.fragments_allowed = v; }},
        {"fragments-part", 0, 0.4, [](P& p, double v) { p.fragments_part = v; }},
        {"fragments-reference", 1e-6, 1, [](P& p, double v) { p.fragments_reference = v; }},
        {"rang-familier", 1, kMost,
         [](P& p, double v) { p.familiar_rank = static_cast<std::uint32_t>(v); }},
    };
    return kSettings;
  }

  Status read_setting(const Cells& cells) {
    for (const Setting& setting : settings()) {
      if (cells[1] != setting.name) continue;
      const auto value = number_of(cells[2], setting.least, setting.most);
      if (!value) return bad_value(cells[2]);
      setting.set(values_, *value);
      return once("reglage " + std::string(cells[1]));
    }
    return bad_value(cells[1]);
  }

  Status read_measure(const Cells& cells) {
    Anchors* anchors = nullptr;
    if (cells[1] == "mots") anchors = &values_.sentence_words;
    if (cells[1] == "syllabes") anchors = &values_.syllables;
    if (cells[1] == "mots-longs") anchors = &values_.long_words;
    if (cells[1] == "mots-rares") anchors = &values_.rare_words;
    if (anchors == nullptr) return bad_value(cells[1]);
    const auto best = number_of(cells[2], 0, kMost);
    if (!best) return bad_value(cells[2]);
    const auto worst = number_of(cells[3], 0, kMost);
    if (!worst || *worst <= *best) return bad_value(cells[3]);
    *anchors = {*best, *worst};
    return once("mesure " + std::string(cells[1]));
  }

  Status read_dimension(const Cells& cells) {
    const auto at = dimension_index(cells[1]);
    if (!at) return bad_value(cells[1]);
    const auto unit = unit_of(cells[2]);
    if (!unit || *unit == RateUnit::kDocument) return bad_value(cells[2]);
    const auto part = number_of(cells[3], 0, 0.8);
    if (!part) return bad_value(cells[3]);
    values_.units[*at] = *unit;
    values_.measure_part[*at] = *part;
    return once("dimension " + std::string(cells[1]));
  }

  Status read_severity(const Cells& cells) {
    for (std::size_t i = 0; i < kSeverityCount; ++i) {
      if (cells[1] != severity_id(static_cast<Severity>(i))) continue;
      const auto part = number_of(cells[2], 0, 1);
      if (!part) return bad_value(cells[2]);
      const auto amount = number_of(cells[3], 0, kMost);
      if (!amount) return bad_value(cells[3]);
      const auto reference = number_of(cells[4], 1e-6, kMost);
      if (!reference) return bad_value(cells[4]);
      values_.severities[i] = {*part, *amount, *reference};
      return once("gravite " + std::string(cells[1]));
    }
    return bad_value(cells[1]);
  }

  // regle, id, part, unit, precision, reference; "-": not given.
  Status read_rule(const Cells& cells) {
    RuleParametersOfScore rule;
    rule.line = line_;
    if (cells[1].empty()) return bad_value(cells[1]);
    const auto optional_number = [](std::string_view cell, double least, double most,
                                    double& value) {
      if (cell == "-") return true;
      const auto number = number_of(cell, least, most);
      if (number) value = *number;
      return number.has_value();
    };
    if (!optional_number(cells[2], 0, 1, rule.part)) return bad_value(cells[2]);
    if (cells[3] != "-") {
      const auto unit = unit_of(cells[3]);
      if (!unit) return bad_value(cells[3]);
      rule.has_unit = true;
      rule.unit = *unit;
    }
    if (!optional_number(cells[4], 0, 1, rule.precision)) return bad_value(cells[4]);
    if (!optional_number(cells[5], 1e-6, kMost, rule.reference)) return bad_value(cells[5]);
    if (!values_.rules.emplace(cells[1], rule).second) {
      return fault("error.score.twice", {{"name", std::string(cells[1])}});
    }
    return Done{};
  }

  Status check_whole() {
    std::vector<std::string> needed{"version", "plafond"};
    for (std::size_t i = 0; i < kProfileCount; ++i) {
      needed.push_back(std::string("profil ") + profile_id(static_cast<Profile>(i)));
    }
    for (const char letter : kLetters) needed.push_back(std::string("lettre ") + letter);
    for (const Setting& setting : settings()) {
      needed.push_back(std::string("reglage ") + setting.name);
    }
    for (const char* name : {"mots", "syllabes", "mots-longs", "mots-rares"}) {
      needed.push_back(std::string("mesure ") + name);
    }
    for (std::size_t i = 0; i < kDimensionCount; ++i) {
      needed.push_back(std::string("dimension ") +
                       principle_id(principle_of(static_cast<Dimension>(i))));
    }
    for (std::size_t i = 0; i < kSeverityCount; ++i) {
      needed.push_back(std::string("gravite ") + severity_id(static_cast<Severity>(i)));
    }
    for (const std::string& name : needed) {
      if (seen_.count(name) == 0) return fault("error.score.missing", {{"name", name}});
    }
    for (std::size_t i = 1; i < kLetterCount; ++i) {
      if (values_.letters[i] >= values_.letters[i - 1]) return fault("error.score.letters", {});
    }
    if (values_.letters.back() != 0) return fault("error.score.letters", {});
    return Done{};
  }

  const std::string& path_;
  ScoreParameters values_;
  std::set<std::string, std::less<>> seen_;
  std::uint32_t line_ = 0;
};

}  // namespace

const char* rate_unit_id(RateUnit unit) {
  switch (unit) {
    case RateUnit::kSentence:
      return "phrase";
    case RateUnit::kBlock:
      return "bloc";
    case RateUnit::kPassage:
      return "passage";
    case RateUnit::kDocument:
      return "document";
  }
  return "phrase";
}

Result<ScoreParameters> parse_score_parameters(std::string_view text, const std::string& path) {
  return Reader(path).read(text);
}

Result<ScoreParameters> load_score_parameters(const std::string& data_folder) {
  const std::string path = data_folder + "/fr/scoring/index-1.tsv";
  const Result<std::string> text = read_file(path, kFileBytes);
  if (!text) return text.error();
  return parse_score_parameters(*text, path);
}

}  // namespace limpide
