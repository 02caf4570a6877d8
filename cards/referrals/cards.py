"""Everything that was sent on, one case with its letter, and the case's way through all bodies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.kernel.action import Action
from bot.domain.kernel.stations import Station
from bot.domain.referrals.actions import (
    OpenSendOn,
    RegisterAnswer,
    ShowReferral,
    ShowReferrals,
    ShowWay,
    TakeBackReferral,
)
from bot.domain.referrals.state import Status
from cards.kit.elements import (
    Card,
    Json,
    box,
    button,
    button_rows,
    card,
    done,
    facts,
    group,
    heading,
    text,
    text_input,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import medium_date, say
from cards.referrals.letter import letter
from cards.referrals.stations import line
from cards.referrals.view import ReferralView, latest, state_words, told

_LEVELS = ((200, 20), (120, 12), (60, 6), (30, 3))
"""Characters of a text, and cases on the list."""
_LENGTHS = (2_000, 600, 200, 80, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayShown:
    """The stations of one case, in order; `may_send_on` is whether the reader serves the forum.

    `case` is what the buttons are about, `open_one` a referral that the reader may register an answer to.
    """

    title: str
    subtitle: str
    stations: Sequence[Station]
    is_hidden: bool
    case: OpenSendOn
    may_send_on: bool = False
    open_one: ReferralView | None = None


def listing(views: Sequence[ReferralView], forum: str) -> Card:
    """What waits for an answer first, then what has one."""
    waiting = [each for each in views if each.status is Status.WAITING]
    over = [each for each in views if each.status is not Status.WAITING]
    title = say("referral.list.title")

    def drawn(level: tuple[int, int]) -> Card:
        most, rows = level
        return card(
            heading(title),
            *_section(say("referral.list.open"), waiting[:rows], most),
            *_section(say("referral.list.over"), over[: max(rows - len(waiting), 0)], most),
            None if views else text(say("referral.list.none")),
            text(say("referral.list.more"), subtle=True) if len(views) > rows else None,
            speak=say("referral.list.speak", antal=len(waiting)) if views else say("referral.list.none"),
        )

    return fitted(drawn, _LEVELS)


def one(view: ReferralView, *, outcome: Sequence[str] = (), typed: str = "", day: str = "") -> Card:
    """One case that was sent on: what was asked, what was told back, and its letter where it is one."""

    def drawn(most: int) -> Card:
        return card(
            done(*outcome) if outcome else None,
            heading(shorten(view.title, max(most, 80))),
            text(say("referral.line", til=view.to, dag=medium_date(view.sent_on)), subtle=True),
            box(text(state_words(view), bold=True), *(text(shorten(told(e, view.is_hidden), most)) for e in view.back)),
            facts(_facts(view, most)),
            *_letter(view, most),
            *(answer_inputs(typed, day) if _takes_answer(view) else ()),
            actions=[*_buttons(view), _way(view), button(say("referral.btn.list"), ShowReferrals(forum=view.forum))],
            speak=" ".join(outcome) or f"{view.title}. {state_words(view)}",
        )

    return fitted(drawn, _LENGTHS)


def way(shown: WayShown) -> Card:
    """»Sagens vej«: each station in order."""
    title = say("referral.way.title")

    def drawn(most: int) -> Card:
        return card(
            heading(title),
            text(shorten(shown.title, max(most, 80)), bold=True),
            text(shown.subtitle, subtle=True, close=True),
            group(*(_station(place, each, shown.is_hidden, most) for place, each in enumerate(shown.stations, 1))),
            text(say("referral.way.hidden"), subtle=True) if shown.is_hidden else None,
            *(answer_inputs("", "") if shown.open_one is not None and _takes_answer(shown.open_one) else ()),
            actions=[
                *(_buttons(shown.open_one) if shown.open_one is not None else ()),
                button(say("referral.btn"), shown.case, checks_inputs=False) if shown.may_send_on else None,
            ],
            speak=f"{title}: {shown.title}",
        )

    return fitted(drawn, _LENGTHS)


def answer_inputs(typed: str, day: str) -> Iterable[Json]:
    """The answer to a letter, and its day."""
    yield text_input("words", say("referral.field.answer"), value=typed, multiline=True)
    yield text_input(
        "answered_on", say("referral.field.answered_on"), value=day, placeholder=say("referral.field.due.example")
    )


def answer_button(view: ReferralView) -> Json:
    """»Registrér svar«."""
    action = RegisterAnswer(forum=view.forum, number=view.number, year=view.year)
    return button(say("referral.btn.answer"), action, style="positive")


def _facts(view: ReferralView, most: int) -> dict[str, str | None]:
    if view.is_hidden:
        return {say("referral.fact.number"): view.called}
    return {
        say("referral.fact.number"): view.called,
        say("referral.fact.origin"): view.origin or None,
        say("referral.field.question"): shorten(view.question, most),
        say("referral.field.due"): None if view.wanted is None else medium_date(view.wanted),
        say("referral.field.level"): view.level or None,
        say("proposal.field.basis"): view.basis or None,
    }


def _letter(view: ReferralView, most: int) -> Iterable[Json]:
    if not view.is_letter or view.status is not Status.WAITING:
        return
    yield text(say("referral.letter.intro", til=view.to), bold=True)
    yield box(*(text(each) for each in letter(view, most)))


def _takes_answer(view: ReferralView) -> bool:
    return (
        view.may_act
        and view.is_letter
        and view.status not in (Status.TAKEN_BACK, Status.HANDED_ON)
        and not view.is_hidden
    )


def _buttons(view: ReferralView) -> list[Json]:
    if not view.may_act:
        return []
    take_back = TakeBackReferral(forum=view.forum, number=view.number, year=view.year)
    shown = [answer_button(view)] if _takes_answer(view) else []
    if view.status is Status.WAITING:
        shown.append(button(say("referral.btn.take_back"), take_back, checks_inputs=False))
    return shown


def _way(view: ReferralView) -> Json:
    return button(say("referral.way.title"), _shows_way(view), checks_inputs=False)


def _shows_way(view: ReferralView) -> Action:
    if view.proposal is not None:
        return ShowWay(forum=view.forum, number=view.proposal[0], year=view.proposal[1])
    meeting, position = view.item or ("", 0)
    return ShowWay(forum=view.forum, meeting=meeting, position=position)


def _section(name: str, views: Sequence[ReferralView], most: int) -> list[Json]:
    return [heading(name, level=2), *(_row(each, most) for each in views)] if views else []


def _row(view: ReferralView, most: int) -> Json:
    opened = ShowReferral(forum=view.forum, number=view.number, year=view.year)
    return group(
        text(shorten(view.title, most), bold=True),
        text(
            f"{view.called} · {say('referral.line', til=view.to, dag=medium_date(view.sent_on))}",
            subtle=True,
            close=True,
        ),
        text(state_words(view), close=True),
        text(shorten(latest(view), most), close=True) if view.back else None,
        *button_rows(button(_opening(view), opened)),
        divided=True,
    )


def _opening(view: ReferralView) -> str:
    waits = _takes_answer(view) and view.status is Status.WAITING
    return say("referral.btn.answer") if waits else say("referral.btn.see")


def _station(place: int, station: Station, is_hidden: bool, most: int) -> Json:
    return text(f"{place}. {shorten(line(station, has_words=not is_hidden), most)}", close=place > 1)
