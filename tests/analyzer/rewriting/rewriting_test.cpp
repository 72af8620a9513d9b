// tests/stages/rewriting/joining.tsv: what an edit asks of the words around it; dates in full.
#include "analyzer/rewriting/rewriting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "analyzer/rewriting/formula_table.h"
#include "analyzer/rewriting/splitting/split_table.h"
#include "analyzer/rules/loader.h"
#include "tests/support/test_engine.h"

namespace limpide {
namespace {

struct Row {
  std::size_t line = 0;
  std::string text;
  Span words;
  std::string replacement;
  std::string expected;
};

std::vector<Row> rows() {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/rewriting/joining.tsv");
  std::vector<Row> found;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    Row row;
    row.line = number;
    std::vector<Span> marks;
    EXPECT_TRUE(take_marks(line.substr(0, first), row.text, marks)) << line;
    EXPECT_EQ(marks.size(), 1U) << line;
    row.words = marks.at(0);
    row.replacement = line.substr(first + 1, second - first - 1);
    row.expected = line.substr(second + 1);
    found.push_back(row);
  }
  return found;
}

TEST(Joining, FollowsTheTable) {
  const auto all = rows();
  EXPECT_GE(all.size(), 40U);
  for (const Row& row : all) {
    const Result<Document> document = read_document(all_readers(), {"row.txt", row.text}, Limits{});
    ASSERT_TRUE(document.has_value()) << row.line;
    ASSERT_EQ(document->text, row.text) << row.line;
    const Analysis analysis = analyse(*document, test_engine().language());
    TokenRange range;
    bool started = false;
    for (std::uint32_t i = 0; i < analysis.segmentation.tokens.size(); ++i) {
      if (!row.words.contains(analysis.segmentation.tokens[i].span)) continue;
      if (!started) range.first = i;
      started = true;
      range.end = i + 1;
    }
    ASSERT_TRUE(started) << row.line;
    const std::vector<Edit> edits =
        row.replacement == "-"
            ? delete_tokens(analysis, range)
            : replace_tokens(analysis, range, row.replacement, range.end - range.first > 1);
    const std::string result = edits.empty() ? "=" : apply_edits(row.text, edits);
    EXPECT_EQ(result, row.expected) << "joining.tsv:" << row.line;
  }
}

TEST(Dates, AreWrittenInFull) {
  const std::vector<std::pair<std::string, std::string>> dates{{"03/03/2026", "3\xC2\xA0mars 2026"},
                                                               {"01/08/2026",
                                                                "1er\xC2\xA0"
                                                                "ao\xC3\xBBt 2026"},
                                                               {"29/02/2024",
                                                                "29\xC2\xA0"
                                                                "f\xC3\xA9vrier 2024"},
                                                               {"29/02/2026", ""},
                                                               {"31/04/2026", ""},
                                                               {"12.12.2025",
                                                                "12\xC2\xA0"
                                                                "d\xC3\xA9"
                                                                "cembre 2025"},
                                                               {"2026-05-04", "4\xC2\xA0mai 2026"}};
  for (const auto& date : dates) {
    const DocumentReport report = check_text(
        "Nous vous avons \xC3\xA9"
        "crit le " +
            date.first + " au matin.",
        "date-numerique");
    if (date.second.empty()) {
      for (const Finding& finding : report.findings) EXPECT_TRUE(finding.suggestions.empty());
      continue;
    }
    ASSERT_EQ(report.findings.size(), 1U) << date.first;
    ASSERT_EQ(report.findings[0].suggestions.size(), 1U) << date.first;
    EXPECT_EQ(report.findings[0].suggestions[0].edits[0].text, date.second);
  }
}

constexpr const char* kSmallTable =
    "fin-verbe\tagreer\nfin-nom\tsaluts\nfin-mot\tveuillez\ntitre\tmadame\nje\tje\nnous\tnous\nfin-"
    "grave\tdeuil\nfin-souhait\tsouhaiter\n"
    "effet\trisque\nsans\tdelai\nacte\tsigner\naffaire\tdossier\nprevenir\tinformer\n"
    "organe\tjuge\ntexte\tloi\napplique\tTexte :\tTextes "
    ":\nrenvoi\tdernier\navant-ordre\tsi\nfin\tBien, | Bon,\navant-fin\tdans cette "
    "attente\n"
    "cadre\tnous avons l\xE2\x80\x99honneur de|d\xE2\x80\x99\tnous\nannonce\tinformer\n"
    "demande\tmerci de bien? vouloir?\npoli\tmerci de\njoint\ttrouver ci-joint\tvoici\n"
    "calme\tfaute de quoi\tsinon\nproche\tfille\nfaute-de\tpaiement=payer\nrefusable\tdemande\n"
    "peine-refus\trejet=rejeter\npeine-risque\tamende=une\n"
    "peine-but\trejet=accepter\npeine-delai\tforclusion=oui\nconteste\trecours\n"
    "donner-\xC3\xA0\tdire\navec-\xC3\xAAtre\tvenir\ntrop-tard\tensuite,"
    " "
    "non\nfaute-commise\toubli\n"
    "devoir-lecteur\tsigner\ndroit-lecteur\tcontester\n"
    "remplace\ta b\tc\t0\nreference\tselon\nreference-dedans\tselon\ncontraire\tinutile\tutile\n";

TEST(Formulas, ReadsPatternsAndTexts) {
  const Result<FormulaTable> table = parse_formulas(kSmallTable, "f.tsv");
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(table->closings.front().texts, (std::vector<std::string>{"Bien,", "Bon,"}));
  const auto& slots = table->frames.front().pattern.slots;
  ASSERT_EQ(slots.size(), 5U);
  EXPECT_EQ(slots[2].forms, (std::vector<std::string>{"l'"}));
  EXPECT_EQ(slots[4].forms, (std::vector<std::string>{"de", "d'"}));
  EXPECT_TRUE(table->requests.front().pattern.slots[2].optional);
  EXPECT_TRUE(table->swaps.front().safe);
}

TEST(Formulas, RefuseWhatIsWrong) {
  const std::string whole = kSmallTable;
  for (const std::string& bad : {whole + "autre\tmot\n", whole + "cadre\tje tiens\n",
                                 whole + "fin-mot\n", whole.substr(whole.find('\n') + 1)}) {
    const Result<FormulaTable> table = parse_formulas(bad, "f.tsv");
    ASSERT_FALSE(table.has_value()) << bad;
    EXPECT_EQ(table.error().message.key, "error.data.incomplete");
  }
}

std::string split_rows() {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/dictionaries/fr/splits.tsv");
  return std::string((std::istreambuf_iterator<char>(file)), {});
}

TEST(Splits, ReadLinksAndWords) {
  const Result<SplitTable> table = parse_splits(split_rows(), "s.tsv");
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(table->that_one.size(), 4U);
  const auto bare = [](const SplitLink& link) { return link.bare; };
  EXPECT_EQ(std::count_if(table->links.begin(), table->links.end(), bare), 1);
  EXPECT_GE(table->announcers.count("informer"), 1U);
}

TEST(Splits, RefuseWhatIsWrong) {
  const std::string whole = split_rows();
  for (const std::string& bad :
       {whole + "autre\tmot\n", whole + "lien\tcar\n", whole + "lien\tcar\t-\tinconnu\n",
        whole + "visa\tvu\tplus\n", whole + "celui-ci\ttrop\n", std::string("visa\tvu\n")}) {
    const Result<SplitTable> table = parse_splits(bad, "s.tsv");
    ASSERT_FALSE(table.has_value()) << bad.substr(whole.size() < bad.size() ? whole.size() : 0);
    EXPECT_EQ(table.error().message.key, "error.data.incomplete");
  }
}

TEST(Formulas, MatchTheLongestCover) {
  const std::string text = "Merci de bien vouloir signer.";
  const Result<Document> document = read_document(all_readers(), {"row.txt", text}, Limits{});
  ASSERT_TRUE(document.has_value());
  const Analysis analysis = analyse(*document, test_engine().language());
  const Result<FormulaTable> table = parse_formulas(kSmallTable, "f.tsv");
  ASSERT_TRUE(table.has_value());
  const FormulaPattern& pattern = table->requests.front().pattern;
  EXPECT_EQ(match_formula(analysis, pattern, 0, 6), 4U);
  EXPECT_EQ(match_formula(analysis, pattern, 0, 3), 3U);
  EXPECT_EQ(match_formula(analysis, pattern, 0, 1), std::nullopt);
  EXPECT_EQ(match_formula(analysis, pattern, 1, 6), std::nullopt);
}

}  // namespace
}  // namespace limpide
