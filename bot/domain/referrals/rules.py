"""What becomes of a referral: what is told back makes its state, so that it is in one and never in two."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.stations import Stage, Station
from bot.domain.minutes.state import Outcome, Resolution
from bot.domain.referrals.state import Referral, Status

_ENDS = {
    Stage.RESOLVED: Status.ANSWERED,
    Stage.ANSWERED: Status.ANSWERED,
    Stage.DECLINED: Status.REFUSED,
    Stage.WITHDRAWN: Status.REFUSED,
    Stage.TAKEN_BACK: Status.TAKEN_BACK,
}


def status_of(back: Iterable[Station], body: str) -> Status:
    """The state that the stations told back make, in their order; those of bodies further on decide nothing."""
    status = Status.WAITING
    for each in back:
        if each.body == body and status is not Status.TAKEN_BACK:
            status = _ENDS.get(each.stage, Status.WAITING)
    return status


def told(referral: Referral, station: Station) -> Referral:
    """With what was told back; told again it changes nothing, nor what was taken back or handed on."""
    if referral.status in (Status.TAKEN_BACK, Status.HANDED_ON) or _is_known(referral, station):
        return referral
    return _with(referral, (*referral.details.back, station))


def answered(referral: Referral, words: str, on: date) -> Referral:
    """With the answer to its letter; a later one stands in its place.

    Refusal("referral_in_house") where the forum there answers itself, "referral_over" where it was taken back.
    """
    if not referral.is_letter:
        raise Refusal("referral_in_house", forum=referral.details.body_name)
    _check_not_taken_back(referral)
    if on < referral.details.sent_on:
        raise Refusal("referral_answer_early", field="answered_on", dag=referral.details.sent_on)
    station = Station(body=referral.details.body_name, stage=Stage.ANSWERED, on=on, words=words)
    return told(referral, station)


def taken_back(referral: Referral, on: date) -> Referral:
    """Taken back by whoever sent it, while no answer is there; Refusal("referral_over") afterwards."""
    _check_not_taken_back(referral)
    if not referral.is_open:
        raise Refusal("referral_answered", forum=referral.details.body_name)
    station = Station(body=referral.details.body_name, stage=Stage.TAKEN_BACK, on=on)
    return told(referral, station)


def is_resolution(resolution: Resolution | None) -> bool:
    """Whether the forum resolved on it, and not to put it off or to leave it."""
    if resolution is None or resolution.outcome in (Outcome.POSTPONED, Outcome.REJECTED):
        return False
    return resolution.is_resolved


def check_no_circle(way: Iterable[str], to: str, names: Iterable[str], name: str) -> None:
    """Refusal("referral_circle") with the way, by names, where the case has been there already."""
    if to in tuple(way):
        raise Refusal("referral_circle", forum=name, vej=" → ".join(names))


def _with(referral: Referral, back: tuple[Station, ...]) -> Referral:
    status = status_of(back, referral.details.body_name)
    return replace(referral, status=status, details=replace(referral.details, back=back))


def _is_known(referral: Referral, station: Station) -> bool:
    """Whether that was the last that was told of this body, whatever day it was told."""
    same = [each for each in referral.details.back if each.body == station.body]
    return bool(same) and replace(same[-1], on=station.on) == station


def _check_not_taken_back(referral: Referral) -> None:
    if referral.status in (Status.TAKEN_BACK, Status.HANDED_ON):
        raise Refusal("referral_over")
