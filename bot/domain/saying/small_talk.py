"""Sentences that ask for nothing: a hello, a thank you, no words at all; and those that are a yes or a no alone."""

import re

from bot.domain.saying.actions import Lead
from bot.domain.saying.heard import heard
from bot.domain.saying.nonsense import is_nonsense
from bot.domain.saying.quoted import is_automatic

_TO_WHOM = (
    "(?: (?:med )?(?:dig|jer|alle|allesammen|sammen|klyngebot|bot|botten|du|der|igen|chef|ven|venner|there|all"
    "|everybody|min ven))*"
)
_GREETING = (
    r"(?:hej|hejj|hejsa|heij|hejhej|hey|hi|hello|hallo|halloj|hallojsa|goddag|god dag|godmorgen|god morgen|godaften"
    r"|god aften|god eftermiddag|dav|davs|mojn|morn|kare|velkommen|good morning)"
)
_HELLO = re.compile(
    rf"(?:{_GREETING}(?: {_GREETING})?{_TO_WHOM}"
    r"|er (?:du|i|der nogen)(?: der| hjemme| her)?|er der en|kan du hore mig|test|tester|klyngebot|bot)"
)
_PLEASANT = re.compile(
    r"(?:hvordan gar det|hvordan har du det|godt nytar|glader mig(?: til (?:at vare med|at samarbejde|samarbejdet))?"
    r"|rart at (?:mode|hilse pa) dig|jeg er ny(?: her| i det her)?|mit navn er lige meget|er du en (?:robot|bot)"
    r"|sa er vi i gang(?: igen| med et nyt ar)?)"
)

_FOR_WHAT = (
    r"(?:hjalpen|hjalp|det|alt|alting|svaret|svar|i dag|idag|i gar|nu|denne gang|arbejdet|indsatsen|besked|beskeden"
    r"|info|informationen|pamindelsen|mindet|snakken|oplysningen|oplysningerne|dagsordenen|referatet|kaffen|talmodigheden"
    r"|(?:din|jeres|den|dit|det|al|alt) (?:[a-z]+ )?(?:hjalp|arbejde|svar|indsats|besked|hurtige svar)"
    r"|(?:et|en) (?:god|godt|dejlig|dejligt|rart|hyggeligt|fint) [a-z]+(?: i gar| i dag| idag| i aftes)?"
    r"|(?:hjalpen|hjalp) med (?:det|det hele|alt|alting|sagen)"
    r"|(?:velkomst(?:en|e)?|modet|invitationen|tilliden|gensynet|sidst|opmarksomheden|samarbejdet|tilsendte|fremsendte"
    r"|det tilsendte|bilagene|materialet|en god [a-z]+)(?: i gar| i dag)?)"
)
_THANKS = re.compile(
    r"(?:(?:ja|jo|nej|ok|okay|super|fint|perfekt|fedt|dejligt|na) )?(?:super |rigtig |virkelig )?"
    r"(?:mange |tusind |tusinde |1000 |hjertelig |pa forhand )?(?:tak|takk|takker|tusindtak|mangetak)"
    rf"(?: skal du have| skal i have| sa meget| sa mange gange| igen)?(?: for {_FOR_WHAT})?{_TO_WHOM}"
    r"|(?:super )?(?:mange|tusind) (?:tak|tal|tkk|tka)"
    r"|(?:thanks|thank you|thx|tx)(?: a lot| so much| very much)?|supert?|suprt|fedt|perfekt|genialt|skont|dejligt|top"
    r"|fremragende|sejt|flot|flot arbejde|godt gaet|godt klaret|great|nice|cool|rigtig fint?"
    r"|(?:dejligt|det var|det gik|det er)? ?(?:nemt|let|dejligt nemt|hurtigt)(?: nok)?"
    r"|(?:sa )?(?:det|der) var (?:bare |vist )?(?:alt|det|det hele)(?: for nu| for i dag)?|sa er (?:jeg|vi) med"
    r"|farvel|hej hej|hejhej|vi ses|ses|vi snakkes|snakkes|pa gensyn|bye|goodbye|god weekend|god dag|god aften"
    r"|god ferie|god sommer|god jul|god paske|fortsat god dag"
    r"|(?:ha|hav|have) en (?:god|dejlig) (?:dag|weekend|aften)"
    r"|i lige made|selv tak|det var sa lidt"
)
_AND_SO = re.compile(r"(?:ja|jo|nej|ja tak|nej tak|ok|okay|fint|ups|hov|og|klyngebot|bot|ja ja)")

_POLITE = (
    rf"(?: (?:(?:mange |tusind )?tak(?: for {_FOR_WHAT})?|please|venligst|bare|endelig|du|klyngebot|bot|da|nu|straks))*"
)
_YES_WORD = (
    r"(?:ja+|jo+|jep+|jeps|japs?|jups?|yep|yes|yess|yup|jada|joda|javel|jaja|ok|okay|oki|okidoki|okey|sure|aye"
    r"|gerne|meget gerne|fint|fint nok|helt fint|klart|helt klart|selvfolgelig|naturligvis|absolut|bestemt|helt sikkert"
    r"|pracis|lige pracis|netop|nemlig|korrekt|rigtigt|aftale|aftalt|kor|kor pa|kor bare)"
)
_YES = re.compile(
    rf"{_YES_WORD}(?: {_YES_WORD}){{0,3}}{_POLITE}"
    rf"|(?:{_YES_WORD} )?(?:gor (?:bare |endelig |du )?det|bare gor det|do it|gor sa det){_POLITE}"
    rf"|(?:{_YES_WORD} )?(?:det (?:er|lyder|ma vare|passer) (?:helt )?(?:fint|godt|ok|okay|rigtigt|i orden|perfekt)"
    r"|det er korrekt|det er (?:lige |pracis )?det(?: jeg (?:mener|mente|vil|vil have|onsker))?"
    r"|lyder godt|det stemmer|det ma du (?:meget )?gerne|det ma du godt|det vil jeg (?:meget )?gerne|jeg vil gerne"
    rf"|det gor du bare|det var det(?: jeg mente)|lad os gore det|det gor vi){_POLITE}"
)
_NO_WORD = r"(?:nej+|naj|no|nejtak|ellers tak|ikke|aldrig|slet ikke|absolut ikke|bestemt ikke|overhovedet ikke)"
_NO = re.compile(
    rf"{_NO_WORD}(?: {_NO_WORD}){{0,3}}{_POLITE}"
    rf"|(?:{_NO_WORD} )?(?:ikke (?:nu|endnu|i dag|idag|lige nu|det|den|alligevel)|lad vare?(?: med det)?|lad det vare?"
    r"|lad det ligge|glem det|glem det igen|stop|stands|annuller|afbryd|fortryd|cancel|drop det|drop|forkert"
    r"|vent(?: lige)?|gor (?:det )?ikke(?: det)?|gor ikke det"
    r"|det var (?:det )?ikke(?: det| den| sadan)?(?: jeg (?:mente|mener|ville))?|det var forkert"
    r"|det er forkert|det mente jeg ikke|det skal du ikke|det vil jeg ikke|det er ikke det(?: jeg mener)?"
    rf"|pa ingen made|under ingen omstandigheder|det passer ikke|do not|don t){_POLITE}"
)
_ONLY_POLITE = re.compile(rf"(?:mange |tusind )?tak(?: for {_FOR_WHAT})?|please|venligst|klyngebot|bot|hej{_TO_WHOM}")
_GRATEFUL = re.compile(r"(?:mange |tusind )?tak\b")
_PARTS = re.compile("[,;:?]| og ")


def small_talk(text: str) -> Lead | None:
    """What answers a sentence that is nothing but a hello, a thank you or no sentence at all; None for any other."""
    if is_automatic(text):
        return Lead.NOTHING_MEANT
    sentence = heard(text)
    if _yes_or_no(sentence) is not None:
        return None
    parts = _parts(sentence)
    thanks, hello = (any(map(each.fullmatch, parts)) for each in (_THANKS, _HELLO))
    if (thanks or hello) and all(map(is_courtesy, parts)):
        return Lead.THANKS if thanks else Lead.HELLO
    return Lead.NOTHING_MEANT if is_nonsense(text, sentence) else None


def yes_or_no(text: str) -> bool | None:
    """Whether it is nothing but a yes, or nothing but a no; None for all that says more."""
    return _yes_or_no(heard(text))


def _yes_or_no(sentence: str) -> bool | None:
    said = _parts(sentence)
    parts = [part for part in said if not _ONLY_POLITE.fullmatch(part)]
    if not parts or "?" in sentence or _GRATEFUL.match(said[0]):
        return None
    if all(map(_NO.fullmatch, parts)):
        return False
    return True if all(map(_YES.fullmatch, parts)) else None


def _parts(sentence: str) -> list[str]:
    return [part for each in _PARTS.split(sentence) if (part := each.strip())]


def is_courtesy(part: str) -> bool:
    """Whether a part of what was heard only greets, thanks or begins to speak."""
    return any(each.fullmatch(part) for each in (_HELLO, _THANKS, _PLEASANT, _AND_SO))
