// The texts that readers of house rules need, from the built data folder.
#pragma once

#include <string>

#include "analyzer/base/catalogue.h"
#include "tests/support/run_program.h"

namespace limpide {

inline Catalogue house_texts() {
  const std::string path = std::string(LIMPIDE_DATA_DIR) + "/fr/house.txt";
  return *Catalogue::parse(file_text(path), path);
}

}  // namespace limpide
