// The one door for bytes. In: the bytes of a file and its name (for messages only; the format is
// found by content). Out: a Document, or an Error whose location is the place in the file.
// Refuses: formats that we do not read, damaged or hostile files (Limits). A reader catches the
// exceptions of its library.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/limits.h"
#include "analyzer/base/result.h"
#include "analyzer/document/document.h"

namespace limpide {

struct SourceFile {
  std::string name;        // for messages: a path, or "-" for standard input
  std::string_view bytes;  // must outlive the call
};

// Stateless, or immutable after construction: shared between threads.
class Reader {
 public:
  virtual ~Reader() = default;
  [[nodiscard]] virtual Format format() const = 0;
  // How sure the reader is that these bytes are of its format, 0 (no) to 100 (a magic number).
  // The name's extension may break a tie between text formats, never decide against content.
  [[nodiscard]] virtual int confidence(const SourceFile& file) const = 0;
  [[nodiscard]] virtual Result<Document> read(const SourceFile& file,
                                              const Limits& limits) const = 0;
};

// Asks each reader, takes the surest (the first among equals) and reads. Bytes that no reader
// claims (an image, a PDF, an old .doc) are refused with a message that names what they are.
using Readers = std::vector<const Reader*>;
[[nodiscard]] Result<Document> read_document(const Readers& readers, const SourceFile& file,
                                             const Limits& limits);

}  // namespace limpide
