"""How sentences are met, drawn from made-up values: one act, several, what there is not, and words of every kind."""

from dataclasses import replace
from datetime import date

from bot.domain.agenda.actions import MoveItem, ShowAgenda
from bot.domain.approval.actions import Circulate, Clear, Respond
from bot.domain.approval.clearance import Clearing
from bot.domain.approval.state import Verdict
from bot.domain.duties.actions import TakeDuty
from bot.domain.kernel.action import Action
from bot.domain.proposals.actions import Accept, Decline, OpenProposalForm
from bot.domain.saying.absent import Absent
from bot.domain.saying.actions import Lead, Offered
from bot.domain.standing.actions import ShowStanding
from bot.local.directory import Json
from bot.usecases.saying.absent import nearest
from cards.kit.naming import Naming
from cards.saying.cards import offered
from tests.browser.drawn import MARKUP
from tests.harness.klynge_nord import klynge_nord

_HEBREW = "לא מאשר, עד שסעיף 4 יורד מסדר היום"
_TITLE = "Lægedækning & <b>vagt</b>, 10.000 kr. evil.dk"
_LONG = "Speciallægepraksisplanlægningssamarbejdsudvalgsmødedagsordenspunktsændringsforslag " * 9


def met() -> list[Json]:
    """A card of each lead, with words that a card must not carry out, cut or turn round."""
    nord = klynge_nord()
    march = nord.meetings[0]
    naming = Naming(
        forum=nord,
        today=date(2027, 2, 20),
        next=march,
        last=march,
        name_of=lambda person: MARKUP,
        agenda_of=march.id,
        items=("Godkendelse af dagsorden", _TITLE),
        proposals={(2, 2027): _TITLE},
        tasks={(2, 2027): _TITLE},
    )
    every = (
        Offered(lead=Lead.CLICK, offers=(Respond(verdict=Verdict.APPROVED, version=2),)),
        *(Offered(lead=Lead.CLICK, offers=_refusing(words)) for words in ("Flyt punkt 4 op", MARKUP, _HEBREW, _LONG)),
        Offered(lead=Lead.CLICK, offers=(MoveItem(position=2, to="1"), Accept(number=2), TakeDuty(number=2))),
        Offered(lead=Lead.HELLO, offers=(ShowStanding(), OpenProposalForm(), ShowAgenda())),
        Offered(lead=Lead.NOT_UNDERSTOOD, offers=(Circulate(), Decline(number=2, words=MARKUP), ShowStanding())),
        Offered(lead=Lead.THANKS),
        nearest(Absent.REMINDER_TO_ALL, serves=True),
        nearest(Absent.MEMBER_CHANGE, serves=False),
    )
    return [offered(each, naming).content for each in every]


def _refusing(words: str) -> tuple[Action, ...]:
    """A yes that is none without the words."""
    answer = Respond(verdict=Verdict.APPROVED_WITH_REMARKS, version=2, words=words)
    clearing = Clear(clearing=Clearing.NOT_CLEARED, organisation="laesoe", words=words)
    return (answer, replace(answer, verdict=Verdict.RETURNED), clearing)
