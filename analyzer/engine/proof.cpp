#include "analyzer/engine/proof.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "analyzer/document/document_builder.h"
#include "analyzer/rewriting/rewriting.h"
#include "analyzer/verification/verification.h"

namespace limpide {
namespace {

// A passage as a document of its own, lines as blocks.
struct ReadPassage {
  Document document;
  Analysis analysis;
};

// What is known of an edit before it is read again.
enum class Trust : std::uint8_t {
  kNone,
  kSameWords,  // an expert's table says that the words are worth each other whatever the place
               // (risk class 0): what they alone bring or take is no change
  kSameValue,  // a date or a number only written otherwise: its value is compared, nothing else
};

class Prover {
 public:
  Prover(const Analysis& analysis, const VerificationResources& resources)
      : analysis_(analysis), resources_(resources) {}

  [[nodiscard]] bool keeps_facts(const Suggestion& suggestion, Trust trust) {
    const EditedPassage passage = edited_passage(analysis_, suggestion.edits);
    const ReadPassage& before = read_before(passage.span);
    const auto after = read(passage.text);
    if (!after) return false;
    const Result<Verification> verified =
        verify_texts(before.analysis, after->analysis, resources_);
    if (!verified) return false;
    const EditedWords words = edited_words(passage.span, suggestion.edits);
    return std::all_of(verified->changes.begin(), verified->changes.end(),
                       [&](const FactChange& change) {
                         if (trust == Trust::kSameValue) return change.aspect != Aspect::kFact;
                         return trust == Trust::kSameWords && lies_in(words, change);
                       });
  }

 private:
  // Where the edits stand in the passage, before and after.
  struct EditedWords {
    std::vector<Span> before;
    std::vector<Span> after;
  };

  static EditedWords edited_words(Span passage, const std::vector<Edit>& edits) {
    EditedWords words;
    std::int64_t shift = 0;
    for (const Edit& edit : edits) {
      const Span span{edit.span.begin - passage.begin, edit.span.end - passage.begin};
      const auto begin = static_cast<std::uint32_t>(span.begin + shift);
      words.before.push_back(span);
      words.after.push_back({begin, begin + static_cast<std::uint32_t>(edit.text.size())});
      shift += static_cast<std::int64_t>(edit.text.size()) - span.size();
    }
    return words;
  }

  static bool touches(Span span, const std::vector<Span>& words) {
    constexpr std::uint32_t kBlank = 3;  // bytes of a blank between the words and a number
    return std::any_of(words.begin(), words.end(), [span](const Span& one) {
      return span.begin <= one.end + kBlank && one.begin <= span.end + kBlank;
    });
  }

  // A value keeps its figures, which no such edit touches; its unit or its bound may be the words.
  static bool lies_in(const EditedWords& words, const FactChange& change) {
    if (change.aspect == Aspect::kRole || change.aspect == Aspect::kAddressee) return false;
    const bool was = change.before.empty() || touches(change.before, words.before);
    const bool is = change.after.empty() || touches(change.after, words.after);
    return was && is;
  }

  [[nodiscard]] std::unique_ptr<ReadPassage> read(std::string_view text) const {
    DocumentBuilder builder(Format::kText, Limits{});
    const std::uint32_t part = builder.add_part("", std::string(text));
    std::uint32_t begin = 0;
    while (begin < text.size()) {
      const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', begin), text.size()));
      if (end > begin) {
        builder.open_block(Block{});
        builder.append(part, {begin, end});
        builder.close_block();
      }
      begin = end + 1;
    }
    Result<Document> document = builder.finish();
    if (!document) return nullptr;
    auto passage = std::make_unique<ReadPassage>();
    passage->document = *std::move(document);
    passage->analysis = analyse(passage->document, *analysis_.language, Depth::kTrees);
    return passage;
  }

  const ReadPassage& read_before(Span span) {
    std::unique_ptr<ReadPassage>& known = before_[{span.begin, span.end}];
    if (known == nullptr) known = read(slice(analysis_.document->text, span));
    if (known == nullptr) known = std::make_unique<ReadPassage>();
    return *known;
  }

  const Analysis& analysis_;
  const VerificationResources& resources_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::unique_ptr<ReadPassage>> before_;
};

Trust trust_in(const Finding& finding, const Suggestion& suggestion) {
  const OperationKind kind = finding.operation.kind;
  if (kind == OperationKind::kFullDate || kind == OperationKind::kDigits) return Trust::kSameValue;
  const bool words = kind == OperationKind::kReplace || kind == OperationKind::kDelete;
  return words && suggestion.safe ? Trust::kSameWords : Trust::kNone;
}

}  // namespace

EditedPassage edited_passage(const Analysis& analysis, const std::vector<Edit>& edits) {
  const auto& sentences = analysis.segmentation.sentences;
  Span span{edits.front().span.begin, edits.back().span.end};
  const auto own_span = [&analysis](const Sentence& sentence) {
    return sentence_span(analysis.segmentation, sentence);
  };
  const Span edited = span;
  auto at = std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& one) {
    return own_span(one).end <= edited.begin;
  });
  for (; at != sentences.end() && own_span(*at).begin < edited.end; ++at) {
    span.begin = std::min(span.begin, own_span(*at).begin);
    span.end = std::max(span.end, own_span(*at).end);
  }
  std::vector<Edit> moved = edits;
  for (Edit& edit : moved) {
    edit.span.begin -= span.begin;
    edit.span.end -= span.begin;
  }
  return {span, apply_edits(slice(analysis.document->text, span), moved)};
}

void keep_proved(const Analysis& analysis, const VerificationResources& resources,
                 std::vector<Finding>& findings) {
  Prover prover(analysis, resources);
  const bool readable = analysis.depth == Depth::kTrees;
  for (Finding& finding : findings) {
    std::vector<Suggestion>& all = finding.suggestions;
    // A misspelt word has no facts to compare; nor has a date that is only written otherwise.
    if (all.empty() || finding.operation.kind == OperationKind::kSpelling) continue;
    if (!readable && finding.operation.literal) continue;
    if (all.size() > kMostProofs) all.resize(kMostProofs);
    all.erase(std::remove_if(all.begin(), all.end(),
                             [&](const Suggestion& one) {
                               return !readable || !prover.keeps_facts(one, trust_in(finding, one));
                             }),
              all.end());
  }
}

}  // namespace limpide
