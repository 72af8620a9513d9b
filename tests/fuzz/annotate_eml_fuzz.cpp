#include "analyzer/readers/eml/eml_reader.h"
#include "tests/fuzz/annotate_text_fuzz.h"

namespace {

using namespace limpide;

// What was edited can be read again, with its subject; what was not is the same bytes.
void fuzz_edit(const Reader& reader, std::string_view bytes) {
  const Result<Document> document = reader.read({"fuzz", bytes}, testing::text_limits());
  if (!document) return;
  const AnnotationPlan plan = testing::text_plan(*document);
  std::vector<std::vector<Edit>> changes;
  for (const PlannedChange& change : plan.changes) changes.push_back(change.edits);
  const std::string path = "fuzz";
  const Result<EditedFile> edited = edit_file({path, bytes, *document, changes});
  if (!edited) {
    require(!edited.error().message.key.empty());
    return;
  }
  if (edited->made.empty()) {
    require(edited->bytes == bytes);
    return;
  }
  require(edited->made.size() <= changes.size());
  const Result<Document> again = reader.read({"fuzz", edited->bytes}, {});
  require(again.has_value() && again->title == document->title);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const limpide::EmlReader reader;
  fuzz_edit(reader, {reinterpret_cast<const char*>(data), size});
  return limpide::testing::fuzz_annotate_text(reader, data, size);
}
