"""A Word file is one that a screen reader finds its way in, read back by python-docx in the order of its blocks."""

from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.text import clean, one_line
from bot.documents.word import word
from bot.domain.documents.blocks import Bullets, Facts, Grid, Heading, Paragraph, Run
from tests.documents.reading import blocks_of, opened_word
from tests.documents.samples import ADDRESS, AT, CASE, PASTED, agenda, approvals, document, minutes, words

ANY = st.text(max_size=40)


def test_it_says_what_it_is_whose_and_when_and_nothing_of_the_library() -> None:
    data = word(agenda())
    about = opened_word(data).core_properties
    assert (about.title, about.author) == ("Dagsorden til møde i Klynge Nord 16. marts 2027", "Klynge Nord")
    assert (about.subject, about.keywords) == ("Dagsorden til møde i Klynge Nord", "dagsorden, sundhedsklynge")
    assert about.created == about.modified == AT
    assert (about.language, about.comments) == ("da-DK", "")
    with ZipFile(BytesIO(data)) as parts:
        assert all(b"python-docx" not in parts.read(name) for name in parts.namelist())
        assert "docProps/thumbnail.jpeg" not in parts.namelist()
        assert {each.date_time for each in parts.infolist()} == {AT.timetuple()[:6]}


def test_it_is_danish() -> None:
    lang = opened_word(word(agenda())).styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert (lang.get(qn("w:val")), lang.get(qn("w:eastAsia"))) == ("da-DK", "da-DK")


def test_headings_are_real_and_can_be_pointed_at() -> None:
    file = opened_word(word(minutes()))
    levels = [each.style.name for each in file.paragraphs if each.style and each.style.name.startswith("Heading")]
    assert levels == ["Heading 1"] + ["Heading 1", "Heading 2"] * 5
    marks = [each.get(qn("w:name")) for each in file.element.body.iter(qn("w:bookmarkStart"))]
    assert marks == [f"punkt_{number}" for number in range(1, 6)]


def test_the_first_row_of_a_table_is_its_header_on_every_page() -> None:
    (table,) = opened_word(word(approvals())).tables
    repeated = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert repeated == [True] + [False] * 48
    assert [cell.text for cell in table.rows[0].cells] == ["Navn", "Organisation", "Svar", "Hvornår"]


def test_the_code_has_words_and_the_pages_are_counted() -> None:
    file = opened_word(word(agenda()))
    (picture,) = file.inline_shapes
    assert picture._inline.docPr.get("descr") == "QR-kode med adressen, hvor versionen kan kontrolleres"
    counted = [each.get(qn("w:instr")) for each in file.sections[0].footer._element.iter(qn("w:fldSimple"))]
    assert counted == [" PAGE ", " NUMPAGES "]
    assert file.sections[0].header.paragraphs[0].text == "Klynge Nord · møde tirsdag 16. marts 2027"


def test_only_https_is_a_link() -> None:
    addresses = ("https://eksempel.dk/a", "http://eksempel.dk", "javascript:alert(1)", "https://eksempel.dk/a")
    file = opened_word(word(document(Paragraph(tuple(Run("her", link=each) for each in addresses)))))
    assert [each.address for part in file.paragraphs for each in part.hyperlinks] == [
        addresses[0],
        addresses[0],
        ADDRESS,
    ]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert word(agenda()) == word(agenda())


def test_five_hundred_items_and_a_hundred_kilobytes_are_written() -> None:
    blocks = [block for number in range(500) for block in (Heading(1, f"{number}. Punkt"), words(CASE))]
    said = blocks_of(opened_word(word(document(*blocks, words("ord " * 25_000)))))
    assert [text for style, text in said if style == "Heading1"] == [f"{number}. Punkt" for number in range(500)]
    assert ("Normal", "ord " * 25_000) in said


@settings(max_examples=12, deadline=None)
@given(ANY, ANY, ANY)
def test_whatever_is_written_is_read_back_in_order(first: str, second: str, third: str) -> None:
    blocks = (Heading(1, "x" + first), words(second), Facts(((first, second),)), Bullets((third, PASTED)))
    grid = Grid("Tabel", (first, second), ((third, PASTED),))
    said = [text for _, text in blocks_of(opened_word(word(document(*blocks, grid))))]
    clear = [clean(each) for each in (first, second, third, PASTED)]
    wanted = [one_line("x" + first), clear[1], f"{clear[0]}\t{clear[1]}", clear[2], clear[3]]
    assert said[1:-4] == [*wanted, "Tabel", *clear]
