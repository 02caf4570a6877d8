"""Who may send, see and replace bilag, and how they are listed: files and links in one row of numbers, by version."""

from dataclasses import replace

import pytest

from bot.domain.attachments.actions import (
    AttachFiles,
    AttachmentsQuery,
    FetchAttachment,
    OfferFiles,
    OpenNewVersion,
    ShowAttachment,
    ShowAttachments,
)
from bot.domain.attachments.state import OfProposal
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.people import Identity
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.actions import Accept, Propose
from bot.usecases import attachments as usecase
from bot.usecases import topics
from bot.usecases.attachments.serving import file_for
from bot.usecases.desk import WritingDesk
from cards.kit.elements import Card
from storage import agenda as agendas
from storage import attachments, uploads
from storage.uploads import Upload
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk
from tests.harness.bilag import attach
from tests.harness.klynge_nord import klynge_nord

FORUM, MEETING, NOW = "politisk-klynge-nord", "2027-1", "2027-02-01T10:00"
SECRETARIAT, COORDINATOR, OTHER, POLITICIAN = (
    "sekretariat-kommuner",
    "koordinator-hjoerring",
    "koordinator-region",
    "formand-laesoe",
)
LINK, BATCH = "https://www.nord.example/notat", "b" * 64


async def _prepared(desk: WritingDesk, *, is_closed: bool = False) -> None:
    """No. 1, with a link, is item 2 of March's draft; no. 2 of a politician waits."""
    form = Propose(form="p", title="Hjemmebesøg", summary="Kort.", recommendation="Drøftes.", is_closed=is_closed)
    await topics.command(desk, COORDINATOR, replace(form, links=LINK))
    await topics.command(desk, SECRETARIAT, Accept(number=1))
    await topics.command(desk, OTHER, replace(form, form="q", title="Andet", is_closed=False))


async def _two_versions(desk: WritingDesk) -> None:
    one = await attach(desk, OfProposal(1), "Budget", b"foer")
    digest = await attachments.keep_bytes(desk.conn, FORUM, b"efter")
    newer = replace(one, version=2, digest=digest, size=5, title="Budget 2027", by=COORDINATOR)
    await attachments.add(desk.conn, newer, "form-newer")
    agenda = await agendas.get(desk.conn, FORUM, MEETING)
    assert agenda is not None
    await attachments.number(desk.conn, FORUM, MEETING, agenda.items)


async def _card(desk: WritingDesk, person: str, action: ShowAttachment | ShowAttachments | OpenNewVersion) -> Card:
    card = await usecase.query(desk, person, action)
    check(card)
    return card


async def test_files_and_links_stand_in_one_row_of_numbers_and_old_versions_on_the_bilags_own_card(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at(NOW) as desk:
        await _prepared(desk)
        await _two_versions(desk)
        for asked in (ShowAttachments(), ShowAttachments(position=2)):
            listed = texts(await _card(desk, POLITICIAN, asked))
            assert f"Bilag 1: {LINK} (link)" in listed  # it came first
            assert "Bilag 2: Budget 2027 (txt, 1 kB), version 2" in listed
            assert "Åbn linket" in listed
        shown = await _card(desk, SECRETARIAT, ShowAttachment(bilag=2))
        said = texts(shown)
        assert said.index("Version 2: Budget 2027 (txt, 1 kB) · 1. feb") < said.index("Version 1: Budget (txt, 1 kB)")
        assert "»ny version af bilag 2«" in said
        assert button_titles(shown) == ["Hent", "Hent version 1", "Ny version", "Tag bilag af", "Se alle bilag"]
        old = await file_for(desk, POLITICIAN, FetchAttachment(bilag=2, revision=1))
        new = await file_for(desk, POLITICIAN, FetchAttachment(bilag=2))
        assert (old.data, new.data) == (b"foer", b"efter")
        assert await _refusal(desk, POLITICIAN, ShowAttachment(bilag=1)) == "no_attachment"  # which is a link
        assert await _refusal(desk, POLITICIAN, FetchAttachment(bilag=9)) == "no_attachment"


async def test_new_version_says_how_to_those_who_may_and_no_to_all_others(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(NOW) as desk:
        await _prepared(desk)
        await _two_versions(desk)
        for person in (SECRETARIAT, COORDINATOR):
            said = texts(await _card(desk, person, OpenNewVersion(attachment=1)))
            assert "Ny version af »Budget 2027«" in said
            assert "»ny version af bilag 2«" in said
        waiting = await attach(desk, OfProposal(2), "Notat")
        said = texts(await _card(desk, OTHER, OpenNewVersion(attachment=waiting.id)))
        assert "vælg bilaget, når jeg spørger" in said
        for person in (OTHER, POLITICIAN):
            assert button_titles(await _card(desk, person, ShowAttachment(bilag=2))) == [
                "Hent",
                "Hent version 1",
                "Se alle bilag",
            ]
            assert await _refusal(desk, person, OpenNewVersion(attachment=1)) == "no_rights"


async def _refusal(desk: WritingDesk, person: str, action: AttachmentsQuery | AttachFiles) -> str:
    meant = (
        usecase.command(desk, person, action)
        if isinstance(action, AttachFiles)
        else usecase.query(desk, person, action)
    )
    with pytest.raises(Refusal) as no:
        await meant
    return no.value.key


async def _sent(desk: WritingDesk, person: str) -> Identity:
    (account, *_) = klynge_nord().person(person).identities
    file = Upload(batch=BATCH, place=1, account=account, name="Notat.pdf", url="https://x.example/a")
    await uploads.receive(desk.conn, [file], at=desk.now, forget=desk.now)
    return account


async def test_what_another_organisation_proposed_a_politician_or_another_forum_has_gets_no_file_from_here(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at(NOW) as desk:
        await _prepared(desk)
        await _two_versions(desk)
        await _sent(desk, OTHER)
        for asked in (
            AttachFiles(upload=BATCH, number=1),
            AttachFiles(upload=BATCH, position=2),
            AttachFiles(upload=BATCH, position=1),
            AttachFiles(upload=BATCH, target="p:1"),
            AttachFiles(upload=BATCH, target=f"i:{MEETING}:1"),
            AttachFiles(upload=BATCH, target="v:1"),
            AttachFiles(upload=BATCH, bilag=2),
            AttachFiles(upload=BATCH, attachment=1),
        ):
            assert await _refusal(desk, OTHER, asked) == "no_rights", asked
        for target in ("i:2027-91:2", "i:anden-klynge/2027-1:2", "p:3", "p:999999999", "v:9", f"i:{MEETING}:99"):
            assert await _refusal(desk, OTHER, AttachFiles(upload=BATCH, target=target)) == "attachment_gone", target
        for target in ("x", "p:", "p:-1", "v:1.5", "i::", "p:" + "9" * 30):
            key = await _refusal(desk, OTHER, AttachFiles(upload=BATCH, target=target))
            assert key in ("bad_card", "attachment_gone"), target
        for person in (SECRETARIAT, POLITICIAN):  # who sent nothing
            assert await _refusal(desk, person, AttachFiles(upload=BATCH, number=1)) == "attachment_file_gone"
            assert await _refusal(desk, person, OfferFiles(upload=BATCH)) == "attachment_file_gone"
        offered = await usecase.query(desk, OTHER, OfferFiles(upload=BATCH))
        check(offered)
        assert "Andet" in texts(offered)
        assert "Hjemmebesøg" not in texts(offered)
        (still,) = await uploads.of_batch(desk.conn, BATCH)
        assert still.wanted is None


async def test_in_the_channel_no_file_is_taken_and_nothing_is_said_of_what_it_was_for(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(NOW) as desk:
        await _prepared(desk, is_closed=True)
        await _two_versions(desk)
        await _sent(desk, SECRETARIAT)
    async with open_desk_at(NOW, Place.CHANNEL) as desk:
        asked = AttachFiles(upload=BATCH, position=2)
        with pytest.raises(Refusal) as no:
            await usecase.command(desk, SECRETARIAT, asked)
        assert (no.value.key, no.value.facts) == ("attachment_here", {})
        assert await usecase.fresh_card(desk, SECRETARIAT, asked) is None
        for hidden in (ShowAttachment(bilag=2), FetchAttachment(bilag=2), OpenNewVersion(attachment=1)):
            assert await _refusal(desk, SECRETARIAT, hidden) == "no_attachment.here"
        assert "Budget" not in texts(await usecase.query(desk, SECRETARIAT, ShowAttachments()))
        assert LINK not in texts(await usecase.query(desk, SECRETARIAT, ShowAttachments()))
