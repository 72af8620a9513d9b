// Treebanks in CoNLL-U. In: the text of a file. Out: sentences with their surface tokens and
// syntactic words. Refuses: a line without ten columns, numbers out of order (one Error with its
// line). Empty nodes (8.1) are left out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/document/document.h"

namespace limpide {

struct TreebankWord {
  std::string form;
  std::string lemma;
  std::string upos;
  std::string features;
  std::uint32_t head = 0;  // 0 is the root, else a word of the sentence from 1
  std::string relation;
  std::string misc;
};

struct TreebankToken {
  std::string form;
  std::string misc;
  std::uint32_t first_word = 0;  // into TreebankSentence::words
  std::uint32_t word_end = 0;
};

struct TreebankSentence {
  std::string text;      // of "# text ="
  std::string comments;  // all "#" lines as they are
  std::vector<TreebankToken> tokens;
  std::vector<TreebankWord> words;
};

Result<std::vector<TreebankSentence>> parse_conllu(std::string_view text, const std::string& path);

// The sentences whose index, from 0, is a multiple of `every`, or the others.
[[nodiscard]] std::vector<TreebankSentence> every_nth(
    const std::vector<TreebankSentence>& sentences, std::size_t every, bool kept);

// The sentences in CoNLL-U again; columns that we do not read are "_".
[[nodiscard]] std::string write_conllu(const std::vector<TreebankSentence>& sentences);

// Raw text of the sentences: one space between two, and a line break after those that do not end
// with ".", "?", "!" or an ellipsis (closing quotes and brackets passed over). One block a line.
Result<Document> raw_document(const std::vector<TreebankSentence>& sentences);

}  // namespace limpide
