#include "analyzer/annotation/eml/edited_mail.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "analyzer/annotation/eml/other_version.h"
#include "analyzer/annotation/eml/transfer.h"
#include "analyzer/annotation/splices.h"
#include "analyzer/readers/eml/eml_message.h"
#include "analyzer/readers/eml/eml_reader.h"

namespace limpide::eml {
namespace {

using Change = std::vector<Edit>;

// One body of the message, and where its text lies in the document that was read.
struct Body {
  ReadVersions read;
  Span text;
};

std::vector<std::size_t> by_first_edit(const std::vector<Change>& changes) {
  std::vector<std::size_t> order(changes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&changes](std::size_t a, std::size_t b) {
    return changes[a].front().span.begin < changes[b].front().span.begin;
  });
  return order;
}

class MailEditor {
 public:
  MailEditor(const EditInput& input, const Body& body) : input_(input), body_(body) {}

  // The changes that every version can take, by their index in the input; the splices that make
  // them in the bytes of the message.
  Result<std::vector<std::uint32_t>> edit(std::vector<Splice>& splices) {
    collect();
    // A version that cannot take a change takes it from the others.
    Result<std::vector<std::string>> bytes = edit_versions();
    if (!bytes) return bytes.error();
    if (changes_.empty()) return std::vector<std::uint32_t>{};
    std::vector<Splice> own;
    for (std::size_t v = 0; v < bytes->size(); ++v) {
      const EmlBody& body = *body_.read.versions[v].body;
      const std::string_view raw = slice(input_.bytes, body.raw);
      std::optional<std::string> written = encode_again(body.transfer, raw, (*bytes)[v]);
      if (!written) return std::vector<std::uint32_t>{};
      own.push_back({body.raw, *std::move(written)});
    }
    splices.insert(splices.end(), own.begin(), own.end());
    return numbers_;
  }

 private:
  [[nodiscard]] bool is_inside(const Change& change) const {
    return std::all_of(change.begin(), change.end(), [this](const Edit& edit) {
      return body_.text.begin <= edit.span.begin && edit.span.end <= body_.text.end;
    });
  }

  // The same change in each version; empty when one of them cannot be told where.
  [[nodiscard]] std::vector<Change> in_versions(const Change& change,
                                                const std::vector<OtherVersion>& others) const {
    std::vector<Change> made(body_.read.versions.size());
    for (const Edit& edit : change) {
      const Edit own{{edit.span.begin - body_.text.begin, edit.span.end - body_.text.begin},
                     edit.text};
      for (std::size_t v = 0, other = 0; v < made.size(); ++v) {
        if (v == body_.read.shown) {
          made[v].push_back(own);
          continue;
        }
        const std::optional<Edit> found = others[other++].find(own);
        if (!found) return {};
        made[v].push_back(*found);
      }
    }
    return made;
  }

  void collect() {
    std::vector<OtherVersion> others;
    const auto& versions = body_.read.versions;
    for (std::size_t v = 0; v < versions.size(); ++v) {
      if (v == body_.read.shown) continue;
      others.emplace_back(versions[body_.read.shown].document, versions[v].document);
    }
    for (std::uint32_t i = 0; i < input_.changes.size(); ++i) {
      if (input_.changes[i].empty() || !is_inside(input_.changes[i])) continue;
      std::vector<Change> made = in_versions(input_.changes[i], others);
      if (made.empty() || !stands_clear(made)) continue;
      numbers_.push_back(i);
      changes_.push_back(std::move(made));
    }
  }

  // In each version apart from the changes before it.
  [[nodiscard]] bool stands_clear(const std::vector<Change>& made) const {
    for (std::size_t v = 0; v < made.size(); ++v) {
      for (std::size_t k = 0; k < made[v].size(); ++k) {
        const Span span = made[v][k].span;
        if (k > 0 && span.begin < made[v][k - 1].span.end) return false;
        for (const std::vector<Change>& other : changes_) {
          for (const Edit& edit : other[v]) {
            if (span.begin < edit.span.end && edit.span.begin < span.end) return false;
          }
        }
      }
    }
    return true;
  }

  // The bytes of each version, decoded, with the changes that all of them can take.
  Result<std::vector<std::string>> edit_versions() {
    const auto& versions = body_.read.versions;
    std::vector<std::string> bytes;
    for (bool again = true; again;) {
      again = false;
      bytes.clear();
      for (std::size_t v = 0; v < versions.size() && !again; ++v) {
        std::vector<Change> changes;
        changes.reserve(changes_.size());
        for (const std::vector<Change>& made : changes_) changes.push_back(made[v]);
        const std::vector<std::size_t> order = by_first_edit(changes);
        std::vector<Change> ordered;
        ordered.reserve(order.size());
        for (const std::size_t i : order) ordered.push_back(changes[i]);
        Result<EditedFile> file =
            edit_file({input_.path, versions[v].body->bytes, versions[v].document, ordered});
        if (!file) return file.error();
        again = keep(file->made, order);
        bytes.push_back(std::move(file->bytes));
      }
    }
    return bytes;
  }

  // Leaves the changes that a version did not take; true when there were any.
  bool keep(const std::vector<std::uint32_t>& made, const std::vector<std::size_t>& order) {
    std::vector<bool> taken(changes_.size(), false);
    for (const std::uint32_t i : made) taken[order[i]] = true;
    std::vector<std::uint32_t> numbers;
    std::vector<std::vector<Change>> changes;
    for (std::size_t i = 0; i < taken.size(); ++i) {
      if (!taken[i]) continue;
      numbers.push_back(numbers_[i]);
      changes.push_back(std::move(changes_[i]));
    }
    const bool some = numbers.size() < taken.size();
    numbers_ = std::move(numbers);
    changes_ = std::move(changes);
    return some;
  }

  const EditInput& input_;
  const Body& body_;
  std::vector<std::uint32_t> numbers_;        // of the changes below, in the input
  std::vector<std::vector<Change>> changes_;  // by change, by version
};

bool has_place(const ReadVersions& read) {
  return !read.versions.empty() &&
         std::none_of(read.versions.begin(), read.versions.end(),
                      [](const auto& version) { return version.body->raw.empty(); });
}

// Of a text full of control characters, what an edit leaves may no longer pass for a text.
bool is_readable(std::string_view bytes) {
  const Result<EmlMessage> message = parse_message(bytes, Limits{});
  return message && std::all_of(message->bodies.begin(), message->bodies.end(),
                                [](const EmlVersions& versions) {
                                  return read_versions(versions, Limits{}).has_value();
                                });
}

}  // namespace

Result<EditedFile> edit_mail(const EditInput& input) {
  const Result<EmlMessage> message = parse_message(input.bytes, Limits{});
  if (!message) return message.error();
  if (message->is_signed) {
    return make_error(ErrorCode::kUnsupported, "error.fix.signed_mail", {{"path", input.path}},
                      {input.path, 0, 0});
  }
  EditedFile file;
  std::vector<Splice> splices;
  std::size_t at = 0;
  for (const EmlVersions& versions : message->bodies) {
    Result<ReadVersions> read = read_versions(versions, Limits{});
    if (!read) return read.error();
    if (read->versions.empty()) continue;
    const std::string& text = read->versions[read->shown].document.text;
    const std::size_t found = input.document.text.find(text, at);
    if (found == std::string::npos || !has_place(*read)) continue;
    at = found + text.size();
    const Body body{*std::move(read),
                    {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(at)}};
    Result<std::vector<std::uint32_t>> made = MailEditor(input, body).edit(splices);
    if (!made) return made.error();
    file.made.insert(file.made.end(), made->begin(), made->end());
  }
  std::sort(file.made.begin(), file.made.end());
  file.bytes = spliced(input.bytes, std::move(splices));
  if (!file.made.empty() && !is_readable(file.bytes))
    return EditedFile{std::string(input.bytes), {}};
  return file;
}

}  // namespace limpide::eml
