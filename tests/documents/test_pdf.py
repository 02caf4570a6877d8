"""A PDF is one for reader, archive and machine: its tags, its language, its titles, and its words in their order."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from threading import Thread, get_native_id
from time import monotonic, perf_counter, sleep
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents import drawing
from bot.documents.glyphs import drawn
from bot.documents.limit import LONGEST, TooHeavyError, TooLongError
from bot.documents.pdf import inputs, pdf
from bot.domain.documents.blocks import Block, Bullets, Enclosed, Facts, Grid, Heading, Paragraph, Run
from tests.documents.reading import Tag, opened, read
from tests.documents.samples import ADDRESS, CASE, PASTED, TYPST, agenda, approvals, document, minutes, words


def told(*blocks: Block) -> Tag:
    return read(opened(pdf(document(*blocks))))


def bare(text: str) -> str:
    """The text without what separates its words."""
    return re.sub(r"[\s\u200b]+", "", text)


def test_it_is_pdf_a_3a_and_pdf_ua_1_by_its_own_account_and_carries_what_both_want() -> None:
    file = opened(pdf(agenda()))
    with file.open_metadata() as about:
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("3", "A")
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"] == "Dagsorden til møde i Klynge Nord 16. marts 2027"
        assert about["dc:creator"] == ["Klynge Nord"]
        assert about["xmp:CreateDate"] == "2027-03-01T09:30:14+00:00"
    root: Any = file.Root
    assert str(root.Lang) == "da-DK"
    assert root.MarkInfo.Marked is True
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert [str(each.S) for each in root.OutputIntents] == ["/GTS_PDFA1"]
    assert len(root.Outlines.First.keys()) > 0


def test_every_font_is_in_the_file() -> None:
    file = opened(pdf(agenda()))
    fonts = [
        each for each in file.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
    ]
    assert fonts
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each.keys()) for each in fonts)


def test_headings_table_headers_lists_and_the_code_are_what_they_are_to_who_does_not_see_them() -> None:
    file = opened(pdf(minutes()))
    root = read(file)
    assert [each.name for each in root.all("H1", "H2")] == ["H1"] + ["H1", "H2"] * 5
    assert [each.text for each in root.all("TH")] == ["Rolle", "Organisation", "Til stede"]
    assert all("/Column" in str(each.about.A) for each in root.all("TH"))
    assert [each.text for each in root.all("Caption")] == ["Deltagere"]
    assert [each.name for each in root.all("Table")[0].within if isinstance(each, Tag)] == ["Caption", "THead", "TBody"]
    (code,) = root.all("Figure")
    assert str(code.about.Alt) == "QR-kode med adressen, hvor versionen kan kontrolleres"


def test_a_table_over_a_page_break_is_one_table_and_says_its_headings_once() -> None:
    file = opened(pdf(approvals()))
    assert len(file.pages) > 1
    root = read(file)
    assert len(root.all("Table")) == 1
    assert len(root.all("TH")) == 4
    assert len(root.all("TBody")[0].all("TR")) == 48


def test_the_same_content_for_programs_is_inside_to_the_byte() -> None:
    files = tuple(
        Enclosed(name=f"{number}.json", media_type="application/json", description="Samme indhold", data=data)
        for number, data in enumerate((b'{"by": "\xc3\x86r\xc3\xb8"}\r\n', b""))
    )
    file = opened(pdf(document(words("x"), enclosed=files)))
    assert [file.attachments[each.name].get_file().read_bytes() for each in files] == [each.data for each in files]
    assert [str(each.AFRelationship) for each in file.Root.AF] == ["/Alternative"] * 2


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf(agenda()) == pdf(agenda())


def test_only_https_is_a_link() -> None:
    addresses = (
        "https://eksempel.dk/a",
        "http://eksempel.dk",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://[",
    )
    file = opened(pdf(document(Paragraph(tuple(Run("her ", link=each) for each in addresses)))))
    found = {str(each.A.URI) for page in file.pages for each in page.obj.get("/Annots", ())}
    assert found == {"https://eksempel.dk/a", ADDRESS}


def test_what_people_wrote_is_no_language_of_ours_and_nothing_of_it_is_lost() -> None:
    said = bare(told(words(PASTED), Heading(1, PASTED), Bullets((PASTED,)), Facts(((PASTED, PASTED),))).text)
    assert said.count(bare(TYPST)) == 5
    assert "Kommune\u2003Antal" in told(words(PASTED)).text


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Tak 🙂", "Tak [slightly smiling face]"),
        ("𝐟𝐞𝐝", "fed"),
        ("中", "[U+4E2D]"),
        ("\uf0b7 punkt", "• punkt"),
        ("Ελλάδα Кирилиця Łódź", "Ελλάδα Кирилиця Łódź"),
        ("a\0b\ud800c\u202ed\ufeff", "ab\ufffdcd"),
        ("x\u0951\u0301\u0489", "x"),
    ],
)
def test_a_sign_that_no_font_has_is_told_in_words(text: str, read_as: str) -> None:
    assert bare(read_as) in bare(told(words(text)).text)


def test_letters_from_right_to_left_are_drawn() -> None:
    assert set("שלום") <= set(told(words("שלום סלאם")).text)


def test_typst_draws_every_sign_that_it_is_given() -> None:
    said = told(words(" ".join(drawn()))).text
    assert "[U+" not in said  # as everything rare is told where typst refuses one of them
    assert {"€", "≤", "✓", "Ж", "Ω", "ש"} <= set(said)


@pytest.mark.parametrize("text", ["ord " * 25_000, "x" * 100_000, "\ufdfa" * 2_000])
def test_a_field_of_a_hundred_kilobytes_is_drawn_whole(text: str) -> None:
    assert len(told(words(text)).text) >= len(text) // 4


def test_five_hundred_items_are_drawn_and_the_memory_that_they_took_is_given_back() -> None:
    blocks = [
        block for number in range(500) for block in (Heading(1, f"{number}. Punkt", f"punkt-{number}"), words(CASE * 2))
    ]
    pdf(document(words("with it come the fonts")))
    before = _held()
    drawn = pdf(document(*blocks))
    assert _held() - before < 35, "half of what typst would keep"
    assert [each.text for each in read(opened(drawn)).all("H1")] == [f"{number}. Punkt" for number in range(500)]


def _held() -> float:
    """Megabytes of this process."""
    return int(Path("/proc/self/status").read_text("ascii").split("VmRSS:")[1].split()[0]) / 1024


def test_what_is_longer_than_any_meeting_is_refused_before_it_is_drawn() -> None:
    for text in ("x" * LONGEST, "🙂" * (LONGEST // 10)):
        with pytest.raises(TooLongError):
            pdf(document(words(text)))


def _children() -> set[str]:
    """The processes that this thread has begun and that go on."""
    return set(Path(f"/proc/self/task/{get_native_id()}/children").read_text("ascii").split())


HEAVY = document(*(words(CASE * 20) for _ in range(200)))
"""Takes seconds."""


def test_what_takes_longer_than_it_may_is_given_up_at_once_with_a_line_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    before = _children()
    with pytest.raises(TooHeavyError):
        pdf(HEAVY, within=0.3)
    assert re.search(r"A document of \d{7} letters was given up: not drawn within 0(\.\d+)? s", caplog.text)
    assert _children() <= before, "it would draw on"
    assert pdf(document(words("og det næste"))).startswith(b"%PDF")


def test_the_program_that_draws_ends_by_itself_where_nobody_ends_it() -> None:
    told = json.dumps({"inputs": inputs(HEAVY), "timestamp": 0}).encode()
    arguments = (sys.executable, "-P", drawing.__file__, "0.3")
    ended = subprocess.run(arguments, input=told, capture_output=True, check=False)  # noqa: S603 - our own program
    assert (ended.returncode, ended.stdout) == (1, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such priorities")
def test_whoever_clicks_comes_before_whatever_is_drawn() -> None:
    arguments = (sys.executable, "-P", drawing.__file__, "30")
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as begun:  # noqa: S603
        waits_until = monotonic() + 20
        while (priority := os.getpriority(os.PRIO_PROCESS, begun.pid)) <= os.getpriority(os.PRIO_PROCESS, 0):
            assert monotonic() < waits_until, priority
            sleep(0.01)
        begun.kill()


def test_others_work_while_it_is_drawn() -> None:
    drawing = Thread(target=pdf, args=[document(*(words(CASE * 40) for _ in range(16)))])
    drawing.start()
    begun, turns = perf_counter(), 0
    while drawing.is_alive():
        sleep(0.001)
        turns += 1
    assert turns > (perf_counter() - begun) * 100


TEXT = st.text(st.sampled_from("abæøå ÆØÅ1.,#$@\\<>*_`/[]{}\"'\n\t=-+~&%"), min_size=1, max_size=30).filter(str.strip)
BLOCK = st.one_of(
    st.builds(words, TEXT),
    st.builds(Bullets, st.tuples(TEXT, TEXT)),
    st.builds(Facts, st.tuples(st.tuples(TEXT, TEXT))),
    st.builds(lambda head, row: Grid("Tabel", head, (row,)), st.tuples(TEXT, TEXT), st.tuples(TEXT, TEXT)),
)


def said_by(block: Block) -> str:
    match block:
        case Heading(text=text):
            return text
        case Paragraph(runs=runs):
            return "".join(run.text for run in runs)
        case Bullets(items=items):
            return "".join(items)
        case Facts(rows=rows):
            return "".join(term + said for term, said in rows)
        case Grid(caption=caption, header=header, rows=rows):
            return "".join((caption, *header, *(cell for row in rows for cell in row)))


@settings(max_examples=12, deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=6))
def test_whatever_is_written_is_read_aloud_whole_and_in_order(blocks: list[Block]) -> None:
    said = bare(told(Heading(1, "Begynder"), *blocks).text).replace("•", "")
    assert bare("".join(map(said_by, blocks))) in said
