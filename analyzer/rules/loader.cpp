#include "analyzer/rules/loader.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "analyzer/base/files.h"
#include "analyzer/rules/kinds.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRuleFileBytes = std::size_t{1} << 20;
constexpr std::size_t kTableBytes = std::size_t{32} << 20;

// Sorted, so that the order never depends on the disk.
std::vector<std::string> files_of(const fs::path& folder, std::string_view extension) {
  std::vector<std::string> paths;
  std::error_code ignored;
  for (fs::recursive_directory_iterator at(folder, ignored), end; at != end;
       at.increment(ignored)) {
    if (ignored) break;
    if (at->path().extension() == extension) paths.push_back(at->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find_first_of("\r\n")));
}

AcronymTable read_acronyms(std::string_view expansions, std::string_view well_known) {
  AcronymTable table;
  const auto each_line = [](std::string_view text, const auto& use) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      std::string_view line = text.substr(0, end);
      text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (!line.empty() && line.front() != '#') use(line);
    }
  };
  each_line(expansions, [&table](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    const std::string_view rest = line.substr(tab + 1);
    table.expansions.emplace(line.substr(0, tab), rest.substr(0, rest.find('\t')));
  });
  each_line(well_known, [&table](std::string_view line) {
    std::vector<std::string> beside;
    std::string_view sigle;
    while (!line.empty()) {
      const std::size_t end = std::min(line.find_first_of("\t "), line.size());
      if (sigle.empty())
        sigle = line.substr(0, end);
      else if (end > 0)
        beside.emplace_back(line.substr(0, end));
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    table.well_known.emplace(sigle, std::move(beside));
  });
  return table;
}

void add_rule(RuleSet& set, const std::string& path, const std::string& shown,
              const RuleResources& resources) {
  const Result<std::string> xml = read_file(path, kRuleFileBytes);
  if (!xml) {
    set.faults.push_back(xml.error());
    return;
  }
  Result<RuleSpec> spec = parse_rule(*xml, shown);
  if (!spec) {
    set.faults.push_back(spec.error());
    return;
  }
  if (set.find(spec->id)) {
    set.faults.push_back(make_error(ErrorCode::kInvalidInput, "error.rule.twice",
                                    {{"id", spec->id}}, {shown, spec->line, 1}));
    return;
  }
  MatcherResult matcher = make_matcher(*spec, resources);
  if (!matcher) {
    Error error = matcher.error();
    error.location.path = shown;
    if (error.location.line == 0) error.location = {shown, spec->line, 1};
    set.faults.push_back(std::move(error));
    return;
  }
  set.rules.push_back({*std::move(spec), *std::move(matcher)});
}

// <term rule="id"> anywhere in the pattern.
bool names_terms_of(const ConditionNode& node, std::string_view id) {
  const auto rules = node.attributes.find("rule");
  if (node.name == "term" && rules != node.attributes.end()) {
    const std::string padded = " " + rules->second + " ";
    if (padded.find(" " + std::string(id) + " ") != std::string::npos) return true;
  }
  return std::any_of(node.children.begin(), node.children.end(),
                     [id](const ConditionNode& child) { return names_terms_of(child, id); });
}

bool reads_terms(const RuleSpec& spec) {
  return spec.kind == "terms" || names_terms_of(spec.condition, spec.id);
}

// A term that no rule reports is a mistake of the table, silent without this.
void check_term_rules(RuleSet& set, const std::string& path) {
  for (const TermEntry& entry : set.terms->entries) {
    const auto rule = set.find(entry.rule);
    if (rule && reads_terms(set.spec(*rule))) continue;
    set.faults.push_back(make_error(ErrorCode::kInvalidInput, "error.terms.rule",
                                    {{"term", entry.pattern}, {"id", entry.rule}},
                                    {path, entry.line, 1}));
  }
}

// A word a line; "#" opens a comment.
WordList read_list(std::string_view text) {
  WordList list;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
    if (!line.empty()) list.emplace(line);
  }
  return list;
}

Result<WordLists> read_lists(const std::string& folder) {
  WordLists lists;
  for (const std::string& path : files_of(folder, ".txt")) {
    const Result<std::string> text = read_file(path, kTableBytes);
    if (!text) return text.error();
    lists.emplace(fs::path(path).stem().string(), read_list(*text));
  }
  return lists;
}

void group_by_advice(RuleSet& set, std::string_view table, const std::string& path) {
  std::vector<const RuleSpec*> specs;
  for (const LoadedRule& rule : set.rules) specs.push_back(&rule.spec);
  set.advices = group_rules(table, path, specs);
  for (Error& fault : set.advices.faults) set.faults.push_back(std::move(fault));
  set.advices.faults.clear();
}

void index_rules(RuleSet& set) {
  set.keyed.assign(set.rules.size(), false);
  for (std::uint32_t i = 0; i < set.rules.size(); ++i) {
    const Matcher& matcher = *set.rules[i].matcher;
    if (matcher.depth() == Depth::kTrees) set.depth = Depth::kTrees;
    for (std::string& key : matcher.keys()) {
      set.keyed[i] = true;
      set.rules_of_key[std::move(key)].push_back(i);
    }
  }
}

}  // namespace

std::optional<std::uint32_t> RuleSet::find(std::string_view id) const {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].spec.id == id) return static_cast<std::uint32_t>(i);
  }
  return std::nullopt;
}

Result<RuleSet> load_rules(const std::string& data_folder, const LanguageResources& language) {
  const std::string words = data_folder + "/fr/";
  const std::string folder = data_folder + "/rules/fr";
  const Result<std::string> version = read_file(folder + "/VERSION", kRuleFileBytes);
  if (!version) return version.error();
  const Result<std::string> terms = read_file(words + "terms.tsv", kTableBytes);
  if (!terms) return terms.error();
  const Result<std::string> acronyms = read_file(words + "acronyms.tsv", kTableBytes);
  if (!acronyms) return acronyms.error();
  const Result<std::string> known = read_file(words + "known-acronyms.txt", kTableBytes);
  if (!known) return known.error();
  const Result<std::string> advices = read_file(folder + "/advices.tsv", kRuleFileBytes);
  if (!advices) return advices.error();

  RuleSet set;
  set.version = first_line(*version);
  TermTable table = compile_terms(*terms, "fr/terms.tsv", language);
  set.faults = std::move(table.faults);
  set.terms = std::make_unique<const TermTable>(std::move(table));
  set.acronyms = std::make_unique<const AcronymTable>(read_acronyms(*acronyms, *known));
  Result<WordLists> lists = read_lists(words + "lists");
  if (!lists) return lists.error();
  set.lists = std::make_unique<const WordLists>(*std::move(lists));
  const RuleResources resources{&language, set.terms.get(), set.acronyms.get(), set.lists.get()};
  for (const std::string& path : files_of(folder, ".xml")) {
    add_rule(set, path, "rules/fr/" + fs::relative(path, folder).generic_string(), resources);
  }
  std::sort(set.rules.begin(), set.rules.end(),
            [](const LoadedRule& a, const LoadedRule& b) { return a.spec.id < b.spec.id; });
  check_term_rules(set, "fr/terms.tsv");
  group_by_advice(set, *advices, "rules/fr/advices.tsv");
  index_rules(set);
  return set;
}

}  // namespace limpide
