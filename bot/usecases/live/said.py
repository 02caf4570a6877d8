"""What is said while a meeting is held, with whom and which item it speaks of."""

import re
from collections.abc import Callable

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.kernel.danish import bare
from bot.domain.live.actions import AddTaskInMeeting, Change, MoveOn, NoteInMeeting, ShowLive, StartMeeting, Step
from bot.domain.meetings.actions import ShowMeetings
from bot.domain.saying.slots import Counted
from bot.usecases.said.held_item import item_named
from bot.usecases.said.kept_text import after_colon
from bot.usecases.said.moment import Moment
from bot.usecases.said.people_told import one_told, says_self
from bot.usecases.said.sayings import Act
from bot.usecases.said.told import Told
from bot.usecases.said.unless_asked import unless_asked

_SKIPS = re.compile(r"\b(?:spring|hop)\w*\b")
_OVER = re.compile(r"\bover\b")
_IS_OVER = re.compile(r"\bfardig\w*|\bafslut\w*|\blukket\b|\btak for\b")
_BREAK = re.compile(r"\b(?:pause|kaffe\w*|ben(?:e|ene)? straekk\w*|tager (?:lige )?(?:\w+ )?minutter)\b")
_AFTER_BREAK = re.compile(r"\b(?:efter pausen|pausen? (?:er )?(?:slut|forbi|over)|genoptag\w*|tilbage fra pause\w*)\b")
_BACK = re.compile(r"\b(?:tilbage|forrige)\b")
_BEGINS_WITH_ACT = re.compile(r"(?:ma|er|gar|skal|smutter|kaldt|nodt|logge[rt]|inhabil|koblet)\b")
_CHANGES = (
    (Change.NOT_RECUSED, re.compile(r"\b(?:ikke (?:\w+ )?inhabil|habil igen|alligevel (?:ikke in)?habil)\b")),
    (Change.RECUSED, re.compile(r"\bin\w{0,2}h?abil\w*|\bpart i sagen\b")),
    (Change.STEPS_IN, re.compile(r"\b(?:tradt ind|trader ind|i stedet|suppleant\w*|afloser|stedfortrader)\b")),
    (Change.LEFT, re.compile(r"\b(?:gar|ga|gik|gaet|forlod|forlader|smutte\w*|kort|kaldt ud|logget af|tog hjem)\b")),
    (Change.CAME, re.compile(r"\b(?:kom|kommet|ankom\w*|her|modt|tilbage|logget pa|koblet pa|stodt til)\b")),
)
_DENIES = re.compile(r"\b(?:her ikke|ikke (?:\w+ )?(?:her|gaet|kommet|modt))\b")
_STEPS_IN = re.compile(
    r"\b(?:i stedet for|for|p[åa] vegne af|afløser|erstatter)\s+(?P<whose>[^,.;]{2,80})", re.IGNORECASE
)
_TASK = re.compile(r"\bopgave\w*\b(?: (?:til|p[åa]|om|at|for) )?(?P<duty>.*)", re.IGNORECASE | re.DOTALL)
_LONGEST = 500  # characters that are read


def live(_: Told) -> ShowLive:
    return ShowLive()


def start(told: Told) -> AnyQuery | AnyCommand | None:
    """Not where a day is spoken of, nor where somebody asks when."""
    if told.slots.days or told.slots.clocks:
        return None
    return ShowMeetings() if told.mood.asks else StartMeeting(meeting=told.meeting)


def next_item(told: Told) -> MoveOn:
    """The item that is named, or the next; of several the last, as in "vi springer 3 over og tager 4"."""
    sound, items = bare(told.said[:_LONGEST]), len(told.moment.held_items)
    skips = bool(_SKIPS.search(sound) and _OVER.search(sound))
    counted = (Counted.ITEM, Counted.BARE) if skips else (Counted.ITEM,)
    numbers = [each.number for each in told.slots.numbers if each.counts in counted and each.number <= max(items, 1)]
    position = numbers[-1] if len(numbers) > 1 else None if skips else item_named(told)
    if position is not None and position == told.moment.live_item and _IS_OVER.search(sound):
        position = None
    return MoveOn(step=Step.NEXT) if position is None else MoveOn(step=Step.ITEM, position=position)


def named_item(told: Told) -> MoveOn | None:
    """The item that is named."""
    return None if item_named(told) is None else next_item(told)


def moved_on(told: Told) -> MoveOn:
    """Wherever the words say: a break, back to work, an item that is named, the one before or the next."""
    sound = bare(told.said[:_LONGEST])
    if _BREAK.search(sound) and not _AFTER_BREAK.search(sound):
        return MoveOn(step=Step.BREAK)
    if item_named(told) is not None:
        return next_item(told)
    if _AFTER_BREAK.search(sound):
        return MoveOn(step=Step.RESUME)
    return MoveOn(step=Step.PREVIOUS if _BACK.search(sound) else Step.NEXT)


def previous_item(told: Told) -> MoveOn:
    position = item_named(told)
    return MoveOn(step=Step.PREVIOUS) if position is None else MoveOn(step=Step.ITEM, position=position)


def noted(change: Change) -> Act:
    """What became of the one who is named or, where nobody is and they speak of themselves, of whoever writes."""
    return unless_asked(lambda told: _note(change, told), live)


def noted_in_words(told: Told) -> NoteInMeeting | ShowLive:
    """The same where the words say what became of whom; else how far the meeting is, where it can be noted."""
    sound = bare(told.said[:_LONGEST])
    change = next((each for each, words in _CHANGES if words.search(sound)), None)
    if change is None or told.mood.asks:
        return live(told)
    if change is Change.STEPS_IN:
        return steps_in(told) or live(told)
    denies = told.mood.negates and change is not Change.NOT_RECUSED and _DENIES.search(sound)
    return live(told) if denies else _note(change, told) or live(told)


def _note(change: Change, told: Told) -> NoteInMeeting | None:
    name = one_told(told)
    is_own = says_self(told) or _BEGINS_WITH_ACT.match(bare(told.said[:_LONGEST]))
    person = told.moment.actor if not name and is_own and not told.moment.serves else ""
    person = person or (told.moment.actor if not name and says_self(told) else "")
    if not name and not person:
        return None
    position = item_named(told) if change in (Change.RECUSED, Change.NOT_RECUSED) else None
    return NoteInMeeting(change=change, words=name, person=person, position=position)


def steps_in(told: Told) -> NoteInMeeting | None:
    """Somebody with the one in whose place they come, where that is said."""
    match = _STEPS_IN.search(told.said[:_LONGEST])
    name = one_told(told) or (told.moment.forum.person(told.moment.actor).name if says_self(told) else "")
    if not name:
        return None
    return NoteInMeeting(change=Change.STEPS_IN, words=f"{name} for {match['whose'].strip()}" if match else name)


def add_task(told: Told) -> AddTaskInMeeting:
    match = _TASK.search(told.said)
    said = after_colon(told) or (match["duty"] if match and told.rest else "")
    return AddTaskInMeeting(duty=said.strip(" .,:"))


def is_held(moment: Moment) -> bool:
    return moment.live is not None


def is_not_held(moment: Moment) -> bool:
    return moment.live is None and moment.next is not None


def is_held_or_near(moment: Moment) -> bool:
    """While it is held, and on its day."""
    days = [each.day for each in (moment.next, moment.last) if each is not None]
    return moment.live is not None or moment.now.date() in days


def step(step: Step) -> Callable[[Told], MoveOn]:
    return lambda told: MoveOn(step=step)
