"""The form for what was resolved on one item: outcome, positions, where it went, the sentence, and a task."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.minutes.actions import Onward, RecordResolution
from bot.domain.minutes.items import MinutedItem
from bot.domain.minutes.state import Outcome, Stance
from bot.domain.referrals.actions import OpenSendOn
from cards.duties.form import due_input, owner_input
from cards.kit.both import Clash
from cards.kit.elements import (
    OUTCOME,
    Card,
    Json,
    box,
    button,
    card,
    choice_input,
    escape,
    heading,
    present,
    rich,
    text,
    text_input,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import medium_date, say
from cards.minutes.body import LONGEST, Shown, dissents, recommended, tasks
from cards.minutes.sentence import OUTCOMES, STANCES
from cards.minutes.typed import held, typed_field

_ROOMS = ((300, 12_000, 40), (100, 12_000, 12), (100, 8_000, 0), (100, 3_000, 0), (100, 1_500, 0))
"""Characters of the recommendation, which the agenda shows in full, bytes of each text typed, and rows of positions."""
NO_STANCE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """One item's form: what its fields hold, what they offer, and where one can go on to from it.

    `members` are the organisations that may stand otherwise, `stances` how they stood. `sentence` is what the minutes
    would say, as it is or `is_typed`: `made` from the rest, or edited. `notes` follow from the outcome as recorded.
    """

    outcome: Outcome | None = None
    words: str = ""
    members: Mapping[str, str] = field(default_factory=dict)
    stances: Mapping[str, str] = field(default_factory=dict)
    later: Mapping[str, str] = field(default_factory=dict)
    put_off_to: str = ""
    sentence: str = ""
    made: str = ""
    is_edited: bool = False
    is_typed: bool = False
    notes: Sequence[str] = ()
    may_send_on: bool = False
    onward: Sequence[Onward] = ()
    outcomes: Sequence[Outcome] = tuple(Outcome)
    owners: Mapping[str, str] = field(default_factory=dict)
    duty: str = ""
    owner: str = ""
    due: str = ""


def resolution_form(shown: Shown, minuted: MinutedItem, filling: Filling, *, outcome: str | None = None) -> Card:
    """The form for one item; the outcome of what was just done stands above the buttons."""
    return fitted(lambda room: _resolution_form(shown, minuted, filling, outcome, *room), _ROOMS)


def clashes(minuted: MinutedItem, outcome: Outcome | None, words: str, sentence: str | None) -> list[Clash]:
    """What is recorded by now of the item, beside what was typed."""
    now, mine = ("" if each is None else say(OUTCOMES[each]) for each in (minuted.outcome, outcome))
    edited = [] if sentence is None else [Clash(say("minutes.field.sentence"), minuted.sentence, sentence)]
    return [
        Clash(say("minutes.field.outcome"), now, mine),
        Clash(say("minutes.field.words"), minuted.words, words),
        *edited,
    ]


def _resolution_form(
    shown: Shown, minuted: MinutedItem, filling: Filling, outcome: str | None, most: int, kept: int, rows: int
) -> Card:
    is_other = minuted.is_recorded and (minuted.outcome, minuted.words) != (filling.outcome, filling.words)
    moede_dato = medium_date(shown.meeting.day)
    return card(
        heading(f"{minuted.position}. {minuted.title}"),
        text(say("minutes.of_meeting", moede_dato=moede_dato), subtle=True),
        *(rich(words, subtle=True) for words in recommended(minuted, most)),
        rich(f"{say('minutes.form.now')} {written(minuted, LONGEST)}") if is_other else None,
        choice_input(
            "outcome",
            say("minutes.field.outcome"),
            {each.value: say(OUTCOMES[each]) for each in filling.outcomes},
            value=filling.outcome.value if filling.outcome else "",
        ),
        *typed_field(say("minutes.field.words"), filling.words, kept),
        *_where_to(filling),
        *_positions(filling, rows),
        *_sentence(filling, kept),
        *(rich(line, subtle=True) for line in dissents(shown, minuted, kept if rows else 0)),
        *(rich(line, subtle=True) for line in tasks(shown, minuted, most)),
        text_input("duty", say("minutes.field.duty"), value=filling.duty),
        owner_input("owner", filling.owners, filling.owner),
        due_input("due", filling.due, say("duty.field.due")),
        _saved(outcome) if outcome else None,
        actions=_saving(shown, minuted, filling),
        speak=outcome or say("minutes.form.speak", nr=minuted.position, moede_dato=moede_dato),
    )


def _where_to(filling: Filling) -> list[Json]:
    """To which meeting an item is put off, and what follows from the outcome as it is recorded."""
    notes = [text(each, subtle=True) for each in filling.notes]
    if not filling.later:
        return notes
    return [
        choice_input("put_off_to", say("minutes.field.put_off_to"), filling.later, value=filling.put_off_to),
        *notes,
    ]


def _positions(filling: Filling, most: int) -> list[Json]:
    """A row for each organisation; where there is no room for all, how it is typed instead."""
    if not filling.members:
        return []
    if len(filling.members) > most:
        return [text(say("minutes.positions.typed"), subtle=True)]
    choices = {NO_STANCE: say("minutes.stance.none"), **{each.value: say(STANCES[each]) for each in Stance}}
    return [
        text(say("minutes.positions"), subtle=True),
        *(
            choice_input(f"positions.{each}", name, choices, value=filling.stances.get(each, NO_STANCE))
            for each, name in filling.members.items()
        ),
    ]


def _sentence(filling: Filling, kept: int) -> list[Json]:
    """What the minutes will say; of one that was edited, what it would say now."""
    shown = held(filling.sentence, kept // 2)
    if shown != filling.sentence and not filling.is_typed:  # saved, it would be cut
        return [text(say("minutes.sentence.too_long"), subtle=True)]
    typed = text_input("sentence", say("minutes.field.sentence"), value=shown, multiline=True)
    if not filling.is_edited:
        return [typed]
    offered = say("minutes.sentence.edited", ord=shorten(filling.made, kept // 2) or say("common.none"))
    return [typed, text(offered, subtle=True)]


def _saved(outcome: str) -> Json:
    """What was just done, under another id than that of the field for an item's outcome."""
    return box(text(outcome, bold=True), tone="good") | {"id": f"{OUTCOME}-saved"}


def _saving(shown: Shown, minuted: MinutedItem, filling: Filling) -> list[Json]:
    """Every way out of the form saves what stands in it."""

    forum, meeting, onward = shown.forum, shown.meeting.id, filling.onward
    save = RecordResolution(forum=forum, meeting=meeting, position=minuted.position, revision=shown.revision)
    send_on = OpenSendOn(forum=forum, meeting=meeting, position=minuted.position, resolved=True)
    return present(
        [
            button(say("minutes.btn.save"), save, style="positive"),
            button(say("minutes.btn.sentence"), replace(save, stays=True)),
            button(say("minutes.btn.remake"), replace(save, remakes=True)) if filling.is_edited else None,
            button(say("duty.btn.new"), replace(save, adds_duty=True)),
            button(say("minutes.btn.next"), replace(save, onward=Onward.NEXT)) if Onward.NEXT in onward else None,
            button(say("minutes.btn.previous"), replace(save, onward=Onward.PREVIOUS))
            if Onward.PREVIOUS in onward
            else None,
            button(say("referral.btn"), send_on, checks_inputs=False) if filling.may_send_on else None,
        ]
    )


def written(minuted: MinutedItem, most: int) -> str:
    """What is recorded on an item, as Markdown, or that something lacks."""
    if minuted.is_hidden and minuted.is_recorded:
        return say("minutes.recorded")
    if minuted.is_withdrawn and not minuted.is_recorded:
        return say("minutes.item_withdrawn")
    if minuted.is_recorded:
        return escape(shorten(minuted.said, most)) or say(OUTCOMES[minuted.outcome or Outcome.DISCUSSED])
    return say("minutes.lacking" if minuted.is_needed else "minutes.optional")
