// The letters of tests/stages/mentions: kind of letter, mentions found, mentions not found. They
// were written before the program was run on them.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "tests/support/test_engine.h"

namespace limpide {
namespace {

struct StageLetter {
  std::string title;
  std::string kind;
  std::vector<std::string> present;
  std::vector<std::string> lacking;
  std::string text;
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

std::vector<StageLetter> stage_letters() {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/mentions/letters.tsv");
  EXPECT_TRUE(file.is_open());
  std::map<std::string, std::string> texts;  // "{A}" -> what it stands for
  std::vector<StageLetter> letters;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> cells = split(line, '\t');
    if (line.front() == '@') {
      texts["{" + cells[0].substr(1) + "}"] = cells[1];
      continue;
    }
    EXPECT_EQ(cells.size(), 5U) << line;
    if (cells.size() != 5) continue;
    std::string text = cells[4];
    for (const auto& entry : texts) text = replaced(text, entry.first, entry.second);
    letters.push_back({cells[0], cells[1], split(cells[2], ','), split(cells[3], ','),
                       replaced(text, "\\n", "\n")});
  }
  return letters;
}

const MentionResult* result_of(const DocumentReport& report, const std::string& id) {
  if (!report.mentions) return nullptr;
  for (const MentionResult& result : report.mentions->results) {
    if (result.id == id) return &result;
  }
  return nullptr;
}

std::string kind_of(const DocumentReport& report) {
  return report.mentions ? letter_kind_id(report.mentions->letter.kind) : "inconnu";
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

TEST(MentionStages, KindOfEachLetter) {
  std::size_t right = 0;
  const std::vector<StageLetter> letters = stage_letters();
  EXPECT_GE(letters.size(), 60U);
  for (const StageLetter& letter : letters) {
    const std::string found = kind_of(check_text(letter.text));
    if (found == letter.kind)
      ++right;
    else {
      std::cout << letter.title << ": gold " << letter.kind << ", found " << found << "\n";
    }
  }
  std::cout << "kinds: " << right << " of " << letters.size() << "\n";
  EXPECT_GE(share(right, letters.size()), 0.95);
}

// With the right kind given, so that a wrong kind is not paid twice.
TEST(MentionStages, MentionsOfEachLetter) {
  std::size_t right = 0;
  std::size_t asked = 0;
  for (const StageLetter& letter : stage_letters()) {
    AnalysisOptions options;
    options.mentions.kind = letter_kind_from_id(letter.kind);
    const auto report = test_engine().check({"test.txt", letter.text}, options);
    ASSERT_TRUE(report.has_value());
    const auto expect = [&](const std::string& id, MentionState state) {
      const MentionResult* result = result_of(*report, id);
      ASSERT_NE(result, nullptr) << letter.title << ": " << id;
      ++asked;
      if (result->state == state) {
        ++right;
        return;
      }
      std::cout << letter.title << ": " << id << ": gold " << mention_state_id(state) << ", found "
                << mention_state_id(result->state);
      for (const std::string& part : result->missing) std::cout << " [" << part << "]";
      for (const Span span : result->passages) {
        std::cout << " (" << slice(report->document.text, span) << ")";
      }
      std::cout << "\n";
    };
    for (const std::string& id : letter.present) expect(id, MentionState::kPresent);
    for (const std::string& id : letter.lacking) {
      const bool apart = id.front() == '~';
      expect(apart ? id.substr(1) : id,
             apart ? MentionState::kNotApplicable : MentionState::kNotFound);
    }
  }
  std::cout << "mentions: " << right << " of " << asked << "\n";
  EXPECT_GT(asked, 150U);
  EXPECT_GE(share(right, asked), 0.95);
}

TEST(MentionStages, PassagesLieInTheTextAndLackingOnesSayWhatToDo) {
  for (const StageLetter& letter : stage_letters()) {
    const DocumentReport report = check_text(letter.text);
    if (!report.mentions) continue;
    for (const MentionResult& result : report.mentions->results) {
      for (const Span passage : result.passages) {
        EXPECT_FALSE(passage.empty());
        EXPECT_LE(passage.end, report.document.text.size());
      }
      EXPECT_EQ(result.state == MentionState::kNotFound, !result.missing.empty());
      EXPECT_EQ(result.state == MentionState::kPresent && result.passages.empty(), false);
      EXPECT_FALSE(result.wording.empty());
      EXPECT_FALSE(result.sources.empty());
    }
  }
}

// Each mention that was not found has a block to put it at, and that block is part of the message.
TEST(MentionStages, LackingOnesHaveAPlace) {
  for (const StageLetter& letter : stage_letters()) {
    const DocumentReport report = check_text(letter.text);
    if (!report.mentions) continue;
    for (const MentionResult& result : report.mentions->results) {
      if (result.state != MentionState::kNotFound) continue;
      EXPECT_FALSE(result.place_block.empty()) << letter.title << ": " << result.id;
    }
  }
}

TEST(MentionStages, ATimeLimitWithoutAnyAppealGoesBeforeTheClosing) {
  AnalysisOptions options;
  options.mentions.kind = LetterKind::kUnfavourable;
  const std::string start =
      "Objet : refus\n\nMadame,\n\nVotre demande est refus\xC3\xA9"
      "e.\n\n";
  const std::string appeal = "Vous pouvez saisir le tribunal administratif.\n\n";
  const std::string end =
      "Veuillez agr\xC3\xA9"
      "er, Madame, nos salutations distingu\xC3\xA9"
      "es.\n\nLe directeur\n\nPage 1/2";
  const auto text_of = [&](const std::string& text, MentionPlace place) {
    const auto report = test_engine().check({"test.txt", text}, options);
    const MentionResult* result = report ? result_of(*report, "delai-recours") : nullptr;
    EXPECT_TRUE(result != nullptr && result->place == place);
    if (result == nullptr) return std::string();
    return std::string(slice(report->document.text, result->place_block));
  };
  EXPECT_EQ(text_of(start + end, MentionPlace::kBeforeClosing).substr(0, 8), "Veuillez");
  EXPECT_EQ(text_of(start + appeal + end, MentionPlace::kNear).substr(0, 11), "Vous pouvez");
}

// "car" is one word: the reader is shown its sentence.
TEST(MentionStages, OneWordIsShownWithItsSentence) {
  AnalysisOptions options;
  options.mentions.kind = LetterKind::kUnfavourable;
  const std::string reason =
      "Votre demande est rejet\xC3\xA9"
      "e, car elle arrive trop tard.";
  const auto report = test_engine().check({"test.txt", "Madame,\n\n" + reason}, options);
  ASSERT_TRUE(report.has_value());
  const MentionResult* result = result_of(*report, "motivation-fait");
  ASSERT_TRUE(result != nullptr && result->passages.size() == 1);
  EXPECT_EQ(slice(report->document.text, result->passages[0]), reason);
}

// A wording has blanks, never a time limit: no digit, no number of months.
TEST(Mentions, NoWordingInventsANumber) {
  const DocumentReport report = check_text(stage_letters().front().text);
  ASSERT_TRUE(report.mentions);
  for (const MentionResult& result : report.mentions->results) {
    EXPECT_EQ(result.wording.find_first_of("0123456789"), std::string::npos) << result.id;
    for (const char* number : {" deux ", " trois ", " quinze ", " trente "}) {
      EXPECT_EQ(result.wording.find(number), std::string::npos) << result.id;
    }
    EXPECT_NE(result.wording.find('['), std::string::npos) << result.id;
  }
}

TEST(Mentions, TheCallerNamesTheKind) {
  AnalysisOptions options;
  options.mentions.kind = LetterKind::kOverpayment;
  const auto report = test_engine().check({"test.txt", "Bonjour."}, options);
  ASSERT_TRUE(report.has_value() && report->mentions.has_value());
  EXPECT_TRUE(report->mentions->kind_given);
  EXPECT_EQ(report->mentions->letter.kind, LetterKind::kOverpayment);
  EXPECT_EQ(result_of(*report, "voies-recours")->state, MentionState::kNotFound);
  EXPECT_EQ(result_of(*report, "donnees-personnelles")->state, MentionState::kNotApplicable);
}

TEST(Mentions, AreNotSoughtWhenNotWanted) {
  AnalysisOptions options;
  options.mentions.wanted = false;
  options.mentions.kind = LetterKind::kOverpayment;
  const auto report = test_engine().check({"test.txt", "Bonjour."}, options);
  ASSERT_TRUE(report.has_value());
  EXPECT_FALSE(report->mentions.has_value());
}

TEST(Mentions, AWebPageHasNone) {
  const auto report = test_engine().check(
      {"page.html",
       "<html><body><h1>Le recours</h1><p>Vous pouvez contester un refus devant le tribunal "
       "administratif.</p></body></html>"},
      {});
  ASSERT_TRUE(report.has_value());
  EXPECT_FALSE(report->mentions.has_value());
}

// The compulsory appeal is asked for only when the service says that there is one.
TEST(Mentions, TheCompulsoryAppealIsDeclared) {
  AnalysisOptions options;
  options.mentions.kind = LetterKind::kUnfavourable;
  const SourceFile letter{"test.txt", "Vous pouvez saisir le tribunal administratif."};
  const auto silent = test_engine().check(letter, options);
  options.mentions.declared = {"rapo"};
  const auto declared = test_engine().check(letter, options);
  ASSERT_TRUE(silent.has_value() && declared.has_value());
  EXPECT_EQ(result_of(*silent, "rapo")->state, MentionState::kNotApplicable);
  EXPECT_EQ(result_of(*declared, "rapo")->state, MentionState::kNotFound);
}

TEST(Mentions, AnEmptyDocumentIsNoCrash) {
  AnalysisOptions options;
  options.mentions.kind = LetterKind::kForm;
  for (const char* text : {"", "\n", ".", "\xC2\xAB \xC2\xBB"}) {
    const auto report = test_engine().check({"test.txt", text}, options);
    EXPECT_TRUE(!report || report->mentions.has_value());
  }
}

}  // namespace
}  // namespace limpide
