"""What departs from the charter, each as one sentence that names the organisation and the person."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from bot.domain.forum.attached import NoAttached
from bot.domain.forum.clusters import Foreign, Missing, NoMember
from bot.domain.forum.composition import Departure, WrongSeat
from bot.domain.forum.fixed import Unseated
from bot.domain.forum.remarks import ClosedDay, Remark
from bot.domain.forum.serving import AdministrativeChair, FewChairs, NoAccount, NoLiaison, NoSecretariat
from bot.domain.forum.settling import Overruled, UnforeseenLayer
from bot.domain.forum.validity import Ended, NotBegun
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Role
from cards.kit.elements import Card, Json, Mention, card, escape, group, heading, rich, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import keyed, listing, medium_date, say

_ONE: Mapping[Role, str] = keyed(Role, "remark.role", ".one")
_SEVERAL: Mapping[Role, str] = keyed(Role, "remark.role", ".other")
_KINDS = {
    "municipality": "remark.kind.municipality",
    "region": "remark.kind.region",
    "hospital": "remark.kind.hospital",
    "psychiatry": "remark.kind.psychiatry",
    "regional_administration": "remark.kind.regional_administration",
    "gp_organisation": "remark.kind.gp_organisation",
}
_OTHERS = "remark.kind.other"
_TO_COME = {"shared": "composition.no_chair.shared", "single": "composition.no_chair.single"}
_LEVELS = ((30, 600), (10, 300), (3, 150))  # remarks, characters of each


def sentence(remark: Remark, forum: Forum) -> str:
    """One remark on the forum, with the charter's own words where it rests on them."""
    match remark:
        case Ended() | NotBegun():
            return _out_of_force(remark)
        case Departure():
            return _departure(remark, forum)
        case Missing() | NoMember() | Foreign():
            return _membership(remark, forum)
        case WrongSeat():
            return _wrong_seat(remark, forum)
        case Unseated() | NoAttached():
            return _unfilled(remark, forum)
        case FewChairs() | NoLiaison() | AdministrativeChair():
            return _leading(remark, forum)
        case NoSecretariat() | NoAccount():
            return _serving(remark, forum)
        case Overruled() | UnforeseenLayer():
            return _of_charter(remark)
        case ClosedDay():
            return _closed_day(remark)
        case _:
            assert_never(remark)


def kind_words(kind: str) -> str:
    """What organisations of that kind are called together."""
    return say(_KINDS.get(kind, _OTHERS))


def told(forum: Forum, *, new: Sequence[Remark], old: Sequence[Remark], mention: Mention | None) -> Card:
    """What the secretariat is told when the forum's file brought remarks, and which were there before."""
    return fitted(lambda level: _told(forum, new, old, mention, *level), _LEVELS)


def _told(
    forum: Forum, new: Sequence[Remark], old: Sequence[Remark], mention: Mention | None, most: int, length: int
) -> Card:
    words = say("remarks.told", forum=forum.name)
    return card(
        heading(say("remarks.title")),
        text(words) if mention is None else rich(f"{mention.tag}: {escape(words)}"),
        _listed(forum, new, most, length),
        group(text(say("remarks.known"), bold=True), _listed(forum, old, most, length)) if old else None,
        text(say("remarks.mend"), subtle=True),
        mentions=[] if mention is None else [mention],
        speak=words,
    )


def _listed(forum: Forum, every: Sequence[Remark], most: int, length: int) -> Json:
    left_out = len(every) - most
    return group(
        *(text(shorten(sentence(each, forum), length)) for each in every[:most]),
        text(say("remarks.more", antal=left_out), subtle=True) if left_out > 0 else None,
    )


def _out_of_force(remark: Ended | NotBegun) -> str:
    if isinstance(remark, NotBegun):
        return say("remark.not_begun", dag=medium_date(remark.since))
    key = "remark.ended" if remark.succeeded_by is None else "remark.ended.followed"
    return say(key, dag=medium_date(remark.until), efter=remark.succeeded_by)


def _serving(remark: NoSecretariat | NoAccount, forum: Forum) -> str:
    return _no_account(remark, forum) if isinstance(remark, NoAccount) else _no_secretariat(remark, forum)


def _of_charter(remark: Overruled | UnforeseenLayer) -> str:
    if isinstance(remark, Overruled):
        return _overruled(remark)
    return say("remark.unforeseen_layer", navn=remark.title)


def _membership(remark: Missing | NoMember | Foreign, forum: Forum) -> str:
    if isinstance(remark, Foreign):
        return _foreign(remark, forum)
    if isinstance(remark, NoMember):
        return say("remark.no_member", organisation=_organisation(forum, remark.organisation), ord=remark.words)
    words = {"klynge": remark.cluster.name, "ord": remark.cluster.words}
    return say("remark.missing", organisation=remark.party.official_name or remark.party.name, **words)


def _wrong_seat(remark: WrongSeat, forum: Forum) -> str:
    organisation = _organisation(forum, remark.organisation)
    return say("remark.wrong_seat", navn=_name(forum, remark.person), organisation=organisation, ord=remark.words)


def _unfilled(remark: Unseated | NoAttached, forum: Forum) -> str:
    if isinstance(remark, Unseated):
        return say("remark.unseated", organisation=remark.name, ord=remark.words)
    return say("remark.no_attached", organ=forum.charter.name_of_body(remark.body), ord=remark.words)


def _leading(remark: FewChairs | NoLiaison | AdministrativeChair, forum: Forum) -> str:
    match remark:
        case FewChairs():
            return _few_chairs(remark, forum)
        case NoLiaison():
            return say("remark.no_liaison", organ=forum.charter.name_of_body(remark.body), ord=remark.words)
        case AdministrativeChair():
            return say("remark.administrative_chair", navn=_name(forum, remark.person), ord=remark.words)


def _few_chairs(remark: FewChairs, forum: Forum) -> str:
    who = listing(_name(forum, each) for each in remark.chairs)
    quoted = say("overview.charter", ord=remark.words)
    return f"{say('remark.one_chair', navn=who)} {quoted}" if who else f"{chair_to_come(forum.charter)} {quoted}"


def chair_to_come(charter: Charter) -> str:
    """Whom the charter still wants to be named to lead."""
    return say(_TO_COME.get(charter.chair.model.value or "", "composition.no_chair"))


def _no_account(remark: NoAccount, forum: Forum) -> str:
    key = "remark.no_account.leads" if remark.leads else "remark.no_account.serves"
    return say(key, navn=_name(forum, remark.person))


def _departure(remark: Departure, forum: Forum) -> str:
    who = _organisation(forum, remark.organisation) if remark.organisation else kind_words(remark.kind)
    if remark.role is None:
        role = "remark.role.anybody.one" if remark.found == 1 else "remark.role.anybody.other"
    else:
        role = (_ONE if remark.found == 1 else _SEVERAL)[Role(remark.role)]
    counted = {"antal": remark.found or say("remark.nobody"), "rolle": say(role)}
    told = say("remark.seats", organisation=who, krav=_wanted(remark.least, remark.most), ord=remark.words, **counted)
    if not remark.supplement:
        return told
    level = forum.charter.name_of_body(remark.supplement).casefold()
    return f"{told}. {say('remark.supplement', niveau=level)}"


def _wanted(least: int | None, most: int | None) -> str:
    if least is None:
        return say("remark.most", antal=most)
    if most is None:
        return say("remark.least", antal=least)
    return str(least) if least == most else f"{least}-{most}"


def _foreign(remark: Foreign, forum: Forum) -> str:
    facts = {"organisation": _organisation(forum, remark.organisation), "klynge": remark.cluster.name}
    if not remark.belongs:
        return say("remark.foreign", ord=remark.cluster.words, **facts)
    others = listing(each.name for each in remark.belongs)
    return say("remark.foreign.belongs", ord=remark.cluster.words, andre=others, **facts)


def _no_secretariat(remark: NoSecretariat, forum: Forum) -> str:
    if not remark.serving:
        told = say("remark.no_secretariat")
    else:
        told = say("remark.no_secretariat.chairs", navne=listing(_name(forum, each) for each in remark.serving))
    return f"{told} {say('overview.charter', ord=remark.words)}" if remark.words else told


def _overruled(remark: Overruled) -> str:
    told = {"valg": remark.choice, "valgt": remark.chosen, "siger": remark.settled, "ord": remark.words}
    if remark.since is None:
        return say("remark.overruled", **told)
    return say("remark.overruled.from", dag=medium_date(remark.since), **told)


def _closed_day(remark: ClosedDay) -> str:
    day = medium_date(remark.day)
    if remark.holiday is not None:
        return say("remark.holiday", dag=day, navn=remark.holiday)
    return say("remark.weekend" if remark.is_weekend else "remark.closed", dag=day)


def _organisation(forum: Forum, organisation: str) -> str:
    found = forum.organisation(organisation)
    return organisation if found is None else found.name


def _name(forum: Forum, person: str) -> str:
    return next((found.name for found in forum.people if found.id == person), person)
