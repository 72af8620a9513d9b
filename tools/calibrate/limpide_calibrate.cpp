// limpide-calibrate PARAMETERS OUTPUT [--data FOLDER] [--per-folder N] FOLDER_OR_FILE...
// Writes the parameters of the score with the reference rates of the rules made anew: the median
// rate of the documents, and not less than the severity's own. A folder gives at most N documents
// (30), chosen by a fixed seed. Lines other than "regle" stay as they are; rules without a line get
// one; columns filled by hand stay. Progress goes to standard error. Exit status: 0 written, 2 bad
// use or bad input.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "analyzer/base/files.h"
#include "cli/console.h"
#include "cli/session.h"
#include "tools/calibrate/corpus.h"

namespace limpide {
namespace {

constexpr std::size_t kFileBytes = std::size_t{1} << 20;
constexpr std::uint64_t kSeed = 20261122;
constexpr std::uint32_t kLeastWords = 100;  // shorter texts have no rate worth a median
const std::vector<std::string>& endings() {
  static const std::vector<std::string> kEndings{".docx", ".odt", ".html", ".eml"};
  return kEndings;
}

struct Options {
  std::string parameters;
  std::string output;
  std::string data;
  std::size_t per_folder = 30;
  std::vector<std::string> sources;
};

bool read_options(const std::vector<std::string>& arguments, Options& options) {
  std::vector<std::string> operands;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--data" && i + 1 < arguments.size()) {
      options.data = arguments[++i];
    } else if (arguments[i] == "--per-folder" && i + 1 < arguments.size()) {
      options.per_folder = std::strtoul(arguments[++i].c_str(), nullptr, 10);
    } else {
      operands.push_back(arguments[i]);
    }
  }
  if (operands.size() < 3 || options.per_folder == 0) return false;
  options.parameters = operands[0];
  options.output = operands[1];
  options.sources.assign(operands.begin() + 2, operands.end());
  return true;
}

// By rule id: the rate of each document, those of 0 not listed.
struct Rates {
  std::map<std::string, std::vector<double>> of_rule;
  std::size_t documents = 0;
};

void add_document(const RuleSet& rules, const ScoredText& text, Rates& rates) {
  ++rates.documents;
  const Tally tally = tally_of(text.model, {});
  for (std::uint32_t i = 0; i < text.model.terms.size(); ++i) {
    if (text.model.terms[i].unit == RateUnit::kDocument) continue;
    rates.of_rule[rules.spec(text.model.terms[i].rule).id].push_back(rate_of(text.model, tally, i));
  }
}

double median(std::vector<double> values, std::size_t documents) {
  values.resize(documents, 0);
  std::sort(values.begin(), values.end());
  const std::size_t middle = documents / 2;
  return documents % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

// "0.173": three digits, without the trailing zeros.
std::string decimal(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.3f", value);
  std::string text = digits;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string reference_of(const RuleSpec& rule, const ScoreParameters& parameters,
                         const Rates& rates) {
  const auto severity = rule.severity[static_cast<std::size_t>(Profile::kCourrier)];
  const double least = parameters.severities[static_cast<std::size_t>(severity)].reference;
  const auto found = rates.of_rule.find(rule.id);
  const double middle = found == rates.of_rule.end() ? 0 : median(found->second, rates.documents);
  return decimal(std::max(middle, least));
}

// The text with its "regle" lines made anew: known rules keep their first columns and their place,
// new ones follow in the order of their ids, rules that are gone go.
std::string rewritten(const std::string& text, const RuleSet& rules,
                      const ScoreParameters& parameters, const Rates& rates) {
  std::string out;
  std::vector<bool> written(rules.rules.size(), false);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.rfind("regle\t", 0) != 0) {
      out += line + "\n";
      continue;
    }
    const std::size_t id_end = line.find('\t', 6);
    const auto index = rules.find(line.substr(6, id_end - 6));
    if (!index) continue;
    written[*index] = true;
    out += line.substr(0, line.rfind('\t') + 1) +
           reference_of(rules.spec(*index), parameters, rates) + "\n";
  }
  for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
    if (written[i]) continue;
    out += "regle\t" + rules.spec(i).id + "\t-\t-\t1\t" +
           reference_of(rules.spec(i), parameters, rates) + "\n";
  }
  return out;
}

int fail(const Error& error) {
  print_error(error);
  return kExitFailure;
}

int run(const Options& options) {
  const Result<std::string> text = read_file(options.parameters, kFileBytes);
  if (!text) return fail(text.error());
  const Result<ScoreParameters> parameters = parse_score_parameters(*text, options.parameters);
  if (!parameters) return fail(parameters.error());
  const Result<std::string> folder = find_data_folder(options.data);
  if (!folder) return fail(folder.error());
  const Result<Engine> engine = Engine::build({*folder, all_readers()});
  if (!engine) return fail(engine.error());
  Rates rates;
  for (const std::string& source : options.sources) {
    const std::vector<std::string> names =
        sample_of(documents_under(source, endings()), options.per_folder, kSeed);
    std::size_t used = 0;
    for (const std::string& name : names) {
      const auto scored = scored_file(*engine, *parameters, name, Profile::kCourrier);
      if (!scored || scored->score.words < kLeastWords) continue;
      add_document(engine->rules(), *scored, rates);
      ++used;
    }
    std::fprintf(stderr, "%s: %zu/%zu\n", source.c_str(), used, names.size());
  }
  if (rates.documents == 0) {
    return fail(make_error(ErrorCode::kNotFound, "error.usage.empty_folder"));
  }
  const Status written =
      write_file_atomically(options.output, rewritten(*text, engine->rules(), *parameters, rates));
  return written ? kExitClean : fail(written.error());
}

}  // namespace
}  // namespace limpide

int main(int count, char** values) {
  limpide::Options options;
  if (!limpide::read_options({values + 1, values + count}, options)) {
    std::fputs(
        "limpide-calibrate PARAMETERS OUTPUT [--data FOLDER] [--per-folder N] FOLDER_OR_FILE...\n",
        stderr);
    return limpide::kExitFailure;
  }
  return limpide::run(options);
}
