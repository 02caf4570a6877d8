"""The live card: which item is on, how the time goes, who is there, and what one does while a meeting is held."""

from bot.domain.live.actions import AddTaskInMeeting, Change, EndMeeting, MoveOn, NoteInMeeting, ShowLive, Step
from bot.domain.minutes.actions import OpenResolution, ShowMinutes
from cards.kit.elements import (
    Card,
    Json,
    box,
    button,
    button_rows,
    card,
    choice_input,
    done,
    folded_box,
    group,
    heading,
    present,
    row,
    text,
    text_input,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import duration, listing, medium_date, say
from cards.live.times import lag_words, moment, span
from cards.live.view import ItemLine, LiveView

_LEVELS = ((60, 1_500), (34, 400), (20, 60))  # characters of an item's title, of a list of names
_LONGEST_TITLE = 120  # characters of the item that is on
_LONGEST_NAME = 60
_FEW = 5  # people whose names take little room


def live(shown: LiveView, *, outcome: str | None = None, typed: str = "") -> Card:
    """The meeting as it stands; the outcome of what was just done stands in the middle, near every button."""
    return fitted(lambda level: _live(shown, outcome, typed, *level), _LEVELS)


def _live(shown: LiveView, outcome: str | None, typed: str, most: int, names: int) -> Card:
    day = medium_date(shown.meeting.day)
    return card(
        heading(say("live.heading.running" if shown.is_running else "live.heading.ended")),
        text(say("live.held", moede_dato=day), subtle=True, close=True),
        *(_running(shown, typed) if shown.is_running else _over(shown)),
        done(outcome) if outcome else None,
        *_presence(shown, names),
        *_people(shown),
        group(*(_line(shown, each, most) for each in shown.items), divided=True),
        actions=_ways_on(shown),
        speak=outcome or say("live.speak", hvor=_where(shown), slut=_ending(shown)),
    )


def _running(shown: LiveView, typed: str) -> list[Json]:
    current = shown.current
    return [
        box(
            text(_where(shown), bold=True),
            text(_since(shown), subtle=True, close=True),
            text(_ending(shown), close=True),
            tone="accent",
        ),
        *button_rows(*_moving(shown)),
        *(_task(shown, typed) if current is not None and shown.may_touch else ()),
    ]


def _over(shown: LiveView) -> list[Json]:
    return present([text(_ending(shown), bold=True), _untreated(shown)])


def _untreated(shown: LiveView) -> Json | None:
    return text(say("live.untreated", punkter=listing(map(str, shown.untreated)))) if shown.untreated else None


def _where(shown: LiveView) -> str:
    if not shown.is_running:
        return say("live.heading.ended")
    if shown.is_break or shown.current is None:
        return say("live.break")
    title = shorten(shown.current.title, _LONGEST_TITLE)
    return say("live.current", nr=shown.current.position, antal=len(shown.items), titel=title)


def _since(shown: LiveView) -> str:
    at = moment(shown.since, shown.meeting.day, shown.tz)
    if shown.is_break or shown.current is None:
        return say("live.since.break", tid=at)
    return say("live.since", tid=at, brugt=_spent(shown.current))


def _spent(item: ItemLine) -> str:
    if item.is_gone and item.began is None:
        return say("live.item.gone")
    if item.began is None:
        return say("live.item.planned", planlagt=duration(item.planned))
    return say("live.item.actual", brugt=duration(item.spent), planlagt=duration(item.planned))


def _ending(shown: LiveView) -> str:
    day, tz = shown.meeting.day, shown.tz
    if not shown.is_running:
        if shown.ended_at is None:
            return say("live.left.unknown", tid=moment(shown.started_at, day, tz))
        return say("live.ended", tid=span(shown.started_at, shown.ended_at, day, tz))
    expected = shown.expected_end or shown.planned_end
    words = say("live.expected", slut=moment(expected, day, tz), planlagt=moment(shown.planned_end, day, tz))
    return f"{lag_words(shown.lag)}. {words}"


def _moving(shown: LiveView) -> list[Json | None]:
    def to(step: Step) -> MoveOn:
        return MoveOn(forum=shown.forum, meeting=shown.meeting.id, step=step, revision=shown.revision)

    if shown.is_break or shown.current is None:
        return [
            button(say("live.btn.resume"), to(Step.RESUME), style="positive"),
            button(say("minutes.btn.next"), to(Step.NEXT)) if shown.has_next else None,
        ]
    position = shown.current.position
    resolve = OpenResolution(forum=shown.forum, meeting=shown.meeting.id, position=position)
    return [
        button(say("minutes.btn.next"), to(Step.NEXT), style="positive") if shown.has_next else None,
        button(say("live.btn.resolve"), resolve) if shown.may_write and shown.may_touch else None,
        button(say("live.btn.previous"), to(Step.PREVIOUS)) if shown.has_previous else None,
        button(say("live.btn.break"), to(Step.BREAK)),
    ]


def _task(shown: LiveView, typed: str) -> list[Json]:
    """One click makes a task of the item; typed words are what it is called."""
    add = AddTaskInMeeting(forum=shown.forum, meeting=shown.meeting.id)
    return [
        text_input("duty", say("live.field.task"), value=typed),
        *button_rows(button(say("duty.btn.new"), add)),
    ]


def _presence(shown: LiveView, most: int) -> list[Json | None]:
    """How many are there and how many are not; the names of many fold in."""
    recused = text(say("live.recused", navne=listing(shown.recused)), bold=True) if shown.recused else None
    told = {"live.here": shown.here, "live.missing": shown.missing}
    whole = [text(say(key, antal=len(who), navne=listing(who))) for key, who in told.items() if 0 < len(who) <= _FEW]
    counted = say("live.counted", her=len(shown.here), mangler=len(shown.missing))
    if all(len(who) <= _FEW for who in told.values()):
        return [recused, None if shown.here else text(say("live.here.none"), subtle=True), *whole]
    is_crowded = len(shown.here) > _FEW
    few = whole if is_crowded else []
    folded = {key: who for key, who in told.items() if who and not (is_crowded and len(who) <= _FEW)}
    many = [text(shorten(say(key, antal=len(who), navne=listing(who)), most)) for key, who in folded.items()]
    return [recused, text(counted), *few, *folded_box("here", say("live.btn.here"), *many, is_open=False)]


def _people(shown: LiveView) -> list[Json]:
    """Somebody, and what happens to them: one click once they are chosen."""
    if not shown.is_running or not shown.people:
        return []

    def note(change: Change) -> Json:
        return button(say(_CHANGES[change]), NoteInMeeting(forum=shown.forum, meeting=shown.meeting.id, change=change))

    is_on = shown.current is not None and not shown.is_break and shown.may_touch
    known = {person: shorten(name, _LONGEST_NAME) for person, name in shown.people.items()}
    return [
        choice_input("person", say("live.field.person"), known),
        *button_rows(
            note(Change.CAME),
            note(Change.LEFT),
            note(Change.RECUSED) if is_on else None,
            note(Change.NOT_RECUSED) if is_on and shown.recused else None,
            note(Change.STEPS_IN) if shown.has_substitutes else None,
            note(Change.EVERYBODY) if shown.has_unknown else None,
        ),
    ]


_CHANGES = {
    Change.CAME: "live.btn.came",
    Change.LEFT: "live.btn.left",
    Change.RECUSED: "live.btn.recused",
    Change.NOT_RECUSED: "live.btn.not_recused",
    Change.STEPS_IN: "live.btn.steps_in",
    Change.EVERYBODY: "live.btn.everybody",
}


def _line(shown: LiveView, item: ItemLine, most: int) -> Json:
    title = text(f"{item.position}. {shorten(item.title, most)}", bold=item.is_on, close=True)
    return row((title, "stretch"), (text(_spent(item), subtle=True, close=True), "auto")) | {"spacing": "Small"}


def _ways_on(shown: LiveView) -> list[Json | None]:
    here = {"forum": shown.forum, "meeting": shown.meeting.id}
    if shown.is_running:
        return [button(say("live.btn.end"), EndMeeting(**here)), button(say("live.btn.update"), ShowLive(**here))]
    resume = MoveOn(forum=shown.forum, meeting=shown.meeting.id, step=Step.RESUME, revision=shown.revision)
    return [
        button(say("live.btn.minutes"), ShowMinutes(**here), style="positive") if shown.may_write else None,
        button(say("live.btn.resume"), resume),
    ]
