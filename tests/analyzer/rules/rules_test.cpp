// Every rule and every term against its own examples; clean texts stay clean; faulty rule files are
// refused with their place.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "analyzer/document/document_builder.h"
#include "analyzer/engine/example_check.h"
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/loader.h"
#include "analyzer/rules/term_rows.h"
#include "cli/console.h"
#include "tests/support/test_engine.h"

namespace limpide {
namespace {

std::string shown(const ExampleFault& fault) {
  return fault.place.path + ":" + std::to_string(fault.place.line) + " " + fault.rule + ": " +
         texts().format(fault.message);
}

TEST(Rules, LoadWithoutFault) {
  const RuleSet& rules = test_engine().rules();
  for (const Error& fault : rules.faults) ADD_FAILURE() << describe(fault);
  EXPECT_GE(rules.rules.size(), 25U);
  EXPECT_GE(rules.terms->entries.size(), 300U);
  EXPECT_FALSE(rules.version.empty());
}

TEST(Rules, DoWhatTheirExamplesSay) {
  for (std::uint32_t i = 0; i < test_engine().rules().rules.size(); ++i) {
    for (const ExampleFault& fault : check_rule_examples(test_engine(), i)) {
      ADD_FAILURE() << shown(fault);
    }
  }
}

TEST(Rules, TermsAreFoundInTheirExamples) {
  for (const ExampleFault& fault : check_term_examples(test_engine()))
    ADD_FAILURE() << shown(fault);
}

std::vector<Finding> findings_of(std::string_view rule, const std::string& name,
                                 const std::string& text) {
  AnalysisOptions options;
  const auto index = test_engine().rules().find(rule);
  EXPECT_TRUE(index.has_value()) << rule;
  if (index) options.rules.only = {*index};
  const Result<DocumentReport> report = test_engine().check({name, text}, options);
  EXPECT_TRUE(report.has_value());
  return report ? report->findings : std::vector<Finding>{};
}

TEST(Rules, LinesOfAParagraphAreCountedApart) {
  const std::string four = "Le bus passe. Il est plein. Il repart. Un autre vient.";
  const std::string page = "<html lang=\"fr\"><body><p>" + four;
  EXPECT_TRUE(findings_of("paragraphe-trop-long", "a.html", page + "<br>" + four + "</p>").empty());
  EXPECT_EQ(findings_of("paragraphe-trop-long", "a.html", page + " " + four + "</p>").size(), 1U);
}

TEST(Rules, OtherPlacesOfAFieldAreRelated) {
  const std::vector<Finding> twice = findings_of(
      "champ-fusion-non-remplace", "a.txt",
      "Bonjour {{nom}}, votre carte est enfin prete pour vous.\n\nGardez cette lettre, {{nom}}.");
  ASSERT_EQ(twice.size(), 1U);
  EXPECT_EQ(twice.front().related.size(), 1U);
  std::string model;
  for (int i = 0; i < 12; ++i) {
    model += "Votre carte est au guichet {{champ" + std::to_string(i) + "}} de la mairie.\n\n";
  }
  const std::vector<Finding> many = findings_of("champ-fusion-non-remplace", "a.txt", model);
  ASSERT_EQ(many.size(), 1U);
  EXPECT_EQ(many.front().related.size(), 11U);
}

TEST(Rules, CleanTextsStayClean) {
  const std::filesystem::path folder =
      std::filesystem::path(LIMPIDE_SOURCE_DIR) / "tests/stages/clean";
  std::size_t texts_read = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const std::string bytes = text.str();
    const DocumentReport report = check_text(bytes);
    ++texts_read;
    for (const Finding& finding : report.findings) {
      if (finding.severity == Severity::kInfo) continue;
      ADD_FAILURE() << entry.path().filename() << ": "
                    << test_engine().rules().spec(finding.rule).id << " on \""
                    << marked(report, finding) << '"';
    }
  }
  EXPECT_GE(texts_read, 10U);
}

// Messages of rules name only arguments that their kind gives: a brace left is a fault.
TEST(Rules, MessagesAreFilled) {
  const RuleSet& rules = test_engine().rules();
  for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
    const RuleSpec& spec = rules.spec(i);
    for (const RuleExample& example : spec.examples) {
      if (!example.fires) continue;
      const DocumentReport report = check_text(example.text, spec.id, example.profile);
      for (const Finding& finding : report.findings) {
        MessageArguments named;
        for (const auto& argument : finding.arguments) named.emplace_back(argument.first, "1");
        const std::string message = format_pattern(spec.message, named);
        EXPECT_EQ(message.find('{'), std::string::npos) << spec.id << ": " << message;
      }
    }
  }
}

struct FaultyRule {
  const char* what;
  const char* xml;
  const char* key;
  std::uint32_t line;
};

std::string sound_rule(const std::string& match) {
  return "<rule id=\"x\" version=\"1\" principle=\"mots\" severity=\"info\">\n<title>t</title>"
         "<message>m</message><why>w</why><advice>a</advice><source code=\"EU\" ref=\"r\"/>\n"
         "<match>" +
         match +
         "</match>\n<examples><fires>a [[b]]</fires><fires>[[c]]</fires>"
         "<passes>d</passes><passes>e</passes></examples></rule>\n";
}

TEST(RuleFiles, FaultsAreNamedWithTheirLine) {
  const std::vector<FaultyRule> faulty{
      {"not XML", "<rule", "error.rule.xml", 1},
      {"empty", "", "error.rule.xml", 1},
      {"another root", "<rules/>", "error.rule.element", 1},
      {"no id", "<rule version=\"1\"/>", "error.rule.missing", 1},
      {"unknown severity", "<rule id=\"x\" version=\"1\" principle=\"mots\" severity=\"grave\"/>",
       "error.rule.value", 1},
      {"unknown principle", "<rule id=\"x\" version=\"1\" principle=\"autre\" severity=\"info\"/>",
       "error.rule.value", 1},
      {"unknown attribute", "<rule id=\"x\" colour=\"red\"/>", "error.rule.attribute", 1},
      {"unknown element",
       "<rule id=\"x\" version=\"1\" principle=\"mots\" "
       "severity=\"info\">\n\n<tite>t</tite></rule>",
       "error.rule.element", 3},
      {"marks that do not close",
       "<rule id=\"x\" version=\"1\" principle=\"mots\" severity=\"info\">\n<examples>\n"
       "<fires>a [[b</fires></examples></rule>",
       "error.rule.marks", 3},
      {"a passing example with marks",
       "<rule id=\"x\" version=\"1\" principle=\"mots\" severity=\"info\">\n<examples>"
       "<passes>a [[b]]</passes></examples></rule>",
       "error.rule.marks", 2},
      {"too few examples",
       "<rule id=\"x\" version=\"1\" principle=\"mots\" severity=\"info\"><title>t</title>"
       "<message>m</message><why>w</why><advice>a</advice><source code=\"EU\" ref=\"r\"/>"
       "<match><terms/></match></rule>",
       "error.rule.examples", 1},
  };
  for (const FaultyRule& rule : faulty) {
    const Result<RuleSpec> parsed = parse_rule(rule.xml, "rule.xml");
    ASSERT_FALSE(parsed.has_value()) << rule.what;
    EXPECT_EQ(parsed.error().message.key, rule.key) << rule.what;
    EXPECT_EQ(parsed.error().location.line, rule.line) << rule.what;
    EXPECT_TRUE(texts().has(rule.key)) << rule.key;
  }
  EXPECT_TRUE(parse_rule(sound_rule("<terms/>"), "rule.xml").has_value());
}

TEST(RuleFiles, KindsRefuseWhatTheyDoNotKnow) {
  const RuleSet& rules = test_engine().rules();
  const RuleResources resources{&test_engine().language(), rules.terms.get(), rules.acronyms.get()};
  for (const std::string_view kind : kind_names()) {
    if (kind == "pattern") continue;  // written as its selector: patterns_test.cpp
    const std::string good = "<" + std::string(kind) + "/>";
    const std::string bad = "<" + std::string(kind) + " colour=\"red\"/>";
    const Result<RuleSpec> sound = parse_rule(sound_rule(good), "rule.xml");
    ASSERT_TRUE(sound.has_value()) << kind;
    EXPECT_TRUE(make_matcher(*sound, resources).has_value()) << kind;
    const Result<RuleSpec> odd = parse_rule(sound_rule(bad), "rule.xml");
    ASSERT_TRUE(odd.has_value()) << kind;
    const MatcherResult refused = make_matcher(*odd, resources);
    ASSERT_FALSE(refused.has_value()) << kind;
    EXPECT_EQ(refused.error().message.key, "error.rule.attribute");
  }
  for (const char* kind : {"<telepathy/>", "<pattern/>"}) {
    const Result<RuleSpec> unknown = parse_rule(sound_rule(kind), "rule.xml");
    ASSERT_TRUE(unknown.has_value());
    EXPECT_FALSE(make_matcher(*unknown, resources).has_value());
  }
  for (const char* kind : {"<sentence-length minor=\"many\"/>", "<capitals everyday=\"often\"/>",
                           "<long-list items=\"some\"/>", "<introduced-list items=\"-1\"/>"}) {
    const Result<RuleSpec> value = parse_rule(sound_rule(kind), "rule.xml");
    ASSERT_TRUE(value.has_value());
    EXPECT_FALSE(make_matcher(*value, resources).has_value()) << kind;
  }
  const RuleResources with_lists{&test_engine().language(), rules.terms.get(), rules.acronyms.get(),
                                 rules.lists.get()};
  const Result<RuleSpec> list =
      parse_rule(sound_rule("<spelling foreign=\"absente\"/>"), "rule.xml");
  ASSERT_TRUE(list.has_value());
  const MatcherResult absent = make_matcher(*list, with_lists);
  ASSERT_FALSE(absent.has_value());
  EXPECT_EQ(absent.error().message.key, "error.rule.value");
}

TEST(RuleFiles, ProfilesOverrideParameters) {
  const Result<RuleSpec> spec = parse_rule(
      sound_rule(
          "<sentence-length minor=\"20\"><for profile=\"falc\" minor=\"12\"/></sentence-length>"),
      "rule.xml");
  ASSERT_TRUE(spec.has_value());
  EXPECT_EQ(spec->parameters[0].at("minor"), "20");
  EXPECT_EQ(spec->parameters[4].at("minor"), "12");
}

TEST(Terms, FaultyRowsAreLeftOutWithTheirLine) {
  const std::string head =
      "motif\tregle\toperation\tremplacements\trisque\tregistre\tnote\texemple\n";
  const std::string rows =
      "bon\tr\tconseil\t\t1\tadmin\t\tle [[bon]]\n"
      "trop\tpeu\n"
      "sans\tr\tremplacer\t\t1\tadmin\t\t[[sans]]\n"
      "autre\tr\tchanger\tx\t1\tadmin\t\t[[autre]]\n"
      "risque\tr\tconseil\tx\t9\tadmin\t\t[[risque]]\n"
      "bon\tr\tconseil\t\t1\tadmin\t\tle [[bon]]\n";
  const TermTable table =
      compile_terms(read_term_rows(head + rows, "t.tsv"), test_engine().language());
  EXPECT_EQ(table.entries.size(), 1U);
  ASSERT_EQ(table.faults.size(), 5U);
  EXPECT_EQ(table.faults[0].location.line, 3U);
  EXPECT_EQ(table.faults[4].location.line, 7U);
}

TEST(Terms, WordsToKeepAreNotToldInsideThem) {
  const std::string rows =
      "motif\tregle\toperation\tremplacements\trisque\tregistre\tnote\texemple\n"
      "cher\tr\tconseil\t\t1\tadmin\t\tle [[cher]]\n"
      "cher\ts\tconseil\t\t1\tadmin\t\tle [[cher]]\n"
      "loyer cher\tr\tgarder\t\t1\tadmin\t\tle [[loyer cher]]\n";
  const TermTable table = compile_terms(read_term_rows(rows, "t.tsv"), test_engine().language());
  ASSERT_TRUE(table.faults.empty());
  DocumentBuilder builder(Format::kText, Limits{});
  builder.open_block({});
  builder.append_made("Le loyer cher et le pain cher.");
  builder.close_block();
  const Result<Document> document = builder.finish();
  ASSERT_TRUE(document.has_value());
  const Analysis analysis = analyse(*document, test_engine().language());
  std::vector<std::string> told;
  for (const TermHit& hit : find_terms(table, analysis))
    told.push_back(std::string(table.entries[hit.entry].rule) + std::to_string(hit.first_token));
  EXPECT_EQ(told, (std::vector<std::string>{"s2", "r6", "s6"}));
}

// Edits offered by the rule in the text; -1 where it tells nothing.
int edits_of(const std::string& rule, const std::string& text) {
  int edits = -1;
  for (const Finding& finding : check_text(text).findings) {
    if (test_engine().rules().spec(finding.rule).id != rule) continue;
    edits = std::max(edits, static_cast<int>(finding.suggestions.size()));
  }
  return edits;
}

// What a dictionary prints: the infinitive, the singular.
TEST(Terms, ExplainedWordsAreNamedAsInADictionary) {
  const std::string rule = "terme-de-droit-non-explique";
  const auto named = [&rule](std::string_view text) -> std::string {
    const DocumentReport report = check_text(text, rule);
    if (report.findings.size() != 1 || report.findings[0].operation.texts.empty()) return "";
    return report.findings[0].operation.texts[0];
  };
  EXPECT_EQ(named("Vous pouvez agir en saisissant la cnil."), "saisir la cnil");
  EXPECT_EQ(named("Nous avons \u00e9mis deux titres ex\u00e9cutoires."), "titre ex\u00e9cutoire");
}

TEST(Terms, NoEditLeavesAPrepositionInTheAir) {
  const std::string open = "Tout est pay\xC3\xA9 \xC3\xA0 l'exception de la cantine";
  EXPECT_GT(edits_of("locution-lourde", open + "."), 0);
  EXPECT_EQ(edits_of("locution-lourde", open + " et de la garderie."), 0);
}

TEST(Terms, NoEditPointsToAnotherThingOfTheSameName) {
  const std::string told = "La pr\xC3\xA9sente convention dure trois ans.";
  EXPECT_GT(edits_of("ledit-presente", "Gardez cette lettre. " + told), 0);
  EXPECT_GT(edits_of("ledit-presente", "Lisez la pr\xC3\xA9sente convention. " + told), 0);
  EXPECT_EQ(edits_of("ledit-presente", "Une autre convention finit en mai. " + told), 0);
}

}  // namespace
}  // namespace limpide
