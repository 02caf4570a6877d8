"""Nothing that stands in a file escapes those who look for it: each place where a word can stand is found by itself."""

from base64 import b64encode
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from bot.documents.pdf import pdf
from bot.documents.word import word
from bot.domain.documents.blocks import Bullets, Enclosed, Facts, Grid, Heading, Paragraph, Run, Seal
from tests.documents.samples import ADDRESS, document, words
from tests.harness.extracting import readable, squeezed
from tests.harness.files import packed, sheet

SECRET = "Ravnegrå"  # noqa: S105 - stands for whatever is closed
PLAIN = document(Heading(1, "Et punkt"))
BOTH = {
    "title": replace(PLAIN, title=SECRET),
    "author": replace(PLAIN, author=SECRET),
    "keyword": replace(PLAIN, keywords=(SECRET,)),
    "header": replace(PLAIN, header=SECRET),
    "heading": document(Heading(1, SECRET)),
    "fact": document(Facts((("Sag", SECRET),))),
    "bullet": document(Bullets((SECRET,))),
    "cell": document(Grid("Beløb", ("Sag",), ((SECRET,),))),
    "parted": document(Paragraph((Run("Ravne"), Run("grå", is_strong=True)))),
    "over a line": document(words(f"{'over ' * 17}{'Ravnegrå' * 12}")),
    "link": document(Paragraph((Run("her", link="https://example.org/Ravnegrå"),))),
    "seal": replace(PLAIN, seal=Seal(lines=(SECRET,))),
}
IN_PDF = {
    "address": replace(PLAIN, seal=Seal(lines=("x",), address=ADDRESS, address_words=SECRET)),
    "enclosed": document(
        Heading(1, "x"),
        enclosed=(Enclosed(name="a.json", media_type="application/json", description="x", data=SECRET.encode()),),
    ),
    "its name": document(
        Heading(1, "x"),
        enclosed=(Enclosed(name=f"{SECRET}.json", media_type="application/json", description="x", data=b""),),
    ),
}


def is_told(data: bytes) -> bool:
    return squeezed(SECRET).splitlines()[0] in squeezed(readable(data))


@pytest.mark.parametrize("where", BOTH | IN_PDF)
def test_a_word_is_found_wherever_it_stands_in_a_pdf(where: str) -> None:
    assert is_told(pdf((BOTH | IN_PDF)[where]))


@pytest.mark.parametrize("where", BOTH)
def test_a_word_is_found_wherever_it_stands_in_a_word_file(where: str) -> None:
    assert is_told(word(BOTH[where]))


def test_it_is_not_found_where_it_is_not() -> None:
    assert not is_told(pdf(PLAIN))
    assert not is_told(word(PLAIN))


def _other(said: bytes) -> bytes:
    """A PDF by another program, whose page draws those codes with a font that says nothing of them."""
    file, made = pikepdf.new(), BytesIO()
    page = file.add_blank_page()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = file.make_stream(b"BT /F1 12 Tf " + said + b" ET")
    file.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        _other(b"(Ravnegr\\345) Tj"),
        _other(b"<5261766e656772e5> Tj"),
        _other(b"[(Rav) -20 (negr\\345)] TJ"),
        sheet(SECRET),
        packed({"brev.docx": sheet("x", {"docProps/core.xml": SECRET.encode()})}),
        packed({f"{SECRET}.txt": b""}),
        b"x" + SECRET.encode("utf-16-be"),
        SECRET.encode("utf-16-le"),
        b'<img src="data:text/plain;base64,' + b64encode(SECRET.encode() + b"." * 60) + b'">',
        b"<b>Ravne</b>gr\xc3\xa5",
        b"SUMMARY:Rav\r\n negr\xc3\xa5",
        "Ravne\u00adgra\u030a".encode(),
    ],
)
def test_it_is_found_however_other_programs_write_it(data: bytes) -> None:
    assert is_told(data)
