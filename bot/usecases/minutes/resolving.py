"""What a meeting resolved on one item: outcome, positions, where it went, and what the minutes say of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.agenda.state import AgendaItem
from bot.domain.duties.actions import CreateDuty
from bot.domain.duties.state import FollowUp
from bot.domain.external.speaking import asked
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.minutes import rules
from bot.domain.minutes.actions import RecordPositions, RecordResolution
from bot.domain.minutes.state import Outcome, Position, Resolution
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.duties import of_minutes
from bot.usecases.minutes import keeping, putting_off, sentences
from bot.usecases.minutes.forms import after_resolution
from bot.usecases.minutes.records import Record, begun
from bot.usecases.minutes.typed import day_typed, each_once, positions_ticked, positions_typed
from bot.usecases.minutes.views import check_place, item_at
from bot.usecases.rights import require_secretariat
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from cards.minutes.body import LONGEST
from cards.minutes.sentence import spoken_outcome
from cards.proposals.triage import UNSETTLED
from storage import agenda as agendas

LONGEST_SENTENCE = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a form or a sentence says of an item, with the outcome told apart from the words."""

    outcome: Outcome | None
    words: str
    put_off_to: str


async def record_resolution(desk: WritingDesk, actor: str, action: RecordResolution) -> Card:
    """What the meeting resolved on one item; then the form of the next one, or the minutes."""
    record, item = await _writable(desk, actor, action)
    before = rules.resolution_of(record.minutes, item.id)
    typed = _typed(desk, action, before)
    _check_sent_on(record, item, before, typed.outcome)
    resolution = await _with_put_off(desk, record, item, before, typed)
    resolution = replace(resolution, positions=_positions(desk, action, before))
    resolution, is_stuck = _with_sentence(desk, record, item, before, resolution, action)
    after, resolution = await _kept(desk, actor, record, item, resolution, action.position, action.revision)
    after, task = await _followed_up(desk, actor, after, item, resolution, action)
    more = _follows(desk, resolution)
    shown = replace(action, stays=True) if is_stuck else action
    return await after_resolution(desk, actor, after, shown, task, *more)


async def record_positions(desk: WritingDesk, actor: str, action: RecordPositions) -> Card:
    """How organisations stood, as typed; then the item's form."""
    record, item = await _writable(desk, actor, action)
    before = rules.resolution_of(record.minutes, item.id)
    members = asked(desk.forum)
    said = tuple(positions_typed(desk.forum, members, action.words))
    if not said:
        raise Refusal("bad_position", ord=action.words.strip())
    told = each_once(said, members)
    named = {organisation for organisation, _ in said}
    resolution = before or Resolution(item=item.id, outcome=None)
    kept = [each for each in resolution.positions if each.organisation not in named]
    changed = replace(resolution, positions=rules.with_positions(kept, told))
    shown = RecordResolution(meeting=action.meeting, position=action.position, stays=True)
    changed, _ = _with_sentence(desk, record, item, before, changed, shown)
    after, _ = await _kept(desk, actor, record, item, changed, action.position, None)
    return await after_resolution(desk, actor, after, shown, None)


async def _writable(desk: Desk, actor: str, action: RecordResolution | RecordPositions) -> tuple[Record, AgendaItem]:
    """The minutes and the item, for the secretariat alone, and a closed one where nobody else reads along."""
    record = await begun(desk, action.meeting)
    require_secretariat(desk, actor)
    item = item_at(record, action.position)
    check_place(desk, item)
    return record, item


def _typed(desk: Desk, action: RecordResolution, before: Resolution | None) -> Typed:
    """From a form every field; a typed sentence may begin with the outcome, else the recorded one stays."""
    words = clean_text(action.words, Term("minutes.field.words"), LONGEST, required=False)
    known = rules.outcomes(desk.forum.charter)
    if action.outcome is not None or action.revision is not None:
        if action.outcome is not None and action.outcome not in known:
            raise Refusal("bad_card")
        _check_known(desk, action.put_off_to)
        return Typed(outcome=action.outcome, words=words, put_off_to=action.put_off_to)
    outcome, rest, to = spoken_outcome(words, known)
    kept = before.outcome if before is not None else None
    if outcome is Outcome.REFERRED and to:
        rest = say("minutes.spoken.rest", til=to, ord=rest).strip()
    is_day = outcome is Outcome.POSTPONED
    return Typed(outcome=outcome or kept, words=rest, put_off_to=day_typed(to) if is_day else "")


def _check_known(desk: Desk, meeting: str) -> None:
    """Refusal("bad_card") for what no form offers, whatever the outcome."""
    is_ours = desk.forum.meeting(meeting) is not None or desk.forum.cancelled_meeting(meeting) is not None
    if meeting not in ("", UNSETTLED) and not is_ours:
        raise Refusal("bad_card")


def _check_sent_on(record: Record, item: AgendaItem, before: Resolution | None, outcome: Outcome | None) -> None:
    """Refusal("minutes_sent_on") where it was sent on, waits for an answer, and is to be no »Oversendt« any more."""
    sent = sentences.sent_to(record.sent_on, item)
    was_referred = before is not None and before.outcome is Outcome.REFERRED
    if sent is not None and sent.is_open and was_referred and outcome is not Outcome.REFERRED:
        raise Refusal("minutes_sent_on", field="outcome", til=sent.details.body_name, nr=sent.number)


async def _with_put_off(
    desk: WritingDesk, record: Record, item: AgendaItem, before: Resolution | None, typed: Typed
) -> Resolution:
    """The resolution, with the meeting that it is put off to; what is recorded stays where no other one is named."""
    resolution = Resolution(item=item.id, outcome=typed.outcome, words=typed.words)
    if typed.outcome is not Outcome.POSTPONED:
        return resolution
    if not typed.put_off_to and before is not None and before.put_off is not None:
        return replace(resolution, put_off=before.put_off)
    if before is not None and before.put_off is not None and typed.put_off_to == before.put_off.meeting:
        return replace(resolution, put_off=before.put_off)
    to = await putting_off.meant(desk, record.meeting, typed.put_off_to)
    return replace(resolution, put_off=putting_off.wanted(item, typed.outcome, to))


def _positions(desk: Desk, action: RecordResolution, before: Resolution | None) -> tuple[Position, ...]:
    """From the form's rows; where it had none, those that are recorded stay."""
    if not action.positions:
        return () if before is None else before.positions
    members = asked(desk.forum)
    return each_once(tuple(positions_ticked(members, action.positions)), members)


def _with_sentence(
    desk: Desk,
    record: Record,
    item: AgendaItem,
    before: Resolution | None,
    resolution: Resolution,
    action: RecordResolution,
) -> tuple[Resolution, bool]:
    """With what the minutes say, and whether an edited sentence stands though its data changed."""
    made = sentences.made(desk, item, resolution, record.sent_on)
    typed = None if action.sentence is None else _sentence(action.sentence)
    was_edited = before is not None and before.is_edited
    earlier = "" if before is None else before.sentence
    if typed is None:
        typed = earlier if was_edited else ""
    is_edited = typed not in ("", made) and (was_edited or typed != earlier) and not action.remakes
    kept = replace(resolution, sentence=typed if is_edited else made, is_edited=is_edited)
    is_stuck = is_edited and was_edited and typed == earlier and before is not None and not _same(before, kept)
    return kept, is_stuck


def _same(one: Resolution, other: Resolution) -> bool:
    """Whether both are made of the same."""
    return replace(one, sentence="", is_edited=False) == replace(other, sentence="", is_edited=False)


def _sentence(typed: str) -> str:
    return clean_text(typed, Term("minutes.field.sentence.name"), LONGEST_SENTENCE, required=False)


async def _kept(
    desk: WritingDesk,
    actor: str,
    record: Record,
    item: AgendaItem,
    resolution: Resolution,
    position: int,
    revision: int | None,
) -> tuple[Record, Resolution]:
    """Store and log it, with the item on the draft of the meeting that it is put off to."""
    before = rules.resolution_of(record.minutes, item.id)
    rules.record(record.minutes, record.items, resolution, revision=revision)  # nothing moves where that is refused
    resolution = await putting_off.follow(desk, record.meeting, item, before, resolution)
    changed = rules.record(record.minutes, record.items, resolution, revision=revision)
    is_new = changed != record.minutes
    if is_new and record.agenda.sent_version is None:
        await agendas.put(desk.conn, record.agenda)  # the item's id must not be given to another one
    after = await keeping.keep(desk, record, changed)
    if is_new:
        await _log(desk, actor, changed.meeting, changed.revision, position, resolution)
    return after, resolution


async def _log(
    desk: WritingDesk, actor: str, meeting: str, revision: int, position: int, resolution: Resolution
) -> None:
    put_off = resolution.put_off
    await desk.log(
        actor,
        "minutes.resolved",
        meeting=meeting,
        revision=revision,
        texts={"words": resolution.words, "sentence": resolution.sentence},
        position=position,
        item=resolution.item,
        outcome=resolution.outcome,
        positions=[[each.organisation, each.stance.value] for each in resolution.positions],
        put_off_to=None if put_off is None else put_off.meeting,
        is_edited=resolution.is_edited,
    )


def _follows(desk: Desk, resolution: Resolution) -> Sequence[str]:
    """What came of it elsewhere."""
    put_off = resolution.put_off
    to = None if put_off is None else desk.forum.meeting(put_off.meeting)
    return () if to is None else (say("minutes.done.put_off", moede_dato=medium_date(to.day)),)


async def _followed_up(
    desk: WritingDesk, actor: str, record: Record, item: AgendaItem, resolution: Resolution, action: RecordResolution
) -> tuple[Record, FollowUp | None]:
    """The record with the task that was typed, if one was, and with the local initiative that the item became."""
    is_initiative = resolution.outcome is Outcome.LOCAL_INITIATIVE
    await of_minutes.keep_initiative(desk, actor, record.meeting, item, is_one=is_initiative)
    task = None
    said = (each.strip() for each in (action.duty, action.owner, action.due))
    if action.adds_duty or any(said):
        typed = CreateDuty(title=action.duty.strip() or item.content.title, owner=action.owner, due=action.due)
        task = await of_minutes.add_task(desk, actor, (record.meeting, item, action.position), typed)
        record = await keeping.keep(desk, record, rules.with_task(record.minutes))
    return replace(record, duties=await of_minutes.duties_of(desk, record.meeting.id)), task
