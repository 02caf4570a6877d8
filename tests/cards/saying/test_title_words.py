"""How the titles read: they begin with the words of the buttons that exist, and show no more than anybody may read."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.agenda.actions import AddItem, EditItem, MoveItem, ShowAgenda
from bot.domain.approval.actions import Circulate, Clear, Respond, SendAgenda, SendUnapproved, ShowVersion, TakeBack
from bot.domain.approval.clearance import Clearing
from bot.domain.approval.state import Verdict
from bot.domain.attachments.actions import ShowAttachments
from bot.domain.documents.actions import FileKind, OpenDocument
from bot.domain.documents.state import Kind as DocumentKind
from bot.domain.duties.actions import CreateDuty, FinishDuty, TakeDuty
from bot.domain.external.actions import AnswerInput, ChangeExternal
from bot.domain.external.state import Position
from bot.domain.funds.actions import Dispose
from bot.domain.kernel.action import Action
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.actions import CancelMeeting, MoveMeeting, OpenAbsence, OpenCancel, ReportAbsence
from bot.domain.minutes.actions import ApproveMinutes, RecordResolution, RemarkOnMinutes, SendMinutes
from bot.domain.minutes.state import Outcome
from bot.domain.proposals.actions import Accept, Decline, OpenProposalForm, Postpone, Propose, Withdraw
from bot.domain.publication.actions import ReleasePaper
from bot.domain.publication.state import Paper
from bot.domain.reach.actions import Nudge, ShowNudge
from bot.domain.referrals.actions import ShowWay
from bot.domain.reminders.actions import ChooseNotices, RemindTomorrow
from bot.domain.supplements.actions import SendSupplement, WithdrawItem
from bot.domain.year.actions import SendStatus
from cards.kit.naming import LONGEST
from cards.kit.words import say
from cards.saying.titles import title_of
from tests.cards.saying.test_titles import KNOWING, NAMING, NORD
from tests.harness.cases.case import MEETING

_HOSTILE = "\u202e}} **fed** [link](https://example.org)\n# {{DATE(2027-03-16)}} <b> שלום עולם"

AGREED: tuple[tuple[str, Action], ...] = (
    ("approval.btn.approve", Respond(verdict=Verdict.APPROVED)),
    ("approval.btn.approve_with_remarks", Respond(verdict=Verdict.APPROVED_WITH_REMARKS, words="Ja.")),
    ("approval.btn.approve_with_remarks", Respond(verdict=Verdict.APPROVED, words="Ja, men flyt punkt 4.")),
    ("approval.btn.reject", Respond(verdict=Verdict.RETURNED)),
    ("approval.btn.object", Respond(verdict=Verdict.OBJECTED)),
    ("consult.btn.no_remarks", Respond(verdict=Verdict.NO_REMARKS)),
    ("consult.btn.send_remarks", Respond(verdict=Verdict.REMARKS)),
    ("approval.btn.open", ShowVersion(version=1)),
    ("approval.btn.take_back", TakeBack()),
    ("approval.btn.send_unapproved", SendUnapproved()),
    ("approval.btn.send_now", SendAgenda()),
    ("agenda.btn.circulate", Circulate()),
    ("ownorg.btn.cleared", Clear(clearing=Clearing.CLEARED)),
    ("ownorg.btn.cleared_remarks", Clear(clearing=Clearing.CLEARED, words="Ja, men …")),
    ("ownorg.btn.not_cleared", Clear(clearing=Clearing.NOT_CLEARED)),
    ("ownorg.btn.not_needed", Clear(clearing=Clearing.NOT_RELEVANT)),
    ("agenda.btn.open", ShowAgenda()),
    ("absence.btn.send", OpenAbsence()),
    ("absence.btn.send", ReportAbsence()),
    ("meeting.btn.move", MoveMeeting(day="6/4")),
    ("meeting.btn.cancel", CancelMeeting()),
    ("proposal.btn.submit", Propose(form="", title="Nyt")),
    ("proposal.btn.accept", Accept(number=1)),
    ("proposal.btn.postpone", Postpone(number=1)),
    ("proposal.btn.decline", Decline(number=1)),
    ("proposal.btn.withdraw", Withdraw(number=1)),
    ("post.btn.propose", OpenProposalForm()),
    ("supplement.btn.send", SendSupplement()),
    ("supplement.item.btn.withdraw", WithdrawItem(position=2)),
    ("reminder.minutes.btn.ok", ApproveMinutes()),
    ("reminder.minutes.btn.remarks", RemarkOnMinutes()),
    ("minutes.btn.send", SendMinutes()),
    ("minutes.btn.save", RecordResolution(position=2)),
    ("duty.btn.take", TakeDuty(number=1)),
    ("duty.btn.done", FinishDuty(number=1)),
    ("duty.btn.new", CreateDuty()),
    ("funds.btn.commit", Dispose()),
    ("external.input.btn.agree", AnswerInput(position=Position.AGREE)),
    ("external.btn.resume", ChangeExternal(number=1)),
    ("referral.way.title", ShowWay(number=1)),
    ("documents.btn.pdf", OpenDocument(paper=DocumentKind.MINUTES, file=FileKind.PDF)),
    ("publication.btn.publish", ReleasePaper(paper=Paper.MINUTES)),
    ("approval.btn.nudge", ShowNudge()),
    ("approval.btn.nudge", Nudge()),
    ("reminder.btn.tomorrow", RemindTomorrow()),
    ("settings.notices.now", ChooseNotices(chosen="at_once")),
)


@pytest.mark.parametrize(("key", "action"), AGREED)
def test_a_title_begins_with_the_words_of_the_button_that_exists(key: str, action: Action) -> None:
    assert title_of(action, NAMING).startswith(say(key))


@pytest.mark.parametrize(
    ("action", "title"),
    [
        (
            Respond(verdict=Verdict.APPROVED, meeting=MEETING, version=2),
            "Godkend dagsordenen til 16. marts (version 2)",
        ),
        (
            Respond(verdict=Verdict.APPROVED_WITH_REMARKS, version=2, words="flyt punkt 4 op"),
            "Godkend med bemærkninger: »flyt punkt 4 op« (16. marts, v. 2)",
        ),
        (OpenCancel(meeting=MEETING), "Aflys mødet den 16. marts …"),
        (SendMinutes(meeting=MEETING), "Send referatet fra 16. marts ud"),
        (Accept(number=3), "Optag på dagsordenen: forslag nr. 3"),
        (Accept(number=3, year=2026), "Optag på dagsordenen: forslag nr. 3/2026"),
        (Accept(number=2), "Optag på dagsordenen: forslag nr. 2 »Fælles model for opfølgende hjemmebesøg«"),
        (TakeDuty(number=2), "Jeg tager den: opgave 2 »Beskriv kapaciteten i kommunerne«"),
        (OpenProposalForm(title="tandpleje", meeting="2027-2"), "Foreslå et punkt til 5. oktober: »tandpleje« …"),
        (
            OpenProposalForm(title="tandpleje", meeting="2027-2", duration="15 minutter", amount="200.000"),
            "Foreslå et punkt til 5. oktober: »tandpleje«, 15 minutter, 200.000 kr. …",
        ),
        (MoveItem(position=2, to="1"), "Flyt punkt 2 til plads 1 (16. marts) »Lægedækning på Læsø«"),
        (EditItem(position=2, duration="20"), "Gem punkt 2 (16. marts) »Lægedækning på Læsø«: tid »20«"),
        (
            RecordResolution(position=2, outcome=Outcome.POSTPONED, words="Til maj."),
            "Gem beslutning til punkt 2 (16. marts): Udsat, »Til maj.«",
        ),
        (
            Clear(clearing=Clearing.CLEARED, organisation="laesoe"),
            "Afklaret for Læsø Kommune: dagsordenen (16. marts)",
        ),
        (Dispose(amount="450000", party="hjoerring"), "Disponér 450.000 kr. til Hjørring Kommune"),
        (Dispose(amount="mange", party="hjoerring"), "Disponér mange til Hjørring Kommune"),
        (ShowAttachments(position=2), "Se alle bilag til punkt 2 (16. marts)"),
        (ShowWay(number=2), "Sagens vej: forslag nr. 2 »Fælles model for opfølgende hjemmebesøg«"),
        (ChooseNotices(chosen="om lidt"), "Vælg påmindelser: »om lidt«"),
        (SendStatus(of_year="2027", report="ukendt"), "Send til modtageren: årsstatus 2027"),
    ],
)
def test_titles_as_they_read(action: Action, title: str) -> None:
    assert title_of(action, KNOWING) == title


def test_a_day_of_a_year_that_is_far_says_which() -> None:
    starts = datetime(2029, 3, 16, 16, 30, tzinfo=UTC)
    far = Meeting(forum=NORD.id, id="2029-1", starts=starts, ends=starts, place="")
    naming = replace(NAMING, forum=replace(NORD, meetings=(far,)), today=date(2027, 2, 20))
    assert title_of(ShowAgenda(meeting="2029-1"), naming) == "Åbn dagsordenen til 16. marts 2029"
    assert title_of(ShowAgenda(meeting="2029-1"), replace(naming, today=date(2028, 12, 31))).endswith("16. marts")


def test_an_item_of_another_agenda_is_not_called_by_this_ones_titles() -> None:
    assert title_of(MoveItem(meeting="2027-2", position=2, to="1"), KNOWING) == "Flyt punkt 2 til plads 1 (5. oktober)"


def test_what_is_closed_is_not_called_by_its_title() -> None:
    assert title_of(Propose(form="", title="Sagen om NN", is_closed=True), NAMING) == "Send forslag som lukket"
    closed = title_of(AddItem(title="Sagen om NN", is_closed=True), NAMING)
    assert closed == "Tilføj punkt, som er lukket, til dagsordenen til 16. marts"


def test_what_people_wrote_is_one_line_without_hidden_marks_and_leaves_room_for_what_it_is_about() -> None:
    for words in (_HOSTILE, "x" * 5_000, "\n" * 9, _HOSTILE * 50):
        title = title_of(Respond(verdict=Verdict.RETURNED, version=2, words=words), NAMING)
        assert title.startswith("Send retur: dagsordenen (16. marts, v. 2)")
        assert title.isprintable()
        assert len(title) <= LONGEST
