// Training on a few sentences of ours: it learns them, gives the same bytes whatever the number of
// threads, and keeps what it was told to leave out.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "analyzer/tagging/tag_set.h"
#include "tests/analyzer/tagging/tagging_support.h"
#include "tools/train/lemma_learner.h"
#include "tools/train/random.h"
#include "tools/train/tagger_model_writer.h"
#include "tools/train/tagger_trainer.h"
#include "tools/train/train_options.h"

namespace limpide {
namespace {

std::vector<TreebankSentence> corpus() {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/tests/analyzer/tagging/tiny.conllu");
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto sentences = parse_conllu(text, "tiny.conllu");
  EXPECT_TRUE(sentences.has_value());
  return sentences ? std::move(*sentences) : std::vector<TreebankSentence>();
}

std::string trained(std::size_t threads) {
  const std::string clusters = build_sparse_rows({}, {});
  const auto data = make_tagger_data(corpus(), test_resources(),
                                     Clusters{*SparseRows::from_section(clusters)}, 1);
  EXPECT_TRUE(data.has_value());
  TaggerSettings settings;
  settings.epochs = 6;
  settings.seeds = 3;
  settings.threads = threads;
  settings.progress = false;
  const auto steps = static_cast<std::int64_t>((*data)->sentences.size() * 6 * 3);
  return tagger_model(**data, train_tagger(**data, settings), clusters,
                      learn_lemmas(**data, *test_resources().lexicon), steps, {});
}

TEST(Training, GivesTheSameBytesWithAnyNumberOfThreads) {
  const std::string one = trained(1);
  EXPECT_EQ(one, trained(2));
  EXPECT_EQ(one, trained(3));
}

TEST(Training, LearnsItsSentences) {
  const auto model = TaggingModel::from_bytes(trained(2));
  ASSERT_TRUE(model.has_value());
  const std::vector<TreebankSentence> sentences = corpus();
  const GoldSegmentation gold = gold_segmentation(sentences, test_resources());
  const Tagging tagging = tag_words(gold.segmentation, *test_resources().lexicon, *model);
  std::size_t next = 0;
  std::size_t right = 0;
  for (const TreebankSentence& sentence : sentences) {
    const auto words = normalise(sentence);
    ASSERT_TRUE(words.has_value());
    for (const GoldWord& word : *words) {
      const WordTag& found = tagging.words[next++];
      if (word.tag == Tag{found.upos, found.features}) ++right;
      EXPECT_EQ(tagging.lemmas[found.lemma], word.lemma);
    }
  }
  EXPECT_GE(right * 100, next * 97) << right << " of " << next;
}

TEST(Training, LeavesOutTheSentencesOfAHoldOut) {
  const auto sentences = corpus();
  const auto seen = every_nth(sentences, 5, false);
  const auto held = every_nth(sentences, 5, true);
  EXPECT_EQ(seen.size() + held.size(), sentences.size());
  EXPECT_EQ(held.front().text, sentences.front().text);
  for (const TreebankSentence& sentence : seen) EXPECT_NE(sentence.text, held.front().text);
}

std::size_t sentences_read(std::vector<std::string> arguments) {
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  const auto options = parse_train_options(static_cast<int>(argv.size()), argv.data());
  if (!options) return 0;
  const auto files = read_training_files(*options);
  return files && files->size() == 1 ? files->front().sentences.size() : 0;
}

// A name that matched nothing would train on the sentences that measure the model.
TEST(TrainOptions, AHoldOutNamesAFileByPathOrName) {
  const std::string file = std::string(LIMPIDE_SOURCE_DIR) + "/tests/analyzer/tagging/tiny.conllu";
  const std::vector<std::string> command = {"limpide-train", "tagger", "out", "--train", file};
  const auto with = [&command](const std::string& held) {
    std::vector<std::string> arguments = command;
    arguments.insert(arguments.end(), {"--hold-out", held});
    return sentences_read(arguments);
  };
  const std::size_t seen = every_nth(corpus(), 5, false).size();
  EXPECT_EQ(sentences_read(command), corpus().size());
  EXPECT_EQ(with(file + ":5"), seen);
  EXPECT_EQ(with("tiny.conllu:5"), seen);
  EXPECT_EQ(with("iny.conllu:5"), 0U);
  EXPECT_EQ(with("other.conllu:5"), 0U);
  EXPECT_EQ(with("tiny.conllu"), 0U);
}

TEST(Random, IsTheSameEverywhere) {
  Random random(1);
  EXPECT_EQ(random.next(), Random(1).next());
  std::vector<int> items = {0, 1, 2, 3, 4, 5, 6, 7};
  Random shuffler(7);
  shuffle(items, shuffler);
  std::vector<int> again = {0, 1, 2, 3, 4, 5, 6, 7};
  Random other(7);
  shuffle(again, other);
  EXPECT_EQ(items, again);
  EXPECT_NE(items, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7}));
}

TEST(TagSet, CodesGoThereAndBack) {
  const auto features =
      features_from_name("Gender=Fem|Number=Plur|Person=3|Tense=Past|VerbForm=Part");
  ASSERT_TRUE(features.has_value());
  const Tag tag{Upos::kVerb, *features};
  EXPECT_EQ(tag_from_code(tag_code(tag)), tag);
  EXPECT_FALSE(tag_from_code(0xFF).has_value());
  EXPECT_FALSE(tag_from_code(tag_code(tag) | 0xFU << 8U).has_value());
}

TEST(LemmaTable, ScriptsMakeTheLemma) {
  const auto check = [](const std::string& form, const std::string& lemma) {
    const auto [strip, add] = script_between(form, lemma);
    EXPECT_EQ(apply_script(form, {strip, add}), lemma);
  };
  check("travaux", "travail");
  check("est", "\xC3\xAAtre");
  check(
      "r\xC3\xA9gl\xC3\xA9"
      "e",
      "r\xC3\xA9gler");
  check("a", "a");
}

TEST(LemmaTable, RefusesWhatIsNotATable) {
  const std::string section =
      LemmaTable::to_section({{feature_hash(1), 1, "al"}, {feature_hash(2), 0, ""}});
  ASSERT_TRUE(LemmaTable::from_section(section).has_value());
  for (std::size_t size = 0; size < section.size(); ++size) {
    EXPECT_FALSE(LemmaTable::from_section(std::string_view(section).substr(0, size)).has_value());
  }
}

}  // namespace
}  // namespace limpide
