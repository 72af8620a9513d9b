// E-mails (RFC 5322, MIME). In: bytes of a .eml file or of one message of an mbox. Out: a Document
// whose first block is the Subject, then the body; its parts are "Subject" and the MIME sections
// read ("1", "1.2"), decoded. Refuses: encrypted messages, messages nested too deep (kLimit).
//
// Addresses and dates are no text and are left out; attachments are named, not read. Of two
// versions of a body, the plain one is read unless it is far shorter than the HTML one.
#pragma once

#include <optional>
#include <vector>

#include "analyzer/readers/eml/eml_message.h"
#include "analyzer/readers/reader.h"

namespace limpide {

class EmlReader final : public Reader {
 public:
  [[nodiscard]] Format format() const override { return Format::kEml; }
  [[nodiscard]] int confidence(const SourceFile& file) const override;
  [[nodiscard]] Result<Document> read(const SourceFile& file, const Limits& limits) const override;
};

// The versions of one body, each as a document of its own (text or HTML, one part); blank ones are
// left out.
struct ReadVersions {
  struct Version {
    const EmlBody* body = nullptr;  // outlives the value
    Document document;
  };
  std::vector<Version> versions;
  std::size_t shown = 0;  // the one that EmlReader reads
};
[[nodiscard]] Result<ReadVersions> read_versions(const EmlVersions& versions, const Limits& limits);

}  // namespace limpide
