"""The folder for agenda platforms, read back by a parser that knows no DTD: every field, and nothing that is closed."""

from dataclasses import replace
from datetime import datetime
from xml.parsers import expat
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # no types

from bot.documents.folder import folder
from bot.documents.written import in_a_line, plain
from bot.domain.documents.blocks import Block, Bullets, Facts, Grid, Heading, Paragraph, Run
from bot.domain.documents.state import Attachment, Kind, MeetingRecord, RecordItem
from bot.domain.proposals.state import Content, ItemKind

DENMARK = ZoneInfo("Europe/Copenhagen")
PLAN, SHUT = "a" * 64, "b" * 64
OPEN = RecordItem(
    id=11,
    number=1,
    title="Budget & <plan>",
    content=Content(title="Budget", kind=ItemKind.DECISION, summary="Resumé"),
    attachments=(
        Attachment(number=1, title="../../Plan æøå.pdf", media_type="application/pdf", digest=PLAN),
        Attachment(number=2, is_closed=True, digest=SHUT),
        Attachment(number=3, title="Kort", link="https://example.org/kort"),
    ),
)
HIDDEN = RecordItem(id=12, number=2, title="Lukket punkt", is_closed=True)
RECORD = MeetingRecord(
    kind=Kind.AGENDA,
    forum="klynge-nord",
    forum_name="Klynge Nord",
    meeting="2027-1",
    starts=datetime(2027, 3, 16, 22, 30, tzinfo=DENMARK),
    ends=datetime(2027, 3, 17, 1, 0, tzinfo=DENMARK),
    place="Rådhuset",
    version=1,
    at=datetime(2027, 3, 9, 8, tzinfo=DENMARK),
    case_number="27/1234",
    items=(OPEN, HIDDEN),
)


def said(item: RecordItem) -> list[Block]:
    summary = "" if item.content is None else item.content.summary
    return [Heading(3, "Resumé"), Paragraph((Run(summary), Run("mere", link="https://example.org"))), Bullets(("a",))]


def read(data: bytes) -> etree._Element:
    """The root; a document that declares anything is refused."""
    careful = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise AssertionError("it has a DTD")

    careful.StartDoctypeDeclHandler = refuse
    careful.Parse(data, True)
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def test_every_field_of_the_meeting_its_items_and_their_attachments_is_read_back() -> None:
    made = folder(RECORD, "<!doctype html><p>x</p>", {"Dagsorden.pdf": b"%PDF", PLAN: b"plan"}, said)
    assert set(made) == {"Dagsorden.xml", "Dagsorden.html", "Dagsorden.pdf", "Bilag/bilag-01-plan-aeoeaa-pdf.pdf"}
    root = read(made["Dagsorden.xml"])
    assert (root.tag, dict(root.attrib)) == (
        "Dagsorden",
        {"DagsordenID": "klynge-nord-2027-1-agenda", "Åben": "true", "Dagsordentype": "Dagsorden"},
    )
    assert dict(root.find("Møde").attrib) == {
        "MødeID": "klynge-nord-2027-1",
        "Udvalg": "Klynge Nord",
        "UdvalgID": "klynge-nord",
        "Mødedato": "16. marts 2027",
        "Mødetid": "22:30",
        "Mødeslutdato": "17. marts 2027",
        "Mødesluttid": "01:00",
        "Mødested": "Rådhuset",
    }
    first, second = root.findall("Dagsordenpunkter/Dagsordenpunkt")
    assert (dict(first.attrib), first.findtext("Overskrift"), first.findtext("Sagsnummer")) == (
        {"DagsordenpunktID": "klynge-nord-2027-1-11", "Åbent": "true"},
        "Budget & <plan>",
        "27/1234",
    )
    assert first.findtext("Indhold") == (
        '<h3>Resumé</h3><p>Resumé<a href="https://example.org">mere</a></p><ul><li>a</li></ul>'
    )
    assert [dict(each.attrib) for each in first.findall("Bilagsliste/Bilag")] == [
        {
            "BilagID": "klynge-nord-2027-1-bilag-1",
            "Navn": "Bilag 1: ../../Plan æøå.pdf",
            "MaaPubliceres": "true",
            "BilagUrl": "Bilag/bilag-01-plan-aeoeaa-pdf.pdf",
        },
        {"BilagID": "klynge-nord-2027-1-bilag-2", "Navn": "Bilag 2: Lukket bilag", "MaaPubliceres": "false"},
        {
            "BilagID": "klynge-nord-2027-1-bilag-3",
            "Navn": "Bilag 3: Kort",
            "MaaPubliceres": "true",
            "BilagUrl": "https://example.org/kort",
        },
    ]
    assert (second.get("Åbent"), second.findtext("Overskrift"), second.findtext("Indhold")) == (
        "false",
        "Lukket punkt",
        "",
    )
    assert second.findall("Bilagsliste/Bilag") == []


def test_a_supplement_is_of_the_same_meeting_and_an_agenda_of_its_own() -> None:
    one, two = (replace(RECORD, kind=Kind.SUPPLEMENT, supplement=number) for number in (1, 2))
    roots = [read(folder(each, "", {}, said)["Dagsorden.xml"]) for each in (RECORD, one, two)]
    assert len({root.get("DagsordenID") for root in roots}) == 3
    assert len({root.find("Møde").get("MødeID") for root in roots}) == 1


@pytest.mark.parametrize("name", ["../x.pdf", "/x.pdf", "a/b.pdf", "x", ".pdf/..", "con:.pdf"])
def test_a_name_that_leads_elsewhere_is_none(name: str) -> None:
    with pytest.raises(ValueError, match="is no name of a file"):
        folder(RECORD, "", {name: b""}, said)


@settings(max_examples=15)
@given(st.text(st.characters(exclude_categories=[]), max_size=30) | st.sampled_from(["]]>", "&x;<!DOCTYPE a>", "\x00"]))
def test_nothing_people_wrote_breaks_it(words: str) -> None:
    attachment = Attachment(number=1, title=words, media_type=words, digest=PLAN)
    item = replace(OPEN, title=words, attachments=(attachment,))
    record = replace(RECORD, items=(item,), place=words, forum_name=words)

    def blocks(_: RecordItem) -> list[Block]:
        return [Facts(((words, words),)), Grid(words, (words,), ((words,),)), Paragraph((Run(words, is_strong=True),))]

    made = folder(record, words, {PLAN: b""}, blocks)
    root = read(made["Dagsorden.xml"])
    assert root.findtext("Dagsordenpunkter/Dagsordenpunkt/Overskrift") == in_a_line(words)
    inside = etree.HTML(f"<div>{root.findtext('Dagsordenpunkter/Dagsordenpunkt/Indhold')}</div>")
    assert {each.tag for each in inside.iter()} <= {
        *("html", "body", "div", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td"),
        *("p", "strong", "br"),
    }
    assert made["Dagsorden.html"].decode() == plain(words)
    assert all(path.removeprefix("Bilag/").replace("-", "").replace(".", "").isalnum() for path in made)
