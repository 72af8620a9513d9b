#include "analyzer/annotation/edited_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "analyzer/annotation/archive_copy.h"
#include "analyzer/annotation/splices.h"
#include "analyzer/annotation/xml_escape.h"

namespace limpide {
namespace {

using PartSplices = std::map<std::uint32_t, std::vector<Splice>>;  // by part

bool is_xml(Format format) {
  return format == Format::kDocx || format == Format::kOdt || format == Format::kHtml;
}
bool is_office(Format format) { return format == Format::kDocx || format == Format::kOdt; }

class Editor {
 public:
  explicit Editor(const EditInput& input) : input_(input), document_(input.document) {}

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
  bool add_change(const std::vector<Edit>& edits, PartSplices& own) const {
    return std::all_of(edits.begin(), edits.end(),
                       [&](const Edit& edit) { return add_edit(edit, own); });
  }

  // The stretches that the span touches; empty when one of them maps only as a whole.
  [[nodiscard]] std::vector<SourceStretch> stretches_of(Span span) const {
    const auto& all = document_.source_map.stretches();
    auto at = std::partition_point(all.begin(), all.end(), [&span](const SourceStretch& one) {
      return span.empty() ? one.text.end < span.begin : one.text.end <= span.begin;
    });
    std::vector<SourceStretch> found;
    for (; at != all.end() && at->text.begin <= span.end; ++at) {
      if (!span.empty() && at->text.begin == span.end) break;
      if (!at->verbatim) return {};
      found.push_back(*at);
      if (span.empty()) break;
    }
    return found;
  }

  bool add_edit(const Edit& edit, PartSplices& own) const {
    if (is_office(document_.format) && edit.text.find('\n') != std::string::npos) return false;
    const std::vector<SourceStretch> stretches = stretches_of(edit.span);
    if (stretches.empty()) return false;
    std::uint32_t covered = edit.span.begin;
    std::string text = is_xml(document_.format) ? xml_text(edit.text) : edit.text;
    for (const SourceStretch& stretch : stretches) {
      const std::uint32_t begin = std::max(stretch.text.begin, edit.span.begin);
      const std::uint32_t end = std::min(stretch.text.end, edit.span.end);
      if (begin != covered) return false;  // text that the reader made
      covered = std::max(covered, end);
      const std::uint32_t shift = stretch.source.bytes.begin - stretch.text.begin;
      auto& splices = own[stretch.source.part];
      splices.push_back({{begin + shift, std::max(begin, end) + shift}, std::move(text)});
      text.clear();
      keep_spaces(stretch.source.part, begin + shift, splices);
    }
    return covered == edit.span.end;
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
  PartSplices splices_;
};

}  // namespace

bool can_edit(Format format) { return format != Format::kEml; }

Result<EditedFile> edit_file(const EditInput& input) {
  const Document& document = input.document;
  if (!can_edit(document.format)) {
    return make_error(ErrorCode::kUnsupported, "error.fix.format", {{"path", input.path}},
                      {input.path, 0, 0});
  }
  const bool other = !is_office(document.format) && document.encoding != "UTF-8";
  if (other) {
    return make_error(ErrorCode::kUnsupported, "error.fix.encoding",
                      {{"encoding", document.encoding}}, {input.path, 0, 0});
  }
  Editor editor(input);
  EditedFile file = editor.collect();
  std::vector<ArchiveChange> parts;
  for (const auto& entry : editor.splices()) {
    const Part& part = document.parts[entry.first];
    parts.push_back({part.name, spliced(part.source, entry.second)});
  }
  if (parts.empty()) {
    file.bytes = input.bytes;
    return file;
  }
  if (!is_office(document.format)) {
    // A mark of byte order is not in the part.
    const std::string_view source = document.parts.front().source;
    const std::size_t mark =
        input.bytes.size() >= source.size() &&
                input.bytes.substr(input.bytes.size() - source.size()) == source
            ? input.bytes.size() - source.size()
            : 0;
    file.bytes = std::string(input.bytes.substr(0, mark)) + parts.front().bytes;
    return file;
  }
  Result<std::string> copied = copy_archive(input.path, input.bytes, parts);
  if (!copied) return copied.error();
  file.bytes = *std::move(copied);
  return file;
}

}  // namespace limpide
