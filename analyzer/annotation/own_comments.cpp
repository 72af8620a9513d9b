#include "analyzer/annotation/own_comments.h"

#include <exception>
#include <utility>

#include "analyzer/annotation/docx/own_comments.h"
#include "analyzer/annotation/odt/own_comments.h"
#include "analyzer/readers/office/archive.h"

namespace limpide {

WithoutOwn without_own_comments(const std::string& path, std::string bytes, std::string_view author,
                                const Limits& limits) {
  const ArchiveKind kind = archive_kind(bytes);
  WithoutOwn same;
  if (kind == ArchiveKind::kWord || kind == ArchiveKind::kOpenText) {
    try {
      Result<WithoutOwn> made = kind == ArchiveKind::kWord
                                    ? docx_without_own(path, bytes, author, limits)
                                    : odt_without_own(path, bytes, author, limits);
      if (made) {
        if (made->removed == 0) made->bytes = std::move(bytes);
        return *std::move(made);
      }
    } catch (const std::exception&) {
      same.removed = 0;  // the reader will say what is wrong
    }
  }
  same.bytes = std::move(bytes);
  return same;
}

}  // namespace limpide
