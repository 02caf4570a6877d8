"""Overview cards: where every date comes from, and nothing filled in that nobody settled."""

import json
from dataclasses import replace
from datetime import date

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.forum import Choice
from bot.domain.kernel.provision import Provision
from bot.domain.proposals.actions import OpenProposalForm
from cards.forum import cards as forum_cards
from cards.forum import welcome
from cards.help import HELP
from cards.kit.elements import escape
from cards.kit.help import Wish
from cards.kit.unlinked import as_typed
from cards.meetings import cards
from cards.meetings.cards import Coming, Dated
from tests.cards.checks import button_titles, check, texts
from tests.cards.minutes.test_minutes import DUE, LONG, MEETING, MOVED

FORUM, NAME = "politisk-klynge-nord", "Politisk Klynge Nord"
TODAY = date(2027, 3, 16)
CHOICE = Choice(28, "Fælles sekretariat", date(2026, 10, 6))
SETTLED = Provision(7, "Referat fremsendes senest én uge efter")


def test_a_deadline_tells_whether_the_charter_or_the_forum_or_nobody_settled_it() -> None:
    chosen = Deadline(day=date(2027, 2, 16), source_day=date(2027, 2, 16), days_after_meeting=-28)
    dated = [
        Dated(name="deadlines.proposals", deadline=chosen, choice=CHOICE),
        Dated(name="deadlines.draft", deadline=None),
        Dated(name="deadlines.minutes", deadline=DUE, provision=SETTLED),
    ]
    card = cards.deadlines(FORUM, MEETING, TODAY, dated)
    check(card)
    said = texts(card)
    assert "28 dage før mødet. Ikke fastsat i kommissoriet. Valgt af Fælles sekretariat den 6. oktober 2026." in said
    assert "7 dage efter mødet. Kommissoriet: »Referat fremsendes senest én uge efter«" in said
    assert "tirsdag den 23. marts 2027 – om 7 dage" in said
    assert said.count("Ikke fastsat i kommissoriet") == 2


def test_a_moved_deadline_shows_both_days_and_what_is_owed_stands_apart() -> None:
    owed = Dated(name="deadlines.minutes", deadline=MOVED, provision=SETTLED)
    card = cards.deadlines(FORUM, MEETING, TODAY, [], older=(MEETING, owed))
    check(card)
    assert "Referatet fra mødet den 16. marts 2027 er ikke sendt" in texts(card)
    assert "fristen er flyttet fra lørdag den 20. marts 2027" in texts(card)


def test_the_longest_quotes_fit() -> None:
    dated = [
        Dated(name="deadlines.dispatch", deadline=DUE, provision=Provision(7, words)) for words in (*LONG, LONG[0])
    ]
    check(cards.deadlines(FORUM, MEETING, TODAY, dated))


def test_coming_meetings_are_told_with_host_and_leader() -> None:
    coming = [Coming(meeting=MEETING, host="Hjørring Kommune", leaders=["Formand (Hjørring)"])]
    card = cards.meetings(FORUM, NAME, coming, Provision(1, "minimum ét møde"))
    check(card)
    said = texts(card)
    assert "Tirsdag" not in said
    for words in ("16.30–19.00", "Hjørring Rådhus", "Hjørring Kommune", "Formand (Hjørring)"):
        assert words in said
    assert "Antal møder: mindst 1 om året. Kommissoriet: »minimum ét møde«" in said


def test_what_the_charter_leaves_open_about_meetings_is_not_filled_in() -> None:
    card = cards.meetings(FORUM, NAME, [Coming(meeting=MEETING, host=None, leaders=[])], Provision())
    check(card)
    assert "Antal møder: Ikke fastsat i kommissoriet." in texts(card)
    assert "Vært" not in texts(card)


def test_without_a_meeting_to_come_the_card_says_so() -> None:
    card = cards.meetings(FORUM, NAME, [], Provision())
    check(card)
    assert "Der er ikke planlagt et kommende møde" in texts(card)
    assert button_titles(card) == []


def test_many_meetings_fit_and_those_left_out_are_counted() -> None:
    for words in LONG:
        each = Coming(meeting=replace(MEETING, place=words[:400]), host=words[:200], leaders=[words[:200]] * 5)
        card = cards.meetings(FORUM, NAME, [each] * 50, Provision(1, words))
        check(card)
        assert "Derudover er der planlagt" in texts(card)


def test_help_shows_each_what_concerns_them() -> None:
    member = forum_cards.show_help(FORUM, HELP, writes=False, approves=False)
    check(member)
    assert "**foreslå** – foreslå et punkt til dagsordenen" in texts(member)
    assert "For sekretariatet" not in texts(member)
    whole = forum_cards.show_help(FORUM, HELP, writes=True, approves=True)
    check(whole)
    assert "For sekretariatet" in texts(whole)
    assert "For godkendere" in texts(whole)


def test_help_folds_every_command_away_under_what_one_wants_to_do() -> None:
    body = forum_cards.show_help(FORUM, HELP, writes=True, approves=True).content["body"]
    folded = [part for part in body if str(part.get("id", "")).startswith("wish-")]
    assert [part["isVisible"] for part in folded] == [False] * len(Wish)
    said = as_typed(json.dumps(folded, ensure_ascii=False))
    assert [each for line in HELP for each in line.commands if as_typed(escape(each)) not in said] == []


def test_somebody_with_several_forums_is_asked_by_name() -> None:
    among = {f"Forum {'x' * 200} {number}": ShowAgenda(forum=f"forum-{number}") for number in range(30)}
    check(forum_cards.which_forum(among))
    two = forum_cards.which_forum({"Nord": ShowAgenda(forum="nord"), "Syd": ShowAgenda(forum="syd")})
    assert button_titles(two) == ["Nord", "Syd"]
    assert "forummets egen kanal" not in texts(two)


def test_what_was_typed_may_be_too_long_to_ask_about() -> None:
    typed = OpenProposalForm(title="🏥" * 10_000)
    card = forum_cards.which_forum({"Nord": typed, "Syd": typed})
    check(card)
    assert "forummets egen kanal" in texts(card)


def test_the_first_words_in_a_place() -> None:
    for card in (welcome.tied(FORUM, NAME), welcome.unlinked(), welcome.personal()):
        check(card)
    assert NAME in texts(welcome.tied(FORUM, NAME))
