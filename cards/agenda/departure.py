"""What it means that the draft says something else than the version people answer, and the button that mends it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.agenda.changes import Change, ChangeKind
from bot.domain.agenda.state import Agenda
from bot.domain.approval.actions import Circulate
from bot.domain.approval.rules import ENDED
from bot.domain.approval.state import Standpoint
from bot.domain.kernel.charter import Mode
from cards.kit.elements import Json, box, button, text
from cards.kit.words import listing, say

_STANDS: Mapping[Standpoint, str] = {
    Standpoint.OPEN: "agenda.version.asked",
    Standpoint.APPROVED: "agenda.version.approved",
    Standpoint.APPROVED_WITH_REMARKS: "agenda.version.approved",
    Standpoint.RETURNED: "agenda.version.returned",
    Standpoint.SENT_UNAPPROVED: "agenda.version.unapproved",
}
_GIVEN: Mapping[ChangeKind, str] = {
    ChangeKind.ADDED: "agenda.departed.added",
    ChangeKind.REMOVED: "agenda.departed.removed",
    ChangeKind.MOVED: "agenda.departed.moved",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Departed:
    """The newest version's number, what the draft says otherwise, and how that version stands with those asked.

    `asks_anew`: the next version would be asked about from the beginning.
    """

    version: int
    changes: tuple[Change, ...]
    mode: Mode
    standpoint: Standpoint | None
    asks_anew: bool = False

    @property
    def following(self) -> int:
        """The number of the version that would say it."""
        return self.version + 1


def change_words(departed: Departed | None, position: int | None) -> str | None:
    """What just now changed for the item there (None: one was taken off) means; None where it means nothing."""
    if departed is None:
        return None
    kinds = {
        each.kind for each in departed.changes if each.kind is not ChangeKind.REMOVED and each.position == position
    }
    if departed.mode is Mode.NONE:
        return say("agenda.draft_leaves")
    if ChangeKind.ADDED in kinds:
        return _sentence("agenda.not_in_version", departed, punkt=position)
    return _sentence("agenda.not_in_version.change", departed) if kinds else _everything(departed)


def departed_block(departed: Departed | None, *, may_send: bool = True) -> Json | None:
    """All that the newest version lacks, set apart; those who may send the next one are asked to."""
    if departed is None:
        return None
    return box(text(_everything(departed, may_send=may_send), bold=True), tone="warning")


def send_button(departed: Departed | None, agenda: Agenda) -> Json | None:
    """The button that sends the next version; None where nobody is asked about any."""
    if departed is None or departed.mode is Mode.NONE:
        return None
    sending = Circulate(forum=agenda.forum, meeting=agenda.meeting, revision=agenda.revision)
    key = "agenda.btn.send_version.consult" if departed.mode is Mode.CONSULT else "agenda.btn.send_version"
    return button(say(key, ny=departed.following), sending, style="positive")


def how_it_stands(mode: Mode, standpoint: Standpoint | None) -> str:
    """How a version stands with those asked, to follow upon its number; nothing where there is nothing to say."""
    asked = "agenda.version.consulted" if mode is Mode.CONSULT else _STANDS.get(standpoint or Standpoint.SUPERSEDED)
    return say(asked) if asked else ""


def _everything(departed: Departed, *, may_send: bool = True) -> str:
    if departed.mode is Mode.NONE:
        return say("agenda.draft_leaves")
    told = _sentence("agenda.departed", departed, may_send=may_send, aendringer=listing(_told(departed.changes)))
    if not may_send or departed.standpoint is None or departed.standpoint in ENDED:
        return told
    key = "agenda.departed.substance" if departed.asks_anew else "agenda.departed.form"
    return f"{told} {say(key)}"


def _sentence(key: str, departed: Departed, *, may_send: bool = True, **facts: object) -> str:
    told = say(key, version=departed.version, som=how_it_stands(departed.mode, departed.standpoint), **facts)
    sending = "agenda.departed.send.consult" if departed.mode is Mode.CONSULT else "agenda.departed.send"
    return f"{told} {say(sending, ny=departed.following)}" if may_send else told


def _told(changes: Sequence[Change]) -> Iterator[str]:
    """Like "punkt 4 er nyt": each item once, in order; what was taken off and the order at the end."""
    seen: set[tuple[str, int]] = set()
    for each in changes:
        key = _GIVEN.get(each.kind, "agenda.departed.edited")
        place = (key, 0 if each.kind is ChangeKind.MOVED else each.position)
        if place not in seen:
            seen.add(place)
            yield say(key, punkt=each.position)
