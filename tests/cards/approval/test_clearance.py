"""The cards of clearance in one's own organisation, and of the morning on which the secretariat is asked."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.agenda.state import Agenda
from bot.domain.approval.actions import Clear
from bot.domain.approval.clearance import ADMINISTRATION, POLITICAL, Clearance, Clearing
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.needed import AnswerRule, Needed
from cards.approval.cards import request
from cards.approval.clearance import Clearable, asked, confirmed, news, reminder, state, which
from cards.approval.cleared import Cleared, Unasked
from cards.approval.dispatch import Late, ask_to_send
from cards.kit.elements import Mention
from tests.cards.agenda.setting import MEETING, NOW
from tests.cards.approval.setting import DISPATCH, END_OF_DAY, a_round, asked_of
from tests.cards.checks import button_titles, check, texts

ANSWERS = ["Afklaret", "Afklaret med bemærkninger", "Ikke afklaret", "Ikke relevant hos os"]
LONG = "Økonomien er ikke afklaret. " * 70


def answered(clearing: Clearing, words: str = "", *, is_on_behalf: bool = False) -> Cleared:
    given = Clearance(
        organisation="region",
        clearing=clearing,
        words=words,
        version=1,
        at=NOW,
        person="sekretariat",
        is_on_behalf=is_on_behalf,
    )
    return Cleared(name="Region Nordjylland", given=given, by="Sekretariat, kommunal side")


SILENT = Cleared(name="Region Nordjylland")


def question(
    cleared: Cleared = SILENT, people: Sequence[str] = ("Klyngekoordinator",), step: str = ADMINISTRATION
) -> Clearable:
    return Clearable(
        meeting=MEETING,
        approval=a_round(),
        organisation="region",
        step=step,
        people=people,
        cleared=cleared,
        until=END_OF_DAY,
        is_settled=False,
        is_open=True,
        is_anew=False,
        endorsed="KOSU anbefaler afklaringen i egen organisation.",
    )


@pytest.mark.parametrize("step", [ADMINISTRATION, POLITICAL])
def test_an_organisation_has_four_answers_and_one_field(step: str) -> None:
    card = asked(question(step=step), mentions={"a": Mention("Klyngekoordinator", "0" * 36)})
    check(card)
    assert button_titles(card) == [*ANSWERS, "Se hele dagsordenen", "Se afklaringen"]
    assert "<at>Klyngekoordinator</at>" in texts(card)
    assert "Frist for afklaringen: Ikke fastsat i kommissoriet." in texts(card)


def test_after_dispatch_there_is_nothing_to_answer() -> None:
    card = asked(replace(question(), is_open=False))
    check(card)
    assert button_titles(card) == ["Se hele dagsordenen", "Se afklaringen"]
    assert "der skal ikke længere svares" in texts(card)


def test_where_nobody_answers_for_it_the_secretariat_may() -> None:
    card = asked(replace(question(people=()), is_settled=True, is_anew=True))
    check(card)
    assert "Sekretariatet kan registrere svaret" in texts(card)
    assert "Ikke fastsat" not in texts(card)


def test_an_answer_on_behalf_names_who_gave_it() -> None:
    cleared = answered(Clearing.NOT_RELEVANT, is_on_behalf=True)
    assert cleared.given is not None
    told = confirmed(question(cleared), cleared.given, cleared.by)
    assert "af Sekretariat, kommunal side på vegne af Region Nordjylland" in told
    check(asked(question(cleared), above=[told], typed="x"))


@pytest.mark.parametrize("clearing", Clearing)
def test_every_answer_has_its_line_on_each_card_however_long(clearing: Clearing) -> None:
    cleared = answered(clearing, LONG)
    for card in (
        asked(question(cleared)),
        state(
            MEETING,
            a_round(),
            [cleared] * 4,
            Unasked(unsettled=["Læsø Kommune"]),
            own=[("region", "Region Nordjylland")],
        ),
        news(MEETING, a_round(), cleared, is_late=True, mention=None),
        request(
            replace(
                asked_of(a_round()),
                cleared=[cleared] * 6,
                unasked=Unasked(unsettled=["Læsø Kommune"], departing=["Hjørring Kommune"]),
            )
        ),
    ):
        check(card)
        assert "Region Nordjylland: " in texts(card)


def test_the_reminder_and_the_question_for_whom_can_be_answered_at_once() -> None:
    card = reminder(question(), mention=None)
    check(card)
    assert button_titles(card)[:4] == ANSWERS
    for_whom = which({"Region Nordjylland": Clear(clearing=Clearing.CLEARED, organisation="region")})
    check(for_whom)
    assert button_titles(for_whom) == ["Region Nordjylland"]


@pytest.mark.parametrize("holds", [True, False])
def test_on_the_morning_the_card_names_who_is_silent_and_the_charter_s_words(holds: bool) -> None:
    dispatch = Deadline(day=DISPATCH.date(), source_day=DISPATCH.date(), days_after_meeting=-7)
    draft = Agenda(forum=MEETING.forum, meeting=MEETING.id, revision=1, items=())
    late = Late(meeting=MEETING, dispatch=dispatch, agenda=draft, missing=["Formand (Hjørring)"], choice=a_round())
    card = ask_to_send(late, "som fremsendes én uge før mødet", holds=holds)
    check(card)
    assert "Kommissoriet siger: »som fremsendes én uge før mødet«" in texts(card)
    assert "Skal den sendes uden svar fra Formand (Hjørring)?" in texts(card)
    assert ("Forummet har valgt, at dagsordenen venter" in texts(card)) is holds


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (AnswerRule(needed=Needed.ONE_PER_SIDE, is_settled=True), "Én fra hver side skal svare."),
        (AnswerRule(needed=Needed.K_OF_N, least=1, is_settled=True), "1 af 2 skal svare."),
        (AnswerRule(), "Hvor mange der skal svare: Ikke fastsat i kommissoriet."),
    ],
)
def test_the_request_says_whose_answers_are_needed(rule: AnswerRule, told: str) -> None:
    card = request(asked_of(replace(a_round(), rule=rule)))
    check(card)
    assert told in texts(card)
