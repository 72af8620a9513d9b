#include "analyzer/readers/eml/eml_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "tests/analyzer/readers/support/reader_cases.h"

namespace limpide {
namespace {

TEST(EmlReader, ReadsTheTableOfMessages) {
  const EmlReader reader;
  check_reader_cases({&reader}, "eml/messages.cases");
}

TEST(EmlReader, NamesThePartsByTheirSection) {
  const EmlReader reader;
  const std::string mail =
      "From: a@b\nSubject: S\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
      "--x\nContent-Type: multipart/alternative; boundary=y\n\n"
      "--y\nContent-Type: text/html\n\n<p>Oui.</p>\n--y--\n--x--\n";
  const Result<Document> document = reader.read({"-", mail}, Limits{});
  ASSERT_TRUE(document);
  ASSERT_EQ(document->parts.size(), 2U);
  EXPECT_EQ(document->parts[0].name, "Subject");
  EXPECT_EQ(document->parts[1].name, "1.1");
}

TEST(EmlReader, RefusesPartsNestedTooDeep) {
  const EmlReader reader;
  std::string mail = "From: a@b\nMIME-Version: 1.0\n";
  for (int i = 0; i < 40; ++i) {
    const std::string name = std::to_string(i);
    mail.append("Content-Type: multipart/mixed; boundary=b").append(name);
    mail.append("\n\n--b").append(name).append("\n");
  }
  mail += "Content-Type: text/plain\n\nOui.\n";
  const Result<Document> document = reader.read({"-", mail}, Limits{});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().message.key, "error.eml.too_deep");
}

TEST(EmlReader, RefusesHeadersWithoutEnd) {
  const EmlReader reader;
  std::string mail = "From: a@b\nDate: x\n";
  for (int i = 0; i < 100'000; ++i) mail += "X: y\n";
  const Result<Document> document = reader.read({"-", mail}, Limits{});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().message.key, "error.eml.too_complex");
  const std::string subject = "From: a@b\nSubject: " + std::string(300'000, 'a') + "\n\nOui.\n";
  EXPECT_FALSE(reader.read({"-", subject}, Limits{}));
  const std::string body = "From: a@b\nDate: x\n\nOui.\n---\n" + std::string(300'000, 'a') + "\n";
  EXPECT_TRUE(reader.read({"-", body}, Limits{}));
}

TEST(EmlReader, ReadsInSeveralThreadsAtOnce) {
  const EmlReader reader;
  const std::string mail = "From: a@b\nDate: x\nSubject: =?utf-8?q?=C3=A9t=C3=A9?=\n\nOui.\n";
  std::vector<std::string> texts(8);
  std::vector<std::thread> threads;
  for (std::string& text : texts) {
    threads.emplace_back([&reader, &mail, &text] {
      for (int i = 0; i < 50; ++i) text = reader.read({"-", mail}, Limits{})->text;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : texts) EXPECT_EQ(text, "\xC3\xA9t\xC3\xA9\nOui.");
}

}  // namespace
}  // namespace limpide
