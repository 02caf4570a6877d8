"""»Ret et valg«: the secretariat makes a choice of the forum anew, and all that hangs on it follows in the same go."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.duties.state import Kind as Register
from bot.domain.forum.actions import ChangeChoice, OpenChoice, OpenChoices
from bot.domain.forum.choosable import FOLLOW_UP, Kind
from bot.domain.forum.places import Place, contradicted, place_of, places, value_at
from bot.domain.forum.values import decision_of, value_of
from bot.domain.kernel.calendar import NoWorkingDay
from bot.domain.kernel.danish import clean_line
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.people import Person
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.forum.foresight import choosing, consequences, of_each_option
from bot.usecases.rights import is_secretariat, require_secretariat
from bot.usecases.taking_effect import Planning, take_effect
from cards.forum.choice_words import codes_meant, name_of, options_words, places_meant, typed_value
from cards.forum.choosing import Filling, form, saved, which_choice
from cards.kit.elements import Card
from storage import choices as stored
from storage import duties

_LONGEST = 200  # characters of who decided
_SHOWN = 100  # characters of what was typed that a refusal repeats
_DECIDED = re.compile(r",?\s*\b(?:besluttet|vedtaget|valgt)\s+(?:af\s+)?", re.IGNORECASE)
_CODED = (Kind.ONE, Kind.SEVERAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What somebody chose, as they typed it; `place` is which choice it is."""

    place: Place
    value: str
    decision: str


async def open_choices(desk: Desk, actor: str, action: OpenChoices) -> Card:
    """Every choice of the forum, one of which is to be made anew."""
    require_secretariat(desk, actor)
    return which_choice(desk.forum, list(places(desk.forum, await kept_by(desk))))


async def open_choice(desk: Desk, actor: str, action: OpenChoice) -> Card:
    """The form, with what would follow of what was picked, or of each option where nothing was."""
    require_secretariat(desk, actor)
    place = place_of(desk.forum, action.choice, await kept_by(desk))
    if not action.value:
        return await _form(desk, place, decision=action.decision)
    value = _value(desk.forum, place, action.value, desk.today)
    after = choosing(desk.forum, place, Choice(value, "", desk.today))
    typed = typed_value(desk.forum, place.choosable, value)
    filling = Filling(value=typed, decision=action.decision, follows=await consequences(desk, after))
    return form(desk.forum, place, _people(desk), filling)


async def change(desk: WritingDesk, actor: str, action: ChangeChoice, plan_anew: Planning) -> Card:
    """Make the choice: stored, logged, and everything that hangs on it planned and mended; or its form is opened."""
    require_secretariat(desk, actor)
    wanted = _wanted(desk.forum, action, await kept_by(desk))
    if not wanted.value and action.typed:
        return await _form(desk, wanted.place)
    value = _value(desk.forum, wanted.place, wanted.value, desk.today)
    who, day = decision_of(wanted.decision, desk.today)
    choice = Choice(value, clean_line(who, "decision", _LONGEST), day)
    follows = await consequences(desk, choosing(desk.forum, wanted.place, choice))
    await stored.put(desk.conn, desk.forum.id, wanted.place.key, choice, by=actor, at=desk.now)
    await _log(desk, actor, wanted.place, choice)
    await _follow(desk, plan_anew)
    return saved(desk.forum, wanted.place, choice, follows)


async def as_refused(desk: Desk, actor: str, action: OpenChoices | OpenChoice | ChangeChoice) -> Card | None:
    """The form as it was filled in, to those who may choose."""
    if not is_secretariat(desk, actor) or isinstance(action, OpenChoices):
        return None
    if isinstance(action, OpenChoice):
        place = place_of(desk.forum, action.choice, await kept_by(desk))
        return await _form(desk, place, value=action.value, decision=action.decision)
    wanted = _wanted(desk.forum, action, await kept_by(desk))
    return await _form(desk, wanted.place, value=_code(desk.forum, wanted), decision=wanted.decision)


async def kept_by(desk: Desk) -> Collection[str]:
    """The choices that have a meaning by what the forum keeps, though its charter speaks of no such thing."""
    agreements = await duties.of_kind(desk.conn, desk.forum.id, Register.AGREEMENT, most=1)
    return (FOLLOW_UP,) if agreements else ()


def _wanted(forum: Forum, action: ChangeChoice, kept: Collection[str]) -> _Wanted:
    """What the form or the sentence says: "godkendelse: forelægges, besluttet af klyngen 3. marts 2027"."""
    if not action.typed:
        place = place_of(forum, action.choice, kept)
        return _Wanted(place=place, value=action.value.strip(), decision=action.decision)
    name, _, rest = action.typed.partition(":")
    name = name[:_LONGEST]  # no choice is called more, and to compare what is typed costs by its length
    found = places_meant(forum, name, kept)
    if not found:
        raise Refusal("choice_unknown", valg=name[:_SHOWN])
    if len(found) > 1:
        raise Refusal("choice_which", valg=name[:_SHOWN], kandidater=[name_of(each) for each in found[:10]])
    value, decision = _parted(rest, is_prose=found[0].choosable.kind is Kind.ITEMS)
    return _Wanted(place=found[0], value=value.strip(" ,."), decision=decision)


def _parted(typed: str, *, is_prose: bool) -> tuple[str, str]:
    """The value and who decided it: titles may have such a word in them, so that there the last one parts them."""
    said = list(_DECIDED.finditer(typed))
    if not said:
        return typed, ""
    if is_prose:
        return typed[: said[-1].start()], typed[said[-1].end() :]
    return typed[: said[0].start()], _DECIDED.sub(" ", typed[said[0].end() :])


def _value(forum: Forum, place: Place, typed: str, today: date) -> Any:
    """The value that was typed or picked; refused in the charter's words where the charter says otherwise."""
    if not typed:
        raise Refusal("choice_value", field="value")
    if place.choosable.kind in _CODED:
        codes = codes_meant(forum, place.choosable, typed)
        if codes is None:
            options = list(options_words(forum, place.choosable).values())
            raise Refusal("choice_option", field="value", muligheder=options)
        typed = codes
    value = value_of(forum, place.choosable, typed, today)
    settled = contradicted(forum.charter, place.choosable, value)
    if settled is not None:
        raise Refusal("choice_settled", field="value", valg=name_of(place), ord=settled.words or forum.charter.title)
    return value


def _code(forum: Forum, wanted: _Wanted) -> str:
    """What was typed as its field holds it, where it names an option."""
    if wanted.place.choosable.kind not in _CODED:
        return wanted.value
    return codes_meant(forum, wanted.place.choosable, wanted.value) or ""


async def _form(desk: Desk, place: Place, *, value: str = "", decision: str = "") -> Card:
    filling = Filling(value=value, decision=decision, options=await of_each_option(desk, place))
    return form(desk.forum, place, _people(desk), filling)


def _people(desk: Desk) -> list[Person]:
    """Those who may be chosen: everybody with a seat."""
    return [each for each in desk.forum.people if any(desk.forum.seats_of(each.id, desk.today))]


async def _log(desk: WritingDesk, actor: str, place: Place, choice: Choice) -> None:
    """Old and new, who decided it and when, and who registered it."""
    before = desk.forum.chosen(place.key)
    sides = {"from": value_at(desk.forum, place), "to": choice.value}
    days = {"decided_on": choice.on.isoformat()} | (
        {} if before is None else {"from_decided_on": before.on.isoformat()}
    )
    texts = {"decided_by": choice.chosen_by} | ({} if before is None else {"from_decided_by": before.chosen_by})
    await desk.log(actor, "choice.changed", texts=texts, choice=place.key, **sides, **days)


async def _follow(desk: WritingDesk, plan_anew: Planning) -> None:
    """Everything that hangs on the forum's choices is as it would be had they been so from the start."""
    try:
        await take_effect(desk, plan_anew)
    except NoWorkingDay:
        raise Refusal("choice_always_closed", field="value") from None
