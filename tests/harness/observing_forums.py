"""What people see of a forum, by the name under which `charter check` sends them there.

Another observation is one line in `OBSERVED`: what is typed (a command is carried out and taken back), or a function of
a desk. A name that only tells of the charter itself stands in `OF_THE_CHARTER` as well.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice, product
from pathlib import Path
from typing import Any

import orjson

from bot.charters.forum_checks import unaddressed
from bot.charters.loader import load_charter
from bot.domain.agenda.state import Agenda, AgendaItem, AgendaVersion
from bot.domain.external.bodies import others
from bot.domain.forum.actions import HandOver, OpenHandOver, ShowProvisions, TieChannel
from bot.domain.kernel import settings
from bot.domain.kernel.action import Command, Query
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.layers import clashes
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.provision import Provision
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Content, ItemKind, Proposal, ProposalStatus
from bot.usecases import topics
from bot.usecases.desk import WritingDesk, desk_of, writing
from bot.usecases.forum.remarks import remarks_on
from bot.usecases.understanding.exactly import understand
from cards.forum.remarks import sentence
from storage import agenda as agendas
from storage import proposals
from storage.engine.connection import WritingConnection
from storage.outbox import notices
from tests.harness.charters import SILENT_CHARTER, saying

Observe = Callable[[WritingDesk], Awaitable[str]]

_PAGES = 6  # of a charter's words
_MOST = 100  # of what is sent at once
_LEFT_OPEN = Provision("aftalt-lokalt", "Vi har aftalt det.")
_LOCAL = saying(
    SILENT_CHARTER,
    composition__other_requirements=_LEFT_OPEN,
    composition__substitutes=_LEFT_OPEN,
    secretariat__contents=_LEFT_OPEN,
    agenda__requirements=_LEFT_OPEN,
)
_DRAWN = re.compile(rb"[0-9a-f]{32}|(?:[0-9a-f]{8} ){3}[0-9a-f]{8}")  # what is drawn anew each time: ids and codes


def typed(words: str) -> Observe:
    """What is answered to that sentence, to one who serves the forum and to one who does not, and what is sent then."""

    async def answers(desk: WritingDesk) -> str:
        return "\n".join([await _answer(desk, actor, words) for actor in _actors(desk)])

    return answers


async def applied(desk: WritingDesk) -> str:
    """What applying a file of that forum mentions, or would be refused for."""
    forum = desk.forum
    guidance = (*forum.overlays, load_charter("kosu-2022", Path()))
    unwanted = (each.reason for overlay in guidance for each in unaddressed(overlay, forum.charter, 1))
    return "\n".join((*(sentence(each, forum) for each in remarks_on(desk)), *unwanted))


async def planned(desk: WritingDesk) -> str:
    """Every reminder that applying the forum's file plans."""
    async with desk.conn.begin_nested() as trial:
        await topics.plan_forum(desk)
        for meeting in desk.forum.meetings:
            await topics.plan(desk, meeting)
        found = await notices.planned(desk.conn, desk.forum.id)
        await trial.rollback()
    return "\n".join(sorted(f"{each.key} {each.due_at}" for each in found))


async def read(desk: WritingDesk) -> str:
    """Every page of »Kommissoriets ord«."""
    (reader, *_) = _actors(desk) or ("",)
    pages = [await topics.query(desk, reader, ShowProvisions(page=number)) for number in range(1, _PAGES)]
    return "\n".join(map(_plain, pages))


def after_the_meeting(words: str, *before: str) -> Observe:
    """What is answered to that sentence the day after the first meeting, whose agenda was sent.

    What stands in `before` is done first.
    """

    async def answers(desk: WritingDesk) -> str:
        meeting = desk.forum.meetings[0]
        async with desk.conn.begin_nested() as trial:
            await agendas.put(desk.conn, replace(_agenda(desk, meeting), sent_version=1, sent_at=desk.now))
            later = replace(desk, now=meeting.ends + timedelta(days=1))
            for action, actor in product(map(understand, before), _actors(later)[:1]):
                with suppress(Refusal):  # where nobody serves the forum
                    if isinstance(action, Command) and not isinstance(action, TieChannel | HandOver):
                        await topics.command(later, actor, action)
            said = await typed(words)(later)
            await trial.rollback()
        return said

    return answers


async def layered_upon(desk: WritingDesk) -> str:
    """What a local charter would be refused for that settles what a common one may leave to each forum."""
    return "\n".join(f"{each.path} {each.common} {each.local}" for each in clashes(desk.forum.charter, _LOCAL))


def _agenda(desk: WritingDesk, meeting: Meeting) -> Agenda:
    item = AgendaItem(id=1, content=Content(title="Punkt", kind=ItemKind.DISCUSSION))
    version = AgendaVersion(number=1, items=(item,), frozen_at=desk.now, frozen_by="sekretariat")
    return Agenda(forum=desk.forum.id, meeting=meeting.id, revision=1, items=(item,), versions=(version,))


async def copied(desk: WritingDesk) -> str:
    """The copy of the next meeting's draft."""
    async with desk.conn.begin_nested() as trial:
        await agendas.put(desk.conn, _agenda(desk, desk.meeting(None)))
        said = await typed("kopi")(desk)
        await trial.rollback()
    return said


async def aligned(desk: WritingDesk) -> str:
    """The form of an external meeting, and what is answered where one of each body's is registered."""
    names = [f"eksternt møde {each.name} 20/4" for each in others(desk.forum)]
    return "\n".join([await typed(words)(desk) for words in ("eksternt møde", *names)])


async def disposed(desk: WritingDesk) -> str:
    """The form of a disposal, and what is answered to one that names no decision."""
    return "\n".join([await typed(words)(desk) for words in ("disponér", "disponér 1.000 kr.")])


async def sent_on(desk: WritingDesk) -> str:
    """The form in which a proposal is sent on."""
    content = Content(title="Sag", kind=ItemKind.DISCUSSION)
    async with desk.conn.begin_nested() as trial:
        await proposals.add(desk.conn, _proposal(desk, content), "3")
        said = await typed("videresend 3")(desk)
        await trial.rollback()
    return said


def _proposal(desk: WritingDesk, content: Content) -> Proposal:
    return Proposal(
        id=0,
        forum=desk.forum.id,
        year=desk.today.year,
        number=3,
        revision=1,
        meeting=desk.forum.meetings[0].id,
        proposer=desk.forum.people[0].id,
        on_behalf_of=None,
        by_right=True,
        content=content,
        status=ProposalStatus.RECEIVED,
        received_at=desk.now,
    )


OBSERVED: Mapping[str, Observe] = {
    "forum apply": applied,
    "påmindelser": planned,
    "local_charter": layered_upon,
    "kommissoriets ord": read,
    "beslutning 1": after_the_meeting("beslutning 1"),
    "kopi": copied,
    "eksternt møde": aligned,
    "disponér": disposed,
    "videresend 3": sent_on,
    "send referat": after_the_meeting("send referat", "beslutning 1: Godkendt"),
    **{
        words: typed(words)
        for words in (
            "om forummet",
            "ret et valg",
            "møder",
            "frister",
            "kontakt",
            "foreslå",
            "dagsorden",
            "ret dagsorden",
            "send til godkendelse",
            "sammensætning",
            "hvem kommer",
            "meld afbud",
            "hvem repræsenterer PLO",
            "invitér gæst",
            "opgaver",
            "indsatser",
            "aftaler",
            "ansøgninger",
            "stillede opgaver",
            "midler",
            "registrér bevilling",
            "årshjul",
            "årsstatus",
            "eksterne møder",
            "udpegninger",
            "organisering",
            "ny arbejdsgruppe",
        )
    },
}
"""By the name that stands in »…« in the table of bot/charters/carrying.py."""

OF_THE_CHARTER = frozenset({"om forummet", "kommissoriets ord"})
"""Those that tell of the charter itself, which proves for nothing that it is acted upon."""


async def _answer(desk: WritingDesk, actor: str, words: str) -> str:
    action = understand(words)
    async with desk.conn.begin_nested() as trial:
        try:
            if isinstance(action, Query) and not isinstance(action, OpenHandOver):
                return _plain(await topics.query(desk, actor, action))
            if isinstance(action, Command) and not isinstance(action, TieChannel | HandOver):
                card = _plain(await topics.command(desk, actor, action))
                owed = await notices.newest(desk.conn, most=_MOST)
                return "\n".join([card, *[await _told(desk, each) for each in owed]])
        except Refusal as refusal:
            return f"{refusal.key} {sorted(refusal.facts)}"
        finally:
            await trial.rollback()
    raise TypeError(f"»{words}« is no sentence of a person's")


async def _told(desk: WritingDesk, notice: Notice) -> str:
    """A message that is owed, as it leaves."""
    told = await topics.render(desk, notice)
    return f"{notice.key} {'' if isinstance(told, Stale) else _plain(told)}"


def _actors(desk: WritingDesk) -> tuple[str, ...]:
    """One who serves the forum and one who does not."""
    serving = settings.secretariat(desk.forum, desk.today)[:1]
    others = (each.person for each in desk.forum.seats if each.person not in serving and each.holds_on(desk.today))
    return (*serving, *islice(others, 1))


def desk_on(conn: WritingConnection, forum: Forum, now: datetime) -> WritingDesk:
    """A desk of that forum, in a personal chat."""
    return writing(desk_of(conn, forum, now, Place.PERSONAL, is_overheard=False), conn)


def _plain(card: Any) -> str:
    return _DRAWN.sub(b"", orjson.dumps(card, default=str)).decode()
