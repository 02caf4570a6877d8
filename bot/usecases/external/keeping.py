"""Another body's meeting that is new or was changed is stored and logged; its card and its reminders follow it."""

from collections.abc import Sequence

from bot.domain.external.notices import ExternalNotice
from bot.domain.external.state import Answer, ExternalMeeting
from bot.domain.kernel import settings
from bot.usecases.desk import WritingDesk
from bot.usecases.external.loading import Known, known
from bot.usecases.external.reminding import replan
from storage import external as store


async def add(desk: WritingDesk, actor: str, meeting: ExternalMeeting, form: str) -> Known:
    """Store a new one under its number, and show it in the channel."""
    stored = Known(meeting=await store.add(desk.conn, meeting, form))
    await _log(desk, actor, stored.meeting, "external.registered", name=meeting.name, items=_titles(meeting))
    await _follow(desk, stored)
    return stored


async def keep(desk: WritingDesk, actor: str, before: Known, after: ExternalMeeting, what: str, **texts: str) -> Known:
    """Store what changed; what did not leaves no trace."""
    if after == before.meeting:
        return before
    stored = await known(desk, await store.save(desk.conn, after))
    await _log(desk, actor, stored.meeting, what, **texts)
    await _follow(desk, stored)
    return stored


async def keep_answers(desk: WritingDesk, actor: str, this: Known, new: Sequence[Answer]) -> Known:
    """Store what an organisation answered; the later of its answers to an item counts, and both stay."""
    if not new:
        return this
    await store.add_answers(desk.conn, this.meeting, len(this.answers), new)
    first = new[0]
    await desk.log(
        actor,
        "external.answered",
        number=this.meeting.number,
        year=this.meeting.year,
        items=[each.item for each in new],
        organisation=first.organisation,
        position=first.position.value,
        texts={"words": first.words} if first.words else None,
    )
    stored = Known(meeting=this.meeting, answers=(*this.answers, *new))
    await _follow(desk, stored)
    return stored


async def tell_secretariat(
    desk: WritingDesk,
    kind: ExternalNotice,
    meeting: ExternalMeeting,
    *about: object,
    but: str | None,
    **subject: object,
) -> None:
    """Tell each of those who serve the forum, but for one who knows already."""
    for person in settings.secretariat(desk.forum, desk.today):
        if person != but:
            await desk.tell(
                kind,
                meeting.year,
                meeting.number,
                *about,
                meeting=None,
                recipient=person,
                first=None,
                year=meeting.year,
                number=meeting.number,
                **subject,
            )


async def _follow(desk: WritingDesk, this: Known) -> None:
    meeting = this.meeting
    about = (ExternalNotice.INPUT, meeting.year, meeting.number)
    await desk.tell(*about, year=meeting.year, number=meeting.number)
    await replan(desk, this)


async def _log(desk: WritingDesk, actor: str, meeting: ExternalMeeting, what: str, **texts: str) -> None:
    await desk.log(
        actor,
        what,
        texts={name: words for name, words in texts.items() if words},
        number=meeting.number,
        year=meeting.year,
        revision=meeting.revision,
        body=meeting.body,
        day=meeting.day.isoformat(),
        cancelled=meeting.is_cancelled,
    )


def _titles(meeting: ExternalMeeting) -> str:
    return "\n".join(each.title for each in meeting.details.items)
