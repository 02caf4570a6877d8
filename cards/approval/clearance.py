"""Clearance in one's own organisation: what an organisation is asked, what it answered, and where all of them stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.approval.actions import Clear, ShowClearance
from bot.domain.approval.clearance import POLITICAL, Clearance, Clearing
from bot.domain.approval.state import ApprovalRound
from bot.domain.kernel.meeting import Meeting
from cards.agenda.cards import zone
from cards.approval.cards import whole
from cards.approval.cleared import Cleared, Unasked, clearance_line, clearance_lines
from cards.approval.standing import until_words
from cards.kit.elements import (
    Card,
    Json,
    Mention,
    box,
    button,
    button_rows,
    card,
    done,
    escape,
    heading,
    rich,
    text,
    text_input,
)
from cards.kit.fitting import Room, fitted
from cards.kit.words import listing, medium_date, medium_date_time, say

LONGEST_WORDS = 2_000  # characters
_BUTTONS = {
    Clearing.CLEARED: "ownorg.btn.cleared",
    Clearing.CLEARED_WITH_REMARKS: "ownorg.btn.cleared_remarks",
    Clearing.NOT_CLEARED: "ownorg.btn.not_cleared",
    Clearing.NOT_RELEVANT: "ownorg.btn.not_needed",
}
_ROOMS = tuple(Room(text=words, links=0) for words in (2_000, 400, 40))


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearable:
    """One organisation's question: `step` is how it clears, `people` who answer, by name.

    Unless `is_settled`, `until` is only wished for. `is_open` while it may be answered, `is_anew` where it was asked
    again because of a change of substance.
    """

    meeting: Meeting
    approval: ApprovalRound
    organisation: str
    step: str
    people: Sequence[str]
    cleared: Cleared
    until: datetime
    is_settled: bool
    is_open: bool
    is_anew: bool
    endorsed: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.cleared.name


def asked(
    this: Clearable, *, above: Iterable[str] = (), typed: str = "", mentions: Mapping[str, Mention] | None = None
) -> Card:
    """The card of one organisation, with the four answers while it may be answered."""
    title, said, called = say("clearance.title"), list(above), list((mentions or {}).values())
    told = _intro(this)

    def draw(room: Room) -> Card:
        return card(
            done(*said),
            heading(title),
            rich(f"{', '.join(each.tag for each in called)}: {escape(told)}" if called else escape(told)),
            text(say("clearance.reopened", version=this.approval.version), bold=True) if this.is_anew else None,
            text(_who(this), subtle=True),
            box(text(clearance_line(this.cleared, room), bold=True)),
            *(answers(this, typed) if this.is_open else ()),
            text(say("clearance.note"), subtle=True),
            text(this.endorsed, subtle=True) if this.endorsed else None,
            actions=[whole(this.approval), _state_button(this)],
            speak=" ".join([*said, f"{title}.", told]),
            summary=" ".join(said) if said else f"{title}: {this.name}, {medium_date(this.meeting.day)}",
            mentions=called,
        )

    return fitted(draw, _ROOMS)


def answers(this: Clearable, typed: str = "") -> Iterable[Json]:
    """The field for words, what becomes of them, and the buttons."""
    yield text_input(
        "words",
        say("approval.field.remarks"),
        value=typed,
        placeholder=say("clearance.field.placeholder"),
        multiline=True,
    )
    yield text(say("clearance.field.note"), subtle=True)
    yield from button_rows(*(_answer(this, clearing) for clearing in Clearing))


def confirmed(this: Clearable, given: Clearance, name: str) -> str:
    """What whoever answered is told: for whom, and that it can be changed."""
    facts = {"linje": clearance_line(this.cleared, _ROOMS[-1], is_brief=True), "organisation": this.name, "navn": name}
    key = "clearance.done.on_behalf" if given.is_on_behalf else "clearance.done"
    return say(key, **facts, tidspunkt=medium_date_time(given.at, zone(this.meeting)))


def state(
    meeting: Meeting,
    approval: ApprovalRound,
    cleared: Sequence[Cleared],
    unasked: Unasked,
    *,
    own: Sequence[tuple[str, str]],
) -> Card:
    """Where it stands in each organisation; `own` are the ids and names of those that the reader may answer for."""
    title = say("clearance.title")
    told = say("clearance.state", moede_dato=medium_date(meeting.day), version=approval.version)

    def draw(room: Room) -> Card:
        return card(
            heading(title),
            text(told),
            clearance_lines(cleared, unasked, room),
            text(say("clearance.note"), subtle=True),
            actions=[*(_open_button(approval, *each) for each in own), whole(approval)],
            speak=f"{title}. {told}",
        )

    return fitted(draw, _ROOMS)


def which(choices: Mapping[str, Clear]) -> Card:
    """For which organisation somebody answers who answers for several; `choices` by its name, the words kept."""
    question = say("clearance.which")
    return card(
        heading(say("clearance.title")),
        text(question),
        actions=[button(name, choice) for name, choice in choices.items()],
        speak=question,
    )


def news(
    meeting: Meeting, approval: ApprovalRound, cleared: Cleared, *, is_late: bool, mention: Mention | None
) -> Card:
    """What an organisation answered, to the secretariat; `is_late`: after the chairs approved, which stands."""
    told = say("clearance.news", organisation=cleared.name, moede_dato=medium_date(meeting.day))

    def draw(room: Room) -> Card:
        return card(
            heading(say("clearance.title")),
            rich(escape(told) if mention is None else f"{mention.tag}: {escape(told)}"),
            text(clearance_line(cleared, room), bold=True),
            text(say("clearance.late")) if is_late else None,
            actions=[whole(approval), button(say("clearance.btn.state"), ShowClearance(forum=approval.forum))],
            speak=told,
            mentions=[] if mention is None else [mention],
        )

    return fitted(draw, _ROOMS)


def reminder(this: Clearable, *, mention: Mention | None) -> Card:
    """The reminder to one who answers for a silent organisation; they can answer on it."""
    told = _intro(this)
    return card(
        heading(say("clearance.title")),
        rich(escape(told) if mention is None else f"{mention.tag}: {escape(told)}"),
        text(say("clearance.reminder", organisation=this.name), bold=True),
        *answers(this),
        actions=[whole(this.approval)],
        speak=told,
        summary=say("clearance.reminder", organisation=this.name),
        mentions=[] if mention is None else [mention],
    )


def no_longer(name: str, meeting: Meeting) -> Card:
    """What stands in place of a card whose organisation is asked no longer."""
    told = say("clearance.no_longer", organisation=name, moede_dato=medium_date(meeting.day))
    return card(heading(say("clearance.title")), text(told), speak=told)


def asked_anew(name: str, meeting: Meeting) -> Card:
    """What stands in place of a card about a version that was changed in substance since."""
    told = say("clearance.asked_anew", organisation=name, moede_dato=medium_date(meeting.day))
    return card(heading(say("clearance.title")), text(told), speak=told)


def _intro(this: Clearable) -> str:
    until = until_words(this.until, zone(this.meeting))
    about = say("clearance.about", moede_dato=medium_date(this.meeting.day), version=this.approval.version)
    if not this.is_open:
        return f"{about} {say('clearance.over')}"
    asked_for = say("ownorg.card.intro", organisation=this.name, frist=until)
    if this.is_settled:
        return f"{about} {asked_for}"
    return f"{about} {asked_for} {say('clearance.until.unsettled', ikke_fastsat=say('common.not_regulated'))}"


def _answer(this: Clearable, clearing: Clearing) -> Json:
    given = Clear(
        forum=this.approval.forum,
        meeting=this.meeting.id,
        version=this.approval.version,
        organisation=this.organisation,
        clearing=clearing,
    )
    return button(say(_BUTTONS[clearing]), given, style="positive" if clearing is Clearing.CLEARED else "default")


def _who(this: Clearable) -> str:
    if not this.people:
        return say("clearance.who.nobody", organisation=this.name)
    key = "clearance.who.political" if this.step == POLITICAL else "clearance.who.administration"
    return say(key, liste=listing(this.people))


def _state_button(this: Clearable) -> Json:
    return button(say("clearance.btn.state"), ShowClearance(forum=this.approval.forum, meeting=this.meeting.id))


def _open_button(approval: ApprovalRound, organisation: str, name: str) -> Json:
    shown = ShowClearance(forum=approval.forum, meeting=approval.meeting, organisation=organisation)
    return button(say("clearance.btn.answer", organisation=name), shown)
