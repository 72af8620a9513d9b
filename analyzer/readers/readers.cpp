#include <new>
#include <string>

#include "analyzer/readers/merge_fields.h"
#include "analyzer/readers/reader.h"
#include "analyzer/readers/signatures.h"
#include "analyzer/readers/template_tags.h"

namespace limpide {
namespace {

Error refusal(ErrorCode code, const char* key, const SourceFile& file,
              MessageArguments arguments = {}) {
  arguments.emplace_back("path", file.name);
  return make_error(code, key, std::move(arguments), {file.name, 0, 0});
}

const Reader* surest(const Readers& readers, const SourceFile& file) {
  const Reader* best = nullptr;
  int best_confidence = 0;
  for (const Reader* reader : readers) {
    const int confidence = reader->confidence(file);
    if (confidence > best_confidence) {
      best = reader;
      best_confidence = confidence;
    }
  }
  return best;
}

Result<Document> read_with(const Reader& reader, const SourceFile& file, const Limits& limits) {
  Result<Document> document = reader.read(file, limits);
  if (!document) {
    Error error = std::move(document).error();
    error.location.path = file.name;
    const bool has_path =
        !error.message.arguments.empty() && error.message.arguments.back().first == "path";
    if (!has_path) error.message.arguments.emplace_back("path", file.name);
    return error;
  }
  mark_template_tags(*document);
  if (document->blocks.empty() && document->controls.empty()) {
    return refusal(ErrorCode::kInvalidInput, "error.read.no_text", file);
  }
  if (token_bound(document->text) > limits.tokens) {
    return refusal(ErrorCode::kLimit, "error.document.too_many_tokens", file,
                   {{"limit", std::to_string(limits.tokens)}});
  }
  mark_typed_merge_fields(*document);
  return document;
}

}  // namespace

Result<Document> read_document(const Readers& readers, const SourceFile& file,
                               const Limits& limits) {
  if (file.bytes.empty()) return refusal(ErrorCode::kInvalidInput, "error.read.empty", file);
  if (file.bytes.size() > limits.file_bytes) {
    return refusal(ErrorCode::kLimit, "error.file.too_large", file,
                   {{"limit", std::to_string(limits.file_bytes >> 20U)}});
  }
  if (const char* key = refused_signature(file.bytes)) {
    return refusal(ErrorCode::kUnsupported, key, file);
  }
  const Reader* reader = surest(readers, file);
  if (reader == nullptr) {
    return refusal(ErrorCode::kUnsupported, unclaimed_kind(file.bytes), file);
  }
  try {
    return read_with(*reader, file, limits);
  } catch (const std::bad_alloc&) {
    return refusal(ErrorCode::kLimit, "error.read.memory", file);
  }
}

}  // namespace limpide
