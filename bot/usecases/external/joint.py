"""The joint text grows from the answers, is edited until it is sent, and goes to the representatives."""

from dataclasses import replace

from bot.domain.external import rules
from bot.domain.external.actions import EditJoint, OpenJointText, SendJoint, ShowJoint
from bot.domain.external.notices import ExternalNotice
from bot.domain.external.rules import addressed, check_open, check_revision, text_of
from bot.domain.external.speaking import representatives
from bot.domain.external.state import WHOLE, ExternalMeeting, Item, Sent
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.external.keeping import keep, tell_secretariat
from bot.usecases.external.loading import Known, found
from bot.usecases.external.views import view_of
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.rights import require_secretariat
from cards.external import cards
from cards.external import joint as joint_cards
from cards.external.view import text_words
from cards.kit.elements import Card
from cards.kit.words import listing, say


async def show(desk: Desk, actor: str, action: ShowJoint) -> Card:
    """The whole text, or that of one item."""
    this = await found(desk, action)
    if action.nth:
        addressed(this.meeting, WHOLE, action.nth)
    return joint_cards.joint(view_of(desk, actor, this), only=action.nth)


async def open_text(desk: Desk, actor: str, action: OpenJointText) -> Card:
    """The form for the text of one item, as it stands."""
    require_secretariat(desk, actor)
    this = await found(desk, action)
    item = _item(this.meeting, action.item, 0)
    return _form(desk, actor, this, item, None)


async def text_as_refused(desk: Desk, actor: str, action: EditJoint) -> Card:
    """The form with what was typed, while it may be edited; else the text as it stands."""
    this = await found(desk, action)
    view = view_of(desk, actor, this)
    is_there = action.item == WHOLE or any(each.id == action.item for each in this.meeting.details.items)
    if view.sent or view.state or desk.is_overheard or action.nth or not is_there:
        return joint_cards.joint(view)
    item = next((each for each in this.meeting.details.items if each.id == action.item), None)
    if item is not None and item.is_closed and desk.is_public:
        return joint_cards.joint(view)
    return typed_on(desk, _form(desk, actor, this, item, action.words))


async def edit(desk: WritingDesk, actor: str, action: EditJoint) -> Card:
    """Other words for one item, or none, so that they follow the answers again."""
    require_secretariat(desk, actor)
    before = await found(desk, action)
    check_open(before.meeting, desk.today)
    _check_unsent(desk, before.meeting)
    check_revision(before.meeting, action)
    item = _item(before.meeting, action.item, action.nth)
    _check_seen(desk, item)
    words = clean_text(action.words, Term("external.field.text"), joint_cards.LONGEST_TEXT, required=False)
    ident = WHOLE if item is None else item.id
    details = rules.edited(before.meeting.details, ident, words, len(before.answers))
    after = replace(before.meeting, details=details)
    this = await keep(desk, actor, before, after, "external.edited", words=words)
    done = say("external.done.edited") if words or item is None else say("external.done.generated")
    return joint_cards.joint(view_of(desk, actor, this), outcome=done)


async def send(desk: WritingDesk, actor: str, action: SendJoint) -> Card:
    """It was sent, once; the representatives get it to bring along, or the secretariat hears that nobody does."""
    require_secretariat(desk, actor)
    before = await found(desk, action)
    _check_unsent(desk, before.meeting)
    if before.meeting.is_cancelled:
        check_open(before.meeting, desk.today)
    check_revision(before.meeting, action)
    sent = Sent(at=desk.now, by=actor, texts=_texts(desk, actor, before))
    after = replace(before.meeting, details=rules.as_sent(before.meeting.details, sent))
    this = await keep(desk, actor, before, after, "external.sent")
    whom = await _hand_out(desk, actor, this.meeting)
    return cards.one(view_of(desk, actor, this), outcome=[say("external.done.sent", hvem=whom)])


async def _hand_out(desk: WritingDesk, actor: str, meeting: ExternalMeeting) -> str:
    """Give it to whoever sits there; in words, who they are."""
    people = representatives(desk.forum, meeting)
    about = (ExternalNotice.BRIEF, meeting.year, meeting.number)
    await desk.tell_each(people, *about, year=meeting.year, number=meeting.number)
    if not people:
        await tell_secretariat(desk, ExternalNotice.NOBODY, meeting, but=actor)
        return say("external.done.sent.nobody", ekstern=meeting.name)
    return say("external.done.sent.brief", liste=listing(map(desk.name_of, people)))


def _texts(desk: Desk, actor: str, this: Known) -> tuple[tuple[int, str], ...]:
    """What is said of each item by now, the closed ones with it: it is kept, and shown to whoever may see it."""
    view = view_of(replace(desk, place=Place.PERSONAL), actor, this)
    intro = ((WHOLE, view.intro),) if view.intro else ()
    return (*intro, *((each.id, text_words(each)) for each in view.items))


def _check_unsent(desk: Desk, meeting: ExternalMeeting) -> None:
    sent = meeting.details.sent
    if sent is not None:
        at = sent.at.astimezone(desk.forum.timezone)
        raise Refusal("external_sent", navn=desk.name_of(sent.by), tidspunkt=at)


def _check_seen(desk: Desk, item: Item | None) -> None:
    """Refusal("external_closed") for the text of a closed item where others read along."""
    if item is not None and item.is_closed and desk.is_public:
        raise Refusal("external_closed")


def _item(meeting: ExternalMeeting, item: int, nth: int) -> Item | None:
    """The item that is meant; None for what stands before all."""
    return None if item == WHOLE and nth == 0 else addressed(meeting, item, nth)[0]


def _form(desk: Desk, actor: str, this: Known, item: Item | None, typed: str | None) -> Card:
    _check_unsent(desk, this.meeting)
    _check_seen(desk, item)
    view = view_of(desk, actor, this)
    shown = None if item is None else next(each for each in view.items if each.id == item.id)
    written = text_of(this.meeting.details, WHOLE if item is None else item.id)
    stands = written.words if written is not None else "" if shown is None else text_words(shown)
    return joint_cards.edit(view, shown, stands if typed is None else typed)
