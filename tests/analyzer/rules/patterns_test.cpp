// Patterns of rules against tests/stages/patterns/patterns.txt, and what is refused in them.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "analyzer/readers/text/text_reader.h"
#include "analyzer/rules/explanations.h"
#include "analyzer/rules/kinds.h"
#include "analyzer/rules/loader.h"
#include "analyzer/rules/runner.h"
#include "cli/console.h"
#include "tests/support/cpu_watch.h"
#include "tests/support/test_engine.h"

namespace limpide {
namespace {

RuleResources resources() {
  const Engine& engine = test_engine();
  const RuleSet& rules = engine.rules();
  return {&engine.language(), rules.terms.get(), rules.acronyms.get(), rules.lists.get()};
}

std::string rule_with(const std::string& match) {
  return "<rule id=\"essai\" version=\"1\" principle=\"mots\" severity=\"mineur\"><title>t</title>"
         "<message>m</message><why>w</why><advice>a</advice><source code=\"K\" ref=\"r\"/>"
         "<roles>all</roles>"
         "<match>\n" +
         match +
         "</match><examples><fires>[[a]]</fires><fires>[[b]]</fires><passes>c</passes>"
         "<passes>d</passes></examples></rule>";
}

struct Compiled {
  RuleSpec spec;
  std::unique_ptr<const Matcher> matcher;
  std::string fault;
};

Compiled compile(const std::string& match) {
  Compiled compiled;
  Result<RuleSpec> spec = parse_rule(rule_with(match), "essai.xml");
  if (!spec) {
    compiled.fault = describe(spec.error());
    return compiled;
  }
  compiled.spec = *std::move(spec);
  MatcherResult matcher = make_matcher(compiled.spec, resources());
  if (!matcher)
    compiled.fault = describe(matcher.error());
  else
    compiled.matcher = *std::move(matcher);
  return compiled;
}

Explanations explanations_in(const Analysis& analysis) {
  return {analysis, *test_engine().rules().acronyms};
}

TermHits no_terms() { return {*test_engine().rules().terms, {}}; }

std::vector<std::string> marked(const Compiled& rule, const std::string& text) {
  const auto document = TextReader().read({"essai.txt", text}, Limits{});
  const Analysis analysis = analyse(*document, test_engine().language(), Depth::kTrees);
  const std::vector<TermHit> terms = find_terms(*test_engine().rules().terms, analysis);
  const TermHits by_rule(*test_engine().rules().terms, terms);
  const std::vector<bool> blocks = judged_blocks(analysis, rule.spec.roles);
  std::vector<Hit> hits;
  Explanations explanations = explanations_in(analysis);
  rule.matcher->match({analysis, Profile::kCourrier, terms, by_rule, blocks, explanations}, hits);
  std::vector<std::string> words;
  for (const Hit& hit : hits) {
    words.push_back(hit.span.empty() ? "*" : std::string(slice(document->text, hit.span)));
  }
  return words;
}

std::string with_paragraphs(std::string text) {
  for (std::size_t at = text.find(" / "); at != std::string::npos; at = text.find(" / ")) {
    text.replace(at, 3, "\n\n");
  }
  return text;
}

void check_line(const Compiled& rule, const std::string& title, const std::string& line) {
  std::string text;
  std::vector<Span> spans;
  std::vector<std::string> expected;
  std::string body = with_paragraphs(line.substr(2));
  if (body.compare(0, 2, "* ") == 0) {
    body = body.substr(2);
    expected.push_back("*");
  }
  ASSERT_TRUE(take_marks(body, text, spans)) << line;
  for (const Span span : spans) expected.emplace_back(slice(text, span));
  ASSERT_EQ(line[0] == '+', !expected.empty()) << line;
  EXPECT_EQ(marked(rule, text), expected) << title << ": " << line;
}

TEST(Patterns, Stage) {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/patterns/patterns.txt");
  ASSERT_TRUE(file);
  std::string line;
  std::string title;
  std::string match;
  Compiled rule;
  std::size_t cases = 0;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    if (line.compare(0, 5, "---- ") == 0) {
      title = line.substr(5);
      match.clear();
      rule = {};
      ++cases;
      continue;
    }
    if (line[0] != '+' && line[0] != '-') {
      match += line;
      continue;
    }
    if (rule.matcher == nullptr) rule = compile(match);
    ASSERT_NE(rule.matcher, nullptr) << title << ": " << rule.fault;
    check_line(rule, title, line);
  }
  EXPECT_GE(cases, 40U);
}

TEST(Patterns, FaultsNameTheirPlace) {
  const std::vector<std::string> wrong = {
      "<word lemme=\"payer\"/>",
      "<word pos=\"VERBE\"/>",
      "<word features=\"Number=Trois\"/>",
      "<word relation=\"sujet\"/>",
      "<word list=\"absente\"/>",
      "<chain compounds=\"absente\"/>",
      "<clause voice=\"passif\"/>",
      "<clause depth-min=\"trois\"/>",
      "<clause agent=\"oui\"/>",
      "<sentence><word in=\"ici\"/></sentence>",
      "<sentence><mot/></sentence>",
      "<sentence><any/></sentence>",
      "<words/>",
      "<words><gap/><word form=\"a\"/></words>",
      "<term/>",
      "<sentence in=\"document\"/>",
      "<sentence/><except reason=\"r\"><word form=\"a\"/></except>",
      "<sentence/><except reason=\"\"><word form=\"a\"/><passes>a</passes></except>",
      "<sentence/><except reason=\"r\"><passes>a</passes></except>"};
  for (const std::string& match : wrong) {
    const Compiled rule = compile(match);
    EXPECT_EQ(rule.matcher, nullptr) << match;
    EXPECT_NE(rule.fault.find("2"), std::string::npos) << match << " -> " << rule.fault;
  }
}

TEST(Patterns, ElementsTooDeepAreRefused) {
  std::string match;
  for (int i = 0; i < 5000; ++i) match += "<not>";
  for (int i = 0; i < 5000; ++i) match += "</not>";
  EXPECT_EQ(compile("<sentence>" + match + "</sentence>").matcher, nullptr);
}

TEST(Patterns, SettingsOfAProfileReplaceTheOthers) {
  const Compiled rule =
      compile("<sentence words-min=\"50\"><for profile=\"falc\" words-min=\"3\"/></sentence>");
  ASSERT_NE(rule.matcher, nullptr) << rule.fault;
  const auto document = TextReader().read({"essai.txt", "Venez nous voir lundi."}, Limits{});
  const Analysis analysis = analyse(*document, test_engine().language(), Depth::kTrees);
  const std::vector<bool> blocks = judged_blocks(analysis, rule.spec.roles);
  std::vector<Hit> hits;
  Explanations explanations = explanations_in(analysis);
  rule.matcher->match({analysis, Profile::kCourrier, {}, no_terms(), blocks, explanations}, hits);
  EXPECT_TRUE(hits.empty());
  rule.matcher->match({analysis, Profile::kFalc, {}, no_terms(), blocks, explanations}, hits);
  EXPECT_EQ(hits.size(), 1U);
}

TEST(Patterns, FirstOnlyTellsOnce) {
  Result<RuleSpec> spec = parse_rule(
      [] {
        std::string xml = rule_with("<word form=\"oui\"/>");
        return xml.replace(xml.find("<match>"), 7, "<match first=\"yes\">");
      }(),
      "essai.xml");
  ASSERT_TRUE(spec);
  Compiled rule{*std::move(spec), nullptr, ""};
  rule.matcher = *make_matcher(rule.spec, resources());
  EXPECT_EQ(marked(rule, "Oui, oui et oui."), std::vector<std::string>{"Oui"});
}

// Rules whose words a document lacks are not even tried.
TEST(Patterns, NameTheirWords) {
  EXPECT_EQ(compile("<word lemma=\"payer r\xC3\xA9gler\"/>").matcher->keys(),
            (std::vector<std::string>{"payer", "r\xC3\xA9gler"}));
  EXPECT_TRUE(compile("<sentence/>").matcher->keys().empty());
  EXPECT_EQ(compile("<sentence words-min=\"3\"/>").matcher->depth(), Depth::kWords);
  EXPECT_EQ(compile("<word form=\"a\"/>").matcher->depth(), Depth::kWords);
  EXPECT_EQ(compile("<word form=\"a\"><word in=\"head\" form=\"b\"/></word>").matcher->depth(),
            Depth::kTrees);
}

// What a profile changes counts for the words and the depth of the whole rule.
TEST(Patterns, EveryProfileIsHeard) {
  EXPECT_EQ(
      compile("<word form=\"oui\"><for profile=\"falc\" form=\"non\"/></word>").matcher->keys(),
      (std::vector<std::string>{"non", "oui"}));
  EXPECT_EQ(
      compile("<word form=\"oui\"><for profile=\"falc\" pos=\"NOUN\"/></word>").matcher->depth(),
      Depth::kTrees);
}

// Who asks only for rules of words does not pay for trees.
TEST(Patterns, TheDepthIsThatOfTheRulesAsked) {
  const RuleSet& rules = test_engine().rules();
  RuleSelection selection;
  EXPECT_EQ(depth_of(rules, selection), Depth::kTrees);
  selection.only = {*rules.find("phrase-trop-longue")};
  EXPECT_EQ(depth_of(rules, selection), Depth::kWords);
  selection.only = {*rules.find("passif-sans-agent")};
  EXPECT_EQ(depth_of(rules, selection), Depth::kTrees);
  selection.skip = selection.only;
  EXPECT_EQ(depth_of(rules, selection), Depth::kWords);
}

TEST(Patterns, LongTextsTakeLinearTime) {
  const Compiled rule = compile(
      "<word form=\"oui\"><not><word in=\"document\" form=\"non\"/></not>"
      "<word in=\"block\" form=\"oui\"/><word in=\"near\" form=\"oui\"/></word>");
  ASSERT_NE(rule.matcher, nullptr) << rule.fault;
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Oui, elle dit oui. ";
  const auto document = TextReader().read({"essai.txt", text}, Limits{});
  const Analysis analysis = analyse(*document, test_engine().language(), Depth::kWords);
  const std::vector<bool> blocks = judged_blocks(analysis, rule.spec.roles);
  std::vector<Hit> hits;
  Explanations explanations = explanations_in(analysis);
  const CpuWatch watch;
  rule.matcher->match({analysis, Profile::kCourrier, {}, no_terms(), blocks, explanations}, hits);
  EXPECT_LT(watch.seconds(), 5.0);
  EXPECT_EQ(hits.size(), 40000U);
}

// The whole text was once put in lower case for each of its sentences.
TEST(Patterns, SiglesOfALongTextAreLookedUpOnce) {
  const Compiled rule = compile("<word casing=\"upper\" explained=\"no\"/>");
  ASSERT_NE(rule.matcher, nullptr) << rule.fault;
  std::string text = "La caisse (URSSAF) vous ecrit. ";
  for (int i = 0; i < 20000; ++i) text += "La CAF a lu, l'URSSAF aussi. ";
  const auto document = TextReader().read({"essai.txt", text}, Limits{});
  const Analysis analysis = analyse(*document, test_engine().language(), Depth::kWords);
  const std::vector<bool> blocks = judged_blocks(analysis, rule.spec.roles);
  std::vector<Hit> hits;
  Explanations explanations = explanations_in(analysis);
  const CpuWatch watch;
  rule.matcher->match({analysis, Profile::kCourrier, {}, no_terms(), blocks, explanations}, hits);
  EXPECT_LT(watch.seconds(), 5.0);
  EXPECT_EQ(hits.size(), 20000U);  // each CAF
}

}  // namespace
}  // namespace limpide
