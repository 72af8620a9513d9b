// What a paragraph break is written with in a file. In: a Document, an edit that holds a break.
// Out: the bytes that stand between two halves of the paragraph where the edit is made. Refuses:
// what cannot be two paragraphs of the same look: links, fields, items, quotations, looks of
// Markdown that a break would end.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "analyzer/annotation/docx/places.h"
#include "analyzer/annotation/html/paragraph_break.h"
#include "analyzer/annotation/odt/places.h"
#include "analyzer/annotation/source_encoding.h"
#include "analyzer/annotation/xml_spans.h"
#include "analyzer/document/document.h"
#include "analyzer/findings/finding.h"

namespace limpide {

class ParagraphBreaks {
 public:
  // `encoding`: of a text file; none inside an archive. Both outlive the value.
  ParagraphBreaks(const Document& document, const SourceEncoding* encoding)
      : document_(document), encoding_(encoding) {}

  // The text of the edit with its breaks as the file writes them; `written` writes the words
  // between. Nothing when the paragraph cannot be broken there.
  template <typename Write>
  [[nodiscard]] std::optional<std::string> text_of(const Edit& edit, const Write& written) {
    std::optional<std::string> border;
    std::string text;
    bool first = true;
    for (const std::string_view piece : paragraphs_of(edit.text)) {
      if (!first && !border) border = between(edit.span);
      if (!first && !border) return std::nullopt;
      if (!first) text += *border;
      const std::optional<std::string> words = written(std::string(piece));
      if (!words) return std::nullopt;
      text += *words;
      first = false;
    }
    return text;
  }

  // Between the halves, where the span is replaced.
  [[nodiscard]] std::optional<std::string> between(Span span);

 private:
  [[nodiscard]] std::optional<std::string> in_docx(SourceRange place);
  [[nodiscard]] std::optional<std::string> in_odt(SourceRange place);
  [[nodiscard]] std::optional<std::string> in_markdown(Span span, std::uint32_t byte) const;
  // The blanks before the first word of the block; nothing when other signs open its line.
  [[nodiscard]] std::optional<std::string> indent_of(Span span) const;
  [[nodiscard]] const XmlSpans* spans_of(std::uint32_t part);

  const Document& document_;
  const SourceEncoding* encoding_;
  std::map<std::uint32_t, std::optional<XmlSpans>> spans_;
  std::map<std::uint32_t, std::unique_ptr<ooxml::Places>> docx_;
  std::map<std::uint32_t, std::unique_ptr<odf::Places>> odt_;
  std::unique_ptr<html::ParagraphBreaks> page_;
};

}  // namespace limpide
