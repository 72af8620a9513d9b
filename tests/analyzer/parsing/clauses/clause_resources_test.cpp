#include "analyzer/parsing/clauses/clause_resources.h"

#include <gtest/gtest.h>

namespace limpide {
namespace {

// Tables in their order, all empty but one.
Result<ClauseResources> with_table(const std::string& name, const std::string& text) {
  std::vector<std::string> tables;
  for (const std::string& table : ClauseResources::table_names()) {
    tables.push_back(table == name ? text : "");
  }
  return ClauseResources::parse(tables, "folder");
}

struct BadTable {
  const char* name;
  const char* text;
  const char* key;
  std::uint32_t line;
};

TEST(ClauseResources, NameTheFileAndTheLineOfAFault) {
  const std::vector<BadTable> tables = {
      {"etre-verbs.tsv", "aller\tintransitive\nvenir\n", "error.parsing.columns", 2},
      {"etre-verbs.tsv", "aller\tintransitive\tx\n", "error.parsing.columns", 1},
      {"etre-verbs.tsv", "aller\tpassive\n", "error.parsing.value", 1},
      {"etre-verbs.tsv", "# note\n\naller\tpersonal\n", "error.parsing.value", 3},
      {"semi-auxiliaries.tsv", "aller\tetre\n", "error.parsing.value", 1},
      {"function-words.tsv", "ne\tno\n", "error.parsing.value", 1},
      {"function-words.tsv", "\tne\n", "error.parsing.columns", 1},
      {"stative-participles.tsv", "clos\tclore\tsometimes\n", "error.parsing.value", 1},
      {"indirect-passives.tsv", "obtenir\tverb\n", "error.parsing.value", 1},
      {"modals.tsv", "devoir\tverb\tobligation\n", "error.parsing.columns", 1},
      {"modals.tsv", "devoir\tnerb\tobligation\tnone\n", "error.parsing.value", 1},
      {"modals.tsv", "devoir\tverb\tduty\tnone\n", "error.parsing.value", 1},
      {"modals.tsv", "devoir\tverb\tobligation\tnever\n", "error.parsing.value", 1},
      {"impersonals.tsv", "falloir\tnoun\n", "error.parsing.value", 1},
      {"subordinators.tsv", "si\tmain\tcondition\n", "error.parsing.value", 1},
      {"subordinators.tsv", "si\tadverbial\tdoubt\n", "error.parsing.value", 1},
      {"subordinators.tsv", "  \tadverbial\tnone\n", "error.parsing.value", 1},
      {"support-verbs.tsv", "faire\n", "error.parsing.columns", 1},
      {"nominalisations.tsv", "envoi\tenvoyer\nenvoi\tvoir\n", "error.parsing.value", 2},
      {"nominalisations.tsv", "envoi\t\n", "error.parsing.value", 1},
      {"not-agents.tsv", "courrier\twho\n", "error.parsing.value", 1},
      {"user-nouns.tsv", "usager\tx\n", "error.parsing.columns", 1}};
  for (const BadTable& table : tables) {
    const auto resources = with_table(table.name, table.text);
    ASSERT_FALSE(resources) << table.name << ": " << table.text;
    EXPECT_EQ(resources.error().message.key, table.key) << table.name << ": " << table.text;
    EXPECT_EQ(resources.error().location.path, std::string("folder/") + table.name);
    EXPECT_EQ(resources.error().location.line, table.line) << table.name << ": " << table.text;
  }
}

TEST(ClauseResources, TellAMissingFolder) {
  const auto resources = ClauseResources::load("no/such/folder");
  ASSERT_FALSE(resources);
  EXPECT_EQ(resources.error().code, ErrorCode::kNotFound);
}

TEST(ClauseResources, AnswerForWhatTheTablesHold) {
  const auto resources = ClauseResources::load(std::string(LIMPIDE_DATA_DIR) + "/fr/parsing");
  ASSERT_TRUE(resources);
  EXPECT_NE(resources->of_form("ne") & bit_of(WordTrait::kNe), 0U);
  EXPECT_NE(resources->of_lemma("aller") & bit_of(WordTrait::kEtreVerb), 0U);
  EXPECT_NE(resources->of_lemma("aller") & bit_of(WordTrait::kChain), 0U);
  EXPECT_EQ(resources->of_lemma("transmettre"), 0U);
  EXPECT_EQ(resources->of_form(""), 0U);
  EXPECT_EQ(resources->verb_of_noun("paiement"), "payer");
  EXPECT_EQ(resources->verb_of_noun("table"), "");
  EXPECT_TRUE(resources->modals("table").empty());
  EXPECT_TRUE(resources->subordinators("table").empty());
  EXPECT_TRUE(resources->support_prepositions("table").empty());
}

TEST(ClauseResources, ReadContractionsAndElisionsOfAPhrase) {
  const auto resources = with_table("subordinators.tsv",
                                    "au cas o\xC3\xB9\tadverbial\tcondition\n"
                                    "parce que\tadverbial\tcause\r\n");
  ASSERT_TRUE(resources);
  const auto& phrases = resources->subordinators("\xC3\xA0");
  ASSERT_EQ(phrases.size(), 1U);
  EXPECT_EQ(phrases[0].words, (std::vector<std::string>{"\xC3\xA0", "le", "cas", "o\xC3\xB9"}));
  ASSERT_EQ(resources->subordinators("parce").size(), 2U);
  EXPECT_EQ(resources->subordinators("parce")[1].words.back(), "qu'");
}

}  // namespace
}  // namespace limpide
