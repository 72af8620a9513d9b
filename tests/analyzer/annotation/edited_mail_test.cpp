// Edits in e-mails: the body that changes, in its charset and its transfer encoding; all else, and
// the other messages that cannot be edited, byte for byte.
#include "analyzer/annotation/eml/edited_mail.h"

#include <gtest/gtest.h>

#include "analyzer/annotation/eml/transfer.h"
#include "analyzer/readers/eml/eml_reader.h"

namespace limpide {
namespace {

const std::string kTop = "From: a@b.fr\r\nTo: c@d.fr\r\nSubject: Essai\r\nMIME-Version: 1.0\r\n";
const std::string kApostrophe = "\xE2\x80\x99";

// The message with its words "one" replaced; the key of the error when there is one.
std::string edited(const std::string& message, const std::string& text) {
  const Result<Document> document = EmlReader().read({"test.eml", message}, {});
  if (!document) return document.error().message.key;
  const std::size_t at = document->text.find("one");
  if (at == std::string::npos) return "no such words";
  const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 3)};
  const Result<EditedFile> made = edit_file({"test.eml", message, *document, {{{span, text}}}});
  return made ? made->bytes : made.error().message.key;
}

std::string with(std::string message, const std::string& from, const std::string& to) {
  const std::size_t at = message.find(from);
  return at == std::string::npos ? "not there" : message.replace(at, from.size(), to);
}

std::string plain(const std::string& charset, const std::string& transfer,
                  const std::string& body) {
  return kTop + "Content-Type: text/plain; charset=" + charset +
         "\r\nContent-Transfer-Encoding: " + transfer + "\r\n\r\n" + body;
}

TEST(EditedMail, EightBitsStayAsTheyAre) {
  const std::string message = plain("iso-8859-1", "8bit", "Caf\xE9 one.\r\n\r\nFin.\r\n");
  EXPECT_EQ(edited(message, "deux"), with(message, "one", "deux"));
  EXPECT_EQ(edited(message, "l" + kApostrophe + "\xC3\xA9t\xC3\xA9"),
            with(message, "one", "l'\xE9t\xE9"));
}

TEST(EditedMail, QuotedLinesThatDoNotChangeKeepTheirForm) {
  // The second line has breaks and capitals of its own.
  const std::string message = plain("utf-8", "quoted-printable",
                                    "C=c3=a9l=\r\n=c3=A8bre=20\r\nUn mot =\r\none ici.\r\nFin");
  EXPECT_EQ(edited(message, "deux"), with(message, "Un mot =\r\none ici.", "Un mot deux ici."));
  EXPECT_EQ(edited(message, "=" + kApostrophe),
            with(message, "Un mot =\r\none ici.", "Un mot =3D=E2=80=99 ici."));
}

TEST(EditedMail, QuotedLinesHaveSeventySixColumnsAtMost) {
  const std::string message = plain("utf-8", "quoted-printable", "one\r\n");
  std::string words;
  for (int i = 0; i < 60; ++i) words += "\xC3\xA9t\xC3\xA9 ";
  const std::string made = edited(message, words + "fin");
  for (std::size_t at = 0; at < made.size();) {
    const std::size_t end = std::min(made.find("\r\n", at), made.size());
    EXPECT_LE(end - at, 76U);
    at = end + 2;
  }
  const Result<Document> again = EmlReader().read({"test.eml", made}, {});
  ASSERT_TRUE(again);
  EXPECT_NE(again->text.find(words + "fin"), std::string::npos);
}

TEST(EditedMail, Base64IsWrittenAgain) {
  const std::string message = plain("iso-8859-1", "base64", "Q2Fm6SBvbmUu\r\n\r\n");
  EXPECT_EQ(edited(message, "deux"), with(message, "Q2Fm6SBvbmUu", "Q2Fm6SBkZXV4Lg=="));
}

TEST(EditedMail, SevenBitsTakeNoOthers) {
  const std::string message = plain("us-ascii", "7bit", "Un mot one.\r\n");
  EXPECT_EQ(edited(message, "deux"), with(message, "one", "deux"));
  EXPECT_EQ(edited(message, "\xC3\xA9t\xC3\xA9"), message);
}

TEST(EditedMail, LineFeedsAloneStay) {
  const std::string message =
      "From: a@b.fr\nTo: c@d.fr\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: quoted-printable\n\nUn =C3=A9t=C3=A9 one.\nFin\n";
  EXPECT_EQ(edited(message, "deux"), with(message, "one", "deux"));
}

std::string versions(const std::string& text, const std::string& page,
                     const std::string& kind = "alternative") {
  return kTop + "Content-Type: multipart/" + kind +
         "; boundary=\"b\"\r\n\r\nIgnored one.\r\n--b\r\nContent-Type: text/plain; "
         "charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" +
         text + "\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page +
         "\r\n--b--\r\nAfter.\r\n";
}

TEST(EditedMail, BothVersionsChange) {
  const std::string message =
      versions("Un mot one\r\nde la lettre.", "<p>Un mot <b>one</b> de la&nbsp;lettre.</p>");
  EXPECT_EQ(edited(message, "deux"), versions("Un mot deux\r\nde la lettre.",
                                              "<p>Un mot <b>deux</b> de la&nbsp;lettre.</p>"));
}

TEST(EditedMail, WhatOneVersionLacksIsNotChanged) {
  const std::string other = versions("Un mot one.", "<p>Un mot tout autre.</p>");
  EXPECT_EQ(edited(other, "deux"), other);
  // Twice in the same surroundings: which one?
  const std::string twice = versions("Un mot one.", "<p>Un mot one.</p><p>Un mot one.</p>");
  EXPECT_EQ(edited(twice, "deux"), twice);
}

TEST(EditedMail, BodiesInARowAreEditedEach) {
  const std::string message = versions("Rien.", "<p>Un mot one.</p>", "mixed");
  EXPECT_EQ(edited(message, "deux"), versions("Rien.", "<p>Un mot deux.</p>", "mixed"));
}

TEST(EditedMail, WhatIsAttachedStays) {
  const std::string message =
      kTop +
      "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: "
      "text/plain; charset=utf-8\r\n\r\nUn mot one.\r\n--b\r\nContent-Type: "
      "message/rfc822\r\n\r\nFrom: x@y.fr\r\nSubject: one\r\n\r\none\r\n--b--\r\n";
  EXPECT_EQ(edited(message, "deux"), with(message, "Un mot one.", "Un mot deux."));
}

TEST(EditedMail, TheSubjectStays) {
  const std::string message = with(plain("utf-8", "8bit", "Rien.\r\n"), "Essai", "Essai one");
  EXPECT_EQ(edited(message, "deux"), message);
}

TEST(EditedMail, SignedMessagesAreRefused) {
  const std::string message =
      kTop +
      "Content-Type: multipart/signed; boundary=\"b\"; micalg=pgp-sha256; "
      "protocol=\"application/pgp-signature\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n"
      "\r\nUn mot one.\r\n--b\r\nContent-Type: application/pgp-signature\r\n\r\nxyz\r\n"
      "--b--\r\n";
  EXPECT_EQ(edited(message, "deux"), "error.fix.signed_mail");
}

TEST(EditedMail, CutAndWrongMessagesAreReadOrRefusedWhole) {
  // Half a base64 group, a charset that nobody knows, no blank line, no boundary.
  for (const std::string& message :
       {plain("iso-8859-1", "base64", "Q2Fm6SBvbmUuIE"), plain("x-unknown", "8bit", "Caf\xE9 one"),
        kTop + "Content-Type: multipart/mixed\r\n\r\nUn mot one.", kTop + "one",
        plain("utf-8", "quoted-printable", "Un mot one =ZZ =\r\n="),
        plain("utf-8", "x-uuencode", "begin 644 a\r\none\r\nend\r\n")}) {
    const std::string made = edited(message, "deux");
    const bool key = made.find("error.") == 0 || made == "no such words";
    if (key || made == message) continue;
    EXPECT_EQ(made.substr(0, kTop.size()), kTop);
    const Result<Document> again = EmlReader().read({"test.eml", made}, {});
    ASSERT_TRUE(again);
    EXPECT_NE(again->text.find("deux"), std::string::npos) << made;
  }
}

}  // namespace
}  // namespace limpide
