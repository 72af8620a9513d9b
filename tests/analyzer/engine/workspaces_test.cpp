// What goes from one check to the next changes no report: the sample letters, checked again, and
// again after somebody wrote in them.
#include "analyzer/engine/workspaces.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/files.h"
#include "tests/support/test_engine.h"

namespace limpide {
namespace {

void show(std::string& all, const Suggestion& suggestion) {
  all += suggestion.safe ? "  safe" : "  proposed";
  for (const Edit& edit : suggestion.edits) {
    all += " " + std::to_string(edit.span.begin) + "-" + std::to_string(edit.span.end) + " " +
           edit.text;
  }
  all += "\n";
}

// Everything that a report is made of.
std::string shown(const DocumentReport& report) {
  std::string all;
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    all += std::to_string(finding.rule) + " " + std::to_string(finding.span.begin) + "-" +
           std::to_string(finding.span.end) + " " + std::to_string(report.score.costs[i]) + "\n";
    for (const Suggestion& suggestion : finding.suggestions) show(all, suggestion);
  }
  return all + std::to_string(report.score.index) + " " + std::to_string(report.score.low) + "\n";
}

std::string check(const std::string& text, unsigned threads, Workspaces* workspaces) {
  AnalysisOptions options;
  options.threads = threads;
  options.workspaces = workspaces;
  const Result<DocumentReport> report = test_engine().check({"lettre.txt", text}, options);
  EXPECT_TRUE(report);
  return report ? shown(*report) : "";
}

// The text of each sample letter, as a plain text.
std::vector<std::string> letters() {
  std::vector<std::string> files;
  for (const char* side : {"/bad", "/good"}) {
    const std::filesystem::path folder = std::string(LIMPIDE_SOURCE_DIR) + "/corpus/samples" + side;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  for (const std::string& file : files) {
    const Result<std::string> bytes = read_file(file, std::size_t{1} << 24);
    EXPECT_TRUE(bytes) << file;
    const Result<Document> document = test_engine().read({file, *bytes}, Limits{});
    EXPECT_TRUE(document) << file;
    if (!document) continue;
    std::string text;
    for (const Block& block : document->blocks) {
      text += std::string(slice(document->text, block.text)) + "\n\n";
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

// As a writer would: a word more, a sentence gone, a figure changed, two paragraphs exchanged.
std::vector<std::string> rewritten(const std::string& text) {
  std::vector<std::string> all;
  const std::size_t middle = text.find(' ', text.size() / 2);
  all.push_back(text.substr(0, middle) + " vraiment" + text.substr(middle));
  const std::size_t stop = text.find(". ");
  const std::size_t next = stop == std::string::npos ? stop : text.find(". ", stop + 2);
  if (next != std::string::npos) all.push_back(text.substr(0, stop) + text.substr(next));
  std::string figure = text;
  const std::size_t digit = figure.find_first_of("123456789", figure.size() / 3);
  if (digit != std::string::npos) figure[digit] = figure[digit] == '7' ? '8' : '7';
  all.push_back(figure);
  const std::size_t cut = text.find("\n\n", text.size() / 2);
  if (cut != std::string::npos) all.push_back(text.substr(cut + 2) + "\n\n" + text.substr(0, cut));
  return all;
}

TEST(Workspaces, ChangeNoReport) {
  Workspaces workspaces(test_engine().language());
  const std::vector<std::string> texts = letters();
  ASSERT_GT(texts.size(), 25U);
  std::size_t proposals = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string alone = check(texts[i], 1, nullptr);
    proposals += static_cast<std::size_t>(std::count(alone.begin(), alone.end(), '\n'));
    EXPECT_EQ(check(texts[i], 1, &workspaces), alone) << "letter " << i << ", first";
    EXPECT_EQ(check(texts[i], 2, &workspaces), alone) << "letter " << i << ", again";
  }
  EXPECT_GT(proposals, 500U);
}

TEST(Workspaces, ChangeNoReportOfALetterThatIsBeingWritten) {
  Workspaces workspaces(test_engine().language());
  for (const std::string& text : letters()) {
    (void)check(text, 1, &workspaces);
    for (const std::string& next : rewritten(text)) {
      EXPECT_EQ(check(next, 1, &workspaces), check(next, 1, nullptr)) << next.substr(0, 300);
    }
  }
}

// The same words, the same edit, but another kind of block or another trust: another key.
TEST(ProofMemory, ForgetsNothingThatAVerdictDependsOn) {
  const Result<Document> document =
      test_engine().read({"lettre.txt", "Vous devez payer la dette."}, Limits{});
  ASSERT_TRUE(document);
  const Analysis analysis = test_engine().analysed(*document);
  const std::vector<Edit> edits = {{{5, 10}, "pouvez"}};
  const std::vector<Edit> others = {{{5, 10}, "pouve"}};
  Candidate candidate;
  candidate.edits = &edits;
  const Trials trials = first_trials(analysis, {candidate});
  ASSERT_EQ(trials.size(), 1U);
  std::vector<std::string> keys = {proof_key(analysis, trials, {candidate})};
  const auto with = [&](auto change) {
    Candidate other = candidate;
    change(other);
    keys.push_back(proof_key(analysis, trials, {other}));
  };
  with([](Candidate& one) { one.trust = Trust::kSameWords; });
  with([](Candidate& one) { one.literal = true; });
  with([](Candidate& one) { one.side_words = true; });
  with([](Candidate& one) { one.formula = true; });
  with([](Candidate& one) { one.reshapes = true; });
  with([](Candidate& one) { one.itemizes = true; });
  with([&others](Candidate& one) { one.edits = &others; });
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(std::unique(keys.begin(), keys.end()), keys.end());
}

TEST(ProofMemory, RecallsWhatItKept) {
  const Result<Document> document =
      test_engine().read({"lettre.txt", "Vous devez payer la dette."}, Limits{});
  ASSERT_TRUE(document);
  const Analysis analysis = test_engine().analysed(*document);
  const std::vector<Edit> edits = {{{5, 10}, "pouvez"}};
  const std::vector<Edit> others = {{{17, 25}, "la somme"}};
  std::vector<Candidate> candidates(2);
  candidates[0].edits = &edits;
  candidates[1].edits = &others;
  const Trials trials = first_trials(analysis, candidates);
  candidates[1].proved = true;
  ProofMemory memory(1 << 16);
  const std::string key = proof_key(analysis, trials, candidates);
  memory.keep(key, trials, candidates);
  for (Candidate& one : candidates) one.proved = false;
  EXPECT_FALSE(memory.recall(key + " ", trials, candidates));
  ASSERT_TRUE(memory.recall(key, trials, candidates));
  EXPECT_FALSE(candidates[0].proved);
  EXPECT_TRUE(candidates[1].proved);
}

}  // namespace
}  // namespace limpide
