"""How things stand, on a card that a phone shows, however much there is."""

from datetime import date, timedelta

import pytest

from bot.domain.agenda.actions import EditAgenda
from bot.domain.duties.actions import ShowDuty
from bot.domain.forum.actions import ShowHelp
from bot.domain.kernel.charter import Mode
from bot.domain.publication.actions import OpenLink, OpenRelease
from bot.domain.publication.state import Paper
from bot.domain.standing.state import Awaited, Matter, Way
from cards.kit.fitting import is_small
from cards.standing.cards import standing
from cards.standing.lines import line_of
from cards.standing.view import Coming, Line, MeetingRow, Part, Shown
from tests.cards.checks import button_titles, check, texts
from tests.harness.klynge_nord import klynge_nord

FORUM = klynge_nord()
DAY, TODAY = date(2027, 3, 16), date(2027, 3, 1)
LONG = ("Æ" * 2_000, "🏥" * 2_000, '*_`<"\\' * 300)


def line(awaited: Awaited[Way], mode: Mode = Mode.APPROVE) -> Line:
    return line_of(awaited, FORUM.id, {"2027-1": DAY}, TODAY, mode)


@pytest.mark.parametrize("matter", Matter)
@pytest.mark.parametrize("count", [1, 3])
def test_every_matter_has_a_sentence_and_a_button(matter: Matter, count: int) -> None:
    counted = {Matter.PROPOSALS, Matter.SUGGESTIONS, Matter.UNREACHED, Matter.OWNERLESS, Matter.OVERDUE, Matter.AWAY}
    if count > 1 and matter not in counted:
        pytest.skip("there is only ever one of it")
    shown = line(Awaited(matter=matter, way=ShowHelp(), meeting="2027-1", title="Tandpleje", version=2, count=count))
    assert shown.words
    assert shown.title
    assert "{" not in shown.words + shown.title
    check(standing(Shown(parts=[Part(forum=FORUM.id, title=FORUM.name, lines=[shown])])))


def test_a_last_day_is_said_as_people_say_it_and_stands_out_once_it_is_past() -> None:
    ahead = line(Awaited(matter=Matter.TASK, way=ShowDuty(number=1), title="Ring", due=date(2027, 3, 2)))
    assert (ahead.due, ahead.is_late) == ("Senest den 2. marts 2027 (i morgen).", False)
    past = line(Awaited(matter=Matter.TASK, way=ShowDuty(number=1), title="Ring", due=date(2027, 2, 26)))
    assert (past.due, past.is_late) == ("Fristen var den 26. februar 2027 (for 3 dage siden).", True)


def test_the_button_says_what_its_way_leads_to() -> None:
    release = Awaited(matter=Matter.PUBLISH, way=OpenRelease(meeting="2027-1", paper=Paper.AGENDA), meeting="2027-1")
    assert line(release).title == "Offentliggør"
    assert line(release).words.startswith("Dagsordenen")
    linked = Awaited(matter=Matter.PUBLISH, way=OpenLink(meeting="2027-1", paper=Paper.MINUTES), meeting="2027-1")
    assert line(linked).title == "Indsæt link"
    assert line(linked).words.startswith("Referatet")
    asked = Awaited(matter=Matter.CIRCULATE, way=EditAgenda(meeting="2027-1"), meeting="2027-1")
    assert "bemærkninger" in line(asked, Mode.CONSULT).title
    assert line(asked).way == EditAgenda(forum=FORUM.id, meeting="2027-1")


@pytest.mark.parametrize("words", LONG)
@pytest.mark.parametrize("forums", [1, 2, 40])
def test_however_much_waits_it_fits_and_what_is_left_out_is_told(words: str, forums: int) -> None:
    lines = [Line(words=words, title="Se opgaven", way=ShowDuty(number=number, forum="x")) for number in range(60)]
    facts: dict[str, str | None] = dict.fromkeys(("Forslag", "Dagsorden", "Mangler", "Referat"), words[:300])
    meetings = [MeetingRow(meeting=FORUM.meetings[0], facts=facts, step=lines[0])] * 12
    parts = [
        Part(forum=f"f{at}", title=f"Forum {at} {words[:60]}", lines=lines, meetings=meetings) for at in range(forums)
    ]
    card = standing(Shown(parts=parts, unreadable=["Forum Ø"]))
    check(card)
    assert is_small(card)
    assert "ting mere." in texts(card)
    assert "Forum Ø, kan jeg ikke læse" in texts(card)
    if forums > 1:
        assert "Se alt i forummet" in button_titles(card)
    if forums == 40:
        assert "Se også: " in texts(card)


def test_where_nothing_waits_the_next_thing_is_told_of_all_forums() -> None:
    later, sooner = DAY + timedelta(days=20), DAY
    parts = [
        Part(forum="a", title="A", coming=Coming(forum="A", day=later, is_deadline=False)),
        Part(forum="b", title="B", coming=Coming(forum="B", day=sooner, is_deadline=True)),
    ]
    said = texts(standing(Shown(parts=parts)))
    assert "Intet afventer dig." in said
    assert "Det næste er fristen for forslag til mødet i B: den 16. marts 2027." in said
    assert "mødet i A" not in said


def test_forums_in_which_nothing_waits_are_named_beside_those_in_which_something_does() -> None:
    shown = Line(words="Ring til Læsø", title="Se opgaven", way=ShowDuty(number=1))
    said = texts(standing(Shown(parts=[Part(forum="a", title="Alfa", lines=[shown]), Part(forum="b", title="Beta")])))
    assert "Intet afventer dig i Beta." in said
    assert "Alfa" in said
