// Two texts of one input, set apart by a line "====" (else the input is cut in the middle), through
// verify_texts(): no crash, the same answer twice, and a text changes nothing of itself.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "analyzer/analysis/analysis.h"
#include "analyzer/readers/text/text_reader.h"
#include "analyzer/verification/verification.h"

namespace limpide {
namespace {

constexpr std::string_view kBetween = "\n====\n";
constexpr std::size_t kMostBytes = 8192;  // of each text: a pair costs two analyses

const LanguageResources& language() {
  static const auto* loaded = new Result<std::unique_ptr<const LanguageResources>>(
      load_language(LIMPIDE_DATA_DIR, Depth::kTrees));
  if (!loaded->has_value()) std::abort();
  return *loaded->value();
}

const VerificationResources& tables() {
  static const auto* loaded =
      new Result<VerificationResources>(load_verification(LIMPIDE_DATA_DIR));
  if (!loaded->has_value()) std::abort();
  return loaded->value();
}

struct Side {
  Document document;
  Analysis analysis;  // points into the document
};

std::unique_ptr<Side> read_side(std::string_view bytes) {
  Result<Document> document =
      TextReader().read({"fuzz.txt", bytes.substr(0, kMostBytes)}, Limits{});
  if (!document) return nullptr;
  auto side = std::make_unique<Side>();
  side->document = *std::move(document);
  side->analysis = analyse(side->document, language(), Depth::kTrees);
  return side;
}

[[noreturn]] void fail(const char* why, const FactChange* change) {
  std::fprintf(stderr, "%s\n", why);
  if (change != nullptr) {
    std::fprintf(stderr, "%s %s %u-%u %u-%u\n", aspect_id(change->aspect), change->what.c_str(),
                 change->before.begin, change->before.end, change->after.begin, change->after.end);
  }
  std::abort();
}

bool same(const FactChange& a, const FactChange& b) {
  return a.aspect == b.aspect && a.kind == b.kind && a.what == b.what && a.before == b.before &&
         a.after == b.after;
}

void check_itself(const Side& side) {
  const Result<Verification> verified = verify_texts(side.analysis, side.analysis, tables());
  if (verified && !verified->kept()) {
    fail("a text is no change of itself", &verified->changes.front());
  }
}

void check_pair(const Side& before, const Side& after) {
  const Result<Verification> once = verify_texts(before.analysis, after.analysis, tables());
  const Result<Verification> twice = verify_texts(before.analysis, after.analysis, tables());
  if (once.has_value() != twice.has_value()) fail("refused once only", nullptr);
  if (!once) return;
  const auto& changes = once->changes;
  if (!std::equal(changes.begin(), changes.end(), twice->changes.begin(), twice->changes.end(),
                  same)) {
    fail("two answers", nullptr);
  }
  for (const FactChange& change : changes) {
    const bool sound = change.before.begin <= change.before.end &&
                       change.after.begin <= change.after.end &&
                       change.before.end <= before.document.text.size() &&
                       change.after.end <= after.document.text.size();
    if (!sound) fail("words that are in no text", &change);
  }
}

}  // namespace
}  // namespace limpide

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = bytes.find(limpide::kBetween);
  const bool marked = cut != std::string_view::npos;
  const auto before = limpide::read_side(bytes.substr(0, marked ? cut : size / 2));
  const auto after =
      limpide::read_side(bytes.substr(marked ? cut + limpide::kBetween.size() : size / 2));
  if (before == nullptr || after == nullptr) return 0;
  limpide::check_itself(*before);
  limpide::check_itself(*after);
  limpide::check_pair(*before, *after);
  return 0;
}
