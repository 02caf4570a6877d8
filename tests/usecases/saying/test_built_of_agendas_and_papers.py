"""What an act is built of that the words speak for, though no way was found of it: the nearest that makes sense."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.domain.agenda.actions import AddItem, EditAgenda, EditItem, MoveItem, OpenItem, OpenNewItem, Part, RemoveItem
from bot.domain.attachments.actions import AttachFiles, FetchAttachment, OfferFiles, ShowAttachment, ShowAttachments
from bot.domain.documents.actions import FileKind, OpenDocument
from bot.domain.documents.state import Kind
from bot.domain.filing.actions import FileOn, ShowFiling
from bot.domain.kernel.action import Action
from bot.domain.kernel.danish import bare
from bot.domain.publication.actions import OpenRelease, OpenTakeBack
from bot.domain.publication.state import Paper
from bot.domain.supplements.actions import (
    CorrectItem,
    OpenSentItem,
    OpenSupplement,
    RemoveLate,
    TakeBackSupplement,
    TakeUpItem,
    WithdrawItem,
)
from bot.usecases.said.listed import place_said
from bot.usecases.said.moment import Moment
from bot.usecases.understanding.guessed import guessed
from bot.usecases.understanding.reading import hear
from bot.usecases.understanding.rest import rest_of
from storage.database import Database
from tests.harness.sentences import talk
from tests.harness.situations import moments

BUILT: tuple[tuple[str, str, str, str, str, Action], ...] = (
    ("OpenItem", "secretary", "draft", "ShowAgenda()", "må jeg se den fjerde?", OpenItem(position=4)),
    ("OpenItem", "secretary", "draft", "OpenItem(position=1)", "og så det næste", OpenItem(position=2)),
    ("OpenItem", "islander", "draft", "", "hvad er der skrevet om mit punkt", OpenItem(position=4)),
    ("OpenItem", "member", "live", "", "hvad beder man os om i det vi sidder med", OpenItem(position=2)),
    ("RemoveItem", "secretary", "draft", "", "det nederste punkt skal ikke med denne gang", RemoveItem(position=4)),
    ("RemoveItem", "secretary", "draft", "", "det er ikke punkt 2 der skal væk", OpenItem(position=2)),
    ("MoveItem", "secretary", "draft", "OpenItem(position=4)", "gerne på plads to", MoveItem(position=4, to="2")),
    ("MoveItem", "secretary", "draft", "", "byt rundt på to og tre", MoveItem(position=3, to="2")),
    ("MoveItem", "secretary", "draft", "", "sidste punkt ind som det andet", MoveItem(position=4, to="2")),
    ("MoveItem", "secretary", "draft", "", "de skal stå i en anden orden", EditAgenda()),
    ("AddItem", "secretary", "draft", "", "jeg mangler plads til et punkt mere", OpenNewItem()),
    ("AddItem", "secretary", "draft", "", "hvordan får jeg noget nyt ind om færger", OpenNewItem()),
    ("AddItem", "secretary", "draft", "", "lukket punkt om tolkning", AddItem(title="Tolkning", is_closed=True)),
    ("EditItem", "secretary", "draft", "", "varighed på punkt 2: 35", EditItem(
        position=2, part=Part.FRAME, duration="35 min")),
    ("EditItem", "secretary", "draft", "", "punkt 2 skal have ti minutter mere", OpenItem(position=2)),
    ("EditItem", "secretary", "draft", "", "pkt 4 er drøftelse, ikke beslutning", EditItem(
        position=4, kind="discussion")),
    ("EditItem", "secretary", "draft", "", "gør punkt 1 lukket", EditItem(position=1, part=Part.FRAME, is_closed=True)),
    ("CorrectItem", "secretary", "sent", "", "det udsendte punkt 2 varer kun 25 min", CorrectItem(
        position=2, duration="25 min")),
    ("CorrectItem", "secretary", "sent", "", "giv punkt 2 fem minutter mere", OpenSentItem(position=2)),
    ("OpenSentItem", "secretary", "sent", "", "noget er galt i det vi sendte", OpenSentItem()),
    ("WithdrawItem", "secretary", "sent", "", "punkt 3 bliver ikke til noget", WithdrawItem(position=3)),
    ("WithdrawItem", "secretary", "sent", "", "det er ikke punkt 3 der er galt", OpenSentItem(position=3)),
    ("TakeUpItem", "secretary", "sent", "", "det der udgik tages alligevel", TakeUpItem()),
    ("RemoveLate", "secretary", "sent", "", "6 skal af tillægget igen", RemoveLate(position=6)),
    ("RemoveLate", "secretary", "sent", "", "det sene skal af igen", OpenSupplement()),
    ("TakeBackSupplement", "chair", "sent", "", "mit ja til det sene gælder ikke mere", TakeBackSupplement()),
    ("AttachFiles", "secretary", "draft", "", "arket skal ligge ved punkt 3", AttachFiles(position=3)),
    ("AttachFiles", "islander", "draft", "", "her er tallene til mit punkt", AttachFiles(position=4)),
    ("AttachFiles", "secretary", "draft", "", "jeg har nogle ark med tal", OfferFiles()),
    ("OfferFiles", "secretary", "draft", "OfferFiles(upload=u1)", "hvor skal de hen", OfferFiles(upload="u1")),
    ("ShowAttachment", "member", "sent", "ShowAttachments()", "det andet på listen", ShowAttachment(bilag=2)),
    ("ShowAttachments", "member", "live", "", "ligger der bilag til det vi sidder med", ShowAttachments(position=2)),
    ("FetchAttachment", "member", "sent", "", "version 1 af bilag 2", FetchAttachment(bilag=2, revision=1)),
    ("OpenDocument", "secretary", "minutes", "ShowMinutes()", "som pdf", OpenDocument(
        paper=Kind.MINUTES, file=FileKind.PDF)),
    ("OpenDocument", "secretary", "approved", "", "hvem har godkendt hvad, til sagen", OpenDocument(
        paper=Kind.APPROVAL_SHEET)),
    ("OpenDocument", "gp", "minutes", "", "et udtræk af punkt 3", OpenDocument(paper=Kind.EXTRACT, position=3)),
    ("OpenDocument", "secretary", "asked", "", "version 1 ikke som pdf men word", OpenDocument(
        paper=Kind.AGENDA, file=FileKind.WORD, version=1)),
    ("FileOn", "secretary", "draft", "", "fjern sagsnummeret fra punkt 2", FileOn(position=2, case_number="")),
    ("FileOn", "secretary", "draft", "", "handlingsfacet A26 på punkt 1", FileOn(position=1, facet="A26")),
    ("FileOn", "secretary", "draft", "", "kle 29.09.04 G01 på hele mødet", FileOn(kle="29.09.04", facet="G01")),
    ("FileOn", "secretary", "draft", "", "hvad hører punkt 2 til?", ShowFiling(pick=2)),
    ("OpenRelease", "secretary", "minutes", "", "hvad ser folk hvis referatet lægges ud?", OpenRelease(
        paper=Paper.MINUTES)),
    ("OpenRelease", "secretary", "minutes", "ShowMinutes()", "den må de gerne se", OpenRelease(paper=Paper.MINUTES)),
    ("OpenTakeBack", "secretary", "minutes", "", "nr. 2 skulle ikke have været ude", OpenTakeBack(number=2)),
)  # fmt: skip
PLACES = (
    ("det andet punkt", 2),
    ("et andet punkt", None),
    ("for det første er jeg i tvivl", None),
    ("tag det sidste af", 4),
    ("sidste gang talte vi om biler", None),
    ("næstsidste punkt", 3),
    ("det sjette punkt", None),
)


@pytest.fixture
async def known(database: Database) -> Mapping[tuple[str, str, bool], Moment]:
    """What is known in every situation."""
    return await moments(database)


async def test_an_act_is_built_as_the_nearest_that_makes_sense(
    known: Mapping[tuple[str, str, bool], Moment],
) -> None:
    found = {
        (act, said): _built(act, said, known[situation, role, False], last)
        for act, role, situation, last, said, _ in BUILT
    }
    assert found == {(act, said): wanted for act, *_, said, wanted in BUILT}


@pytest.mark.parametrize(("said", "place"), PLACES)
def test_an_item_is_told_by_its_place(said: str, place: int | None) -> None:
    assert place_said(bare(said), 4) == place


def _built(act: str, said: str, moment: Moment, last: str) -> Action | None:
    heard = hear(said, replace(moment, talk=talk(last)))
    told = replace(heard.told, rest=rest_of(said, heard.words, heard.told.slots, frozenset()))
    return next((each.action for each in guessed((act,), told)), None)
