#include "tests/analyzer/parsing/parsing_support.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <utility>

#include "analyzer/document/document_builder.h"
#include "analyzer/segmentation/segmenter.h"
#include "tools/train/action_rows_builder.h"
#include "tools/train/parser_examples.h"

namespace limpide {
namespace {

template <typename T>
const T* kept(Result<T> made) {
  if (!made) {
    std::cerr << made.error().message.key << " " << made.error().location.path << "\n";
    std::abort();
  }
  return new T(std::move(made).value());
}

const std::string& folder() {
  static const std::string kFolder = std::string(LIMPIDE_DATA_DIR) + "/fr";
  return kFolder;
}

// form upos features head relation, a word; a blank line after each sentence. The lemma is the
// form.
constexpr std::string_view kSmallTreebank =
    "Vous PRON Person=2|PronType=Prs 2 nsubj\n"
    "payez VERB Mood=Ind|VerbForm=Fin 0 root\n"
    "le DET PronType=Art 4 det\n"
    "loyer NOUN Number=Sing 2 obj\n"
    ". PUNCT _ 2 punct\n\n"
    "Votre DET Poss=Yes|PronType=Prs 2 det\n"
    "demande NOUN Number=Sing 4 nsubj:pass\n"
    "est AUX Mood=Ind|VerbForm=Fin 4 aux:pass\n"
    "refus\xC3\xA9"
    "e VERB Tense=Past|VerbForm=Part 0 root\n"
    ". PUNCT _ 4 punct\n\n"
    "La DET PronType=Art 2 det\n"
    "date NOUN Number=Sing 0 root\n"
    "de ADP _ 4 case\n"
    "fin NOUN Number=Sing 2 nmod\n"
    "de ADP _ 6 case\n"
    "droit NOUN Number=Sing 4 nmod\n\n"
    "Nous PRON Person=1|PronType=Prs 2 nsubj\n"
    "lisons VERB Mood=Ind|VerbForm=Fin 0 root\n"
    "la DET PronType=Art 4 det\n"
    "lettre NOUN Number=Sing 2 obj\n"
    "que PRON PronType=Rel 7 obj\n"
    "vous PRON Person=2|PronType=Prs 7 nsubj\n"
    "envoyez VERB Mood=Ind|VerbForm=Fin 4 acl:relcl\n"
    ". PUNCT _ 2 punct\n\n"
    "Le DET PronType=Art 2 det\n"
    "dossier NOUN Number=Sing 4 nsubj\n"
    "est AUX Mood=Ind|VerbForm=Fin 4 cop\n"
    "complet ADJ Number=Sing 0 root\n"
    ". PUNCT _ 4 punct\n\n";

std::string as_conllu(std::string_view lines) {
  std::string out;
  std::size_t number = 0;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end + 1);
    std::vector<std::string> columns;
    for (std::size_t begin = 0; begin < line.size();) {
      const std::size_t stop = std::min(line.find(' ', begin), line.size());
      columns.emplace_back(line.substr(begin, stop - begin));
      begin = stop + 1;
    }
    if (columns.empty()) {
      out += "\n";
      number = 0;
      continue;
    }
    out += std::to_string(++number) + "\t" + columns[0] + "\t" + columns[0] + "\t" + columns[1] +
           "\t_\t" + columns[2] + "\t" + columns[3] + "\t" + columns[4] + "\t_\t_\n";
  }
  return out;
}

}  // namespace

const SegmentationResources& parsing_resources() {
  static const Lexicon* lexicon = kept(Lexicon::open(folder() + "/lexicon.bin"));
  static const SegmentationResources* resources =
      kept(load_segmentation(folder() + "/segmentation", lexicon));
  return *resources;
}

const TaggingModel& committed_tagger() {
  static const TaggingModel* model = kept(TaggingModel::open(folder() + "/models/tagger.bin"));
  return *model;
}

const ParsingModel& committed_parser() {
  static const ParsingModel* model = kept(ParsingModel::open(folder() + "/models/parser.bin"));
  return *model;
}

Parsed parse_text(std::string_view text) {
  DocumentBuilder builder(Format::kText, Limits{});
  builder.open_block(Block{});
  builder.append_made(text);
  builder.close_block();
  auto document = builder.finish();
  EXPECT_TRUE(document.has_value());
  Parsed parsed;
  if (!document) return parsed;
  parsed.document = std::move(document).value();
  parsed.segmentation = segment(parsed.document, parsing_resources());
  const Lexicon& lexicon = *parsing_resources().lexicon;
  parsed.tagging = tag_words(parsed.segmentation, lexicon, committed_tagger());
  parsed.trees = parse_words(parsed.segmentation, parsed.tagging, lexicon, committed_parser());
  return parsed;
}

void expect_trees(const Segmentation& segmentation, const Trees& trees) {
  ASSERT_EQ(trees.arcs.size(), segmentation.words.size());
  ASSERT_EQ(trees.sentences.size(), segmentation.sentences.size());
  ASSERT_EQ(trees.sentence_words.size(), segmentation.sentences.size());
  for (const WordRange& range : trees.sentence_words) {
    std::size_t roots = 0;
    for (std::uint32_t word = range.first; word < range.end; ++word) {
      const Arc& arc = trees.arcs[word];
      EXPECT_EQ(arc.head == kRoot, arc.relation == Relation::kRoot);
      if (arc.head == kRoot) ++roots;
      std::size_t steps = 0;
      for (std::uint32_t up = word; up != kRoot; up = trees.arcs[up].head) {
        ASSERT_TRUE(up >= range.first && up < range.end);
        ASSERT_LE(++steps, range.end - range.first);
      }
    }
    EXPECT_EQ(roots, range.first < range.end ? 1U : 0U);
  }
}

const std::vector<TreebankSentence>& small_treebank() {
  static const auto* sentences = kept(parse_conllu(as_conllu(kSmallTreebank), "small"));
  return *sentences;
}

std::string train_small(std::size_t threads) {
  const auto read = read_parser_examples(small_treebank(), parsing_resources());
  EXPECT_TRUE(read.has_value());
  if (!read) return {};
  ParserTrainingOptions options;
  options.beam = 4;
  options.epochs = 6;
  options.seeds = 3;
  options.threads = threads;
  const ArcLabels labels = seen_labels(read->examples);
  std::vector<WeightedFeature> features;
  for (LearntFeature& feature : train_parser(read->examples, labels, options)) {
    features.push_back(std::move(feature.weights));
  }
  ActionTable table = build_action_rows(features, kActionCount, {0, 10});
  return pack_parser_model({labels, table.section, table.forms, table.columns}, "small", "ours", 1);
}

}  // namespace limpide
