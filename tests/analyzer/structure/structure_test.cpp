#include "analyzer/structure/structure.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "analyzer/document/document_builder.h"
#include "tests/analyzer/segmentation/segmentation_support.h"

namespace limpide {
namespace {

const StructureResources& structure_resources() {
  static const StructureResources* resources = [] {
    auto loaded =
        load_structure(std::string(LIMPIDE_DATA_DIR) + "/fr/structure", test_resources().lexicon);
    if (!loaded) {
      std::cerr << loaded.error().message.key << "\n";
      std::abort();
    }
    return new StructureResources(std::move(loaded).value());
  }();
  return *resources;
}

struct GoldBlock {
  std::string role;
  std::string text;
};
struct Letter {
  std::string title;
  std::vector<GoldBlock> blocks;
};

// Blank lines separate blocks, and so does a change of role.
std::vector<Letter> gold_letters() {
  std::ifstream file(std::string(LIMPIDE_SOURCE_DIR) + "/tests/stages/structure/letters.txt");
  EXPECT_TRUE(file.is_open());
  std::vector<Letter> letters;
  bool fresh = true;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() == '#') continue;
    if (line.compare(0, 4, "----") == 0) {
      letters.push_back({line.substr(5), {}});
      fresh = true;
    } else if (line.empty()) {
      fresh = true;
    } else {
      const std::size_t bar = line.find("| ");
      const std::string role = line.substr(0, bar);
      const std::string text = line.substr(bar + 2);
      std::vector<GoldBlock>& blocks = letters.back().blocks;
      if (fresh || blocks.back().role != role)
        blocks.push_back({role, text});
      else
        blocks.back().text += "\n" + text;
      fresh = false;
    }
  }
  return letters;
}

Document document_of(const Letter& letter) {
  DocumentBuilder builder(Format::kText, Limits{});
  for (const GoldBlock& block : letter.blocks) {
    builder.open_block(Block{});
    builder.append_made(block.text);
    builder.close_block();
  }
  auto document = builder.finish();
  EXPECT_TRUE(document.has_value());
  return document ? std::move(document).value() : Document{};
}

// Prints each miss; returns the share of blocks that got their role.
double accuracy_of(const std::vector<Letter>& letters) {
  std::size_t right = 0;
  std::size_t total = 0;
  for (const Letter& letter : letters) {
    const Document document = document_of(letter);
    const Structure structure =
        describe(document, segment(document, test_resources()), structure_resources());
    EXPECT_EQ(structure.blocks.size(), letter.blocks.size()) << letter.title;
    for (std::size_t i = 0; i < letter.blocks.size() && i < structure.blocks.size(); ++i) {
      ++total;
      const std::string found = role_name(structure.blocks[i].role);
      if (found == letter.blocks[i].role)
        ++right;
      else {
        std::cout << letter.title << ": gold " << letter.blocks[i].role << ", found " << found
                  << ": " << letter.blocks[i].text << "\n";
      }
      EXPECT_NE(structure.blocks[i].language, LanguageVerdict::kOther) << letter.blocks[i].text;
    }
  }
  const double accuracy = static_cast<double>(right) / static_cast<double>(total);
  std::cout << "blocks: " << right << " of " << total << " right, accuracy " << accuracy << "\n";
  return accuracy;
}

TEST(Structure, StageLetters) { EXPECT_GE(accuracy_of(gold_letters()), 0.95); }

// Word processors make each line of an address a paragraph of its own.
TEST(Structure, StageLettersOneBlockALine) {
  std::vector<Letter> letters;
  for (const Letter& letter : gold_letters()) {
    letters.push_back({letter.title, {}});
    for (const GoldBlock& block : letter.blocks) {
      std::istringstream lines(block.text);
      for (std::string line; std::getline(lines, line);) {
        letters.back().blocks.push_back({block.role, line});
      }
    }
  }
  EXPECT_GE(accuracy_of(letters), 0.93);
}

struct Made {
  BlockKind kind = BlockKind::kParagraph;
  std::string text;
};

Document made(const std::vector<Made>& blocks, Format format = Format::kText) {
  DocumentBuilder builder(format, Limits{});
  for (const Made& piece : blocks) {
    Block block;
    block.kind = piece.kind;
    builder.open_block(block);
    builder.append_made(piece.text);
    builder.close_block();
  }
  auto document = builder.finish();
  EXPECT_TRUE(document.has_value());
  return document ? std::move(document).value() : Document{};
}

Structure described(const Document& document) {
  return describe(document, segment(document, test_resources()), structure_resources());
}

TEST(Structure, TheKindOfABlockInTheFileGoesFirst) {
  const Structure found = described(made({{BlockKind::kHeader, "Page 1"},
                                          {BlockKind::kSubject, "Votre dossier"},
                                          {BlockKind::kHeading, "Vos droits"},
                                          {BlockKind::kListItem, "un bail"},
                                          {BlockKind::kTableCell, "12"},
                                          {BlockKind::kFormLabel, "Nom"},
                                          {BlockKind::kCode, "int x;"},
                                          {BlockKind::kFooter, "Mairie"}}));
  const std::vector<Role> roles = {Role::kHeader, Role::kObject,    Role::kHeading, Role::kListItem,
                                   Role::kTable,  Role::kFormLabel, Role::kCode,    Role::kFooter};
  ASSERT_EQ(found.blocks.size(), roles.size());
  for (std::size_t i = 0; i < roles.size(); ++i) EXPECT_EQ(found.blocks[i].role, roles[i]) << i;
  EXPECT_TRUE(found.has_object);
  EXPECT_FALSE(found.blocks[6].judged);
}

TEST(Structure, LanguageOfABlock) {
  const std::vector<std::pair<std::string, LanguageVerdict>> cases = {
      {"Nous avons bien re\xC3\xA7u votre demande d'aide au logement.", LanguageVerdict::kFrench},
      {"Vos papiers, vos factures, vos photos.", LanguageVerdict::kFrench},
      {"Your application has been received and will be processed within two weeks.",
       LanguageVerdict::kOther},
      {"Please send us the following documents before the end of the month.",
       LanguageVerdict::kOther},
      {"Wir haben Ihren Antrag erhalten und werden ihn in zwei Wochen bearbeiten.",
       LanguageVerdict::kOther},
      {"Hemos recibido su solicitud y le responderemos en dos semanas.", LanguageVerdict::kOther},
      {"Abbiamo ricevuto la sua domanda e le risponderemo entro due settimane.",
       LanguageVerdict::kOther},
      {"Recebemos o seu pedido e responderemos em duas semanas.", LanguageVerdict::kOther},
      {"12 345,00", LanguageVerdict::kTooShort},
      {"Jean Dupont", LanguageVerdict::kTooShort},
      {"", LanguageVerdict::kTooShort}};
  for (const auto& [text, verdict] : cases) {
    const Structure found = described(made({{BlockKind::kParagraph, text}}));
    if (text.empty()) {
      EXPECT_TRUE(found.blocks.empty());
      continue;
    }
    ASSERT_EQ(found.blocks.size(), 1U);
    EXPECT_STREQ(language_verdict_name(found.blocks[0].language), language_verdict_name(verdict))
        << text;
    EXPECT_EQ(found.blocks[0].judged, verdict != LanguageVerdict::kOther) << text;
  }
}

TEST(Structure, KindOfDocument) {
  EXPECT_EQ(
      described(made({{BlockKind::kParagraph, "Objet : votre demande"},
                      {BlockKind::kParagraph, "Madame,"},
                      {BlockKind::kParagraph, "Votre dossier est complet et nous l'examinons."},
                      {BlockKind::kParagraph, "Cordialement,"},
                      {BlockKind::kParagraph, "Claire Petit"}}))
          .kind,
      DocumentKind::kLetter);
  EXPECT_EQ(
      described(made({{BlockKind::kParagraph, "Votre dossier est complet."}}, Format::kEml)).kind,
      DocumentKind::kEmail);
  EXPECT_EQ(described(made({{BlockKind::kParagraph, "Nom : ............"},
                            {BlockKind::kParagraph, "Adresse : ............"}}))
                .kind,
            DocumentKind::kForm);
  EXPECT_EQ(described(made({{BlockKind::kParagraph,
                             "La mairie est ferm\xC3\xA9"
                             "e le lundi."}}))
                .kind,
            DocumentKind::kUnknown);
}

// A short sentence that begins with "Le" and ends with a date is no place and date.
TEST(Structure, ASentenceWithADateIsBody) {
  const auto role = [](const std::string& text) {
    return described(made({{BlockKind::kParagraph, text}})).blocks.at(0).role;
  };
  EXPECT_EQ(role("Le formulaire doit \xC3\xAAtre renvoy\xC3\xA9 avant le 2 juin."), Role::kBody);
  EXPECT_EQ(role("Il manque une pi\xC3\xA8"
                 "ce."),
            Role::kBody);
  EXPECT_EQ(role("Le 2 juin 2026"), Role::kPlaceDate);
  EXPECT_EQ(role("Limoges, le 2 juin 2026"), Role::kPlaceDate);
}

TEST(Structure, NothingAndOddOrderAreNoTrouble) {
  EXPECT_TRUE(described(Document{}).blocks.empty());
  const Structure found = described(made({{BlockKind::kParagraph, "Cordialement,"},
                                          {BlockKind::kParagraph, "Madame,"},
                                          {BlockKind::kParagraph, "Objet : rien"},
                                          {BlockKind::kParagraph, "-"},
                                          {BlockKind::kParagraph, "Vu"}}));
  EXPECT_EQ(found.blocks.size(), 5U);
}

TEST(StructureResources, SayWhatIsWrong) {
  EXPECT_FALSE(load_structure("/nonexistent", nullptr).has_value());
}

}  // namespace
}  // namespace limpide
