"""»Om forummet«: what a forum is by the charter in force, in layers; what people ask for first stands first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.forum.actions import OpenChoices, ShowChoices, ShowProvisions, ShowSuccession
from bot.domain.forum.choosable import CHOOSABLE, GUIDANCE
from bot.domain.forum.clusters import cluster_of, party_of
from bot.domain.forum.graph import graph
from bot.domain.forum.passages import Passage, passages
from bot.domain.forum.places import Place as Chosen
from bot.domain.forum.places import value_at
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation
from bot.domain.kernel.provision import Named, Provision
from cards.forum.choice_words import decided_words, name_of, value_words
from cards.forum.lists import bullets
from cards.forum.provision_names import PROVISIONS, code_words
from cards.forum.region import named
from cards.kit.elements import Card, Json, button, button_rows, card, escape, facts, group, heading, rich, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import listing, medium_date, say

_LEVELS = ((40, 400), (40, 160), (20, 100), (10, 60), (4, 40))  # lines of a section, characters of each
_ENDORSED = {"recommends": "about.recommends", "supports": "about.supports"}
_NOTED = ("chair", "secretariat", "approved_by")  # whose notes say how the source is to be read


@dataclass(frozen=True, slots=True)
class _Room:
    """How much a card may show."""

    lines: int
    length: int

    def listed(self, title: str, lines: Iterable[str]) -> Json | None:
        """A section of lines that are Markdown of ours; None where there are none."""
        every = list(lines)
        if not every:
            return None
        left_out = len(every) - self.lines
        more = [escape(say("choice.more", antal=left_out))] if left_out > 0 else []
        return group(heading(say(title), level=2), *bullets([*every[: self.lines], *more]))

    def cut(self, words: str) -> str:
        """Words of people or of a source, as Markdown."""
        return escape(shorten(words, self.length))


def about(forum: Forum, today: date, *, writes: bool, went_on: Iterable[str] = ()) -> Card:
    """The whole of it, with the ways to its words and to the forum's choices.

    `went_on` is what it continues, and what continues it.
    """
    lines = tuple(went_on)
    return fitted(lambda level: _about(forum, today, _Room(*level), lines, writes=writes), _LEVELS)


def _about(forum: Forum, today: date, room: _Room, went_on: tuple[str, ...], *, writes: bool) -> Card:
    charter, title = forum.charter, say("about.title", forum=named(forum))
    return card(
        heading(title),
        text(shorten(charter.title, room.length), bold=True),
        facts(_essentials(charter) | {say("about.local"): None if forum.local is None else forum.local.title}),
        *button_rows(
            button(say("about.btn.words"), ShowProvisions(forum=forum.id)),
            button(say("about.btn.choices"), ShowChoices(forum=forum.id)),
            button(say("about.btn.change"), OpenChoices(forum=forum.id)) if writes else None,
            button(say("succession.btn.list"), ShowSuccession(forum=forum.id)) if went_on else None,
        ),
        room.listed("about.succession", (room.cut(each) for each in went_on)),
        *(_guidance(forum, each, room) for each in forum.overlays),
        _organisations(forum, room),
        room.listed("about.must", (_task(each, charter, room) for each in charter.tasks.mandatory)),
        room.listed("about.can", (_task(each, charter, room) for each in charter.tasks.optional)),
        room.listed("about.relations", _relations(forum, room)),
        room.listed("about.versions", _versions(forum, today, room)),
        room.listed("about.purposes", _names(charter.purposes, room)),
        room.listed("about.principles", _names(charter.principles, room)),
        room.listed("about.notes", (room.cut(each) for each in _notes(charter))),
        speak=f"{title}: {charter.title}.",
    )


def _essentials(charter: Charter) -> dict[str, str | None]:
    adopted, dated = charter.approved_by, charter.dated.value
    if adopted is None:
        whose = say("about.not_adopted")
    elif adopted.on is None:
        whose = say("about.adopted.undated", instans=charter.name_of_body(adopted.body))
    else:
        whose = say("about.adopted", instans=charter.name_of_body(adopted.body), dato=medium_date(adopted.on))
    return {
        say("about.dated"): say("about.undated") if dated is None else medium_date(dated),
        say("about.adopted_by"): whose,
        say("about.charter"): _called(charter.binding),
        say("about.standing"): _called(charter.standing),
        say("about.region"): _called(charter.region),
        say("about.level"): _called(charter.level),
        say("about.scope"): _all_called(charter.scope),
        say("about.cooperation"): _all_called(charter.cooperation),
    }


def _called(provision: Provision[str]) -> str | None:
    """What its value is called; one that only its charter knows, as the charter says."""
    return None if provision.value is None else provision.name or code_words(provision.value)


def _all_called(provision: Provision[tuple[str, ...]]) -> str | None:
    return None if provision.value is None else provision.name or listing(map(code_words, provision.value))


def _guidance(forum: Forum, overlay: Charter, room: _Room) -> Json:
    issuer, dated = _issuer(overlay), overlay.dated.value
    origin = say(
        "about.guidance.from",
        titel=overlay.title,
        slags=_called(overlay.binding),
        udsteder=issuer,
        dato=say("about.undated") if dated is None else medium_date(dated),
    )
    standing, body = _called(overlay.standing), overlay.issued_by.value
    departing = [each.name for each in forum.organisations if each.guidance == GUIDANCE.options[1]]
    return group(
        heading(say("about.guidance"), level=2),
        text(origin),
        text(say("about.guidance.standing", udsteder=issuer, status=standing)) if standing else None,
        text(say("about.guidance.contact", udsteder=issuer)) if body else None,
        rich(f"{escape(say('about.purposes'))}: {', '.join(_names(overlay.purposes, room))}")
        if overlay.purposes
        else None,
        *_endorsements(overlay, issuer, room),
        *_decided(forum),
        text(say("about.guidance.departs", navne=listing(departing))) if departing else None,
    )


def _issuer(overlay: Charter) -> str:
    body = overlay.issued_by.value
    return overlay.title if body is None else overlay.name_of_body(body)


def _endorsements(overlay: Charter, issuer: str, room: _Room) -> Iterator[Json]:
    """What the issuer recommends, and what it only supports, each in the source's words."""
    for endorsement, title in _ENDORSED.items():
        found = [each for each in passages(overlay) if each.endorsement == endorsement and each.words]
        if found:
            name = escape(say(title, udsteder=issuer))
            yield group(rich(f"**{name}**"), *bullets(_endorsed(each, room) for each in found))


def _endorsed(passage: Passage, room: _Room) -> str:
    values = (code_words(str(each)) for each in passage.values if not isinstance(each, bool))
    said = values if passage.called is None else (passage.called,)
    name = ", ".join((passage.name or say(PROVISIONS[passage.path]), *said))
    return f"{escape(name)}: »{room.cut(passage.words or '')}«"


def _decided(forum: Forum) -> Iterator[Json]:
    """What the forum itself chose of what the guidance leaves to it."""
    row = next(each for each in CHOOSABLE if each.key == "agenda_approval")
    chosen, place = forum.chosen(row.key), Chosen(choosable=row)
    if chosen is not None:
        value = value_words(forum, row, value_at(forum, place))
        yield text(f"{name_of(place)}: {value}. {decided_words(chosen)}.")


def _organisations(forum: Forum, room: _Room) -> Json | None:
    cluster = cluster_of(forum)
    if cluster is not None and cluster.members:
        parties = [each for each in forum.charter.organisations if each.id in cluster.members]
        return room.listed("about.organisations", (room.cut(each.official_name or each.name) for each in parties))
    return room.listed("about.organisations.forum", (room.cut(_official(forum, each)) for each in forum.organisations))


def _official(forum: Forum, organisation: Organisation) -> str:
    party = party_of(organisation, forum.charter)
    return organisation.name if party is None else party.official_name or party.name


def _task(task: Named, charter: Charter, room: _Room) -> str:
    """The task, and by which layer it is theirs where there may be two."""
    if not task.is_local and charter.local_layer.value is None:
        return room.cut(task.name)
    layer = say("about.layer.local" if task.is_local else "about.layer.common")
    return f"{room.cut(task.name)} ({escape(layer)})"


def _names(entries: Iterable[Named], room: _Room) -> Iterator[str]:
    return (room.cut(each.name) for each in entries)


def _notes(charter: Charter) -> Iterator[str]:
    """Each with what it is about."""
    for each in passages(charter):
        if each.note and each.path.partition(".")[0] in _NOTED:
            yield f"{say(PROVISIONS[each.path])}: {each.note}" if each.path in PROVISIONS else each.note


def _relations(forum: Forum, room: _Room) -> Iterator[str]:
    """Who stands to whom, in which direction; across municipalities or sectors where the source says so."""
    for edge in graph(forum):
        told = {"fra": edge.origin.name, "til": edge.to.name, "hvad": edge.relation.name}
        if edge.cooperation is None:
            yield room.cut(say("about.relation", **told))
        else:
            yield room.cut(say("about.relation.marked", art=code_words(edge.cooperation), **told))


def _versions(forum: Forum, today: date, room: _Room) -> Iterator[str]:
    """Each version with its day, where there are several."""
    now = forum.version_on(today)
    for each in forum.versions if len(forum.versions) > 1 else ():
        day = None if each.since is None else medium_date(each.since)
        if each is now:
            told = say("about.version.now", titel=each.charter.title)
        elif day is None:
            told = say("about.version.first", titel=each.charter.title)
        else:
            is_coming = each.since is not None and each.since > today
            told = say(
                "about.version.coming" if is_coming else "about.version.past", titel=each.charter.title, dato=day
            )
        yield room.cut(told)
