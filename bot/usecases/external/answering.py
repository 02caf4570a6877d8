"""An organisation answers about the items of another body's meeting: agreed, with a remark, or with a mandate."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.external.actions import AnswerInput
from bot.domain.external.rules import addressed, check_open, is_news
from bot.domain.external.speaking import asked, speakers, spoken_for
from bot.domain.external.state import WHOLE, Answer, Item, Position
from bot.domain.kernel.danish import clean_text, fold
from bot.domain.kernel.office import office
from bot.domain.kernel.people import Organisation
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.external.keeping import keep_answers
from bot.usecases.external.loading import Known, found
from bot.usecases.external.views import view_of
from bot.usecases.rights import require_seat
from cards.external import cards
from cards.kit.elements import Card
from cards.kit.words import keyed, listing, say

_ANSWERS = keyed(Position, "external.input.btn")


async def answer(desk: WritingDesk, actor: str, action: AnswerInput) -> Card:
    """Keep what an organisation says; of somebody who answers for several, ask for which."""
    require_seat(desk, actor)
    this = await found(desk, action)
    own, action = _meant(desk, actor, action)
    _check_takes(desk, this)
    if len(own) > 1:
        return _which(desk, this, own, action)
    items = addressed(this.meeting, action.item, action.nth)
    _check_place(desk, action, items)
    given = _answers(desk, actor, action, own[0], items)
    new = [each for each in given if is_news(this.answers, each)]
    told = _told(own[0], action.position, items, this) if new else _again(own[0])
    after = await keep_answers(desk, actor, this, new)
    return cards.one(view_of(desk, actor, after), outcome=[told])


async def as_refused(desk: Desk, actor: str, action: AnswerInput) -> Card:
    """The meeting as it stands, with what was typed where nobody else reads it."""
    view = view_of(desk, actor, await found(desk, action))
    return cards.one(view, typed=None if desk.is_overheard else action)


def _meant(desk: Desk, actor: str, action: AnswerInput) -> tuple[Sequence[Organisation], AnswerInput]:
    """The organisations that are answered for, all of whoever names none, and the words without a name in front."""
    own = spoken_for(desk.forum, actor, desk.today)
    if action.organisation is not None:
        return (_allowed(desk, own, _named(desk, action.organisation)),), action
    head, colon, rest = action.words.partition(":")
    named = next((each for each in asked(desk.forum) if fold(each.name) == fold(head[:200]).strip()), None)
    if named is not None:
        return (_allowed(desk, own, named),), replace(action, words=rest.strip() if colon else "")
    if not own:
        people = (name for each in asked(desk.forum) for name in _names(desk, each))
        raise Refusal("external_not_speaking", liste=list(dict.fromkeys(people)))
    return own, action


def _allowed(desk: Desk, own: Sequence[Organisation], organisation: Organisation) -> Organisation:
    if organisation not in own:
        names = _names(desk, organisation) or [say("common.none")]
        raise Refusal("external_not_speaking_for", organisation=organisation.name, liste=names)
    return organisation


def _named(desk: Desk, organisation: str) -> Organisation:
    known = next((each for each in asked(desk.forum) if each.id == organisation), None)
    if known is None:
        raise Refusal("bad_card")
    return known


def _names(desk: Desk, organisation: Organisation) -> list[str]:
    return [desk.name_of(each) for each in speakers(desk.forum, organisation.id, desk.today)]


def _check_takes(desk: Desk, this: Known) -> None:
    """Refusal where nothing can be answered any more, or there is nothing to answer."""
    check_open(this.meeting, desk.today)
    sent = this.meeting.details.sent
    if sent is not None:
        at = sent.at.astimezone(desk.forum.timezone)
        raise Refusal("external_sent.answer", tidspunkt=at, kontor=office(desk.forum, desk.today))


def _check_place(desk: Desk, action: AnswerInput, items: Sequence[Item]) -> None:
    """Refusal("external_closed") where others read along what is written about one closed item."""
    is_about_one = action.item != WHOLE or action.nth > 0
    if desk.is_overheard and is_about_one and items[0].is_closed and (action.words or action.limits):
        raise Refusal("external_closed")


def _answers(
    desk: WritingDesk, actor: str, action: AnswerInput, organisation: Organisation, items: Sequence[Item]
) -> list[Answer]:
    words = _words(action)
    return [
        Answer(
            item=each.id,
            organisation=organisation.id,
            position=action.position,
            words=words,
            at=desk.now,
            person=actor,
            account=None if desk.account is None else desk.account.written,
        )
        for each in items
    ]


def _words(action: AnswerInput) -> str:
    """A remark must say something; a mandate's limits may stand in either field, and whoever agrees just does."""
    match action.position:
        case Position.AGREE:
            return ""
        case Position.REMARK:
            words = clean_text(action.words, Term("external.field.remark"), cards.LONGEST_WORDS, required=False)
            if not words:
                raise Refusal("missing_remarks", field="words")
            return words
        case Position.MANDATE:
            limits = action.limits if action.limits.strip() else action.words
            return clean_text(limits, Term("external.field.limits"), cards.LONGEST_WORDS, required=False)


def _which(desk: Desk, this: Known, own: Sequence[Organisation], action: AnswerInput) -> Card:
    """The question for which organisation; where others read along it is typed once more, with its name."""
    if desk.is_overheard:
        example = f"{own[0].name}: {action.words or '…'}"
        raise Refusal("external_which", liste=[each.name for each in own], eksempel=example)
    named = replace(action, number=this.meeting.number, year=this.meeting.year)
    return cards.which([(each.name, replace(named, organisation=each.id)) for each in own])


def _told(organisation: Organisation, position: Position, items: Sequence[Item], this: Known) -> str:
    every = this.meeting.details.items
    where = listing(say("external.answered.item", nr=every.index(each) + 1) for each in items)
    about = say("external.answered.all") if len(items) == len(every) > 1 else where
    return say("external.answered", organisation=organisation.name, svar=say(_ANSWERS[position]), punkter=about)


def _again(organisation: Organisation) -> str:
    return say("external.answered.again", organisation=organisation.name)
