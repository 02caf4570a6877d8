"""»Årsstatus«: drafted from what happened, written by the secretariat, approved by whoever leads, and sent once."""

from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.expected import Expected, expected, spoken_of
from bot.domain.kernel.office import no_rights
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.kernel.witness import Witness
from bot.domain.meetings.standing_in import acts_for
from bot.domain.year import reports as rules
from bot.domain.year.actions import ApproveStatus, OpenStatus, SaveStatus, SendStatus, ShowStatus, StatusAction
from bot.domain.year.notices import YearNotice
from bot.domain.year.reports import AnnualReport
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import is_secretariat, require_seat, require_secretariat
from bot.usecases.year import reminding
from bot.usecases.year.happened import happened
from bot.usecases.year.years import year_meant
from cards.kit.both import Clash, with_both
from cards.kit.elements import Card
from cards.kit.words import medium_date_time, say
from cards.year import status as cards
from cards.year.happened import LONGEST, counted, drafted
from storage import reports as store
from storage.audit import Entry


async def show(desk: Desk, actor: str, action: ShowStatus) -> Card:
    """The year's report as it stands."""
    return cards.status(await view_of(desk, actor, *_meant(desk, action)))


async def open_form(desk: Desk, actor: str, action: OpenStatus) -> Card:
    """Its text in a field: as it was kept, or as it would be drafted now."""
    require_secretariat(desk, actor)
    report, year = _meant(desk, action)
    stored = await store.get(desk.conn, desk.forum.id, report.id, year)
    if stored is not None:
        _check_unsent(desk, stored, report)
    view = await view_of(desk, actor, report, year)
    return cards.form(view, drafted(await happened(desk, year)) if action.anew else view.words)


async def as_refused(desk: Desk, actor: str, action: SaveStatus) -> Card | None:
    """The form as it was filled in, to those who may write."""
    if not is_secretariat(desk, actor):
        return None
    view = await view_of(desk, actor, *_meant(desk, action))
    form = cards.form(view, action.words[: 2 * LONGEST])
    if action.revision in (None, view.revision):
        return form
    here = OpenStatus(forum=desk.forum.id, of_year=str(view.year), report=view.report)
    return with_both(form, [Clash(say("status.field.words"), view.words, action.words)], action, here)


async def save(desk: WritingDesk, actor: str, action: SaveStatus) -> Card:
    """Keep the text; whoever approved another one has approved nothing of it."""
    require_secretariat(desk, actor)
    report, year = _meant(desk, action)
    before = await _current(desk, report, year, action.revision)
    after = rules.rewritten(before, clean_text(action.words, Term("status.field.words"), LONGEST))
    if after != before or before.revision == 0:
        after = await store.put(desk.conn, after)
        await _log(desk, actor, "year.status_saved", after, words=after.words)
    return cards.status(await view_of(desk, actor, report, year), outcome=say("status.done.saved"))


async def approve(desk: WritingDesk, actor: str, action: ApproveStatus) -> Card:
    """Whoever leads approves it, for themselves or in the place of somebody who is away."""
    require_seat(desk, actor)
    report, year = _meant(desk, action)
    places = _places(desk, actor, year)
    if not places:
        raise no_rights(desk.forum, desk.today)
    before = await _current(desk, report, year, action.revision)
    after = rules.approved(before, places)
    if after != before:
        after = await store.put(desk.conn, after)
        await _log(desk, actor, "year.status_approved", after, seats=list(places))
    return cards.status(await view_of(desk, actor, report, year), outcome=say("status.done.approved"))


async def send(desk: WritingDesk, actor: str, action: SendStatus) -> Card:
    """It leaves as it is, with the code of the entry that says so; nothing of it changes any more."""
    require_secretariat(desk, actor)
    report, year = _meant(desk, action)
    if report.to is None:
        raise Refusal("report_nobody")
    before = await _current(desk, report, year, action.revision)
    asked = rules.approvers(desk.forum, year, desk.now)
    missing = rules.missing_approvals(desk.forum, before, asked, desk.today)
    if rules.is_required(desk.forum) and missing:
        raise Refusal("report_unapproved", hvem=[desk.name_of(each) for each in missing])
    after = await store.put(desk.conn, rules.sent(before, actor, desk.now))
    entry = await _log(desk, actor, "year.status_sent", after, words=after.words)
    about = (after.report, after.year)
    subject = {"year": year, "report": report.id, "entry": entry.seq, "hash": entry.hash}
    await desk.tell(YearNotice.REPORT_SENT, *about, meeting=None, recipient=None, first=None, **subject)
    await reminding.plan(desk)
    done = say("status.done.sent", modtager=_to(desk, report))
    return cards.status(await view_of(desk, actor, report, year), outcome=done)


async def view_of(desk: Desk, actor: str | None, report: Expected, year: int) -> cards.StatusView:
    """The report as that person may see it (None: as everybody may)."""
    stored = await store.get(desk.conn, desk.forum.id, report.id, year)
    found = await happened(desk, year)
    asked = rules.approvers(desk.forum, year, desk.now)
    charter, every = desk.forum.charter, expected(desk.forum.charter)
    approved = () if stored is None else stored.approved_by
    chosen = desk.forum.choice(rules.APPROVAL)
    missing = rules.missing_approvals(desk.forum, stored, asked, desk.today)
    return cards.StatusView(
        forum=desk.forum.id,
        report=report.id,
        year=year,
        revision=0 if stored is None else stored.revision,
        to=None if report.to is None else charter.name_of_body(report.to),
        is_asked_for=bool(every),
        bases=[say("status.base", navn=each.name, ord=each.words or each.name) for each in spoken_of(charter)],
        numbers=counted(found),
        words=drafted(found) if stored is None else stored.words,
        until=None if found.is_over or _is_sent(stored) else found.until,
        due=rules.due_on(desk.forum, report, year),
        approved=[desk.name_of(each) for each in approved],
        missing=[desk.name_of(each) for each in missing],
        is_required=None if chosen is None else chosen == "required",
        sent_by="" if stored is None or stored.sent_by is None else desk.name_of(stored.sent_by),
        sent_at=None if stored is None else stored.sent_at,
        tz=desk.forum.timezone,
        witness=await _witness(desk, report, year),
        others={each.id: each.name for each in every if each.id != report.id},
        may_write=desk.is_overheard or is_secretariat(desk, actor),
        may_approve=bool(missing) and (desk.is_public or bool(set(_places(desk, actor, year)) & set(missing))),
    )


def _meant(desk: Desk, action: StatusAction) -> tuple[Expected, int]:
    """Which report, and of which year; Refusal("status_future") of one that has not begun."""
    year = year_meant(action.of_year, desk.today.year)
    if year > desk.today.year:
        raise Refusal("status_future", aar=year)
    return rules.meant(desk.forum.charter, action.report), year


async def _current(desk: Desk, report: Expected, year: int, revision: int | None) -> AnnualReport:
    """What is stored, or the draft before anything is; Refusal("stale") where it is another than was shown."""
    stored = await store.get(desk.conn, desk.forum.id, report.id, year)
    if stored is None:
        words = drafted(await happened(desk, year))
        stored = AnnualReport(forum=desk.forum.id, report=report.id, year=year, revision=0, words=words)
    _check_unsent(desk, stored, report)
    if revision not in (None, stored.revision):
        raise Refusal("stale")
    return stored


def _check_unsent(desk: Desk, stored: AnnualReport, report: Expected) -> None:
    """Refusal("report_sent") with when and by whom."""
    if stored.sent_at is not None:
        raise Refusal(
            "report_sent",
            modtager=_to(desk, report),
            tidspunkt=medium_date_time(stored.sent_at, desk.forum.timezone),
            navn=desk.name_of(stored.sent_by or ""),
        )


def _places(desk: Desk, actor: str | None, year: int) -> tuple[str, ...]:
    """Those who are asked for whom that person may approve, themselves first."""
    asked = rules.approvers(desk.forum, year, desk.now)
    meeting = rules.led(desk.forum, year, desk.now)
    if actor is None:
        return ()
    if meeting is None:
        return tuple(each for each in asked if each == actor)
    return acts_for(desk.forum, meeting, actor, asked, desk.today)


async def _witness(desk: Desk, report: Expected, year: int) -> Witness | None:
    """The entry that says that it was sent."""
    told = await desk.told(YearNotice.REPORT_SENT, report.id, year)
    match told.subject if told is not None else {}:
        case {"entry": int(seq), "hash": str(digest)}:
            return Witness(seq, digest)
        case _:
            return None


async def _log(
    desk: WritingDesk, actor: str, what: str, after: AnnualReport, *, words: str = "", **more: object
) -> Entry:
    facts = {"report": after.report, "year": after.year, "revision": after.revision, **more}
    return await desk.log(actor, what, texts={"words": words} if words else None, **facts)


def _is_sent(stored: AnnualReport | None) -> bool:
    return stored is not None and stored.sent_at is not None


def _to(desk: Desk, report: Expected) -> str:
    return desk.forum.charter.name_of_body(report.to or "")
