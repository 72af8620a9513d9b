// limpide-train tagger|parser OUT --train FILE.conllu... [--hold-out FILE:N] [--without PART] ...
// Makes the models of dictionaries/fr/models from treebanks: the same data gives the same bytes.
// docs/formats/models.md has the commands. Exit status: 0 made, 2 bad use or bad input.
#include <cstdio>

#include "tools/train/train_clusters.h"
#include "tools/train/train_options.h"
#include "tools/train/train_parser.h"
#include "tools/train/train_tagger.h"

namespace limpide {
namespace {

int finish(const Status& status) {
  if (status) return 0;
  const Error& error = status.error();
  std::fprintf(stderr, "%s %s:%u\n", error.message.key.c_str(), error.location.path.c_str(),
               error.location.line);
  return 2;
}

int run(int argc, char** argv) {
  const std::optional<TrainOptions> options = parse_train_options(argc, argv);
  if (options && options->verb == "tagger") return finish(run_train_tagger(*options));
  if (options && options->verb == "jackknife") return finish(run_jackknife(*options));
  if (options && options->verb == "tag") return finish(run_tag(*options));
  if (options && options->verb == "clusters") return finish(run_train_clusters(*options));
  if (options && options->verb == "parser") return finish(run_train_parser(*options));
  std::fprintf(stderr,
               "limpide-train tagger OUT --train FILE.conllu... [--hold-out FILE:N]\n"
               "    [--without PART-OF-FILE-NAME] [--clusters FILE] [--licence FILE] [--seeds N]\n"
               "    [--epochs N] [--beam N] [--tagging-beam N] [--prune N] [--step N]\n"
               "    [--threads N] [--data FOLDER]\n"
               "limpide-train jackknife FOLDER (the same options)\n"
               "limpide-train tag FOLDER --model FILE --train FILE.conllu... [--data FOLDER]\n"
               "limpide-train parser OUT --train TAGGED.conllu... [--licence FILE]\n"
               "    [--seeds N] [--epochs N] [--beam N] [--select N] [--prune N] [--step N]\n"
               "    [--threads N] [--data FOLDER]\n"
               "limpide-train clusters OUT --train RAW-TEXT... [--data FOLDER]\n");
  return 2;
}

}  // namespace
}  // namespace limpide

int main(int argc, char** argv) { return limpide::run(argc, argv); }
