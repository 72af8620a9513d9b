// limpide-train tagger and jackknife. In: options. Out: files; exit status. Refuses: bad input,
// with an error on standard error.
#pragma once

#include "tools/train/train_options.h"

namespace limpide {

// Writes the model file options.out.
Status run_train_tagger(const TrainOptions& options);
// Tags each training file by models that did not see the sentence (five folds) and writes it, with
// predicted UPOS, FEATS and LEMMA, into the folder options.out under its own name. Sentence i of
// all files together is in fold i modulo 5; sentences that are held out are not written.
Status run_jackknife(const TrainOptions& options);
// Tags each file by the model options.model and writes it into the folder options.out.
Status run_tag(const TrainOptions& options);

}  // namespace limpide
