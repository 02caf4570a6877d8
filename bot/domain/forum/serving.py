"""Where those who lead and serve a forum are not as its charter wants, or cannot be reached."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.forum.representation import sits_in
from bot.domain.kernel import settings
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Role

_SETTLED = frozenset({"joint", "shared", "single"})  # by these models there is a secretariat


@dataclass(frozen=True, slots=True, kw_only=True)
class FewChairs:
    """Nobody leads although somebody shall, or one alone where several share it."""

    chairs: tuple[str, ...]
    words: str

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"few_chairs/{'+'.join(self.chairs)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSecretariat:
    """Nobody has a seat as secretariat; `serving` are those who serve in its place."""

    serving: tuple[str, ...]
    words: str | None

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"no_secretariat/{'+'.join(self.serving)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoAccount:
    """Somebody who leads or serves has no account, and so can neither be asked nor answer."""

    person: str
    leads: bool

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"no_account/{self.person}/{self.leads}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoLiaison:
    """None who chairs sits in the body where the charter would see one, and nobody is named as the tie to it."""

    body: str
    words: str

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"no_liaison/{self.body}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdministrativeChair:
    """Somebody leads who takes part as an administrative representative alone (C13)."""

    person: str
    words: str

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"administrative_chair/{self.person}"


def lacks_chair(forum: Forum) -> bool:
    """Whether somebody is still to be named to lead (B19, D1)."""
    return any(not each.chairs for each in few_chairs(forum))


def no_liaison(forum: Forum, day: date) -> Iterator[NoLiaison]:
    """Whether the tie to the body is missing that the charter wants where no chair sits in it (B20)."""
    wanted, instead = forum.charter.chair.preferred_membership, forum.charter.chair.otherwise
    chairs = tuple(forum.choice("chairmanship") or ())
    if wanted.value is None or instead.value != "liaison" or not chairs or forum.choice("liaison"):
        return
    if not any(sits_in(forum, each, wanted.value, day) for each in chairs):
        yield NoLiaison(body=wanted.value, words=instead.words or "")


def administrative_chairs(forum: Forum, day: date) -> Iterator[AdministrativeChair]:
    """Everybody who leads although the charter has them come as an administrative representative."""
    settled = forum.charter.composition.administrative_representatives
    if settled.value is None:
        return
    hosts = (each.meeting_leader for each in forum.organisations if each.meeting_leader is not None)
    for person in dict.fromkeys((*(forum.choice("chairmanship") or ()), *hosts)):
        roles = forum.roles_of(person, day)
        if Role.ADMINISTRATIVE_REPRESENTATIVE in roles and Role.POLITICIAN not in roles:
            yield AdministrativeChair(person=person, words=settled.words or "")


def few_chairs(forum: Forum) -> Iterator[FewChairs]:
    """Whether the chairmanship lacks somebody (B19, D1); the charters where the host leads have none."""
    charter, chairs = forum.charter, tuple(forum.choice("chairmanship") or ())
    if charter.chair.model.value == "shared" and len(chairs) <= 1:
        yield FewChairs(chairs=chairs, words=charter.chair.model.words or "")
    elif charter.chair.model.value != "host_leads" and charter.chair.required.value and not chairs:
        yield FewChairs(chairs=chairs, words=charter.chair.required.words or "")


def no_secretariat(forum: Forum, day: date) -> Iterator[NoSecretariat]:
    """Whether the charter's secretariat is nobody, or nobody serves at all (B27)."""
    model = forum.charter.secretariat.model
    if any(Role.SECRETARIAT in seat.roles and seat.holds_on(day) for seat in forum.seats):
        return
    serving = settings.secretariat(forum, day)
    if model.value in _SETTLED:
        yield NoSecretariat(serving=serving, words=model.words)
    elif not serving:
        yield NoSecretariat(serving=(), words=None)


def no_accounts(forum: Forum, day: date) -> Iterator[NoAccount]:
    """Everybody who leads, from the next meeting on, or serves, and has no account."""
    leading = dict.fromkeys(forum.choice("chairmanship") or ())
    for meeting in forum.meetings:
        leading |= dict.fromkeys(settings.meeting_leaders(forum, meeting) if meeting.day >= day else ())
    without = {person.id for person in forum.people if not person.identities}
    yield from (NoAccount(person=each, leads=True) for each in leading if each in without)
    serving = (each for each in settings.secretariat(forum, day) if each not in leading)
    yield from (NoAccount(person=each, leads=False) for each in serving if each in without)
