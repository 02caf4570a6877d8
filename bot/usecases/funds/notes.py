"""What is said beside the funds: to whom each organisation delegated them, and what the sources say and leave open."""

from collections.abc import Iterator

from bot.domain.funds.delegating import Standing, delegating, is_delegated_here, standing
from bot.domain.funds.settings import REMINDER_DAYS, reminder_days, rules_of, spoken_by
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.delegation import DelegatedTo
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import quoted
from bot.domain.kernel.sections import FundRules
from bot.domain.kernel.settings import secretariat
from bot.usecases.desk import Desk
from cards.kit.words import listing, say, several

_TITLES = {"borgmester": "funds.title.borgmester", "raadmand": "funds.title.raadmand"}


def standing_words(desk: Desk) -> list[str]:
    """A sentence for each organisation that delegates, or one that says that none of them does."""
    forum = desk.forum
    if not is_delegated_here(forum):
        return [say("funds.standing.none", kontor=listing(map(desk.name_of, secretariat(forum, desk.today))))]
    return [standing_line(desk, standing(forum, each, desk.today)) for each in delegating(forum)]


def standing_line(desk: Desk, now: Standing) -> str:
    """How it stands with one organisation."""
    name = now.organisation.name
    if now.left is not None:
        return say("funds.standing.left", organisation=name, navn=desk.name_of(now.left))
    if now.to is DelegatedTo.POLITICAL and now.holders:
        words = say("funds.standing.political", organisation=name, titel_bestemt=_titled(desk, now.holders[0]))
    elif now.to is DelegatedTo.ADMINISTRATION:
        words = say("funds.standing.administration", organisation=name)
    elif now.to is None:
        return say("funds.standing.past" if now.is_past else "funds.standing.untold", organisation=name)
    else:
        return say("fund.not_delegated", organisation=name)
    return f"{words} {say('funds.standing.enough')}" if _says_enough(desk.forum) else words


def notes(forum: Forum) -> list[str]:
    """What the sources say, with their words, and what they leave open."""
    return [*_said(forum), *_reminders(forum)]


def _said(forum: Forum) -> Iterator[str]:
    charter = spoken_by(forum)
    if charter is None:
        yield say("funds.note.silent")
        return
    rules = charter.shared_funds
    for each in rules.allocations:
        yield " ".join(part for part in (f"»{each.words}«" if each.words else each.name, each.note) if part)
    if rules.administration.value is not None and rules.administration.words:
        yield say("funds.note.administration", ord=rules.administration.words)
    yield from _delegating(charter, rules)
    if rules.aim.value is not None and rules.aim.words:
        yield say("funds.note.aim", ord=rules.aim.words)
    if rules.order.value is not None and rules.order.words:
        yield say("funds.note.order", ord=rules.order.words)
    if rules.joint_initiatives.value is not None and rules.joint_initiatives.words:
        yield say("funds.note.joint", ord=rules.joint_initiatives.words)
    if rules.council_approval.words:
        note = f" {rules.council_approval.note}" if rules.council_approval.note else ""
        yield f"»{rules.council_approval.words}«{note}"


def _delegating(charter: Charter, rules: FundRules) -> Iterator[str]:
    """To whom the funds may be delegated, and that whoever issued the guidance recommends it (A10): never a must."""
    issuer = charter.issued_by.value
    recommended = [each for each in rules.delegation_options if each.endorsement == "recommends" and issuer is not None]
    if recommended and issuer is not None:
        yield say("funds.note.recommends", udsteder=charter.name_of_body(issuer), ord=quoted(recommended))
    if others := quoted(each for each in rules.delegation_options if each not in recommended):
        yield say("funds.note.options", ord=others)
    if rules.delegate_titles.value and rules.delegate_titles.words:
        yield say("funds.note.titles", ord=rules.delegate_titles.words)


def _reminders(forum: Forum) -> Iterator[str]:
    if is_delegated_here(forum):
        is_chosen = forum.choice("council_reminder_days") is not None
        key = "funds.note.reminders" if is_chosen else "funds.note.reminders.unset"
        yield say(key, dage=several("funds.days", reminder_days(forum) if is_chosen else REMINDER_DAYS))


def _says_enough(forum: Forum) -> bool:
    """Whether a source says that no council need say more once funds are delegated (A12)."""
    return rules_of(forum).council_approval.value is not None


def _titled(desk: Desk, person: str) -> str:
    """The person's name, with the office by which the funds are theirs, where that is known."""
    known = rules_of(desk.forum).delegate_titles.value or ()
    offices = [office for seat in desk.forum.seats_of(person, desk.today) for office in seat.offices]
    title = next((_TITLES[each] for each in offices if each in known and each in _TITLES), None)
    name = desk.name_of(person)
    return name if title is None else say(title, navn=name)
