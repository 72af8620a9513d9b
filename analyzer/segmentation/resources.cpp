#include "analyzer/segmentation/resources.h"

#include <algorithm>
#include <utility>

#include "analyzer/base/files.h"

namespace limpide {
namespace {

constexpr std::size_t kMaxListBytes = std::size_t{8} << 20;

// Calls take(line, number) for every line that is neither empty nor a comment.
template <typename Take>
void for_each_line(std::string_view text, Take take) {
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') take(line, number);
  }
}

std::vector<std::string> split(std::string_view line, char separator) {
  std::vector<std::string> fields;
  while (true) {
    const std::size_t end = line.find(separator);
    if (end != 0 || separator != ' ') fields.emplace_back(line.substr(0, end));
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

Result<std::vector<Contraction>> parse_contractions(std::string_view text,
                                                    const std::string& path) {
  std::vector<Contraction> contractions;
  std::uint32_t bad_line = 0;
  for_each_line(text, [&](std::string_view line, std::uint32_t number) {
    std::vector<std::string> fields = split(line, '\t');
    const bool valid = fields.size() == 4 && (fields[3] == "always" || fields[3] == "model");
    if (!valid) {
      bad_line = bad_line == 0 ? number : bad_line;
      return;
    }
    contractions.push_back(
        {std::move(fields[0]), std::move(fields[1]), std::move(fields[2]), fields[3] == "model"});
  });
  if (bad_line != 0) {
    return make_error(ErrorCode::kInvalidInput, "error.segmentation.contraction", {},
                      {path, bad_line, 1});
  }
  return contractions;
}

std::vector<std::vector<std::string>> parse_codes(std::string_view text) {
  std::vector<std::vector<std::string>> codes;
  for_each_line(
      text, [&codes](std::string_view line, std::uint32_t) { codes.push_back(split(line, ' ')); });
  std::sort(codes.begin(), codes.end());
  return codes;
}

// Every form of the listed verbs.
void add_forms(WordClasses& classes, const Lexicon& lexicon, WordClass verbs, WordClass forms) {
  for (const std::string& verb : classes.words_of(verbs)) {
    lexicon.each_form_of(
        verb, 1U << static_cast<unsigned>(Upos::kVerb),
        [&classes, forms](std::string_view form) { classes.add(std::string(form), forms); });
  }
}

}  // namespace

Result<SegmentationResources> load_segmentation(const std::string& directory,
                                                const Lexicon* lexicon) {
  const std::string classes_path = directory + "/classes.txt";
  const std::string contractions_path = directory + "/contractions.tsv";
  const std::string weights_path = directory + "/contraction_weights.txt";
  auto classes_text = read_file(classes_path, kMaxListBytes);
  if (!classes_text) return classes_text.error();
  auto contractions_text = read_file(contractions_path, kMaxListBytes);
  if (!contractions_text) return contractions_text.error();
  auto weights_text = read_file(weights_path, kMaxListBytes);
  if (!weights_text) return weights_text.error();
  auto codes_text = read_file(directory + "/codes.txt", kMaxListBytes);
  if (!codes_text) return codes_text.error();

  auto classes = WordClasses::parse(*classes_text, classes_path);
  if (!classes) return classes.error();
  auto contractions = parse_contractions(*contractions_text, contractions_path);
  if (!contractions) return contractions.error();
  auto model = ContractionModel::parse(*weights_text, weights_path);
  if (!model) return model.error();

  if (lexicon != nullptr) {
    add_forms(*classes, *lexicon, WordClass::kDeVerb, WordClass::kTakesDe);
    add_forms(*classes, *lexicon, WordClass::kPartitiveVerb, WordClass::kTakesPartitive);
  }
  SegmentationResources resources;
  resources.lexicon = lexicon;
  resources.classes = std::move(classes).value();
  resources.contractions = std::move(contractions).value();
  resources.model = std::move(model).value();
  resources.codes = parse_codes(*codes_text);
  return resources;
}

}  // namespace limpide
