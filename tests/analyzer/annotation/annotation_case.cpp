#include "tests/analyzer/annotation/annotation_case.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "analyzer/annotation/archive_copy.h"
#include "analyzer/readers/office/archive.h"
#include "analyzer/rewriting/rewriting.h"

namespace limpide::testing {
namespace {

Span span_of(const std::string& text, const std::string& words, std::size_t from = 0) {
  const std::size_t at = text.find(words, from);
  EXPECT_NE(at, std::string::npos) << "no words " << words << " in " << text;
  if (at == std::string::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Begin of the tag, end of the tag of an element that names us, or npos.
std::pair<std::size_t, std::size_t> our_tag(const std::string& xml, const std::string& open) {
  for (std::size_t at = xml.find(open); at != std::string::npos; at = xml.find(open, at + 1)) {
    const std::size_t end = xml.find('>', at) + 1;
    if (xml.substr(at, end - at).find("\"Limpide\"") != std::string::npos) return {at, end};
  }
  return {std::string::npos, std::string::npos};
}

// An inserted paragraph mark: the paragraph that follows is joined to its own.
void join_paragraphs(std::string& xml, std::size_t mark, std::size_t mark_end) {
  const std::size_t close = xml.find("</w:p>", mark_end);
  std::size_t end = xml.find('>', xml.find("<w:p", close)) + 1;
  if (xml.compare(end, 7, "<w:pPr>") == 0) end = xml.find("</w:pPr>", end) + 8;
  if (xml.compare(end, 8, "<w:pPr/>") == 0) end += 8;
  // The mark that ends the next paragraph is then the mark of both.
  const std::string gone = xml.substr(close, end - close);
  const std::size_t other = gone.find("<w:ins ");
  const std::string kept =
      other == std::string::npos ? "" : gone.substr(other, gone.find('>', other) + 1 - other);
  xml.erase(close, end - close);
  xml.replace(mark, mark_end - mark, kept);
}

std::string docx_without_changes(std::string xml) {
  for (auto tag = our_tag(xml, "<w:ins "); tag.first != std::string::npos;
       tag = our_tag(xml, "<w:ins ")) {
    if (xml[tag.second - 2] == '/') {
      join_paragraphs(xml, tag.first, tag.second);
      continue;
    }
    xml.erase(tag.first, xml.find("</w:ins>", tag.first) + 8 - tag.first);
  }
  for (auto tag = our_tag(xml, "<w:del "); tag.first != std::string::npos;
       tag = our_tag(xml, "<w:del ")) {
    const std::size_t end = xml.find("</w:del>", tag.second);
    std::string inside = xml.substr(tag.second, end - tag.second);
    replace_all(inside, "delText", "t");
    xml.replace(tag.first, end + 8 - tag.first, inside);
  }
  return xml;
}

std::string odt_without_changes(std::string xml) {
  const std::string region = "<text:changed-region";
  for (std::size_t at = xml.find(region); at != std::string::npos; at = xml.find(region, at)) {
    const std::size_t end = xml.find("</text:changed-region>", at) + 22;
    const std::string whole = xml.substr(at, end - at);
    if (whole.find("<dc:creator>Limpide<") == std::string::npos) {
      at = end;
      continue;
    }
    const std::size_t id_at = whole.find("xml:id=\"") + 8;
    const std::string id = whole.substr(id_at, whole.find('"', id_at) - id_at);
    xml.erase(at, end - at);
    const std::string named = "text:change-id=\"" + id + "\"/>";
    if (whole.find("<text:insertion>") != std::string::npos) {
      const std::size_t begin = xml.rfind('<', xml.find(named));
      const std::size_t close = xml.find(named, xml.find(named) + 1) + named.size();
      xml.erase(begin, close - begin);
      continue;
    }
    const std::size_t open = whole.find('>', whole.find("<text:p")) + 1;
    const std::string content = whole.substr(open, whole.rfind("</text:p>") - open);
    const std::size_t begin = xml.rfind('<', xml.find(named));
    xml.replace(begin, xml.find(named) + named.size() - begin, content);
  }
  return xml;
}

}  // namespace

AnnotationPlan plan_of(const Document& document, const Wanted& wanted) {
  AnnotationPlan plan;
  plan.words = {"Title", "Away:", "Note ", "Back", "Copy.", "Mail.", "Subject: "};
  for (const auto& [old_words, new_words] : wanted.changes) {
    PlannedChange change;
    change.edits.push_back({span_of(document.text, old_words), new_words});
    change.wording = "Change " + old_words + " to " + new_words + ".";
    plan.changes.push_back(change);
  }
  std::sort(plan.changes.begin(), plan.changes.end(),
            [](const PlannedChange& a, const PlannedChange& b) {
              return a.edits.front().span.begin < b.edits.front().span.begin;
            });
  std::uint32_t number = 0;
  for (const std::string& words : wanted.comments) {
    PlannedComment comment;
    if (!words.empty()) comment.span = span_of(document.text, words);
    comment.paragraphs = {{"Title " + std::to_string(++number) + " <&>", kNoChange},
                          {"Two  spaces", kNoChange}};
    comment.elsewhere = "About words";
    plan.comments.push_back(comment);
  }
  return plan;
}
TextCopy text_copy(const Reader& reader, const std::string& bytes, const Wanted& wanted) {
  TextCopy copy;
  const Limits limits;
  Result<Document> document = reader.read({"test", bytes}, limits);
  EXPECT_TRUE(document.has_value());
  if (!document) return copy;
  copy.document = *std::move(document);
  copy.plan = plan_of(copy.document, wanted);
  const AnnotationOptions options{"Limpide", "2026-11-22T10:00:00Z"};
  Result<Annotated> made = annotate({"test", bytes, copy.document, copy.plan, options, limits});
  if (made)
    copy.made = *std::move(made);
  else
    copy.error = made.error().message.key;
  return copy;
}

std::string entry_of(const std::string& archive, const std::string& name) {
  Result<Archive> opened = Archive::open("test", archive, {});
  if (!opened || !opened->has(name)) return {};
  const Result<std::string> bytes = opened->read(name);
  return bytes ? *bytes : std::string{};
}

std::string without_changes(Format format, std::string xml) {
  return format == Format::kDocx ? docx_without_changes(std::move(xml))
                                 : odt_without_changes(std::move(xml));
}

Seen annotate_case(const Reader& reader, const std::string& bytes, const Wanted& wanted) {
  Seen seen;
  const Limits limits;
  const Result<Document> document = reader.read({"test", bytes}, limits);
  EXPECT_TRUE(document.has_value());
  if (!document) return seen;
  seen.original = document->text;
  const AnnotationPlan plan = plan_of(*document, wanted);
  const AnnotationOptions options{"Limpide", "2026-11-22T10:00:00Z"};
  Result<Annotated> made = annotate({"test", bytes, *document, plan, options, limits});
  if (!made) {
    seen.error = made.error().message.key;
    return seen;
  }
  seen.made = *std::move(made);
  std::vector<Edit> edits;
  for (const std::uint32_t index : seen.made.changes) {
    const std::vector<Edit>& own = plan.changes[index].edits;
    edits.insert(edits.end(), own.begin(), own.end());
  }
  std::sort(edits.begin(), edits.end(),
            [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  seen.expected = apply_edits(document->text, edits);
  replace_all(seen.expected, std::string(kParagraphBreak), "\n");
  const Result<Document> again = reader.read({"test", seen.made.bytes}, limits);
  EXPECT_TRUE(again.has_value()) << (again ? "" : again.error().message.key);
  if (!again) return seen;
  seen.accepted = again->text;
  for (const Comment& comment : again->comments) {
    if (comment.author == "Limpide") {
      seen.anchors.emplace_back(slice(again->text, comment.anchor));
    }
  }
  std::sort(seen.anchors.begin(), seen.anchors.end());
  const std::string part = reader.format() == Format::kDocx ? "word/document.xml" : "content.xml";
  const std::string undone = without_changes(reader.format(), entry_of(seen.made.bytes, part));
  const Result<std::string> archive = copy_archive("test", seen.made.bytes, {{part, undone}});
  EXPECT_TRUE(archive.has_value());
  if (!archive) return seen;
  const Result<Document> before = reader.read({"test", *archive}, limits);
  EXPECT_TRUE(before.has_value()) << undone;
  if (before) seen.rejected = before->text;
  return seen;
}

}  // namespace limpide::testing
