"""What a forum file changes, as whoever applies it reads it."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.forum.changes import changes
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Identity, Organisation, Person, Role, Seat
from cards.forum.changes import lines, replacements

TODAY = date(2027, 1, 11)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
HELD = Meeting(
    forum="f",
    id="2027-1",
    starts=datetime(2027, 3, 16, 16, 30, tzinfo=COPENHAGEN),
    ends=datetime(2027, 3, 16, 19, tzinfo=COPENHAGEN),
    place="Hjørring",
)
LATER = replace(HELD, starts=HELD.starts.replace(day=23), ends=HELD.ends.replace(day=23))
SEAT = Seat(person="anna", organisation="by", roles=frozenset({Role.POLITICIAN}))
FORUM = Forum(
    id="f",
    name="Klynge F",
    region=None,
    charter=Charter(id="k", kind="charter", title="K", source="x"),
    choices={
        "closure_periods": Choice([{"from": "2027-07-12", "to": "2027-08-06"}], "Klyngen", TODAY),
        "minutes_approval": Choice(None, "Klyngen", TODAY),
    },
    organisations=(Organisation(id="by", name="Byen", kind="municipality"),),
    people=(Person(id="anna", name="Anna, formand"),),
    seats=(SEAT,),
    meetings=(HELD,),
)


def told(before: Forum | None, after: Forum) -> list[str]:
    return list(lines(changes(before, after, TODAY), after))


def test_of_a_new_forum_a_line_for_each_kind_of_thing() -> None:
    assert told(None, FORUM) == [
        "Begynder: forum: Klynge F",
        "Begynder: valg: closure_periods: 2027-07-12–2027-08-06 (valgt af Klyngen den 11. januar 2027); "
        "minutes_approval: ikke sat (valgt af Klyngen den 11. januar 2027)",
        "Begynder: organisationer: Byen",
        "Begynder: personer: Anna, formand",
        "Begynder: pladser: Anna, formand i Byen (politician)",
        "Begynder: møder: 2027-1 (16. marts 2027 kl. 16.30)",
    ]


@pytest.mark.parametrize(
    ("after", "line"),
    [
        (replace(FORUM, seats=()), "Slutter: pladser: Anna, formand i Byen (politician)"),
        (replace(FORUM, meetings=()), "Slutter: møder: 2027-1 (16. marts 2027 kl. 16.30)"),
        (replace(FORUM, hosting=("by",)), "Ændres: forummet Klynge F: hosting ikke sat → by"),
        (
            replace(FORUM, meetings=(replace(HELD, place="Læsø"),)),
            "Ændres: mødet 2027-1: place Hjørring → Læsø",
        ),
        (
            replace(FORUM, seats=(replace(SEAT, mandate=True),)),
            "Ændres: pladsen Anna, formand i Byen: mandate nej → ja",
        ),
        (
            replace(FORUM, people=(Person(id="anna", name="Anna, formand", identities=(Identity("t", "o"),)),)),
            "Ændres: personen Anna, formand: accounts ikke sat → t/o",
        ),
    ],
)
def test_what_ends_and_what_changes_is_named(after: Forum, line: str) -> None:
    assert told(FORUM, after) == [line]


def test_what_would_be_replaced_is_told_with_what_stands_there() -> None:
    said = replacements({"name": ("A", "B"), "region": ("Nord", "Syd")})
    assert said == "navnet »B« i stedet for »A« og regionen »Syd« i stedet for »Nord«"
