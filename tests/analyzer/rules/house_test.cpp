// House rules: maison.xml, three layers over ours, folders, and what each refuses with its place.
// Fixtures: tests/stages/house.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "analyzer/engine/example_check.h"
#include "analyzer/rules/house/house_files.h"
#include "analyzer/rules/house/house_layer.h"
#include "analyzer/rules/parameters.h"
#include "cli/console.h"
#include "tests/analyzer/rules/house_support.h"
#include "tests/support/test_engine.h"

namespace limpide {
namespace {

namespace fs = std::filesystem;

const std::string kFixtures = std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/house/";

fs::path fresh_folder(const std::string& name) {
  const fs::path folder =
      fs::temp_directory_path() / ("limpide_house_" + name + std::to_string(::getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

const Engine& engine_of(const std::vector<std::string>& folders) {
  static std::vector<std::unique_ptr<const Engine>> kept;
  EngineConfig config{LIMPIDE_DATA_DIR, all_readers()};
  for (const std::string& folder : folders) config.house_folders.push_back(kFixtures + folder);
  Result<Engine> engine = Engine::build(config);
  EXPECT_TRUE(engine.has_value());
  kept.push_back(std::make_unique<const Engine>(*std::move(engine)));
  return *kept.back();
}

// "rule:words" of each finding, without the rules about whole sentences.
std::set<std::string> found_by(const Engine& engine, const std::string& text,
                               Profile profile = Profile::kCourrier) {
  AnalysisOptions options;
  options.rules.profile = profile;
  const Result<DocumentReport> report = engine.check({"t.txt", text}, options);
  std::set<std::string> found;
  if (!report) return found;
  for (const Finding& finding : report->findings) {
    found.insert(engine.rules().spec(finding.rule).id + ":" +
                 std::string(slice(report->document.text, finding.span)));
  }
  return found;
}

TEST(Layers, AreSoundAndTrueToTheirExamples) {
  const std::vector<std::string> folders{"national", "ministere", "service"};
  for (std::uint32_t layer = 1; layer <= folders.size(); ++layer) {
    const Engine& engine = engine_of({folders.begin(), folders.begin() + layer});
    const RuleSet& rules = engine.rules();
    for (const Error& fault : rules.faults) ADD_FAILURE() << describe(fault);
    for (const Error& notice : rules.notices) ADD_FAILURE() << describe(notice);
    ASSERT_EQ(rules.layers.size(), layer + 1U);
    for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
      if (rules.spec(i).layer != layer) continue;
      EXPECT_TRUE(check_rule_examples(engine, i).empty()) << rules.spec(i).id;
    }
    EXPECT_TRUE(check_term_examples(engine, layer).empty());
  }
}

TEST(Layers, TheLaterOneWins) {
  const Engine& national = engine_of({"national"});
  const Engine& ministry = engine_of({"national", "ministere"});
  const Engine& service = engine_of({"national", "ministere", "service"});
  const std::string threat = "Votre dossier est ferm\xC3\xA9. Nous engagerons des poursuites.";
  const auto severity = [](const Engine& engine, const char* rule, Profile profile) {
    return engine.rules().spec(*engine.rules().find(rule)).severity[index_of(profile)];
  };
  const auto works = [](const Engine& engine, const char* rule, Profile profile) {
    return engine.rules().spec(*engine.rules().find(rule)).enabled[index_of(profile)];
  };
  // Muted by the first, restored by the third, with their reasons.
  EXPECT_FALSE(works(national, "menace", Profile::kCourrier));
  EXPECT_FALSE(works(ministry, "menace", Profile::kWeb));
  EXPECT_TRUE(works(service, "menace", Profile::kCourrier));
  const RuleSpec& muted = ministry.rules().spec(*ministry.rules().find("menace"));
  ASSERT_NE(muted.mute(), nullptr);
  EXPECT_EQ(muted.mute()->layer, 1U);
  EXPECT_FALSE(muted.mute()->reason.empty());
  EXPECT_EQ(service.rules().spec(*service.rules().find("menace")).mute(), nullptr);
  // A rule written anew.
  const std::string draw = "Voici le tirage. Gardez un tirage.";
  EXPECT_EQ(found_by(ministry, draw).count("maison-tirage:le tirage"), 1U);
  EXPECT_EQ(found_by(service, draw).count("maison-tirage:le tirage"), 0U);
  EXPECT_EQ(found_by(service, draw).count("maison-tirage:un tirage"), 1U);
  EXPECT_EQ(severity(service, "maison-tirage", Profile::kWeb), Severity::kMajor);
  // Settings: a severity, a threshold in two profiles.
  EXPECT_EQ(severity(service, "latinisme", Profile::kFalc), Severity::kMajor);
  EXPECT_EQ(severity(service, "clarte", Profile::kFalc), Severity::kMinor);
  const RuleSpec& length = service.rules().spec(*service.rules().find("phrase-trop-longue"));
  EXPECT_EQ(length.parameters[index_of(Profile::kCourrier)].at("minor"), "12");
  EXPECT_NE(length.parameters[index_of(Profile::kWeb)].at("minor"), "12");
  const std::string long_sentence =
      "Vous pouvez venir lundi matin avec votre dossier et une photo de chaque enfant.";
  EXPECT_EQ(found_by(test_engine(), long_sentence).count("phrase-trop-longue:" + long_sentence),
            0U);
  EXPECT_EQ(found_by(service, long_sentence).count("phrase-trop-longue:" + long_sentence), 1U);
  // Muted in one profile only.
  EXPECT_TRUE(works(service, "mots-maison", Profile::kCourrier));
  EXPECT_FALSE(works(service, "mots-maison", Profile::kWeb));
}

TEST(Layers, WordsListsAndAcronyms) {
  const Engine& service = engine_of({"national", "ministere", "service"});
  const std::string text =
      "Les usagers ont un imprim\xC3\xA9 bleu au sein de la commune, avec trois bordereaux. Le SMS "
      "est parti nonobstant votre d\xC3\xA9lai, sms compris. L\xE2\x80\x99"
      "alin\xC3\xA9"
      "a du "
      "guichet unique.";
  const std::set<std::string> found = found_by(service, text);
  for (const char* wanted : {"mots-maison:usagers", "mots-maison:imprim\xC3\xA9 bleu",
                             "mots-maison:SMS", "clarte:au sein de la commune", "clarte:bordereaux",
                             "cp1252:alin\xC3\xA9"
                             "a",
                             "jargon-remplacable:guichet unique"}) {
    EXPECT_EQ(found.count(wanted), 1U) << wanted;
  }
  EXPECT_EQ(found.count("mots-maison:sms"), 0U);       // a sigle only in capitals
  EXPECT_EQ(found.count("archaisme:nonobstant"), 0U);  // muted
  EXPECT_EQ(found_by(test_engine(), text).count("archaisme:nonobstant"), 1U);
  // The sigle has an expansion for the nation; everybody knows it for the ministry.
  const std::string sigle =
      "Vous pouvez \xC3\xA9"
      "crire \xC3\xA0 la DGX avant lundi.";
  EXPECT_EQ(found_by(engine_of({"national"}), sigle).count("sigle-non-developpe:DGX"), 1U);
  EXPECT_EQ(found_by(service, sigle).count("sigle-non-developpe:DGX"), 0U);
}

TEST(Layers, MessagesOfListsAreWhole) {
  const Engine& engine = engine_of({"ministere"});
  AnalysisOptions options;
  const Result<DocumentReport> report = engine.check(
      {"t.txt", "L\xE2\x80\x99usager a un imprim\xC3\xA9 bleu et un SMS. Le bordereau suit."},
      options);
  ASSERT_TRUE(report.has_value());
  std::vector<std::string> messages;
  for (const Finding& finding : report->findings) {
    const RuleSpec& spec = engine.rules().spec(finding.rule);
    if (spec.imported) messages.push_back(format_pattern(spec.message, finding.arguments));
    if (spec.id == "mots-maison" && !finding.operation.texts.empty()) {
      EXPECT_FALSE(finding.operation.safe);
    }
  }
  ASSERT_EQ(messages.size(), 4U);
  for (const std::string& message : messages)
    EXPECT_EQ(message.find_first_of("{}"), std::string::npos) << message;
  EXPECT_NE(messages[0].find("Dites \"vous\"."), std::string::npos) << messages[0];
  EXPECT_EQ(messages[1].find("crire"), std::string::npos) << messages[1];
}

// A rule of ours has the price that was measured; one that a house writes has its severity's.
TEST(Layers, HouseRulesCostTheirSeverity) {
  const fs::path folder = fresh_folder("price");
  fs::copy_file(std::string(LIMPIDE_SOURCE_DIR) + "/rules/fr/mots/latinisme.xml",
                folder / "latinisme.xml");
  EngineConfig config{LIMPIDE_DATA_DIR, all_readers(), {folder.string()}};
  const Result<Engine> house = Engine::build(config);
  ASSERT_TRUE(house.has_value());
  const ScoreParameters& prices = house->score_parameters();
  const auto given = prices.rules.find("latinisme");
  ASSERT_NE(given, prices.rules.end());
  std::string text;
  for (int i = 0; i < 12; ++i) text += "Le maire vous donne une place dans cette salle. ";
  text +=
      "C\xE2\x80\x99"
      "est le maire qui d\xC3\xA9"
      "cide in fine.";
  const Result<DocumentReport> theirs = house->check({"t.txt", text}, {});
  ASSERT_TRUE(theirs.has_value());
  EXPECT_LT(theirs->score.index, 100);
  EXPECT_GT(theirs->score.index, 0);
  EXPECT_EQ(house->versions().houses.size(), 1U);
  EXPECT_TRUE(house->rules().faults.empty());
  fs::remove_all(folder);
}

TEST(Layers, FaultsHaveTheirPlaceAndStopNothing) {
  const Engine& engine = engine_of({"mauvais"});
  const auto line_of = [](const Error& error) {
    const std::string path = fs::relative(error.location.path, kFixtures + "mauvais").string();
    return path + ":" + std::to_string(error.location.line) + ":" +
           std::to_string(error.location.column) + " " + error.message.key + "\n";
  };
  std::string told;
  for (const Error& fault : engine.rules().faults) {
    told += line_of(fault);
    EXPECT_TRUE(texts().has(fault.message.key)) << fault.message.key;
    EXPECT_EQ(describe(fault).find('{'), std::string::npos) << describe(fault);
  }
  told += "--\n";
  for (const Error& notice : engine.rules().notices) {
    told += line_of(notice);
    EXPECT_TRUE(texts().has(notice.message.key)) << notice.message.key;
  }
  const std::string expected = kFixtures + "mauvais.expected";
  if (std::getenv("UPDATE_GOLDEN") != nullptr) write_text(expected, told);
  EXPECT_EQ(told, file_text(expected));
  // What is sound among them works.
  EXPECT_TRUE(engine.rules().find("bonne").has_value());
  EXPECT_TRUE(engine.rules().find("liste").has_value());
  EXPECT_TRUE(engine.rules().find("style").has_value());
  EXPECT_GT(engine.rules().rules.size(), test_engine().rules().rules.size());
}

TEST(HouseFiles, LinksAndSpecialFilesAreNotFollowed) {
  const fs::path folder = fresh_folder("links");
  write_text(folder / "mots.csv", "a;b\n");
  write_text(folder / ".cache.csv", "a;b\n");
  write_text(folder / "mots.csv~", "a;b\n");
  fs::create_symlink("/etc/passwd", folder / "lien.csv");
  fs::create_directory_symlink(folder, folder / "boucle");
  ASSERT_EQ(::mkfifo((folder / "tuyau.csv").c_str(), 0600), 0);
  fs::path deep = folder;
  for (int i = 0; i < 20; ++i) deep /= "d";
  fs::create_directories(deep);
  write_text(deep / "profond.csv", "a;b\n");
  const Result<HouseFiles> found = list_house_files(folder.string());
  ASSERT_TRUE(found.has_value());
  ASSERT_EQ(found->files.size(), 1U);
  EXPECT_EQ(found->files[0].stem, "mots");
  EXPECT_EQ(found->notices.size(), 3U);
  ASSERT_EQ(found->faults.size(), 1U);
  EXPECT_EQ(found->faults[0].message.key, "error.house.depth");
  fs::remove_all(folder);
}

TEST(HouseFiles, FoldersThatCannotBeRead) {
  const Catalogue texts = house_texts();
  for (const char* path : {"/nonexistent", "/etc/passwd", ""}) {
    EXPECT_FALSE(read_house_layer(path, texts).has_value()) << path;
    EXPECT_FALSE(Engine::build({LIMPIDE_DATA_DIR, all_readers(), {path}}).has_value()) << path;
  }
  const fs::path folder = fresh_folder("empty");
  const Result<HouseLayer> empty = read_house_layer(folder.string(), texts);
  ASSERT_TRUE(empty.has_value());
  ASSERT_EQ(empty->faults.size(), 1U);
  EXPECT_EQ(empty->faults[0].message.key, "error.house.empty");
  EXPECT_EQ(read_house_layer(folder.string() + "/", texts)->name, folder.filename().string());
  write_text(folder / "gros.xml", std::string((1U << 20U) + 1, ' '));
  EXPECT_EQ(read_house_layer(folder.string(), texts)->faults[0].message.key, "error.house.large");
  fs::remove_all(folder);
}

}  // namespace
}  // namespace limpide
