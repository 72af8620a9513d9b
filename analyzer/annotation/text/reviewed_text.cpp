#include "analyzer/annotation/text/reviewed_text.h"

#include <algorithm>
#include <set>
#include <utility>

#include "analyzer/annotation/anchors.h"
#include "analyzer/annotation/splices.h"
#include "analyzer/base/utf8.h"
#include "analyzer/reports/visible.h"

namespace limpide {
namespace {

constexpr std::size_t kColumns = 72;
constexpr const char* kIndent = "    ";

struct Note {
  std::optional<std::uint32_t> place;  // nothing: the text has none
  std::uint32_t begin = 0;             // of its words in the document
  std::vector<std::string> paragraphs;
};

class ReviewedText {
 public:
  ReviewedText(const AnnotationInput& input, const PlainText& plain, Annotated& done)
      : input_(input), plain_(plain), done_(done), stem_(free_stem()) {}

  std::string run() {
    for (std::uint32_t i = 0; i < input_.plan.comments.size(); ++i) add_comment(i);
    for (std::uint32_t i = 0; i < input_.plan.changes.size(); ++i) add_change(i);
    std::stable_sort(notes_.begin(), notes_.end(), [](const Note& a, const Note& b) {
      if (a.place.has_value() != b.place.has_value()) return a.place.has_value();
      if (a.place != b.place) return a.place < b.place;
      return a.begin > b.begin;
    });
    std::vector<Splice> splices;
    const std::string& line = plain_.line_end;
    splices.push_back({{plain_.begin, plain_.begin}, opening()});
    std::string end = line + line + std::string(kColumns, '-') + line + closing();
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      const Note& note = notes_[i];
      const std::string name = "[" + stem_ + std::to_string(i + 1) + "]";
      if (note.place) splices.push_back({{*note.place, *note.place}, name});
      end += line + written(note, note.place ? name + " " : "- ");
    }
    const auto size = static_cast<std::uint32_t>(plain_.text.size());
    splices.push_back({{size, size}, std::move(end)});
    return spliced(plain_.text, std::move(splices));
  }

 private:
  // A text may use numbers between brackets itself.
  [[nodiscard]] std::string free_stem() const {
    for (std::string stem;; stem += stem.empty() ? "R" : "-") {
      bool used = false;
      for (char digit = '0'; digit <= '9' && !used; ++digit) {
        used = plain_.text.find("[" + stem + digit) != std::string::npos;
      }
      if (!used) return stem;
    }
  }

  void add_comment(std::uint32_t index) {
    const PlannedComment& comment = input_.plan.comments[index];
    WrittenComment written;
    written.comment = index;
    Note note;
    if (comment.span.empty()) {
      written.anchor = AnchorKind::kDocument;
    } else {
      written.words = without_spaces(input_.document.text, comment.span);
      note.place = plain_.place_after(written.words);
      note.begin = written.words.begin;
      written.anchor = note.place ? AnchorKind::kWords : AnchorKind::kElsewhere;
    }
    // The reader of the note does not see where the words begin: it names them.
    note.paragraphs = shown_paragraphs(comment, {}, AnchorKind::kElsewhere);
    if (comment.span.empty()) note.paragraphs = shown_paragraphs(comment, {}, written.anchor);
    for (const CommentParagraph& paragraph : comment.paragraphs) {
      if (paragraph.unless_change == kNoChange) continue;
      said_.insert(paragraph.unless_change);
      const std::string& wording = input_.plan.changes[paragraph.unless_change].wording;
      std::replace(note.paragraphs.begin(), note.paragraphs.end(), paragraph.text, wording);
    }
    done_.comments.push_back(written);
    if (comment.span.empty())
      whole_.insert(whole_.end(), note.paragraphs.begin(), note.paragraphs.end());
    else
      notes_.push_back(std::move(note));
  }

  // A change that no comment says gets a note of its own.
  void add_change(std::uint32_t index) {
    const PlannedChange& change = input_.plan.changes[index];
    const Span words{change.edits.front().span.begin, change.edits.back().span.end};
    const std::optional<std::uint32_t> place = plain_.place_after(words);
    done_.changes.push_back(index);
    if (said_.count(index) == 0) notes_.push_back({place, words.begin, {change.wording}});
  }

  [[nodiscard]] std::string opening() const {
    return lines(plain_.intro, "", "") + plain_.line_end;
  }
  [[nodiscard]] std::string closing() const {
    std::string text;
    bool title = true;
    for (const std::string& paragraph :
         whole_.empty() ? std::vector<std::string>{input_.plan.words.title} : whole_) {
      text += lines(title ? to_upper(paragraph) : paragraph, "", "");
      if (title) text += plain_.line_end;
      title = false;
    }
    return text;
  }

  [[nodiscard]] std::string written(const Note& note, const std::string& name) const {
    std::string text;
    for (const std::string& paragraph : note.paragraphs) {
      text += text.empty() ? lines(paragraph, name, kIndent) : lines(paragraph, kIndent, kIndent);
    }
    return text;
  }

  // `first` opens the first line, `others` the rest.
  [[nodiscard]] std::string lines(std::string_view paragraph, const std::string& first,
                                  const std::string& others) const {
    std::string text;
    const std::size_t columns = kColumns - others.size();
    for (const std::string& row : wrapped(visible_line(paragraph), columns)) {
      text += (text.empty() ? first : others) + plain_.written(row) + plain_.line_end;
    }
    return text;
  }

  const AnnotationInput& input_;
  const PlainText& plain_;
  Annotated& done_;
  std::string stem_;
  std::vector<std::string> whole_;
  std::vector<Note> notes_;
  std::set<std::uint32_t> said_;  // changes
};

}  // namespace

std::string reviewed_text(const AnnotationInput& input, const PlainText& plain, Annotated& done) {
  return ReviewedText(input, plain, done).run();
}

}  // namespace limpide
