#include "tools/treebank/conllu.h"

#include <array>
#include <charconv>
#include <utility>

#include "analyzer/base/limits.h"
#include "analyzer/base/utf8.h"
#include "analyzer/document/document_builder.h"

namespace limpide {
namespace {

using Columns = std::array<std::string_view, 10>;

bool split_columns(std::string_view line, Columns& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t tab = line.find('\t');
    const bool last = i + 1 == columns.size();
    if ((tab == std::string_view::npos) != last) return false;
    columns[i] = line.substr(0, tab);
    if (!last) line.remove_prefix(tab + 1);
  }
  return true;
}

std::uint32_t number_of(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool add_line(TreebankSentence& sentence, std::uint32_t& covered, std::string_view line) {
  Columns columns;
  if (!split_columns(line, columns)) return false;
  const std::string_view id = columns[0];
  if (id.find('.') != std::string_view::npos) return true;
  const std::size_t hyphen = id.find('-');
  const auto next = static_cast<std::uint32_t>(sentence.words.size() + 1);
  if (number_of(id) != next) return false;
  if (hyphen != std::string_view::npos) {
    covered = number_of(id.substr(hyphen + 1));
    if (covered < next) return false;
    sentence.tokens.push_back(
        {std::string(columns[1]), std::string(columns[9]), next - 1, covered});
    return true;
  }
  if (next > covered) {
    sentence.tokens.push_back({std::string(columns[1]), std::string(columns[9]), next - 1, next});
  }
  TreebankWord word;
  word.form = columns[1];
  word.lemma = columns[2];
  word.upos = columns[3];
  word.features = columns[5];
  word.head = number_of(columns[6]);
  word.relation = columns[7];
  word.misc = columns[9];
  sentence.words.push_back(std::move(word));
  return true;
}

bool has_final_punctuation(std::string_view text) {
  for (std::size_t end = text.size(); end > 0;) {
    const Decoded last = decode_before(text, end);
    const char32_t c = last.code_point;
    if (c == U'.' || c == U'?' || c == U'!' || c == 0x2026) return true;
    const bool closer =
        c == U')' || c == U']' || c == U'"' || c == 0xBB || c == 0x201D || is_space(c);
    if (!closer) return false;
    end -= last.size;
  }
  return false;
}

}  // namespace

Result<std::vector<TreebankSentence>> parse_conllu(std::string_view text, const std::string& path) {
  constexpr std::string_view kText = "# text = ";
  std::vector<TreebankSentence> sentences;
  TreebankSentence sentence;
  std::uint32_t covered = 0;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.substr(0, kText.size()) == kText) sentence.text = line.substr(kText.size());
    if (!line.empty() && line.front() == '#') {
      sentence.comments.append(line).push_back('\n');
      continue;
    }
    if (!line.empty()) {
      if (!add_line(sentence, covered, line)) {
        return make_error(ErrorCode::kInvalidInput, "error.treebank.line", {}, {path, number, 1});
      }
      continue;
    }
    if (!sentence.words.empty()) sentences.push_back(std::move(sentence));
    sentence = {};
    covered = 0;
  }
  if (!sentence.words.empty()) sentences.push_back(std::move(sentence));
  return sentences;
}

std::vector<TreebankSentence> every_nth(const std::vector<TreebankSentence>& sentences,
                                        std::size_t every, bool kept) {
  std::vector<TreebankSentence> result;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if ((i % every == 0) == kept) result.push_back(sentences[i]);
  }
  return result;
}

std::string write_conllu(const std::vector<TreebankSentence>& sentences) {
  std::string text;
  const auto cells = [&text](std::initializer_list<std::string_view> values) {
    const char* before = "";
    for (const std::string_view value : values) {
      text.append(before).append(value.empty() ? "_" : value);
      before = "\t";
    }
    text.push_back('\n');
  };
  for (const TreebankSentence& sentence : sentences) {
    text += sentence.comments;
    for (const TreebankToken& token : sentence.tokens) {
      if (token.word_end - token.first_word > 1) {
        const std::string range =
            std::to_string(token.first_word + 1) + "-" + std::to_string(token.word_end);
        cells({range, token.form, "", "", "", "", "", "", "", token.misc});
      }
      for (std::uint32_t i = token.first_word; i < token.word_end; ++i) {
        const TreebankWord& word = sentence.words[i];
        cells({std::to_string(i + 1), word.form, word.lemma, word.upos, "", word.features,
               std::to_string(word.head), word.relation, "", word.misc});
      }
    }
    text.push_back('\n');
  }
  return text;
}

Result<Document> raw_document(const std::vector<TreebankSentence>& sentences) {
  DocumentBuilder builder(Format::kText, Limits{});
  bool open = false;
  for (const TreebankSentence& sentence : sentences) {
    if (!open) builder.open_block(Block{});
    if (open) builder.append_made(" ");
    builder.append_made(sentence.text);
    open = has_final_punctuation(sentence.text);
    if (!open) builder.close_block();
  }
  if (open) builder.close_block();
  return builder.finish();
}

}  // namespace limpide
