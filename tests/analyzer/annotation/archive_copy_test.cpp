#include "analyzer/annotation/archive_copy.h"

#include <gtest/gtest.h>

#include "analyzer/readers/office/archive.h"
#include "tests/analyzer/annotation/annotation_case.h"
#include "tests/support/archive_builder.h"

namespace limpide {
namespace {

using testing::build_archive;
using testing::entry_of;

std::string three_entries() {
  return build_archive({{"mimetype", "application/x", true},
                        {"a.xml", std::string(5000, 'a') + "b"},
                        {"c.xml", "ccc"}});
}

// The packed bytes of an entry with its local header, up to the next one.
std::string record(const std::string& archive, const std::string& name) {
  const std::size_t at = archive.find(name);
  if (at == std::string::npos) return {};
  return archive.substr(at, archive.find("PK", at) - at);
}

TEST(ArchiveCopy, ChangesOneEntryAndKeepsTheOthers) {
  const std::string before = three_entries();
  const Result<std::string> after = copy_archive("test", before, {{"c.xml", "new"}});
  ASSERT_TRUE(after.has_value());
  EXPECT_EQ(entry_of(*after, "c.xml"), "new");
  EXPECT_EQ(entry_of(*after, "a.xml"), entry_of(before, "a.xml"));
  EXPECT_EQ(record(*after, "a.xml"), record(before, "a.xml"));
  EXPECT_EQ(record(*after, "mimetype"), record(before, "mimetype"));
  EXPECT_EQ(after->find("mimetype"), 30U);  // first, and stored
  EXPECT_LT(after->find("a.xml"), after->find("c.xml"));
}

// The first entries unchanged is the case in which libzip shares its buffers.
TEST(ArchiveCopy, LeavesTheBytesItWasLentAlone) {
  const std::string before = three_entries();
  for (int i = 0; i < 3; ++i) {
    std::string lent = before;
    lent.shrink_to_fit();
    const Result<std::string> after =
        copy_archive("test", lent, {{"c.xml", std::string(900, 'x')}});
    ASSERT_TRUE(after.has_value());
    EXPECT_EQ(lent, before);
  }
}

TEST(ArchiveCopy, AddsAnEntryAtTheEndAndGivesTheSameBytesAgain) {
  const std::string before = three_entries();
  const Result<std::string> one = copy_archive("test", before, {{"d.xml", "ddd"}});
  const Result<std::string> two = copy_archive("test", before, {{"d.xml", "ddd"}});
  ASSERT_TRUE(one.has_value() && two.has_value());
  EXPECT_EQ(*one, *two);
  EXPECT_EQ(entry_of(*one, "d.xml"), "ddd");
}

TEST(ArchiveCopy, NothingToChangeGivesTheSameBytes) {
  const std::string before = three_entries();
  const Result<std::string> after = copy_archive("test", before, {});
  ASSERT_TRUE(after.has_value());
  EXPECT_EQ(*after, before);
}

TEST(ArchiveCopy, RefusesWhatIsNoArchive) {
  const Result<std::string> after = copy_archive("test", "PK\x03\x04 not really", {{"a", "b"}});
  ASSERT_FALSE(after.has_value());
  EXPECT_EQ(after.error().message.key, "error.archive.damaged");
}

}  // namespace
}  // namespace limpide
