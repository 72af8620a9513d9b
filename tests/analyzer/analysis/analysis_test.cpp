// The whole way to trees, clauses and facts: sound on any text, the same alone and in company.
#include "analyzer/analysis/analysis.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "analyzer/analysis/known_sentences.h"
#include "analyzer/analysis/sentence_memory.h"
#include "analyzer/base/files.h"
#include "analyzer/readers/text/text_reader.h"
#include "tests/support/cpu_watch.h"
#include "tests/support/shared_data.h"
#include "tests/support/sound_analysis.h"

namespace limpide {
namespace {

const LanguageResources& language() {
  static const auto* loaded = new Result<std::unique_ptr<const LanguageResources>>(
      load_language(LIMPIDE_DATA_DIR, Depth::kTrees));
  EXPECT_TRUE(loaded->has_value());
  return *loaded->value();
}

Document read(std::string_view text) {
  auto document = TextReader().read({"texte.txt", text}, Limits{});
  EXPECT_TRUE(document);
  return std::move(document).value();
}

// Everything that a later stage may look at, as one text.
std::string shown(const Analysis& analysis, std::size_t sentence) {
  std::string all;
  const WordRange words = analysis.trees.sentence_words[sentence];
  for (std::uint32_t word = words.first; word < words.end; ++word) {
    const WordTag& tag = analysis.tagging.words[word];
    const Arc& arc = analysis.trees.arcs[word];
    all += std::string(upos_name(tag.upos)) + " " + features_name(tag.features) + " " +
           analysis.tagging.lemmas[tag.lemma] + " " +
           (arc.head == kRoot ? "root" : std::to_string(arc.head - words.first)) + " " +
           std::string(relation_name(arc.relation)) + "\n";
  }
  const WordRange mine = analysis.clauses.sentence_clauses[sentence];
  for (std::uint32_t i = mine.first; i < mine.end; ++i) {
    const Clause& clause = analysis.clauses.clauses[i];
    all += std::string(clause_kind_name(clause.kind)) + " " + voice_name(clause.voice) + " " +
           std::to_string(clause.span.first - words.first) + "-" +
           std::to_string(clause.span.end - words.first) + "\n";
  }
  for (const Fact& fact : analysis.facts) {
    if (fact.sentence == sentence) all += fact_key(fact) + "\n";
  }
  return all;
}

TEST(Analysis, StopsAfterTheMetricsUnlessTreesAreAskedFor) {
  const Document document = read("Vous devez payer 120 euros avant le 3 mai 2026.");
  const Analysis words = analyse(document, language());
  EXPECT_EQ(words.depth, Depth::kWords);
  EXPECT_TRUE(words.tagging.words.empty());
  EXPECT_TRUE(words.trees.arcs.empty());
  EXPECT_FALSE(words.segmentation.sentences.empty());
  const Analysis trees = analyse(document, language(), Depth::kTrees);
  EXPECT_EQ(trees.depth, Depth::kTrees);
  EXPECT_EQ(trees.tagging.words.size(), trees.segmentation.words.size());
  EXPECT_FALSE(trees.clauses.clauses.empty());
  EXPECT_FALSE(trees.facts.empty());
}

TEST(Analysis, IsSoundOnAnyText) {
  const std::string long_sentence = [] {
    std::string text = "Vous";
    for (int i = 0; i < 6000; ++i) text += " devez payer la somme de";
    return text + " 12 euros.";
  }();
  std::string nested;
  for (int i = 0; i < 3000; ++i) nested += "(le fait que ";
  std::string dashes;
  for (int i = 0; i < 2000; ++i) dashes += "- mot\n";
  const std::string texts[] = {
      "",
      " ",
      "a",
      ".",
      "...",
      "?!",
      "\xF0\x9F\x98\x80",
      "12",
      "M.",
      "ne pas",
      "par par par par",
      "que que que que qui que dont",
      "\xE2\x80\x99",
      "d'd'd'd'l'l'qu'",
      "de de de de de de de du des",
      "Est-ce que ? Est-ce que ! Est-ce",
      "1er 2e 3e le 4 mai du au 5 mai 20266",
      std::string(5000, 'a'),
      std::string(5000, '('),
      long_sentence,
      nested,
      dashes,
  };
  for (const std::string& text : texts) {
    const auto document = TextReader().read({"texte.txt", text}, Limits{});
    if (!document) continue;  // an empty text has no document
    const CpuWatch watch;
    const Analysis analysis = analyse(*document, language(), Depth::kTrees);
    EXPECT_EQ(testing::unsound_because(analysis), "") << text.substr(0, 80);
    EXPECT_LT(watch.seconds(), 10) << text.substr(0, 80);
  }
}

TEST(Analysis, IsSoundOnRealTexts) {
  LIMPIDE_NEEDS_SHARED_DATA();
  namespace fs = std::filesystem;
  std::size_t texts = 0;
  for (const auto& entry : fs::recursive_directory_iterator(shared_data() + "/administrative")) {
    if (entry.path().extension() != ".txt" || entry.path().filename() == "SOURCE.txt") continue;
    const Result<std::string> text = read_file(entry.path().string(), std::size_t{1} << 24);
    ASSERT_TRUE(text);
    const Document document = read(*text);
    const Analysis analysis = analyse(document, language(), Depth::kTrees);
    EXPECT_EQ(testing::unsound_because(analysis), "") << entry.path();
    ++texts;
  }
  EXPECT_GT(texts, 50U);
}

TEST(Analysis, SaysWhichSentencesAreTooLongToParse) {
  std::string text = "Vous devez";
  for (int i = 0; i < 5000; ++i) text += " payer";
  const Document document = read(text + ".");
  const Analysis analysis = analyse(document, language(), Depth::kTrees);
  ASSERT_EQ(analysis.trees.sentences.size(), 1U);
  EXPECT_EQ(analysis.trees.sentences[0], ParseState::kNotAnalysed);
}

TEST(Analysis, OfASentenceDoesNotDependOnItsNeighbours) {
  const std::vector<std::string> sentences = {
      "Votre demande a \u00e9t\u00e9 transmise au tribunal par nos services.",
      "Si vous ne payez pas avant le 3 mai 2026, votre dossier sera ferm\u00e9.",
      "Il est demand\u00e9 aux parents de signer la fiche que leur enfant apportera.",
      "Le directeur dont vous avez re\u00e7u la lettre est absent.",
  };
  std::string together;
  for (const std::string& sentence : sentences) together += sentence + "\n\n";
  const Document whole = read(together);
  const Analysis in_company = analyse(whole, language(), Depth::kTrees);
  ASSERT_EQ(in_company.trees.sentences.size(), sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Document one = read(sentences[i]);
    const Analysis alone = analyse(one, language(), Depth::kTrees);
    ASSERT_EQ(alone.trees.sentences.size(), 1U);
    std::string expected = shown(alone, 0);
    // Facts name their sentence by its index.
    EXPECT_EQ(shown(in_company, i), expected) << sentences[i];
  }
}

TEST(Analysis, IsTheSameOnEveryThread) {
  const Document document = read(
      "Vous pouvez demander un d\u00e9lai. Les pi\u00e8ces demand\u00e9es par la caisse doivent "
      "\u00eatre envoy\u00e9es "
      "avant le 30 juin 2026, sous r\u00e9serve que votre adresse n'ait pas chang\u00e9.");
  std::vector<std::string> seen(4);
  std::vector<std::thread> threads;
  threads.reserve(seen.size());
  for (std::string& mine : seen) {
    threads.emplace_back([&document, &mine] {
      for (int i = 0; i < 20; ++i) {
        const Analysis analysis = analyse(document, language(), Depth::kTrees);
        mine.clear();
        for (std::size_t s = 0; s < analysis.trees.sentences.size(); ++s)
          mine += shown(analysis, s);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& one : seen) EXPECT_EQ(one, seen.front());
  EXPECT_FALSE(seen.front().empty());
}

// Enough of them that several threads share them out, no two the same.
std::string many_sentences() {
  const std::vector<std::string> starts = {"Vous devez", "La caisse peut", "Il faut",
                                           "Nous devons"};
  const std::vector<std::string> acts = {"payer la somme", "signer le bail", "remplir la demande",
                                         "envoyer les justificatifs", "prendre rendez-vous"};
  const std::vector<std::string> ends = {"avant la fin du mois", "dans les deux mois",
                                         "apr\u00e8s avoir re\u00e7u la d\u00e9cision",
                                         "si votre situation change"};
  std::string text;
  int number = 0;
  for (const std::string& start : starts) {
    for (const std::string& act : acts) {
      for (const std::string& end : ends) {
        text += start + " " + act + " " + std::to_string(++number) + " " + end + ".\n\n";
      }
    }
  }
  return text;
}

void expect_same(const Analysis& one, const Analysis& other) {
  ASSERT_EQ(one.trees.sentences, other.trees.sentences);
  ASSERT_EQ(one.trees.arcs, other.trees.arcs);
  ASSERT_EQ(one.facts.size(), other.facts.size());
  for (std::size_t i = 0; i < one.trees.sentences.size(); ++i) {
    ASSERT_EQ(shown(one, i), shown(other, i));
  }
}

TEST(Analysis, IsTheSameSharedOutBetweenThreads) {
  const Document document = read(many_sentences());
  const Analysis alone = analyse(document, language(), Depth::kTrees, 1);
  ASSERT_GT(alone.segmentation.words.size(), 600U);
  for (const unsigned threads : {2U, 3U, 16U}) {
    const Analysis shared = analyse(document, language(), Depth::kTrees, threads);
    expect_same(alone, shared);
    EXPECT_EQ(alone.tagging.lemmas, shared.tagging.lemmas);
  }
}

TEST(SentenceMemory, GivesTheSameAnalysis) {
  const std::string text = many_sentences();
  // All new; all known; a sentence in two parts of the text new; hardly any known.
  const std::vector<std::string> texts = {
      text, text, "Le maire vous attend.\n\n" + text + "Il a sign\u00e9 la lettre.",
      text.substr(0, text.size() / 4) + "Nous avons re\u00e7u votre demande.\n\n" + text,
      "Nous avons re\u00e7u votre lettre. Vous devez payer la somme 1 avant la fin du mois."};
  SentenceMemory sentences(std::size_t{1} << 20);
  for (const std::string& one : texts) {
    const Document document = read(one);
    const Analysis alone = analyse(document, language(), Depth::kTrees);
    for (const unsigned threads : {1U, 2U}) {
      SyntaxMemories memories = short_memories(language(), threads, one.size());
      const Analysis again = analyse(document, language(), Depth::kTrees, memories, &sentences);
      expect_same(alone, again);
      EXPECT_EQ(alone.tagging.lemmas, again.tagging.lemmas);
    }
  }
}

TEST(KnownSentences, GiveTheSameAnalysis) {
  const Document whole = read(many_sentences());
  const Analysis analysis = analyse(whole, language(), Depth::kTrees);
  KnownSentences known;
  known.add(analysis);
  const Document passage = read(
      "La caisse peut signer le bail 26 dans les deux mois.\n\n"
      "Vous devez payer la somme 1 avant la fin du mois.");
  SyntaxMemories memories = short_memories(language(), 1, passage.text.size());
  expect_same(analyse(passage, language(), Depth::kTrees),
              analyse_known(passage, language(), known, memories.front()));
}

// Texts that share many words, one after the other: what the first left changes nothing.
TEST(SyntaxMemory, ChangesNothing) {
  SyntaxMemories memories = long_memories(language(), 2, many_sentences().size());
  for (const std::string& text :
       {many_sentences(), std::string("VOUS DEVEZ PAYER LA SOMME 1 AVANT LA FIN DU MOIS."),
        std::string("Vous pouvez payer la somme 1 avant la fin du mois. La caisse doit signer."),
        std::string(), many_sentences()}) {
    const Document document = read(text);
    expect_same(analyse(document, language(), Depth::kTrees),
                analyse(document, language(), Depth::kTrees, memories));
  }
}

TEST(KnownSentences, AreNotGuessed) {
  const Document whole = read("Vous devez payer la somme avant la fin du mois.");
  const Analysis analysis = analyse(whole, language(), Depth::kTrees);
  KnownSentences known;
  known.add(analysis);
  EXPECT_TRUE(known.syntax_of(analysis.segmentation).has_value());
  const Document other = read("Vous pouvez payer la somme avant la fin du mois.");
  const Analysis words = analyse(other, language(), Depth::kWords);
  EXPECT_FALSE(known.syntax_of(words.segmentation).has_value());
  SyntaxMemories memories = short_memories(language(), 1, other.text.size());
  expect_same(analyse(other, language(), Depth::kTrees),
              analyse_known(other, language(), known, memories.front()));
}

}  // namespace
}  // namespace limpide
