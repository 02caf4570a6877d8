"""What a new draft begins with: the charter's focus, the forum's own items until their last day, in a stable order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda.rules import approving, blank, freeze, places
from bot.domain.agenda.state import Agenda, AgendaItem, Standing
from bot.domain.agenda.template import RECURRING, Recurring, offered, template
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.provision import Named, Provision
from bot.domain.kernel.sections import TaskRules
from bot.domain.proposals.state import Content, ItemKind
from tests.harness.charters import SILENT_CHARTER, saying

DAY = date(2027, 3, 16)
FOCUS = Recurring("Opfølgning", "Det primære fokus er opfølgning.")
FOCUSED = saying(SILENT_CHARTER, agenda__primary_focus=Provision("opfoelgning", FOCUS.words, name=FOCUS.title))
TITLES = st.lists(st.sampled_from(["Nyt fra udvalgene", "Økonomi", "Medfinansiering", FOCUS.title]), unique=True)


def a_forum(**choices: Any) -> Forum:
    chosen = {key: Choice(value, "Klyngen", date(2026, 10, 6)) for key, value in choices.items()}
    return Forum(id="f", name="Klyngen", region=None, charter=FOCUSED, choices=chosen)


def titles(forum: Forum, day: date = DAY) -> list[str]:
    return [each.title for each in template(forum, day).recurring]


def content(title: str) -> Content:
    return Content(title=title, kind=ItemKind.DISCUSSION)


def test_what_nobody_chose_is_the_fixed_items_and_the_charters_focus() -> None:
    assert template(a_forum(), DAY).fixed == tuple(Standing)
    assert template(a_forum(), DAY).recurring == (FOCUS,)
    silent = replace(a_forum(), charter=SILENT_CHARTER)
    assert template(silent, DAY).recurring == ()


def test_the_focus_is_off_the_draft_where_the_forum_chose_so() -> None:
    assert titles(a_forum(primary_focus_item=False)) == []
    assert titles(a_forum(primary_focus_item=True)) == [FOCUS.title]


def test_a_focus_without_a_name_is_called_by_its_value() -> None:
    unnamed = saying(SILENT_CHARTER, agenda__primary_focus=Provision("fælles-mål", "Fokus er mål."))
    assert titles(replace(a_forum(), charter=unnamed)) == ["Fælles mål"]


def test_a_recurring_item_stands_until_its_last_day() -> None:
    forum = a_forum(standing_items=["Økonomi", {"title": "Medfinansiering", "until": "2027-03-16"}])
    assert titles(forum) == [FOCUS.title, "Økonomi", "Medfinansiering"]
    assert titles(forum, DAY + timedelta(days=1)) == [FOCUS.title, "Økonomi"]


@given(own=TITLES, with_minutes=st.booleans())
def test_a_draft_has_each_item_once_between_what_opens_and_what_closes_it(own: list[str], with_minutes: bool) -> None:
    begins = template(a_forum(standing_items=own), DAY)
    recurring = [content(each.title) for each in begins.recurring]
    agenda = blank("f", "m", lambda each: content(each.value), recurring=recurring)
    if with_minutes:
        agenda = approving(agenda, "m0", content("approve_minutes"), stands_for=lambda item: False)
    shown = [item.content.title for item in agenda.items]
    opening = ["approve_agenda", *(["approve_minutes"] if with_minutes else [])]
    assert shown == [*opening, *dict.fromkeys([FOCUS.title, *own]), "any_other_business"]
    assert sorted(item.id for item in agenda.items) == list(range(1, len(shown) + 1))
    assert all(item.is_recurring is (item.standing is None) for item in agenda.items)
    assert not any(item.is_own for item in agenda.items)
    assert list(places(agenda)) == list(range(2, len(shown)))


def test_the_minutes_to_approve_come_first_where_the_agenda_itself_is_not_approved() -> None:
    agenda = blank("f", "m", lambda each: content(each.value), fixed=(), recurring=[content("A")])
    longer = approving(agenda, "m0", content("approve_minutes"), stands_for=lambda item: False)
    assert [item.content.title for item in longer.items] == ["approve_minutes", "A"]


def test_a_recurring_item_that_approves_minutes_becomes_that_item_and_none_stands_twice() -> None:
    own = [content("Godkendelse"), content("A")]
    agenda = blank("f", "m", lambda each: content(each.value), recurring=own)
    named = approving(agenda, "m0", content("Af m0"), stands_for=lambda item: item.content.title == "Godkendelse")
    assert [item.content.title for item in named.items] == ["approve_agenda", "Af m0", "A", "any_other_business"]
    assert [item.minutes_of for item in named.items] == [None, "m0", None, None]


def test_the_item_names_the_latest_minutes_until_somebody_was_asked_about_it() -> None:
    def approves(agenda: Agenda, meeting: str) -> Agenda:
        return approving(agenda, meeting, content(meeting), stands_for=lambda item: False)

    begun = approves(blank("f", "m", lambda each: content(each.value)), "m0")
    assert approves(begun, "m0") is begun
    renamed = approves(begun, "m1")
    assert [item.content.title for item in renamed.items] == ["approve_agenda", "m1", "any_other_business"]
    asked = freeze(renamed, by="a", at=datetime(2027, 3, 1, tzinfo=UTC))
    assert approves(asked, "m2") is asked


def test_a_task_that_calls_for_a_recurring_item_is_offered_until_it_is_there_or_chosen() -> None:
    tasks = TaskRules(
        optional=(Named(id="a", name="Økonomi", words="Følge økonomien.", by=RECURRING), Named(id="b", name="B"))
    )
    forum = replace(a_forum(), charter=replace(SILENT_CHARTER, tasks=tasks))
    agenda = blank("f", "m", lambda each: content(each.value))
    assert offered(forum, agenda) == (Recurring("Økonomi", "Følge økonomien."),)
    there = replace(agenda, items=(*agenda.items, AgendaItem(id=9, content=content("Økonomi"))))
    assert offered(forum, there) == ()
    phased_out = {"standing_items": Choice([{"title": "Økonomi", "until": "2026-12-31"}], "Klyngen", DAY)}
    assert offered(replace(forum, choices=phased_out), agenda) == ()
