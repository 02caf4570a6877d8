"""The cards about approval: the request, its outcomes, the reminders, and what awaits an answer."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.agenda.changes import changes
from bot.domain.agenda.left_out import LeftOut, Why
from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.approval.actions import ShowChanges
from bot.domain.approval.dispatch import Obstacle
from bot.domain.approval.state import Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.office import SECRETARIAT
from bot.domain.proposals.state import Proposal, ProposalStatus
from cards.approval.cards import confirmed, request
from cards.approval.dispatch import Late, agenda_overdue
from cards.approval.news import answered
from cards.approval.overview import Awaiting, overview
from cards.approval.reminders import missing, overdue, settled
from cards.approval.replaced import all_changes, items_of
from cards.approval.standing import Request, until_words
from cards.kit.elements import Mention
from tests.cards.agenda.setting import COPENHAGEN, LARGEST, LARGEST_AGENDA, MEETING, NOW, USUAL, agenda_of
from tests.cards.approval.setting import ASKED, DISPATCH, END_OF_DAY, PEOPLE, a_round, asked_of, said
from tests.cards.checks import button_titles, check, marked, texts


def a_proposal(number: int) -> Proposal:
    return Proposal(
        id=number,
        forum=MEETING.forum,
        year=2027,
        number=number,
        revision=1,
        meeting=MEETING.id,
        proposer="koordinator",
        on_behalf_of=None,
        by_right=True,
        content=LARGEST,
        status=ProposalStatus.DECLINED,
        received_at=NOW,
    )


def the_largest() -> Request:
    """Forty items all changed and moved, twenty approvers who all wrote all they may, fifty proposals left out."""
    people = tuple(f"p{number}" for number in range(20))
    words = "🙂*" * 1_000
    old = [replace(item, content=replace(item.content, title="🙂_" * 100)) for item in reversed(LARGEST_AGENDA.items)]
    given = [said(person, Verdict.APPROVED_WITH_REMARKS, words) for person in people[1:]]
    approval = replace(
        a_round(*given, said("p0", Verdict.RETURNED, words), standpoint=Standpoint.RETURNED, version=2),
        approvers=people,
    )
    return asked_of(
        approval,
        names={person: f"Udvalgsformand {person} ".ljust(60, "ø") for person in people},
        items=LARGEST_AGENDA.items,
        changes=changes(old, LARGEST_AGENDA.items),
        left_out=[LeftOut(proposal=a_proposal(number), content=LARGEST, why=Why.DECLINED) for number in range(50)],
        since=1,
        offered=frozenset(Verdict),
        may_send_unapproved=True,
        shows_remarks=True,
    )


def test_the_largest_request_fits_and_says_what_it_leaves_out() -> None:
    largest = the_largest()
    mentions = {person: Mention(largest.names[person], "0" * 36) for person in largest.approval.approvers}
    card = request(largest, mentions=mentions)
    check(card)
    assert "Der er 40 mere, som ikke er med" in texts(card)
    assert "Der er ændringer i" in texts(card)
    assert "Se alle ændringer" in button_titles(card)


def test_the_largest_words_that_were_typed_stand_in_it_whole() -> None:
    typed = "🙂" * 2_000
    card = request(the_largest(), typed=typed)
    check(card)
    assert typed in texts(card)


def test_the_secretariat_reads_remarks_whole_also_where_the_agenda_must_be_shortened() -> None:
    words = "Æbler og pærer. " * 120
    remark = a_round(said(PEOPLE[0], Verdict.APPROVED_WITH_REMARKS, words.strip()))
    card = request(asked_of(remark, items=LARGEST_AGENDA.items, shows_remarks=True))
    check(card)
    assert words.strip() in texts(card)
    assert "gemt i fuld længde" not in texts(card)


def test_the_request_shows_its_items_who_is_asked_and_what_may_be_answered() -> None:
    card = request(asked_of(a_round()))
    check(card)
    for expected in (
        "Godkendelse af dagsorden",
        "Svar senest fredag den 5. marts 2027",
        "Version 1",
        "2. Fælles model",
        "0 af 2 har svaret",
        "Formand (Hjørring) og Formand (Region Nordjylland)",
    ):
        assert expected in texts(card).replace("\\\\", "")
    assert button_titles(card) == [
        "Godkend",
        "Godkend med bemærkninger",
        "Send retur",
        "Se hele dagsordenen",
        "Hent som PDF",
        "Hent som Word",
    ]


def test_remarks_are_shown_to_the_secretariat_alone_and_a_returns_reason_to_all() -> None:
    remark = a_round(said(PEOPLE[0], Verdict.APPROVED_WITH_REMARKS, "Husk æblerne"))
    assert "Husk æblerne" not in texts(request(asked_of(remark)))
    assert "Husk æblerne" in texts(request(asked_of(remark, shows_remarks=True)))
    returned = a_round(said(PEOPLE[0], Verdict.RETURNED, "Økonomien mangler"), standpoint=Standpoint.RETURNED)
    assert "Begrundelse: Økonomien mangler" in texts(request(asked_of(returned)))


def test_an_objection_is_told_without_its_words() -> None:
    objected = a_round(said(PEOPLE[0], Verdict.OBJECTED, "Det er forkert"), standpoint=Standpoint.RETURNED)
    card = texts(request(asked_of(objected, offered=frozenset())))
    assert "Formand (Hjørring) har gjort indsigelse" in card
    assert "Det er forkert" not in card


def test_what_was_carried_over_is_told_with_the_changes_and_the_way_to_object() -> None:
    old: list[AgendaItem] = list(agenda_of(USUAL).items)
    new = list(agenda_of(replace(USUAL, title="Ny", duration=timedelta(minutes=30))).items)
    approval = a_round(said(PEOPLE[0], Verdict.APPROVED), version=2)
    changed = changes(old, new)
    card = request(asked_of(approval, since=1, changes=changed, items=new, offered=ASKED | {Verdict.OBJECTED}))
    check(card)
    for expected in (
        "indsigelse senest tirsdag den 9. marts 2027 kl. 8.00",
        "Tid: 20 min. er ændret til 30 min.",
    ):
        assert expected in texts(card)
    assert marked(card)[-1] == ("Ny", "new")
    assert "Gør indsigelse" in button_titles(card)


@pytest.mark.parametrize(
    ("standpoint", "words"),
    [
        (Standpoint.APPROVED, "er godkendt."),
        (Standpoint.APPROVED_WITH_REMARKS, "er godkendt med bemærkninger."),
        (Standpoint.SUPERSEDED, "gælder ikke længere"),
        (Standpoint.CONSULTED, "er forelagt Formand"),
        (Standpoint.SENT_UNAPPROVED, "Den sendes tirsdag den 9. marts 2027 kl. 8.00"),
    ],
)
def test_each_outcome_is_said(standpoint: Standpoint, words: str) -> None:
    card = request(asked_of(a_round(standpoint=standpoint)))
    check(card)
    assert words in texts(card)


def test_once_it_is_sent_that_is_said() -> None:
    gone = asked_of(a_round(standpoint=Standpoint.SENT_UNAPPROVED), leaves_at=None, sent_at=DISPATCH)
    assert "Dagsordenen er sendt uden svar fra" in texts(request(gone))
    assert "udsendt den 9. marts 2027 kl. 8.00" in texts(request(gone))


def test_a_consultation_asks_for_remarks_and_says_that_no_approval_is_needed() -> None:
    consult = asked_of(replace(a_round(), mode=Mode.CONSULT), offered=frozenset({Verdict.NO_REMARKS, Verdict.REMARKS}))
    card = request(consult)
    check(card)
    assert "Dagsorden til bemærkninger" in texts(card)
    assert "Der kræves ikke godkendelse" in texts(card)
    assert button_titles(card)[:2] == ["Ingen bemærkninger", "Send bemærkninger"]


@pytest.mark.parametrize("verdict", Verdict)
def test_every_answer_is_confirmed(verdict: Verdict) -> None:
    assert confirmed(a_round(), said(PEOPLE[0], verdict), COPENHAGEN, SECRETARIAT)


def test_a_deadline_at_midnight_is_the_day_before() -> None:
    assert until_words(END_OF_DAY, COPENHAGEN) == "fredag den 5. marts 2027"
    assert until_words(DISPATCH, COPENHAGEN) == "tirsdag den 9. marts 2027 kl. 8.00"


def test_the_reminder_calls_the_one_who_owes_an_answer() -> None:
    card = missing(asked_of(a_round()), reader=PEOPLE[0], mention=Mention("Formand (Hjørring)", "0" * 36))
    check(card)
    assert "<at>Formand (Hjørring)</at>" in texts(card)
    check(missing(asked_of(a_round()), reader=PEOPLE[0], mention=None))


@pytest.mark.parametrize("may", [True, False])
def test_the_overdue_approval_names_who_is_missing(may: bool) -> None:
    card = overdue(asked_of(a_round(said(PEOPLE[0], Verdict.APPROVED)), may_send_unapproved=may))
    check(card)
    assert "mangler svar fra Formand (Region Nordjylland)" in texts(card)
    assert "1 godkender mangler at svare" in texts(card)
    assert ("Send uden godkendelse" in button_titles(card)) is may


@pytest.mark.parametrize("hindrance", Obstacle)
def test_the_overdue_agenda_says_what_keeps_it_back(hindrance: Obstacle) -> None:
    dispatch = Deadline(day=DISPATCH.date(), source_day=DISPATCH.date(), days_after_meeting=-7)
    draft = Agenda(forum=MEETING.forum, meeting=MEETING.id, revision=1, items=())
    late = Late(meeting=MEETING, dispatch=dispatch, agenda=draft, missing=["Formand (Hjørring)"], choice=None)
    card = agenda_overdue(late, hindrance)
    check(card)
    assert "skulle have været udsendt senest tirsdag den 9. marts 2027" in texts(card)


def test_the_overview_has_a_way_to_each_request() -> None:
    check(overview([]))
    several = overview([Awaiting("Klyngen", MEETING, a_round(standpoint=each)) for each in Standpoint])
    check(several)
    assert button_titles(several) == ["Se hele dagsordenen"] * len(Standpoint)


def test_ten_items_leave_the_field_and_the_buttons_at_the_top() -> None:
    card = request(asked_of(a_round(), items=agenda_of(*[USUAL] * 8).items))
    kinds = [each["type"] for each in card.content["body"]]
    assert kinds.index("ActionSet") <= 4
    assert kinds.index("ActionSet") < kinds.index("ColumnSet")
    assert kinds.count("ColumnSet") == 10


def test_the_card_after_an_answer_says_what_was_answered_and_who_is_missing_and_no_more() -> None:
    mine = said(PEOPLE[0], Verdict.APPROVED)
    asked = asked_of(a_round(mine), own=mine, offered=frozenset(), changeable_until=END_OF_DAY)
    card = request(asked, above=["Du har godkendt."])
    check(card)
    assert "Mangler: Formand (Region Nordjylland)." in texts(card)
    assert "klar til godkendelse" not in texts(card)
    assert "Fælles model" not in texts(card)
    assert button_titles(card) == ["Ret svar", "Fortryd svar", "Se hele dagsordenen", "Hent som PDF", "Hent som Word"]


def test_a_newer_version_tells_who_sent_it_back_and_marks_the_words() -> None:
    old = agenda_of(USUAL).items
    new = agenda_of(replace(USUAL, recommendation="at modellen afprøves i to år")).items
    sent_back = [said(PEOPLE[1], Verdict.RETURNED, "Hvor længe?")]
    asked = asked_of(a_round(version=2), changes=changes(old, new), since=1, sent_back=sent_back, items=new)
    card = request(asked)
    check(card)
    assert "Version 1 blev sendt retur af Formand (Region Nordjylland): »Hvor længe?«" in texts(card)
    assert marked(card) == [("i to år", "new")]
    assert "De øvrige 2 punkter er uændrede" in texts(card)
    assert "Nyt: »i to år«" in card.content["speak"]


def test_all_changes_of_the_largest_agenda_can_be_read_item_by_item() -> None:
    asked = ShowChanges(forum=MEETING.forum, meeting=MEETING.id, version=2, since=1)
    found = the_largest().changes
    whole = all_changes(asked, MEETING, found)
    check(whole)
    assert "Se punktets ændringer" in button_titles(whole)
    one = all_changes(replace(asked, position=2), MEETING, items_of(found, 2))
    check(one)
    assert "Se punktets ændringer" not in button_titles(one)


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("shows", [True, False])
def test_the_secretariat_hears_of_each_answer_and_reads_its_words_alone(verdict: Verdict, shows: bool) -> None:
    given = said(PEOPLE[0], verdict, "Husk æblerne")
    card = answered(asked_of(a_round(given), shows_remarks=shows), given, stands=True, mention=None)
    check(card)
    assert ("Husk æblerne" in texts(card)) is (shows or verdict is Verdict.RETURNED)


@pytest.mark.parametrize("sent_at", [DISPATCH, None])
@pytest.mark.parametrize("standpoint", Standpoint)
@pytest.mark.parametrize("reader", [PEOPLE[0], PEOPLE[1], None])
def test_a_settled_reminder_is_a_word_without_live_buttons(
    reader: str | None, standpoint: Standpoint, sent_at: datetime | None
) -> None:
    approval = a_round(said(PEOPLE[0], Verdict.APPROVED), standpoint=standpoint)
    card = settled(asked_of(approval, sent_at=sent_at), reader=reader)
    check(card)
    assert button_titles(card) == ["Se hele dagsordenen"]
