// limpide fix FILE: rewrites that the writer accepts one by one, or with --safe those that need no
// reading. Exit code 1 when proposals remain, 2 on failure.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "analyzer/annotation/edited_file.h"
#include "analyzer/base/files.h"
#include "analyzer/reports/texts.h"
#include "analyzer/reports/visible.h"
#include "cli/annotation.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/fix_words.h"
#include "cli/inputs.h"
#include "cli/session.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

constexpr int kMostRounds = 5;  // a change may make room for another

int fail(const Error& error) {
  print_error(error);
  return kExitFailure;
}

using Changes = std::vector<std::vector<Edit>>;

bool overlap(const std::vector<Edit>& a, const std::vector<Edit>& b) {
  for (const Edit& one : a) {
    for (const Edit& other : b) {
      const bool apart = one.span.end < other.span.begin || other.span.end < one.span.begin;
      if (!apart) return true;
    }
  }
  return false;
}

void sort_changes(Changes& changes) {
  std::sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) {
    return a.front().span.begin < b.front().span.begin;
  });
}

// The safe suggestions, the first of each finding, that do not touch each other.
Changes safe_changes(const DocumentReport& report) {
  Changes chosen;
  for (const Finding& finding : report.findings) {
    for (const Suggestion& suggestion : finding.suggestions) {
      if (!suggestion.safe || suggestion.edits.empty()) continue;
      const auto touches = [&suggestion](const std::vector<Edit>& other) {
        return overlap(other, suggestion.edits);
      };
      if (std::none_of(chosen.begin(), chosen.end(), touches)) chosen.push_back(suggestion.edits);
      break;
    }
  }
  sort_changes(chosen);
  return chosen;
}

class Fixer {
 public:
  Fixer(const Session& session, const CommandLine& line) : session_(session), line_(line) {}

  int run() {
    const Status ready = prepare();
    if (!ready) return fail(ready.error());
    const Status fixed = line_.has("--safe") ? fix_safely() : ask();
    if (!fixed) return fail(fixed.error());
    if (line_.has("--dry-run")) {
      print(texts().format({"fix.would", {{"n", std::to_string(done_)}}}) + "\n");
      return remaining_ > 0 ? kExitFindings : kExitClean;
    }
    const Status written = write();
    if (!written) return fail(written.error());
    return remaining_ > 0 ? kExitFindings : kExitClean;
  }

 private:
  Status prepare() {
    if (line_.operands.size() != 1) return make_error(ErrorCode::kUsage, "error.fix.one_file");
    name_ = line_.operands.front();
    const bool nowhere =
        !line_.has("--in-place") && !line_.value("--output") && !line_.has("--dry-run");
    if (nowhere) return make_error(ErrorCode::kUsage, "error.fix.where");
    if (line_.has("--in-place") && line_.value("--output")) {
      return make_error(ErrorCode::kUsage, "error.fix.twice");
    }
    if (name_ == "-" && (line_.has("--in-place") || !line_.has("--safe"))) {
      return make_error(ErrorCode::kUsage, "error.fix.stdin");
    }
    const Result<Profile> profile = profile_from_id(line_.value("--profile").value_or("courrier"));
    if (!profile) return profile.error();
    options_.rules.profile = *profile;
    options_.threads = std::max(1U, std::thread::hardware_concurrency());
    Result<std::string> bytes = read_input(name_, options_.limits.file_bytes);
    if (!bytes) return bytes.error();
    original_ = *bytes;
    bytes_ = *std::move(bytes);
    return Done{};
  }

  [[nodiscard]] Result<DocumentReport> check() const {
    return session_.engine.check({name_, bytes_}, options_);
  }

  Status fix_safely() {
    for (int round = 0; round < kMostRounds; ++round) {
      const Result<DocumentReport> report = check();
      if (!report) return report.error();
      remaining_ = proposals_in(*report);
      if (line_.has("--tracked")) return track(*report);
      const Changes changes = safe_changes(*report);
      if (changes.empty()) return Done{};
      const Result<std::size_t> made = apply(*report, changes);
      if (!made) return made.error();
      if (*made == 0) return Done{};
    }
    return Done{};
  }

  static std::size_t proposals_in(const DocumentReport& report) {
    return static_cast<std::size_t>(
        std::count_if(report.findings.begin(), report.findings.end(),
                      [](const Finding& finding) { return !finding.suggestions.empty(); }));
  }

  Result<std::size_t> apply(const DocumentReport& report, const Changes& changes) {
    const Result<EditedFile> edited = edit_file({name_, bytes_, report.document, changes});
    if (!edited) return edited.error();
    if (line_.has("--dry-run")) show_changes(report, changes, edited->made);
    done_ += edited->made.size();
    remaining_ -= std::min(remaining_, edited->made.size());
    bytes_ = edited->bytes;
    return edited->made.size();
  }

  // Each sentence once, with all that changes in it.
  static void show_changes(const DocumentReport& report, const Changes& changes,
                           const std::vector<std::uint32_t>& made) {
    std::vector<Edit> together;
    std::string before;
    for (const std::uint32_t one : made) {
      const std::string passage = passage_of(report, {changes[one], true}).before;
      if (!together.empty() && passage != before) show_change(report, together);
      if (passage != before) together.clear();
      before = passage;
      together.insert(together.end(), changes[one].begin(), changes[one].end());
    }
    if (!together.empty()) show_change(report, together);
  }

  static void show_change(const DocumentReport& report, const std::vector<Edit>& edits) {
    const Passage passage = passage_of(report, {edits, true});
    print(texts().format({"compare.before", {{"text", visible_line(passage.before)}}}) + "\n");
    print(texts().format({"compare.after", {{"text", visible_passage(passage.after)}}}) + "\n\n");
  }

  // One file back with tracked changes only.
  Status track(const DocumentReport& report) {
    const RunContext run{session_.engine.versions(), session_.engine.rules(), texts(),
                         options_.rules.profile};
    const Result<std::string> tracked =
        tracked_file(run, name_, report, bytes_, options_.limits, done_);
    if (!tracked) return tracked.error();
    bytes_ = *tracked;
    return Done{};
  }

  // --------------------------------------------------------------- one by one
  struct Choice {
    std::size_t finding = 0;
    std::optional<std::size_t> suggestion = std::nullopt;  // nothing: refused or passed
    std::optional<std::string> refusal = std::nullopt;     // the reason given, maybe empty
  };

  Status ask() {
    const Result<DocumentReport> report = check();
    if (!report) return report.error();
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < report->findings.size(); ++i) {
      if (!report->findings[i].suggestions.empty()) open.push_back(i);
    }
    remaining_ = open.size();
    print(texts().format({"fix.intro", {{"n", std::to_string(open.size())}}}) + "\n");
    std::vector<Choice> choices;
    while (choices.size() < open.size()) {
      const std::size_t index = open[choices.size()];
      const Finding& finding = report->findings[index];
      if (touches_chosen(*report, choices, finding)) {
        choices.push_back({index, std::nullopt});
        continue;
      }
      show_finding(*report, finding, choices.size() + 1, open.size());
      std::string answer;
      if (!std::getline(std::cin, answer) || answer == "q") break;
      if (answer == "u") {
        if (!choices.empty()) choices.pop_back();
        continue;
      }
      if (!answer.empty() && answer.front() == 'n') {
        choices.push_back({index, std::nullopt, answer.substr(1)});
        continue;
      }
      const std::size_t number = answer.empty() ? 0 : static_cast<std::size_t>(answer[0] - '0');
      const bool chosen = answer.size() == 1 && number >= 1 && number <= finding.suggestions.size();
      if (!chosen && !answer.empty()) {
        print(texts().text("fix.help") + "\n");
        continue;
      }
      choices.push_back({index, chosen ? std::optional<std::size_t>(number - 1) : std::nullopt});
    }
    tell_words_to_explain(*report);
    Changes changes;
    for (const Choice& choice : choices) {
      if (choice.refusal) {
        const Finding& finding = report->findings[choice.finding];
        refused_.push_back({session_.engine.rules().spec(finding.rule).id, *choice.refusal});
      }
      if (!choice.suggestion) continue;
      changes.push_back(report->findings[choice.finding].suggestions[*choice.suggestion].edits);
    }
    sort_changes(changes);
    if (changes.empty()) return Done{};
    const Result<std::size_t> made = apply(*report, changes);
    return made ? Status(Done{}) : Status(made.error());
  }

  static void tell_words_to_explain(const DocumentReport& report) {
    const std::vector<std::string> words = words_to_explain(report.findings);
    if (words.empty()) return;
    std::string list;
    for (const std::string& word : words) {
      if (!list.empty()) list += ", ";
      list += texts().format({"fix.word", {{"word", word}}});
    }
    print(
        "\n" +
        texts().format({"fix.no_better", {{"n", std::to_string(words.size())}, {"words", list}}}) +
        "\n");
  }

  static bool touches_chosen(const DocumentReport& report, const std::vector<Choice>& choices,
                             const Finding& finding) {
    return std::any_of(choices.begin(), choices.end(), [&](const Choice& choice) {
      if (!choice.suggestion) return false;
      const auto& edits = report.findings[choice.finding].suggestions[*choice.suggestion].edits;
      return std::any_of(finding.suggestions.begin(), finding.suggestions.end(),
                         [&edits](const Suggestion& one) { return overlap(edits, one.edits); });
    });
  }

  void show_finding(const DocumentReport& report, const Finding& finding, std::size_t number,
                    std::size_t count) {
    const RuleSpec& rule = session_.engine.rules().spec(finding.rule);
    print("\n" +
          texts().format({"fix.finding",
                          {{"number", std::to_string(number)},
                           {"count", std::to_string(count)},
                           {"message", messages_.of(rule, finding)}}}) +
          "\n");
    const std::string& text = report.document.text;
    if (only_adds(text, finding.suggestions.front().edits)) {
      const std::string added = added_paragraphs(texts(), text, finding.suggestions.front().edits);
      print("  " + texts().format({"fix.proposal", {{"number", "1"}, {"text", added}}}) + "\n" +
            texts().text("fix.prompt"));
      return;
    }
    const Passage passage = passage_of(report, finding.suggestions.front());
    print("  " + texts().format({"compare.before", {{"text", visible_line(passage.before)}}}) +
          "\n");
    for (std::size_t i = 0; i < finding.suggestions.size(); ++i) {
      const Passage one = passage_of(report, finding.suggestions[i]);
      print("  " +
            texts().format(
                {"fix.proposal",
                 {{"number", std::to_string(i + 1)}, {"text", visible_passage(one.after)}}}) +
            "\n");
    }
    print(texts().text("fix.prompt"));
  }

  // --------------------------------------------------------------- writing
  Status write() {
    std::string path = line_.value("--output").value_or(name_);
    if (line_.has("--in-place")) {
      const Status kept = keep_copy();
      if (!kept) return kept;
    } else if (name_ != "-" && same_file(path, name_)) {
      return make_error(ErrorCode::kUsage, "error.fix.same", {{"path", path}});
    }
    const Status written = write_file_atomically(path, bytes_);
    if (!written) return written;
    print(
        texts().format({"fix.done", {{"n", std::to_string(done_)}, {"path", visible_line(path)}}}) +
        "\n");
    if (!copy_.empty()) {
      print(texts().format({"fix.copy", {{"path", visible_line(copy_)}}}) + "\n");
    }
    if (!refused_.empty()) {
      print(texts().format({"fix.refused", {{"n", std::to_string(refused_.size())}}}) + "\n");
      for (const auto& entry : refused_) {
        print("  " +
              texts().format({"fix.refused_line",
                              {{"rule", entry.first}, {"reason", visible_line(entry.second)}}}) +
              "\n");
      }
    }
    return Done{};
  }

  static bool same_file(const std::string& a, const std::string& b) {
    std::error_code ignored;
    return fs::equivalent(a, b, ignored) ||
           fs::path(a).lexically_normal() == fs::path(b).lexically_normal();
  }

  // "lettre.avant.docx", then "lettre.avant-2.docx": a copy is never written over.
  Status keep_copy() {
    const fs::path path(name_);
    for (int i = 1; i < 1000; ++i) {
      const std::string number = i == 1 ? "" : "-" + std::to_string(i);
      const fs::path copy = path.parent_path() /
                            (path.stem().string() + ".avant" + number + path.extension().string());
      std::error_code ignored;
      if (fs::exists(copy, ignored)) continue;
      copy_ = copy.string();
      return write_file_atomically(copy_, original_);
    }
    return make_error(ErrorCode::kIo, "error.fix.copies", {{"path", name_}});
  }

  const Session& session_;
  const CommandLine& line_;
  AnalysisOptions options_;
  FindingMessages messages_;
  std::string name_;
  std::string original_;
  std::string bytes_;
  std::string copy_;
  std::size_t done_ = 0;
  std::size_t remaining_ = 0;
  std::vector<std::pair<std::string, std::string>> refused_;  // rule, reason
};

}  // namespace

int run_fix(const CommandLine& line) {
  const Result<Session> session = open_session(line);
  if (!session) return fail(session.error());
  print_faults(*session);
  return Fixer(*session, line).run();
}

}  // namespace limpide
