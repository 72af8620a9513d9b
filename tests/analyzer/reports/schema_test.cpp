// The JSON report against docs/report-schema.json (its draft-4 subset, which RapidJSON knows).
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "analyzer/reports/json_output.h"
#include "analyzer/reports/writers.h"
#include "tests/analyzer/reports/sample.h"

namespace limpide::testing {
namespace {

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document json;
  json.Parse(text.c_str());
  EXPECT_FALSE(json.HasParseError());
  return json;
}

rapidjson::Document schema() {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/docs/report-schema.json");
  std::stringstream text;
  text << file.rdbuf();
  return parsed(text.str());
}

// RapidJSON takes "#/$defs/..." for "anything" (it wants the dollar percent-encoded): references
// are replaced by what they name. The schema is not recursive.
void expand(rapidjson::Value& value, const rapidjson::Document& root,
            rapidjson::Document::AllocatorType& allocator) {
  if (value.IsArray()) {
    for (rapidjson::Value& item : value.GetArray()) expand(item, root, allocator);
  }
  if (!value.IsObject()) return;
  if (value.HasMember("$ref")) {
    const std::string path = std::string(value["$ref"].GetString()).substr(1);  // without "#"
    const rapidjson::Value* named = rapidjson::Pointer(path.c_str()).Get(root);
    ASSERT_NE(named, nullptr) << path;
    rapidjson::Value copy(*named, allocator);
    value.Swap(copy);
    expand(value, root, allocator);
    return;
  }
  // By index: clang 14 finds the comparison of RapidJSON's iterators ambiguous in C++20.
  const auto count = static_cast<std::ptrdiff_t>(value.MemberCount());
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    expand((value.MemberBegin() + i)->value, root, allocator);
  }
}

// "" when valid, else where it is not.
std::string fault_of(const rapidjson::Document& report) {
  const rapidjson::Document root = schema();
  rapidjson::Document rules;
  rules.CopyFrom(root, rules.GetAllocator());
  expand(rules, root, rules.GetAllocator());
  const rapidjson::SchemaDocument document(rules);
  rapidjson::SchemaValidator validator(document);
  if (report.Accept(validator)) return {};
  rapidjson::StringBuffer where;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
  return std::string(where.GetString()) + " " + validator.GetInvalidSchemaKeyword();
}

TEST(ReportSchema, TheSampleIsValid) {
  EXPECT_EQ(fault_of(parsed(read_golden("report.json"))), "");
}

TEST(ReportSchema, MentionsAreValid) {
  EXPECT_EQ(fault_of(parsed(read_golden("mentions.json"))), "");
}

TEST(ReportSchema, ARunWithoutFilesIsValid) {
  const SampleRun sample;
  auto writer = make_writer("json");
  EXPECT_EQ(fault_of(parsed(write_all(**writer, sample.context, {}))), "");
}

TEST(ReportSchema, TheSchemaRefusesWhatIsNotAReport) {
  using rapidjson::Pointer;
  const std::string text = read_golden("report.json");
  for (const char* member :
       {"/versions", "/documents/0/findings/1/fingerprint", "/documents/0/metrics/lix",
        "/documents/1/error/message", "/documents/2/findings/1/place/paragraph"}) {
    rapidjson::Document report = parsed(text);
    ASSERT_NE(Pointer(member).Get(report), nullptr) << member;
    Pointer(member).Erase(report);
    EXPECT_NE(fault_of(report), "") << member;
  }
  rapidjson::Document report = parsed(text);
  Pointer("/documents/0/findings/1/severity").Set(report, "grave");
  EXPECT_NE(fault_of(report), "");
  report = parsed(text);
  Pointer("/documents/0/surprise").Set(report, 1);
  EXPECT_NE(fault_of(report), "");
}

TEST(JsonOutput, DecimalsAreRoundedTheSameEverywhere) {
  const auto written = [](double value) {
    JsonOutput json;
    json.open_array();
    json.decimal(value);
    json.close_array();
    std::string text = json.take();
    return text.substr(1, text.size() - 2);
  };
  EXPECT_EQ(written(13.444444), "13.44");
  EXPECT_EQ(written(13.5), "13.5");
  EXPECT_EQ(written(-0.256), "-0.26");
  EXPECT_EQ(written(0), "0.0");
  EXPECT_EQ(written(1.0 / 0.0), "0.0");
}

TEST(JsonOutput, FingerprintsHaveSixteenDigits) {
  EXPECT_EQ(hexadecimal(0), "0000000000000000");
  EXPECT_EQ(hexadecimal(0xFEDCBA9876543210U), "fedcba9876543210");
}

TEST(Sarif, TheAuthorsValidatorFindsNoError) {
  const std::string script = std::string(LIMPIDE_SOURCE_DIR) + "/tools/validate_sarif.sh";
  const std::string command = "cd '" + std::string(LIMPIDE_SOURCE_DIR) + "' && '" + script + "' '" +
                              golden_path("report.sarif") + "'";
  const int status = std::system(command.c_str());
  if (WEXITSTATUS(status) == 77) GTEST_SKIP() << "no SARIF validator installed";
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace limpide::testing
