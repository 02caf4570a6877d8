"""What changed between two versions of an agenda, and whether that is a change of substance.

Everything that an agenda says is what people approve. Only its order, its times and slips of the pen may be corrected
without asking everybody again; the correction is shown, word by word, and whoever approved may object.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from bot.domain.agenda.spelling import is_correction
from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.rewording import Run, reworded
from bot.domain.proposals.closed import public
from bot.domain.proposals.state import Content


class ChangeKind(StrEnum):
    """What happened to one item."""

    ADDED = "added"
    REMOVED = "removed"
    RECOMMENDATION = "recommendation"
    AMOUNT = "amount"
    TITLE = "title"
    SUMMARY = "summary"
    CASE = "case"
    ECONOMY = "economy"
    DURATION = "duration"
    KIND = "kind"
    LINKS = "links"
    CLOSED = "closed"
    MOVED = "moved"
    DETAILS = "details"
    GONE = "gone"
    BACK = "back"


_FORM = frozenset({ChangeKind.MOVED, ChangeKind.DURATION})
_OF_PLACE = frozenset(
    {ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.MOVED, ChangeKind.GONE, ChangeKind.BACK}
)  # which say nothing of what the item says
_TEXTS = {
    ChangeKind.TITLE: "title",
    ChangeKind.RECOMMENDATION: "recommendation",
    ChangeKind.SUMMARY: "summary",
    ChangeKind.ECONOMY: "financial_note",
    ChangeKind.CASE: "case_description",
}
_FIELDS = {
    **_TEXTS,
    ChangeKind.AMOUNT: "amount",
    ChangeKind.DURATION: "duration",
    ChangeKind.KIND: "kind",
    ChangeKind.LINKS: "links",
    ChangeKind.CLOSED: "is_closed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change; `position` (from 1) is the item's on the newer version, for a removed one on the older."""

    kind: ChangeKind
    position: int
    before: Content | None
    after: Content | None

    @property
    def is_substance(self) -> bool:
        """Whether it takes a new round of approval."""
        texts = self._texts
        return self.kind not in _FORM and (texts is None or not is_correction(*texts))

    @property
    def content(self) -> Content:
        """What the item says now, or said last."""
        content = self.after or self.before
        assert content is not None  # noqa: S101 - a change is about an item
        return content

    @property
    def wording(self) -> tuple[Run, ...]:
        """The words of the text that was changed, each marked; nothing where the change is not one of a text."""
        return () if self._texts is None else reworded(*self._texts)

    @property
    def _texts(self) -> tuple[str, str] | None:
        """What the text said and says; None where the change is not one of a text."""
        field = _TEXTS.get(self.kind)
        if field is None or self.before is None or self.after is None:
            return None
        return getattr(self.before, field), getattr(self.after, field)


def changes(old: Sequence[AgendaItem], new: Sequence[AgendaItem]) -> tuple[Change, ...]:
    """Every change from one version's items to another's, in the newer order, the removed ones last."""
    before = {item.id: item for item in old}
    after = {item.id for item in new}
    moved = _moved([item.id for item in old], [item.id for item in new])
    found: list[Change] = []
    for position, item in enumerate(new, start=1):
        earlier = before.get(item.id)
        was = None if earlier is None else earlier.content
        kinds = [*_taken_up(earlier, item), *_kinds(was, item.content, is_moved=item.id in moved)]
        found += (Change(kind=kind, position=position, before=was, after=item.content) for kind in kinds)
    return (
        *found,
        *(
            Change(kind=ChangeKind.REMOVED, position=position, before=item.content, after=None)
            for position, item in enumerate(old, start=1)
            if item.id not in after
        ),
    )


def is_substance(found: Iterable[Change]) -> bool:
    """Whether any of the changes takes a new round of approval."""
    return any(change.is_substance for change in found)


def public_changes(found: Iterable[Change], title: str) -> tuple[Change, ...]:
    """The changes as a channel may show them: of a closed item its neutral title, and that something was changed."""
    return tuple(dict.fromkeys(_public(change, title) for change in found))


def _public(change: Change, title: str) -> Change:
    contents = [content for content in (change.before, change.after) if content is not None]
    closed = next((content for content in contents if content.is_closed), None)
    if closed is None:
        return change
    neutral = public(closed, title)
    if change.kind in _OF_PLACE:
        return replace(change, before=change.before and neutral, after=change.after and neutral)
    return replace(change, kind=ChangeKind.DETAILS, before=neutral, after=neutral)


def _taken_up(before: AgendaItem | None, after: AgendaItem) -> list[ChangeKind]:
    """Whether the item is withdrawn now, or taken up again."""
    if before is None or (before.gone is None) == (after.gone is None):
        return []
    return [ChangeKind.BACK if after.gone is None else ChangeKind.GONE]


def _kinds(before: Content | None, after: Content, *, is_moved: bool) -> list[ChangeKind]:
    if before is None:
        return [ChangeKind.ADDED]
    kinds = [kind for kind, field in _FIELDS.items() if getattr(before, field) != getattr(after, field)]
    told = {field: getattr(after, field) for field in _FIELDS.values()}
    if replace(before, **told) != after:
        kinds.append(ChangeKind.DETAILS)
    return [*kinds, ChangeKind.MOVED] if is_moved else kinds


def _moved(old: Sequence[int], new: Sequence[int]) -> frozenset[int]:
    """The items whose order among those on both versions is another."""
    common = set(old) & set(new)
    kept_old, kept_new = ([each for each in ids if each in common] for ids in (old, new))
    blocks = SequenceMatcher(None, kept_old, kept_new, autojunk=False).get_matching_blocks()
    unmoved = {each for block in blocks for each in kept_new[block.b : block.b + block.size]}
    return frozenset(common - unmoved)
