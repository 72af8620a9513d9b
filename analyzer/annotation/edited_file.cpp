#include "analyzer/annotation/edited_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "analyzer/annotation/anchors.h"
#include "analyzer/annotation/archive_copy.h"
#include "analyzer/annotation/edit_splices.h"
#include "analyzer/annotation/eml/edited_mail.h"
#include "analyzer/annotation/paragraph_breaks.h"
#include "analyzer/annotation/source_encoding.h"
#include "analyzer/annotation/splices.h"
#include "analyzer/annotation/xml_escape.h"

namespace limpide {
namespace {

using PartSplices = std::map<std::uint32_t, std::vector<Splice>>;  // by part

bool is_office(Format format) { return format == Format::kDocx || format == Format::kOdt; }

class Editor {
 public:
  // `encoding`: of a text file; none inside an archive, where all is UTF-8.
  Editor(const EditInput& input, const SourceEncoding* encoding)
      : input_(input),
        document_(input.document),
        encoding_(encoding),
        breaks_(input.document, encoding) {}

  EditedFile collect() {
    EditedFile file;
    for (std::uint32_t i = 0; i < input_.changes.size(); ++i) {
      PartSplices own;
      if (!add_change(input_.changes[i], own)) continue;
      for (auto& entry : own) {
        auto& all = splices_[entry.first];
        all.insert(all.end(), entry.second.begin(), entry.second.end());
      }
      file.made.push_back(i);
    }
    return file;
  }

  [[nodiscard]] const PartSplices& splices() const { return splices_; }

 private:
  bool add_change(const std::vector<Edit>& edits, PartSplices& own) {
    return std::all_of(edits.begin(), edits.end(),
                       [&](const Edit& edit) { return add_edit(edit, own); });
  }

  bool add_edit(const Edit& edit, PartSplices& own) {
    const bool whole = !is_office(document_.format) && !breaks_paragraph(edit);
    if (!whole && !is_one_line(edit.text)) return false;
    const std::optional<std::string> text =
        breaks_.text_of(edit, [this](const std::string& words) { return written(words); });
    if (!text) return false;
    const std::vector<PartSplice> made = edit_splices(document_, edit.span, *text);
    for (const PartSplice& one : made) {
      auto& splices = own[one.part];
      splices.push_back(one.splice);
      keep_spaces(one.part, one.splice.span.begin, splices);
    }
    return !made.empty();
  }

  // New words as the file holds them.
  [[nodiscard]] std::optional<std::string> written(const std::string& text) const {
    if (encoding_ == nullptr) return xml_text(text);
    if (document_.format == Format::kHtml) return encoding_->html(text);
    return encoding_->nearest(text);
  }

  // Word drops spaces at the ends of a text that does not ask to keep them.
  void keep_spaces(std::uint32_t part, std::uint32_t byte, std::vector<Splice>& splices) const {
    if (document_.format != Format::kDocx) return;
    const std::string& source = document_.parts[part].source;
    constexpr std::string_view kBare = "<w:t>";
    const std::size_t tag = source.rfind('<', byte == 0 ? 0 : byte - 1);
    if (tag == std::string::npos || source.compare(tag, kBare.size(), kBare) != 0) return;
    const auto end = static_cast<std::uint32_t>(tag + kBare.size() - 1);
    const std::array<const std::vector<Splice>*, 2> both{&splices, known(part)};
    for (const std::vector<Splice>* all : both) {
      if (all == nullptr) continue;
      for (const Splice& splice : *all) {
        if (splice.span.begin == end && splice.span.end == end) return;
      }
    }
    splices.push_back({{end, end}, " xml:space=\"preserve\""});
  }
  [[nodiscard]] const std::vector<Splice>* known(std::uint32_t part) const {
    const auto found = splices_.find(part);
    return found == splices_.end() ? nullptr : &found->second;
  }

  const EditInput& input_;
  const Document& document_;
  const SourceEncoding* encoding_;
  ParagraphBreaks breaks_;
  PartSplices splices_;
};

Result<EditedFile> edit_archive(const EditInput& input) {
  Editor editor(input, nullptr);
  EditedFile file = editor.collect();
  std::vector<ArchiveChange> parts;
  for (const auto& entry : editor.splices()) {
    const Part& part = input.document.parts[entry.first];
    parts.push_back({part.name, spliced(part.source, entry.second)});
  }
  if (parts.empty()) {
    file.bytes = input.bytes;
    return file;
  }
  Result<std::string> copied = copy_archive(input.path, input.bytes, parts);
  if (!copied) return copied.error();
  file.bytes = *std::move(copied);
  return file;
}

}  // namespace

Result<EditedFile> edit_file(const EditInput& input) {
  const Document& document = input.document;
  if (document.format == Format::kEml) return eml::edit_mail(input);
  if (is_office(document.format)) return edit_archive(input);
  const Result<SourceEncoding> encoding = SourceEncoding::of(input.path, input.bytes, document);
  if (!encoding) return encoding.error();
  Editor editor(input, &*encoding);
  EditedFile file = editor.collect();
  if (file.made.empty()) {
    file.bytes = input.bytes;
    return file;
  }
  const std::string& source = document.parts.front().source;
  Result<std::string> bytes = encoding->bytes(spliced(source, editor.splices().begin()->second));
  if (!bytes) return bytes.error();
  file.bytes = *std::move(bytes);
  return file;
}

}  // namespace limpide
