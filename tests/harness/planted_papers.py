"""The closed item and the open one beside it become papers: bilag, cases, releases, what is fetched by whom."""

import re
from datetime import date

from aiohttp import ClientSession

from bot.domain.attachments.actions import FetchAttachment
from bot.domain.documents.actions import FileKind, OpenDocument
from bot.domain.documents.state import Kind
from bot.domain.filing.actions import FileOn
from bot.domain.kernel.action import Action
from bot.domain.kernel.conversation import Place
from bot.domain.publication.actions import ReleasePaper, TakeBackRelease
from bot.domain.publication.state import Paper
from bot.domain.referrals.state import Details, Referral, Status
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.usecases.desk import open_writing_desk
from cards.kit.buttons import pack
from storage import agenda, referrals
from tests.harness.cases.case import MEETING, POLITICIAN, here, of_meeting
from tests.harness.extracting import readable
from tests.harness.files import storing
from tests.harness.forging import NORD, is_refused, press, said
from tests.harness.own_page import URL
from tests.harness.planted import BESIDE, BESIDE_FILE, CASE_NUMBER, KLE, OPEN, SECRET_FILES, Ear, files_of
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, told

CLOSED_AT, OPEN_AT, LATE_AT = 2, 3, 5
"""Where they stand on the agenda."""


async def done(nord: Stage, *every: tuple[str, Action]) -> None:
    """Each of them does that where nobody reads along, and it is done."""
    for person, action in every:
        answer = await press(nord, person, pack(action), PERSONAL)
        assert answer.card is not None
        assert not is_refused(answer.card), (person, action, said(answer.card))


async def attached(nord: Stage) -> None:
    """Bilag of each kind hang on both, and a closed one on the open item."""
    async with storing() as store:
        for sentence, files in (
            (f"bilag til punkt {CLOSED_AT}", SECRET_FILES),
            (f"bilag til punkt {OPEN_AT}", files_of(OPEN)),
            (f"lukket bilag til punkt {OPEN_AT}", {f"{BESIDE}.txt": BESIDE_FILE}),
        ):
            held = {name: store.at(f"{number}", data) for number, (name, data) in enumerate(files.items())}
            await nord.says(SECRETARIAT, sentence, PERSONAL, files=held)
            for name in files:
                called, _, ending = name.rpartition(".")
                await told(nord, SECRETARIAT, f"{called} ({ending}, ")


async def filed(nord: Stage) -> None:
    """Each is filed on a case of its own."""
    subject, facet = KLE.split()
    closed = of_meeting(FileOn, position=CLOSED_AT, case_number=CASE_NUMBER, kle=subject, facet=facet)
    beside = of_meeting(FileOn, position=OPEN_AT, case_number=f"{OPEN} 27/1", kle="11.22.33", facet="G01")
    await done(nord, (SECRETARIAT, closed), (SECRETARIAT, beside))


async def sent_on(nord: Stage, words: str) -> None:
    """The closed item as if it had been sent on, which this charter knows nobody to do to."""
    details = Details(
        title=f"{words} sag",
        is_closed=True,
        body_name="Rådet",
        question=f"{words} hvad?",
        sent_on=date(2027, 3, 16),
        sent_by=SECRETARIAT,
    )
    async with nord.service.database.writing(NORD) as conn:
        desk = await open_writing_desk(conn, NORD, nord.clock.now(), Place.PERSONAL)
        standing = await agenda.get(conn, NORD, MEETING)
        assert standing is not None
        case = Referral(
            forum=NORD,
            year=2027,
            number=1,
            revision=1,
            body="raad",
            status=Status.WAITING,
            details=details,
            proposal=1,
            meeting=MEETING,
            item=standing.current[CLOSED_AT - 1].id,
            receiver="raad",
            received=1,
            wanted=date(2027, 6, 1),
        )
        await referrals.add(conn, case, "form1")
        await desk.log(None, "referral.sent", number=1, year=2027)


async def released(nord: Stage, *papers: Paper) -> None:
    """Everybody may read those of the papers from now on."""
    await done(nord, *((SECRETARIAT, of_meeting(ReleasePaper, paper=each, moment="nu")) for each in papers))


async def taken_back(nord: Stage, number: int) -> None:
    """Nobody may read that release any more."""
    await done(nord, (SECRETARIAT, here(TakeBackRelease, number=number, words="Det var en fejl.")))


async def fetched(nord: Stage, ear: Ear) -> None:
    """Papers and bilag as files, by an address of somebody's own: each says what that person may read, and no more."""
    every = (SECRETARIAT, COORDINATOR, *CHAIRS, POLITICIAN)
    wanted = [
        of_meeting(OpenDocument, paper=paper, file=file, position=position, supplement=supplement)
        for file in (FileKind.PDF, FileKind.WORD)
        for paper, position, supplement in (
            (Kind.AGENDA, None, None),
            (Kind.MINUTES, None, None),
            (Kind.SUPPLEMENT, None, 1),
            (Kind.EXTRACT, CLOSED_AT, None),
        )
    ]
    async with ClientSession(f"http://127.0.0.1:{nord.service.port}") as session:
        for person in every:
            for action in (*wanted, *(of_meeting(FetchAttachment, bilag=number) for number in range(1, 12))):
                answer = said((await press(nord, person, pack(action), PERSONAL)).card)
                ear.hear(person, PERSONAL, answer, action)
                for address in re.findall(rf"{URL}(/[^\"\s]+)", answer):
                    async with session.get(address) as file:
                        words = f"{dict(file.headers)}\n{readable(await file.read())}"
                    ear.hear(person, PERSONAL, words, action)
