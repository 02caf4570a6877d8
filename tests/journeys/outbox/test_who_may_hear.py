"""What is told to one person asks for their seat at the moment it leaves, whatever kind of notice it is."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot import operations
from bot.domain.approval.mending import What
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.hearing import Hearer
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.notices import HEARD, AnyNotice
from bot.domain.proposals.notices import Event, ProposalNotice
from bot.local.board import words
from bot.local.connector import Failure
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL, Account
from bot.local.filling import Value
from bot.usecases.reader import Membership, Reader
from bot.usecases.routes import carrying
from cards.kit.elements import card, text
from cards.kit.words import say
from storage.engine.codec import to_json
from storage.outbox import notices
from tests.harness.breaking import writes
from tests.harness.desks import desk_of
from tests.harness.elapsed import Elapsed
from tests.harness.forging import NORD, STRANGER
from tests.harness.passing_time import reapplied
from tests.harness.steps import COORDINATOR, SECRETARIAT, VISITS, in_chat, teams_of, told

PERSON = "formand-kommunal"
MEETING = "2027-1"
SECRET = "Hemmeligt indhold"  # noqa: S105 - what only those with a seat may read
CLOSED: dict[str, Value] = {"Overskrift": SECRET, "Resumé": SECRET, "Punktet bør være lukket": True}
PERSONAL_KINDS = [kind for kind, heard in HEARD.items() if heard.who not in (Hearer.FORUM, Hearer.ADMIN)]
BARRED = {
    say(key)
    for key in (
        "stale.no_seat",
        "stale.not_serving",
        "stale.not_asked",
        "stale.not_leading",
        "stale.lost_right",
        "stale.another_account",
    )
}

REPLANNED: dict[AnyNotice, str] = {ApprovalNotice.CLEARANCE_MISSING: say("approval.reason.mended")}
"""What a file supersedes, and plans anew for those who are to hear it."""

ROLES = "{person: formand-kommunal, organisation: hjoerring, roles: [politician], level: political, mandate: true}"
EVERYTHING = (ROLES, ROLES.replace("[politician]", "[politician, coordinator, secretariat]"))
ENDED = (ROLES, ROLES.replace("true}", "true, until: 2027-01-11}"))
SERVES = "{person: sekretariat-kommuner, organisation: hjoerring, roles: [secretariat], side: municipalities}"
SERVES_NO_MORE = (SERVES, SERVES.replace("[secretariat], side: municipalities", "[coordinator]"))
PROPOSES = "{person: koordinator-hjoerring, organisation: hjoerring, roles: [coordinator, administrative_representative], level: administrative}"  # noqa: E501 - as it stands in the file
PROPOSES_NO_MORE = (PROPOSES, PROPOSES.replace("administrative}", "administrative, until: 2027-01-11}"))
MOVED_ACCOUNT = ("object_id: 00000000-0000-4000-8000-000000000006", f"object_id: {STRANGER.object_id}")


def owed(nord: Stage, kind: AnyNotice) -> Notice:
    """A notice of that kind to the person, with all that any kind is told in its subject."""
    account = nord.account(PERSON)
    chat = nord.teams.directory.personal(account)
    where = Conversation(
        place=Place.PERSONAL, service_url=teams_of(nord).url, tenant=account.tenant, id=chat, bot="28:klyngebot"
    )
    reader = Reader(
        object_id=account.object_id, memberships=(Membership(forum=NORD, person=PERSON, held=frozenset({"seat"})),)
    )
    subject = {"proposal": 1, "revision": 1, "round": 1, "version": 1, "place": 0, "remark": 0, "person": PERSON}
    subject |= {"what": Event.REVISED.value, "words": SECRET, "new": [], "under": MEETING, "about": ""}
    subject |= {"organisation": "hjoerring", "times": 0, "number": 1, "year": 2027, "is_back": False}
    subject |= {"ended": NORD, "body": "sundhedsraadet", "from_forum": NORD, "of_meeting": MEETING, "decision": "x/1"}
    subject |= {"host": "hjoerring", "before": "laesoe", "was": "2027-03-02", "by": "2027-12-07", "report": "status"}
    subject |= {"attachment": 1, "is_new": True}
    step = {"what": What.RELEASED.value, "people": [PERSON], "until": None}
    subject |= {"step": step, "steps": [step]}
    subject |= carrying(card(text(SECRET), speak=SECRET), where) | {"reader": to_json(Reader, reader)}
    return Notice(
        key=f"{NORD}/{kind.value}/prøve",
        forum=NORD,
        kind=kind,
        meeting=MEETING,
        recipient=PERSON if HEARD[kind].is_personal else None,
        subject=subject,
        due_at=nord.clock.now() + timedelta(days=1),
        is_timed=False,
    )


async def ended(nord: Stage) -> dict[AnyNotice, Notice]:
    """What became of each."""
    async with asyncio.timeout(30):
        while True:
            await nord.service.delivery.deliver_due()
            async with nord.service.database.reading() as conn:
                found = {kind: await notices.get(conn, f"{NORD}/{kind.value}/prøve") for kind in PERSONAL_KINDS}
            known = {kind: notice for kind, notice in found.items() if notice is not None}
            if all(each.state is not NoticeState.WAITING for each in known.values()):
                return known
            await asyncio.sleep(0.02)


async def every_kind_leaves(nord: Stage, *changes: tuple[str, str]) -> dict[AnyNotice, Notice]:
    """One of every kind to one person is owed for tomorrow; the file is changed, and the next day has come."""
    form = await nord.says(COORDINATOR, "foreslå", PERSONAL)
    await nord.clicks(COORDINATOR, form, "Send forslag", VISITS | CLOSED)
    await nord.says(SECRETARIAT, "optag 1")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    await nord.says(PERSON, "send retur: Det er for kort.", PERSONAL)
    await reapplied(nord, EVERYTHING)
    async with nord.service.database.writing(NORD) as conn:
        for kind in PERSONAL_KINDS:
            await notices.show(conn, owed(nord, kind))
    await nord.service.delivery.deliver_due()
    known = {each.id for each in in_chat(nord, PERSON)}
    await reapplied(nord, *changes)
    await nord.at("2027-01-12T09:00")
    found = await ended(nord)
    new = [words(each) for each in in_chat(nord, PERSON) if each.id not in known]
    assert (SECRET in "".join(new)) is (changes[0] is EVERYTHING), new
    assert bool(new) is (changes[0] is EVERYTHING), new
    return found


async def test_no_kind_of_notice_reaches_somebody_whose_seat_has_ended(nord: Stage) -> None:
    for kind, notice in (await every_kind_leaves(nord, ENDED)).items():
        why = REPLANNED.get(kind, say("stale.no_seat"))
        assert (notice.state, notice.reason) == (NoticeState.SUPERSEDED, why), kind
        assert SECRET not in str(notice.subject) or kind is not ForumNotice.REPLY


async def test_each_of_them_passes_where_the_seat_and_the_part_in_it_hold(nord: Stage) -> None:
    found = await every_kind_leaves(nord, EVERYTHING)
    for kind, notice in found.items():
        assert notice.reason not in BARRED, kind
    assert found[ForumNotice.REPLY].state is NoticeState.SENT
    assert found[ProposalNotice.CHANGED].state is NoticeState.SENT


async def test_whoever_has_a_seat_but_no_longer_their_part_hears_only_what_all_with_a_seat_may(nord: Stage) -> None:
    no_longer_leads = ("meeting_leader: formand-kommunal", "meeting_leader: formand-laesoe")
    no_longer_chairs = ("[formand-kommunal, formand-regional]", "[formand-laesoe, formand-regional]")
    for kind, notice in (await every_part_is_lost(nord, no_longer_leads, no_longer_chairs)).items():
        match HEARD[kind].who:
            case Hearer.SECRETARIAT:
                assert notice.reason == say("stale.not_serving"), kind
            case Hearer.APPROVER | Hearer.CLEARING:
                assert notice.reason == say("stale.not_asked"), kind
            case Hearer.LEADER:
                assert notice.reason == say("stale.not_leading"), kind
            case _:
                assert notice.reason not in BARRED, kind


async def every_part_is_lost(nord: Stage, *changes: tuple[str, str]) -> dict[AnyNotice, Notice]:
    await reapplied(nord, EVERYTHING)
    async with nord.service.database.writing(NORD) as conn:
        for kind in PERSONAL_KINDS:
            await notices.show(conn, owed(nord, kind))
    await reapplied(nord, *changes)
    await nord.at("2027-01-12T09:00")
    return await ended(nord)


async def outbox(url: str) -> str:
    settings = desk_of(url)
    return "\n".join([line async for line in operations.show_outbox(settings)])


async def fails_once(nord: Stage, person: str, does: Callable[[], Awaitable[object]], kind: AnyNotice) -> Notice:
    """What is done brings that person something that Teams does not take; it waits to be tried again."""
    chat = nord.teams.directory.personal(nord.account(person))
    teams_of(nord).faults[chat].append(Failure(503))
    await does()
    async with asyncio.timeout(30):
        while True:
            async with nord.service.database.reading() as conn:
                waiting = [each for each in await notices.waiting(conn, most=100) if each.kind is kind and each.reason]
            if waiting:
                return waiting[0]
            await asyncio.sleep(0.02)


async def all_has_left(nord: Stage, elapsed: Elapsed) -> None:
    elapsed.passes(seconds=60)
    await nord.service.delivery.deliver_due()


async def propose_closed(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå", PERSONAL)
    await nord.clicks(COORDINATOR, form, "Send forslag", VISITS | CLOSED)
    await told(nord, SECRETARIAT, "Nyt forslag til dagsordenen")


@pytest.mark.both_databases
async def test_a_proposer_who_has_left_does_not_read_the_words_on_their_closed_proposal(
    nord: Stage, elapsed: Elapsed, database_url: str
) -> None:
    await propose_closed(nord)

    async def decline() -> None:
        await nord.says(SECRETARIAT, "sæt ikke på 1: Fortrolig begrundelse", PERSONAL)

    await fails_once(nord, COORDINATOR, decline, ProposalNotice.OUTCOME)
    await reapplied(nord, PROPOSES_NO_MORE)
    await nord.at("2027-01-12T09:00")
    await all_has_left(nord, elapsed)
    assert not [each for each in in_chat(nord, COORDINATOR) if "Fortrolig begrundelse" in words(each)]
    assert "bortfaldet: Modtageren har ikke længere plads i forummet." in await outbox(database_url)


async def test_a_kept_answer_is_not_sent_to_somebody_who_serves_no_more(
    nord: Stage, elapsed: Elapsed, database_url: str
) -> None:
    await propose_closed(nord)
    account = nord.account(SECRETARIAT)
    known = len(in_chat(nord, SECRETARIAT))

    async def ask() -> None:
        await nord.teams.visitor.says(account, "behandl 1", PERSONAL)

    kept = await fails_once(nord, SECRETARIAT, ask, ForumNotice.REPLY)
    assert SECRET in str(kept.subject)
    await reapplied(nord, SERVES_NO_MORE)
    await all_has_left(nord, elapsed)
    assert SECRET not in "".join(words(each) for each in in_chat(nord, SECRETARIAT)[known:])
    assert f"bortfaldet: {say('stale.lost_right')}" in await outbox(database_url)


async def test_a_kept_answer_to_somebody_without_a_seat_still_comes(nord: Stage, elapsed: Elapsed) -> None:
    teams_of(nord).faults[CHANNEL.id].append(Failure(503))
    asked = asyncio.create_task(writes(nord, STRANGER, "møder", CHANNEL.id))
    async with asyncio.timeout(30):
        while not asked.done():
            await all_has_left(nord, elapsed)
            await asyncio.sleep(0.02)
    assert "ikke registreret" in words(await asked)


async def test_what_waits_goes_to_the_account_that_the_person_has_by_now(nord: Stage, elapsed: Elapsed) -> None:
    people = nord.teams.directory.people
    object.__setattr__(nord.teams.directory, "people", (*people, STRANGER))  # the new account is in the tenant as well
    await propose_closed(nord)

    async def decline() -> None:
        await nord.says(SECRETARIAT, "sæt ikke på 1: Fortrolig begrundelse", PERSONAL)

    async def ask() -> None:
        await nord.teams.visitor.says(nord.account(COORDINATOR), "mine forslag", PERSONAL)

    await fails_once(nord, COORDINATOR, ask, ForumNotice.REPLY)
    await fails_once(nord, COORDINATOR, decline, ProposalNotice.OUTCOME)
    known = len(in_chat(nord, COORDINATOR))
    await reapplied(nord, MOVED_ACCOUNT)
    await all_has_left(nord, elapsed)
    assert "Fortrolig begrundelse" in "".join(read_by(nord, STRANGER))
    assert SECRET not in "".join(read_by(nord, nord.account(COORDINATOR))[known:])


def read_by(nord: Stage, account: Account) -> list[str]:
    chat = nord.teams.directory.personal(account)
    return [words(each) for each in nord.teams.board.messages(chat) if each.author is None]
