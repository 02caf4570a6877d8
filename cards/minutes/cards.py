"""Minutes to read: put forward for approval, sent, one item in full, or not there yet; and what one just did."""

from collections.abc import Iterator, Sequence

from bot.domain.duties.actions import OpenDutyForm
from bot.domain.funds.actions import OpenDisposalForm
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.actions import ApproveMinutes, OpenDissent, ShowMinutes, TakeBackMinutesApproval
from bot.domain.minutes.items import MinutedItem
from bot.domain.referrals.actions import OpenSendOn
from cards.audit.code import code_line
from cards.kit.elements import (
    Card,
    Json,
    Mention,
    button,
    button_rows,
    card,
    done,
    group,
    heading,
    present,
    rich,
    text,
)
from cards.kit.fitting import fitted
from cards.kit.words import deadline_words, listing, medium_date, say, several
from cards.minutes.body import LENGTHS, LONGEST, Said, Shown, files, read, said_by, see_item, standing, title, whole
from cards.minutes.typed import Saying, fullest_first, remarking, typed_field
from cards.minutes.wording import suggest, suggested
from cards.publication.line import public_button, public_line, public_links, will_be_public

_LEVELS = fullest_first(LENGTHS)
"""Characters of each text, and bytes of what somebody typed and must not lose; that is the last to be shortened."""


def sent(shown: Shown, *, typed: str = "") -> Card:
    """The minutes that were sent, with an invitation for remarks while they are taken."""
    return fitted(lambda level: _sent(shown, typed, *level), _LEVELS)


def for_approval(
    shown: Shown,
    *,
    answered: int,
    waiting: Sequence[str],
    mentions: Sequence[Mention] = (),
    typed: str = "",
    has_approved: bool = False,
    outcome: str | None = None,
) -> Card:
    """The minutes as the approvers are asked about them; `waiting` names those who have not answered, or calls them.

    Whoever `has_approved` is offered to take that back instead.
    """

    def draw(level: tuple[int, int]) -> Card:
        most, kept = level
        words = say("minutes.approval.intro", moede_dato=medium_date(shown.meeting.day))
        return card(
            heading(say("minutes.approval.title")),
            text(words),
            *whole(shown, most),
            text(say("minutes.approval.progress", svar=answered, antal=answered + len(waiting))),
            rich(say("minutes.approval.waiting", navne=listing(waiting))) if waiting else None,
            suggested(shown),
            will_be_public(shown.public),
            *typed_field(remarking(shown).label, typed, kept),
            done(outcome) if outcome else None,
            actions=[*_answers(shown, has_approved), *files(shown, most)],
            speak=outcome or words,
            mentions=mentions,
        )

    return fitted(draw, _LEVELS)


def request_over(shown: Shown) -> Card:
    """What the request for approval becomes once the minutes have left, in a message of their own."""
    words = say("minutes.approval.over", moede_dato=medium_date(shown.meeting.day))
    return card(heading(say("minutes.approval.title")), text(words), actions=[open_minutes(shown)], speak=words)


def item(
    shown: Shown,
    minuted: MinutedItem,
    *,
    tasks: Sequence[str] = (),
    additions: Sequence[str] = (),
    typed: str = "",
    saying: Saying | None = None,
    may_create: bool = False,
    may_send_on: bool = False,
    may_dissent: bool = False,
) -> Card:
    """One item with its whole resolution and what became of its tasks, and the field of the card it was opened from."""
    moede_dato = medium_date(shown.meeting.day)
    following = minuted.position + 1 if minuted.position < len(shown.items) else None

    def draw(level: tuple[int, int]) -> Card:
        most, kept = level
        return card(
            heading(f"{minuted.position}. {minuted.title}"),
            text(say("minutes.of_meeting", moede_dato=moede_dato), subtle=True),
            rich(read(shown, minuted, most)),
            *(rich(line) for line in (*additions, *tasks)),
            *(typed_field(saying.label, typed, kept) if saying else ()),
            actions=[
                saying.button if saying else None,
                None if minuted.is_hidden else suggest(shown, minuted.position),
                see_item(shown, following) if following else None,
                _new_task(shown, minuted) if may_create else None,
                _send_on(shown, minuted) if may_send_on else None,
                dissent_button(shown.forum, shown.meeting.id, minuted.position) if may_dissent else None,
                open_minutes(shown),
            ],
            speak=say("minutes.item.speak", nr=minuted.position, moede_dato=moede_dato),
        )

    return fitted(draw, _LEVELS)


def _new_task(shown: Shown, minuted: MinutedItem) -> Json:
    wanted = OpenDutyForm(forum=shown.forum, meeting=shown.meeting.id, position=minuted.position)
    return button(say("duty.btn.new"), wanted, checks_inputs=False)


def _send_on(shown: Shown, minuted: MinutedItem) -> Json:
    wanted = OpenSendOn(forum=shown.forum, meeting=shown.meeting.id, position=minuted.position, resolved=True)
    return button(say("referral.btn"), wanted, checks_inputs=False)


def not_sent(
    meeting: Meeting,
    due: Deadline | None,
    *,
    is_begun: bool,
    writing: str | None = None,
    dissenting: str | None = None,
    outcome: str | None = None,
) -> Card:
    """The minutes cannot be read yet, and when they are due.

    `writing` is the forum whose secretariat reads this, `dissenting` that of somebody who was at the meeting.
    """
    moede_dato = medium_date(meeting.day)
    words = say("minutes.not_sent" if is_begun else "minutes.not_held", moede_dato=moede_dato)
    when = say("minutes.due", frist=deadline_words(due)) if due else say("minutes.due.none")
    write = (
        button(say("reminder.minutes.btn.write"), ShowMinutes(forum=writing, meeting=meeting.id)) if writing else None
    )
    return card(
        done(outcome) if outcome else None,
        heading(title(meeting)),
        text(words),
        text(when, subtle=True),
        actions=[write, None if dissenting is None else dissent_button(dissenting, meeting.id)],
        speak=outcome or f"{words} {when}",
    )


def none_yet(forum_name: str, following: Meeting | None) -> Card:
    """No meeting has been held."""
    words = say("minutes.none_yet", forum=forum_name)
    when = say("minutes.next_meeting", moede_dato=medium_date(following.day)) if following else None
    return card(heading(say("minutes.heading")), text(words), text(when) if when else None, speak=words)


def addition(shown: Shown, said: Said) -> Card:
    """A correction that was added to minutes after they were sent."""
    words = say("minutes.addition.intro", moede_dato=medium_date(shown.meeting.day))
    return card(
        heading(say("minutes.addition.title")),
        text(words),
        *said_by(said, shown.tz, LONGEST),
        actions=[open_minutes(shown)],
        speak=words,
    )


def receipt(shown: Shown, words: str, *more: str, may_take_back: bool = False) -> Card:
    """What was just done and what follows from it; the minutes themselves are behind a button."""
    take_back = say("minutes.btn.take_back")
    return card(
        done(words, *more),
        actions=[
            open_minutes(shown),
            button(take_back, TakeBackMinutesApproval(forum=shown.forum, meeting=shown.meeting.id))
            if may_take_back
            else None,
        ],
        speak=" ".join((words, *more)),
        summary=words,
    )


def open_minutes(shown: Shown) -> Json:
    """A button to the minutes as they stand."""
    return button(say("minutes.btn.open"), ShowMinutes(forum=shown.forum, meeting=shown.meeting.id))


def dissent_button(forum: str, meeting: str, position: int | None = None) -> Json:
    """A button to the form for a dissenting opinion; who was not there is told so."""
    wanted = OpenDissent(forum=forum, meeting=meeting, position=position)
    return button(say("minutes.btn.dissent"), wanted)


def remarks_until(shown: Shown) -> str:
    """Until when remarks are taken."""
    if not shown.takes_remarks:
        return say("minutes.remarks.closed")
    if shown.remarks_until is None:
        return say("minutes.remarks.invite")
    return say("minutes.remarks.until", frist=deadline_words(shown.remarks_until))


def _sent(shown: Shown, typed: str, most: int, kept: int) -> Card:
    moede_dato = medium_date(shown.meeting.day)
    speak = say(
        "minutes.sent.speak",
        forum=shown.forum_name,
        moede_dato=moede_dato,
        punkter=several("common.items", len(shown.items)),
    )
    return card(
        heading(title(shown.meeting)),
        text(standing(shown), subtle=True),
        *whole(shown, most),
        group(*_invitation(shown, typed, kept), divided=True),
        public_line(shown.public),
        *button_rows(
            remarking(shown).button if shown.takes_remarks else None,
            suggest(shown),
            _disposing(shown),
            public_button(shown.forum, shown.public),
            *public_links([shown.public]),
        ),
        *button_rows(*files(shown, most)),
        code_line(shown.witness),
        speak=" ".join([speak, *([remarks_until(shown)] if shown.takes_remarks else [])]),
        summary=say("minutes.sent.summary", moede_dato=moede_dato),
    )


def _disposing(shown: Shown) -> Json | None:
    """Who may not dispose is told who may; what was typed into the field for remarks is not asked for."""
    if not shown.has_funds:
        return None
    return button(say("funds.btn.commit"), OpenDisposalForm(forum=shown.forum), checks_inputs=False)


def _answers(shown: Shown, has_approved: bool) -> Iterator[Json | None]:
    """All that somebody who was asked may say."""
    yield _answer(shown, has_approved)
    yield remarking(shown).button
    yield suggest(shown)
    yield dissent_button(shown.forum, shown.meeting.id)


def _answer(shown: Shown, has_approved: bool) -> Json:
    forum, meeting = shown.forum, shown.meeting.id
    if has_approved:
        return button(say("minutes.btn.take_back"), TakeBackMinutesApproval(forum=forum, meeting=meeting))
    yes = ApproveMinutes(forum=forum, meeting=meeting, revision=shown.revision)
    return button(say("reminder.minutes.btn.ok"), yes, style="positive")


def _invitation(shown: Shown, typed: str, kept: int) -> list[Json]:
    received = several("minutes.remarks.received", shown.remark_count) if shown.remark_count else None
    return present(
        [
            text(remarks_until(shown)),
            text(received, subtle=True) if received else None,
            *(typed_field(remarking(shown).label, typed, kept) if shown.takes_remarks else ()),
        ]
    )
