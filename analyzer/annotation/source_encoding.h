// What is written into a text file, in the encoding that the file has. In: the bytes of the file,
// the Document that a reader made of them, new words. Out: the words as the file can hold them; the
// whole source as bytes. Refuses: files whose bytes are not those of their text (damaged places):
// what was not touched could not be given back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/base/result.h"
#include "analyzer/base/text_encoder.h"
#include "analyzer/document/document.h"

namespace limpide {

class SourceEncoding {
 public:
  // `document`: of one part, the whole file.
  [[nodiscard]] static Result<SourceEncoding> of(const std::string& path, std::string_view bytes,
                                                 const Document& document);

  // Each character that the encoding lacks becomes the nearest that it has (an ordinary no-break
  // space, a straight apostrophe); nothing when there is none.
  [[nodiscard]] std::optional<std::string> nearest(std::string_view text) const;
  // The same, "?" where there is none.
  [[nodiscard]] std::string readable(std::string_view text) const;
  // For HTML: markup escaped, characters that the encoding lacks written by their number. So is all
  // that is not ASCII in a page that has only ASCII: it may not say what its encoding is.
  [[nodiscard]] std::string html(std::string_view text) const;
  // The bytes of a whole source. REQUIRES: what was put in went through one of the above.
  [[nodiscard]] Result<std::string> bytes(std::string_view source) const;
  // The end of line that the file uses.
  [[nodiscard]] const std::string& line_end() const { return line_end_; }

 private:
  explicit SourceEncoding(TextEncoder encoder) : encoder_(std::move(encoder)) {}
  [[nodiscard]] std::string nearest(char32_t code_point) const;

  TextEncoder encoder_;
  std::string path_;
  std::string line_end_ = "\n";
  bool ascii_ = false;
  bool eight_bits_ = false;  // windows-1252 without a sign that ISO-8859-1 has not
};

}  // namespace limpide
