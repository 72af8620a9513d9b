// The file of mentions, good and bad: each fault has its line, and stops only its own mention.
#include "analyzer/mentions/mention_file.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/test_engine.h"

namespace limpide {
namespace {

std::string mention(const std::string& attributes, const std::string& children) {
  return "<mention " + attributes + ">" + children + "</mention>\n";
}
const std::string kRest =
    "<titre>t</titre><formulation>[f]</formulation><source>s</source>"
    "<partie titre=\"p\"><indice>x</indice></partie>";

MentionResources parse(const std::string& body) {
  return parse_mentions("<mentions>\n" + body + "</mentions>", "mentions.xml");
}

std::string only_fault(const std::string& body) {
  const MentionResources resources = parse(body);
  EXPECT_TRUE(resources.mentions.empty());
  EXPECT_EQ(resources.faults.size(), 1U) << body;
  if (resources.faults.empty()) return "";
  EXPECT_EQ(resources.faults.front().location.path, "mentions.xml");
  EXPECT_EQ(resources.faults.front().location.line, 2U) << body;
  return resources.faults.front().message.key;
}

TEST(MentionFile, ASoundMention) {
  const MentionResources resources =
      parse(mention("id=\"a\" poids=\"bloquante\" genres=\"indu relance\"", kRest));
  EXPECT_TRUE(resources.faults.empty());
  ASSERT_EQ(resources.mentions.size(), 1U);
  EXPECT_EQ(resources.mentions[0].weight, MentionWeight::kBlocking);
  EXPECT_EQ(resources.mentions[0].wording, "[f]");
}

TEST(MentionFile, FaultsAreNamed) {
  const std::string good = "id=\"a\" poids=\"attendue\" genres=\"indu\"";
  EXPECT_EQ(only_fault(mention("poids=\"attendue\" genres=\"indu\"", kRest)), "error.mention.id");
  EXPECT_EQ(only_fault(mention("id=\"a\" poids=\"heavy\" genres=\"indu\"", kRest)),
            "error.mention.weight");
  EXPECT_EQ(only_fault(mention("id=\"a\" poids=\"attendue\" genres=\"\"", kRest)),
            "error.letter.kind");
  EXPECT_EQ(only_fault(mention("id=\"a\" poids=\"attendue\" genres=\"indu facture\"", kRest)),
            "error.letter.kind");
  EXPECT_EQ(only_fault(mention(good, kRest + "<place ou=\"moon\"/>")), "error.mention.place");
  EXPECT_EQ(only_fault(mention(good, kRest + "<autre/>")), "error.mention.element");
  EXPECT_EQ(only_fault(mention(good, "<titre>t</titre>")), "error.mention.missing");
  EXPECT_EQ(only_fault(mention(good, kRest + "<partie titre=\"q\"/>")), "error.mention.missing");
  const auto part = [&](const std::string& attributes, const std::string& cue) {
    return only_fault(
        mention(good, kRest + "<partie titre=\"q\"" + attributes + ">" + cue + "</partie>"));
  };
  EXPECT_EQ(part("", "<indice>&lt;lune></indice>"), "error.cue.holder");
  EXPECT_EQ(part("", "<indice>@nobody</indice>"), "error.cue.set");
  EXPECT_EQ(part("", "<indice> | </indice>"), "error.cue.empty");
  EXPECT_EQ(part("", "<indice dans=\"sky\">x</indice>"), "error.mention.role");
  EXPECT_EQ(part("", "<indice sauf-apres=\"@nobody\">x</indice>"), "error.cue.set");
  EXPECT_EQ(part("", "<indice>&lt;date:jour></indice>"), "error.cue.holder");
  EXPECT_EQ(part("", "<indice>&lt;champ:></indice>"), "error.cue.holder");
  EXPECT_EQ(part("", "<indice pres-de=\"later\">x</indice>"), "error.mention.near");
  EXPECT_EQ(part(" au-moins=\"2\"", "<indice>x</indice>"), "error.mention.need");
  EXPECT_EQ(part(" au-moins=\"0\"", "<indice>x</indice>"), "error.mention.need");
}

TEST(MentionFile, WhatTakesACueAwayIsRead) {
  const MentionResources resources =
      parse("<mots id=\"civilite\">mme m.</mots><mots id=\"a-remplir\">date</mots>" +
            std::string("<mots id=\"negation\">sans aucun</mots>") +
            mention("id=\"a\" poids=\"attendue\" genres=\"particulier employeur\"", kRest) +
            mention("id=\"b\" poids=\"attendue\" genres=\"indu\"",
                    "<titre>t</titre><formulation>[f]</formulation><source>s</source>"
                    "<partie titre=\"p\"><indice pres-de=\"a\" avant=\"0\" apres-bloc=\"date\" "
                    "sauf-apres=\"@negation ni\">&lt;champ:tel></indice></partie>"));
  EXPECT_TRUE(resources.faults.empty());
  ASSERT_EQ(resources.mentions.size(), 2U);
  EXPECT_EQ(resources.words.civilities.size(), 2U);
  EXPECT_EQ(resources.words.fields, std::vector<std::string>{"date"});
  const MentionCue& cue = resources.mentions[1].parts[0].cues[0];
  EXPECT_TRUE(cue.from_there);
  EXPECT_EQ(cue.after_block, "date");
  EXPECT_EQ(cue.never_after, (std::vector<std::string>{"aucun", "ni", "sans"}));
}

TEST(MentionFile, OneBadMentionNeverStopsTheOthers) {
  const MentionResources resources =
      parse(mention("id=\"a\" poids=\"attendue\" genres=\"indu\"", kRest) +
            mention("id=\"a\" poids=\"attendue\" genres=\"indu\"", kRest) + "<menton/>\n" +
            mention("id=\"b\" poids=\"attendue\" genres=\"indu\"", kRest));
  ASSERT_EQ(resources.mentions.size(), 2U);
  EXPECT_EQ(resources.mentions[1].id, "b");
  ASSERT_EQ(resources.faults.size(), 2U);
  EXPECT_EQ(resources.faults[0].location.line, 3U);
  EXPECT_EQ(resources.faults[1].location.line, 4U);
}

TEST(MentionFile, WhatIsNoXmlIsOneFault) {
  for (const char* text :
       {"", "<mentions", "<a></b>", "\xFF\xFE<", "<mentions><mention></mentions>"}) {
    const MentionResources resources = parse_mentions(text, "mentions.xml");
    EXPECT_TRUE(resources.mentions.empty());
    EXPECT_EQ(resources.faults.size(), 1U) << text;
  }
}

TEST(MentionFile, AMissingFileIsAnError) {
  const auto loaded = load_mentions("/nonexistent");
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, ErrorCode::kNotFound);
}

TEST(MentionFile, OursHasEveryMentionOnce) {
  const auto ours = load_mentions(LIMPIDE_DATA_DIR);
  ASSERT_TRUE(ours.has_value());
  EXPECT_TRUE(ours->faults.empty());
  std::set<std::string> ids;
  for (const Mention& known : ours->mentions) ids.insert(known.id);
  EXPECT_EQ(ids.size(), ours->mentions.size());
  EXPECT_EQ(ids.size(), 18U);
}

}  // namespace
}  // namespace limpide
