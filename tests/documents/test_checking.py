"""What a file is, is read from what it holds: OpenDocument is taken, and what is locked or runs is not."""

import pytest

from bot.documents.checking.content import media_type_of
from bot.domain.attachments.kinds import MEDIA
from bot.domain.kernel.refusal import Refusal
from tests.harness.files import PDF, packed, sheet

TYPES = "[Content_Types].xml"
WORD = {TYPES: b"<Types/>", "word/document.xml": b"<w:document/>"}
MACROS = b'<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
TRAILER = b"%PDF-1.7\ntrailer\n<< /Root 1 0 R /Encrypt 12 0 R >>\nstartxref\n9\n%%EOF\n"


def odf(kind: str, **more: bytes) -> bytes:
    """An OpenDocument file, with other parts besides."""
    parts = {each.replace("__", "/"): data for each, data in more.items()}
    return packed({"mimetype": MEDIA[kind].encode(), "content.xml": b"<office:document-content/>", **parts})


@pytest.mark.parametrize("kind", ["odt", "ods", "odp"])
def test_opendocument_is_taken_as_what_it_says_inside_that_it_is(kind: str) -> None:
    assert media_type_of(f"Notat.{kind}", odf(kind)) == MEDIA[kind]
    other = "ods" if kind == "odt" else "odt"
    with pytest.raises(Refusal, match="attachment_other"):
        media_type_of(f"Notat.{kind}", odf(other))


def _refused(name: str, data: bytes) -> str:
    with pytest.raises(Refusal) as refused:
        media_type_of(name, data)
    return refused.value.key


@pytest.mark.parametrize(
    "data",
    [
        TRAILER,
        TRAILER.replace(b"/Encrypt 12 0 R", b"/Encrypt\n12\r\n0 R"),
        TRAILER.replace(b"/Encrypt 12 0 R", b"/Encrypt<< /Filter /Standard /V 4 >>"),
        PDF.replace(b"startxref", b"7 0 obj\n<< /Type /XRef /Encrypt 5 0 R >>\nstream\nx\nendstream\nstartxref"),
    ],
    ids=["named", "over lines", "in the trailer itself", "in a stream of references"],
)
def test_an_encrypted_pdf_is_refused_since_it_can_not_be_archived(data: bytes) -> None:
    assert _refused("Aftale.pdf", data) == "attachment_locked.pdf"


def test_a_pdf_that_only_names_encryption_is_taken() -> None:
    for words in (b"/EncryptMetadata true", b"(What /Encrypt means)"):
        assert media_type_of("Vejledning.pdf", PDF.replace(b"/Catalog", b"/Catalog " + words)) == MEDIA["pdf"]


def test_what_is_locked_or_runs_is_refused_whatever_it_is_called() -> None:
    manifest = {"META-INF__manifest.xml": b"<manifest:encryption-data/>"}
    assert _refused("Aftale.odt", odf("odt", **manifest)) == "attachment_locked"
    assert _refused("Regneark.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == "attachment_locked"
    for data in (
        packed(WORD | {"word/vbaProject.bin": b"x"}),
        packed(WORD | {"word/VBAPROJECT.BIN": b"x"}),
        packed(WORD | {TYPES: MACROS}),
        packed(WORD | {"word/embeddings/kør.exe": b"MZ"}),
    ):
        assert _refused("Notat.docx", data) == "attachment_macros"
    assert _refused("Regneark.xlsx", sheet(more={"xl/macrosheets/sheet1.xml": b"x"})) == "attachment_macros"
    assert _refused("Notat.odt", odf("odt", Basic__Standard__Module1=b"Sub Main")) == "attachment_macros"
    for name in ("Notat.docm", "Regneark.xlsm", "Oplæg.pptm", "Notat.dotm", "Notat.rtf", "Side.html", "Notat"):
        assert _refused(name, packed(WORD)) == "attachment_kind"
