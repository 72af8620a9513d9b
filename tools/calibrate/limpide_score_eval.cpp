// limpide-score-eval SAMPLES [SHARED] [--data FOLDER] [--rules]
// How the score fares: on the pairs of corpus/samples (SAMPLES), and, with the folder of real
// documents (SHARED, ../shared/data), on the pairs of encyclopedias and on public documents.
// --rules adds the mean points that each rule takes in each set. Exit status: 0 measured, 2 bad use
// or bad input; whether the figures reach the bars is for the tests to say.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/session.h"
#include "tools/calibrate/corpus.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

struct Tools {
  const Engine& engine;
  const ScoreParameters& parameters;
  bool rules = false;
};

// One way of saying which of two texts is the simpler: more is simpler.
struct Measure {
  const char* name;
  double (*of)(const ScoredText&);
};
const std::vector<Measure>& measures() {
  static const std::vector<Measure> kMeasures{
      {"index", [](const ScoredText& t) { return t.score.index; }},
      {"words/sentence", [](const ScoredText& t) { return -t.metrics.words_per_sentence; }},
      {"Flesch-fr", [](const ScoredText& t) { return t.metrics.flesch_kandel_moles; }},
      {"LIX", [](const ScoredText& t) { return -t.metrics.lix; }},
  };
  return kMeasures;
}

Profile profile_for(const std::string& path) {
  if (path.find("demande-") != std::string::npos || path.find("declaration-") != std::string::npos)
    return Profile::kFormulaire;
  return fs::path(path).extension() == ".eml" ? Profile::kCourriel : Profile::kCourrier;
}

struct Means {
  double sum = 0;
  std::size_t count = 0;
  std::map<std::string, double> by_rule;
  void add(const RuleSet& rules, const ScoredText& text) {
    sum += text.score.index;
    ++count;
    for (const Gain& gain : text.score.gains) by_rule[rules.spec(gain.rule).id] += gain.points;
  }
  [[nodiscard]] double mean() const { return count == 0 ? 0 : sum / static_cast<double>(count); }
};

void print_rules(const Means& means) {
  std::vector<std::pair<double, std::string>> order;
  for (const auto& entry : means.by_rule) {
    order.emplace_back(entry.second / static_cast<double>(means.count), entry.first);
  }
  std::sort(order.rbegin(), order.rend());
  for (const auto& entry : order) {
    if (entry.first >= 0.2) std::printf("      %5.2f  %s\n", entry.first, entry.second.c_str());
  }
}

void print_row(const std::string& name, const Score& score) {
  std::printf("  %-48s %5.1f %c  [%5.1f %5.1f] ", name.c_str(), score.index, score.letter,
              score.low, score.high);
  for (const SubScore& part : score.parts) std::printf(" %4.0f", part.value);
  std::printf("  %4u words\n", score.words);
}

void evaluate_samples(const Tools& tools, const std::string& folder) {
  std::printf("(a) pairs of %s\n", folder.c_str());
  std::size_t wins = 0;
  std::size_t pairs = 0;
  double least = 100;
  double total = 0;
  Means bad_means;
  for (const std::string& good :
       documents_under(folder + "/good", {".docx", ".odt", ".html", ".md", ".txt", ".eml"})) {
    const std::string bad = folder + "/bad/" + fs::path(good).filename().string();
    const auto better = scored_file(tools.engine, tools.parameters, good, profile_for(good));
    const auto worse = scored_file(tools.engine, tools.parameters, bad, profile_for(bad));
    if (!better || !worse) continue;
    const double margin = better->score.index - worse->score.index;
    ++pairs;
    wins += margin > 0 ? 1 : 0;
    least = std::min(least, margin);
    total += margin;
    print_row("good " + fs::path(good).stem().string(), better->score);
    print_row("bad", worse->score);
    std::printf("  margin %.1f\n", margin);
    if (tools.rules) {
      Means one;
      one.add(tools.engine.rules(), *better);
      print_rules(one);
    }
  }
  for (const std::string& bad :
       documents_under(folder + "/bad", {".docx", ".odt", ".html", ".md", ".txt", ".eml"})) {
    const auto worse = scored_file(tools.engine, tools.parameters, bad, profile_for(bad));
    if (worse) bad_means.add(tools.engine.rules(), *worse);
  }
  std::printf("  good wins %zu of %zu, least margin %.1f, mean margin %.1f; all bad: mean %.1f\n",
              wins, pairs, least, pairs == 0 ? 0 : total / static_cast<double>(pairs),
              bad_means.mean());
  if (tools.rules) print_rules(bad_means);
}

struct PairCounts {
  std::map<std::string, double> right;  // a tie is half
  std::size_t pairs = 0;
};

void print_counts(const char* name, const PairCounts& counts) {
  std::printf("  %-34s %3zu pairs:", name, counts.pairs);
  for (const Measure& measure : measures()) {
    const auto found = counts.right.find(measure.name);
    const double right = found == counts.right.end() ? 0 : found->second;
    std::printf("  %s %.1f %%", measure.name,
                counts.pairs == 0 ? 0 : 100 * right / static_cast<double>(counts.pairs));
  }
  std::printf("\n");
}

void evaluate_pairs(const Tools& tools, const std::string& folder) {
  std::printf("(b) encyclopedia pairs: the text for children first\n");
  PairCounts all;
  PairCounts longer;
  for (const std::string& simple : documents_under(folder, {".txt"})) {
    const std::string name = fs::path(simple).filename().string();
    if (name.rfind("viki_", 0) != 0) continue;
    const std::string full = folder + "/wiki_" + name.substr(5);
    const auto a = scored_file(tools.engine, tools.parameters, simple, Profile::kWeb);
    const auto b = scored_file(tools.engine, tools.parameters, full, Profile::kWeb);
    if (!a || !b) continue;
    const bool both_long = a->score.words >= 100 && b->score.words >= 100;
    ++all.pairs;
    longer.pairs += both_long ? 1 : 0;
    for (const Measure& measure : measures()) {
      const double difference = measure.of(*a) - measure.of(*b);
      const double right = difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
      all.right[measure.name] += right;
      if (both_long) longer.right[measure.name] += right;
    }
  }
  print_counts("all", all);
  print_counts("both texts of 100 words or more", longer);
}

Means evaluate_set(const Tools& tools, const std::string& name, const std::string& path,
                   const std::vector<std::string>& endings, Profile profile) {
  Means means;
  std::vector<double> values;
  for (const std::string& document : documents_under(path, endings)) {
    const auto scored = scored_file(tools.engine, tools.parameters, document, profile);
    if (!scored || scored->score.words < tools.parameters.least_words) continue;
    means.add(tools.engine.rules(), *scored);
    values.push_back(scored->score.index);
  }
  std::sort(values.begin(), values.end());
  const auto at = [&values](double share) {
    if (values.empty()) return 0.0;
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  };
  std::printf("  %-22s %3zu documents, mean %5.1f, least %5.1f, median %5.1f, most %5.1f\n",
              name.c_str(), means.count, means.mean(), at(0), at(0.5), at(1));
  if (tools.rules) print_rules(means);
  return means;
}

void evaluate_documents(const Tools& tools, const std::string& shared) {
  std::printf("(c) public documents of 100 words or more\n");
  const Means sheets = evaluate_set(
      tools, "service-public", shared + "/administrative/service-public", {".md"}, Profile::kWeb);
  for (const char* name : {"histologe", "domifa", "apilos"}) {
    const Means set =
        evaluate_set(tools, name, shared + "/documents/" + name, {".docx"}, Profile::kCourrier);
    std::printf("    below the sheets by %.1f\n", sheets.mean() - set.mean());
  }
  evaluate_set(tools, "model-letters", shared + "/administrative/model-letters", {".html"},
               Profile::kCourrier);
  evaluate_set(tools, "labour-sheets", shared + "/administrative/labour-sheets", {".html"},
               Profile::kWeb);
}

int run(const std::vector<std::string>& operands, const std::string& data, bool rules) {
  const Result<std::string> folder = find_data_folder(data);
  if (!folder) {
    print_error(folder.error());
    return kExitFailure;
  }
  const Result<Engine> engine = Engine::build({*folder, all_readers()});
  const Result<ScoreParameters> parameters = load_score_parameters(*folder);
  if (!engine || !parameters) {
    print_error(engine ? parameters.error() : engine.error());
    return kExitFailure;
  }
  const Tools tools{*engine, *parameters, rules};
  evaluate_samples(tools, operands[0]);
  if (operands.size() < 2) return kExitClean;
  evaluate_pairs(tools, operands[1] + "/readability/wiki-vikidia");
  evaluate_documents(tools, operands[1]);
  return kExitClean;
}

}  // namespace
}  // namespace limpide

int main(int count, char** values) {
  std::vector<std::string> operands;
  std::string data;
  bool rules = false;
  for (int i = 1; i < count; ++i) {
    const std::string argument = values[i];
    if (argument == "--data" && i + 1 < count) {
      data = values[++i];
    } else if (argument == "--rules") {
      rules = true;
    } else {
      operands.push_back(argument);
    }
  }
  if (operands.empty() || operands.size() > 2) {
    std::fputs("limpide-score-eval SAMPLES [SHARED] [--data FOLDER] [--rules]\n", stderr);
    return limpide::kExitFailure;
  }
  return limpide::run(operands, data, rules);
}
