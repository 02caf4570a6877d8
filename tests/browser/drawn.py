"""Cards of the gallery that are drawn from made-up values, since playing up to them would take too long."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.domain.approval.notices import ApprovalNotice
from bot.domain.forum.succession import Succession
from bot.domain.kernel.forum import COPENHAGEN
from bot.domain.kernel.handed import Fate, Handed, Note, Thing
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.items import MinutedItem
from bot.domain.minutes.state import Dissent, Outcome, Position, Stance
from bot.domain.reach.nudging import Matter, Owing, Reminded, Round
from bot.domain.wording.state import Kind, Status
from bot.local.directory import Json
from cards.forum import succession
from cards.forum.succession import Both
from cards.live import cards as live
from cards.live.told import left_running
from cards.live.view import ItemLine, LiveView
from cards.minutes import dissent, told
from cards.minutes.body import Attended, Shown
from cards.minutes.extract import extract
from cards.minutes.resolution import Filling, resolution_form
from cards.reach import nudge
from cards.reach.cards import Unreached, unreached
from cards.wording import cards as wording
from cards.wording import told as answers
from cards.wording.view import Act, WordingView
from tests.harness.klynge_nord import klynge_nord

MARKUP = "1. *stjerner* [link](https://example.org) <b>fed</b> & 10.000 kr. evil.dk"


def held() -> list[Json]:
    """A meeting as it is held: at an item, in a break, ended, and left running."""
    meeting = klynge_nord().meetings[0]
    starts, quarter = meeting.starts, timedelta(minutes=15)
    lines = [
        ItemLine(position=place, title=MARKUP, planned=quarter, spent=place * quarter, began=starts, is_on=place == 1)
        for place in (1, 2)
    ]
    going = LiveView(
        forum=meeting.forum,
        meeting=meeting,
        tz=starts.tzinfo or UTC,
        revision=1,
        items=[*lines, replace(lines[1], position=3, began=None, is_gone=True)],
        current=lines[0],
        has_next=True,
        has_previous=False,
        is_running=True,
        is_break=False,
        since=starts,
        started_at=starts,
        ended_at=None,
        expected_end=starts + quarter,
        planned_end=starts,
        lag=quarter,
        here=[MARKUP] * 6,
        missing=[MARKUP],
        recused=[MARKUP],
        people={"anna": MARKUP},
        untreated=(3,),
        may_write=True,
        may_touch=True,
        has_unknown=True,
        has_substitutes=True,
    )
    over = replace(going, is_running=False, current=None, ended_at=starts + quarter)
    every = (
        live.live(going, outcome=MARKUP, typed=MARKUP),
        live.live(replace(going, is_break=True, here=[])),
        live.live(over),
        left_running(meeting, None),
    )
    return [each.content for each in every]


def succeeded() -> list[Json]:
    """One forum goes on where another ended: asked for, foreseen, told and announced."""
    moved = Handed(thing=Thing.PROPOSAL, fate=Fate.MOVED, title=MARKUP, was="3/2026", now="12/2027")
    unowned = replace(moved, thing=Thing.TASK, note=Note.UNOWNED, about=MARKUP)
    cancelled = Handed(thing=Thing.MEETING, fate=Fate.CANCELLED, day=date(2027, 3, 16))
    day = date(2027, 1, 1)
    done = Succession(forum="a", heir="b", until=day, day=day, reason=MARKUP, handed=(moved, unowned, cancelled))
    both = Both(ended="Politisk Klynge Nord", heir="Sundhedsråd Nord", shows_closed=True)
    known = {"a": both.ended, "b": both.heir}
    cards = (
        succession.which(known),
        succession.preview(done, both),
        succession.handed_over(done, both, is_new=True),
        succession.told(done, both, None),
        succession.announced(done, both),
        succession.several([(done, both), (done, both)], "b"),
    )
    return [each.content for each in cards]


def not_reached() -> list[Json]:
    """Whom the bot cannot reach, what became of it, and whom the secretariat may remind."""
    silent = Unreached(name=MARKUP, what="Påmindelse om manglende svar", about="16. marts 2027")
    sent = replace(silent, became="sendt på anden vis af Sekretariat, kommunal side den 4. marts 2027 kl. 8.00")
    starts = datetime(2027, 3, 16, 15, 30, tzinfo=UTC)
    meeting = Meeting(id="2027-1", forum="a", starts=starts, ends=starts + timedelta(hours=2), place=MARKUP)
    owed = Owing(person="b", kind=ApprovalNotice.CLEARANCE_MISSING, about=(), subject={})
    asked = Round(matter=Matter.AGENDA, meeting=meeting, number=2, owing=((owed, Reminded()),))
    lines = [nudge.Line(MARKUP, nudge.lately(starts, starts.date(), UTC))]
    cards = (
        unreached("a", [silent, sent], wave="2027-1"),
        unreached("a", [sent], wave="2027-1", outcome="Det er markeret som sendt."),
        nudge.preview("a", asked, lines, may_send=True),
        nudge.preview("a", asked, lines, may_send=False, outcome=MARKUP),
        nudge.minutes("a", meeting, None),
    )
    return [each.content for each in cards]


def reworded() -> list[Json]:
    """Another wording of an item, word by word: as it waits, overtaken by another text, listed and told."""
    meeting = klynge_nord().meetings[0]
    waiting = WordingView(
        forum=meeting.forum,
        meeting=meeting,
        tz=COPENHAGEN,
        number=1,
        year=2027,
        kind=Kind.SUGGESTION,
        status=Status.WAITING,
        position=2,
        title=MARKUP,
        name="Udvalgsformand (Læsø)",
        at=meeting.starts,
        words=f"Klyngen godkendte modellen for to kommuner. {MARKUP}",
        seen=f"Klyngen godkendte indstillingen. {MARKUP}",
        present=f"Klyngen godkendte indstillingen. {MARKUP}",
        acts=frozenset(Act),
    )
    overtaken = replace(waiting, number=2, present="Klyngen drøftede indstillingen.")
    shown = wording.Listing(forum=meeting.forum, meeting=meeting, views=(waiting, overtaken))
    cards = (
        wording.one(waiting),
        wording.one(overtaken, typed=MARKUP),
        wording.listing(shown),
        answers.suggested(waiting, None, is_public=False),
    )
    return [each.content for each in cards]


def resolved() -> list[Json]:
    """What was resolved on an item: the form, what a proposer gets of it, and a dissenting opinion."""
    starts = datetime(2027, 3, 16, 16, 30, tzinfo=COPENHAGEN)
    meeting = Meeting(forum="a", id="m", starts=starts, ends=starts.replace(hour=19), place="Rådhuset")
    opinion = Dissent(item=1, person="p", organisation="o", words=MARKUP, at=starts)
    minuted = MinutedItem(
        position=1,
        title=MARKUP,
        recommendation=MARKUP,
        is_recorded=True,
        outcome=Outcome.APPROVED_CHANGED,
        words=MARKUP,
        sentence=MARKUP,
        positions=(Position(organisation="o", stance=Stance.AGAINST),),
        dissents=(opinion,),
    )
    shown = Shown(
        forum="a",
        forum_name="Politisk Klynge Nord",
        tz=COPENHAGEN,
        meeting=meeting,
        revision=1,
        items=(minuted,),
        attended=Attended(),
        organisations={"o": "Læsø Kommune"},
        people={"p": "Udvalgsformand"},
    )
    filling = Filling(
        outcome=minuted.outcome,
        words=MARKUP,
        members={"o": "Læsø Kommune", "r": "Region Nordjylland"},
        stances={"o": "against"},
        later={"m2": "5. oktober 2027"},
        put_off_to="m2",
        sentence=MARKUP,
        made=MARKUP,
        is_edited=True,
        notes=(MARKUP,),
    )
    cards = (
        resolution_form(shown, minuted, filling),
        extract(shown, (1,), addition=None, mention=None),
        dissent.form(shown, 1, offered=(1,), words=MARKUP, is_recorded=True),
        dissent.form(shown, None, offered=(1,), words="", is_recorded=False),
        told.dissent(shown, MARKUP, MARKUP, None),
    )
    return [each.content for each in cards]
