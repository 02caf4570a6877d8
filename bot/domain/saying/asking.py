"""What makes a sentence a question, or a request that is only put as one."""

import re
from typing import NamedTuple

_BEFORE = (
    "(?:hej|hejsa|heij|hejmeddig|hallo|halloj|goddag|godmorgen|godaften|dav|kare|alle|sammen|klyngebot|bot|du|og|men|eller"
    "|hov|hm|hmm|na|ok|okay|ja|jo|nej|altsa|undskyld|sorry|ups|tak|please|lige|med|dig|jer|igen|til|venligst|mon)"
)
_WORD = re.compile(rf"^(?:{_BEFORE} ,? ?)*(?P<rest>.*)$")

_ASKED = (
    "(?:hvad|hvem|hvor|hvordan|hvornar|hvorfor|hvilken|hvilket|hvilke|hvormed|hvortil|hvorhen|hvorvidt|hvorledes|mon"
    "|hva|vad|vem|vor|vordan|vornar|hvornor|hvorna|hvorar|hvonar|vilke[nt]?|what|when|where|who|why|how|which)"
)
_IS = "(?:er|var|har|havde|blev|bliver|far|fik)"
_MAY = "(?:kan|kunne|skal|skulle|vil|ville|ma|matte|bor|burde|tor|behover|gider)"
_DOES = (
    "(?:kom|kommer|kommr|komer|gor(?! det| den)|gjorde|findes|ligger|lagde|star|stod|gar|gik|mangler|venter"
    "|virker|galder|ved(?! det)|tror|ser|horer|husker|plejer|kender|gemmer|holder|holdt|synes|passer|nar|tager"
    "|tog|sidder|starter|begynder|varer|deltager|mener|koster|modes|trader|sender|siger|sagde|stemmer|betyder"
    "|handler)"
)
_PRONOUN = (
    "(?:jeg|du|vi|han|hun|man|der|det|de(?! [0-9])|den(?! [0-9])|alle|begge|nogen|nogle|noget|andre|mit|min|mine|vores"
    "|vor|jeres|deres|hans|hendes|dit|din|dine|punkt|pkt|nr|nummer|forslag|sag|sagen|denne|dette|disse|hele"
    "|i(?! (?:dag|morgen|gar|aften|aftes|gang|tvivl|ferie|uge|mode|modet|orden|ar|ovrigt|stedet|forvejen|live|en|et) ))"
)
_NO_NOUN = "ikke|igen|ingen|uden|morgen|siden|inden|enten|men|hverken|gerne|allerede|alligevel|imens|uden"
_NOUN = (
    rf"(?:(?!(?:{_NO_NOUN})\b)[a-z]{{2,}}(?:en|ene|erne|ernes|ens)|modet|modets|referatet|punktet|forslaget|bill?aget|notatet"
    "|budgettet|udkastet|sekretariatet|tillaget|forumm?et|udvalget|radet|byradet|formandskabet|vartskabet)"
)
_ADVERB = (
    "(?:ikke|desvarre|gerne|lige|ogsa|nok|maske|alligevel|kun|bare|blot|altid|aldrig|snart|stadig|nu|sa|netop|allerede"
    "|meget|helt|hellere|vist|vel|jo|da|dog|godt|ellers|faktisk|heller|her|der|pa|til|for|med|om|af|fra|ved|hos|over"
    "|under|efter|og|at|en|et|selv|igen|muligvis|endelig|endnu|blevet|slet|lidt|sikkert|ingen)"
)
_INFINITIVE = r"(?:[a-z]+e|se|fa|ga|sta|sige|na|ske|bo|sla|la|tage|gore)"
_PARTICIPLE = "[a-z]{3,}(?:t|et)"
_VERB_FIRST = re.compile(
    rf"(?:{_IS}|{_MAY}|{_DOES}) (?:{_PRONOUN}|{_NOUN})(?= |$)"
    rf"|{_IS} (?!{_ADVERB} )(?!{_PARTICIPLE} )[a-z]+ (?:{_ADVERB} )?(?:{_PARTICIPLE}|nogen|nogle|noget)(?= |$)"
    rf"|{_MAY} (?!{_ADVERB} )(?!{_INFINITIVE} |godkendes |accepteres )[a-z]+ (?=[a-z])"
    r"|(?!(?:efter|eller|her|der|nar|for|over|under|hver|derfor|derefter|herefter|vor|hvor) )[a-z]{2,}r"
    r" (?:jeg|du|vi|han|hun|man)(?= |$)"
)
_QUESTION_WORD = re.compile(rf"(?:i |pa |til |med |for |fra |af |om )?{_ASKED}(?= |$)(?! angar )")
_SAID_SO = re.compile("(?:tror|synes|mener|mente|haber|antager|siger|sagde|skriver|skrev|hedder) ")
"""What follows somebody's words to say whose they are: nobody asks with it."""
_ASKED_ON = re.compile(rf"(?:hvad|hvem|hvor|hvordan|hvornar|hvorfor) (?:{_IS}|{_MAY}|{_DOES}|[a-z]+r|sa)(?= |$)")
_WANTS_TO_KNOW = re.compile(
    r"\b(?:gerne|lige) (?:vide|hore om|spurgt|sporge)\b|\bgad vide\b|\b(?:eller hvad|ikke sandt)$"
)

_OPENS = re.compile(
    "(?:hvis|nar|da|fordi|safremt|medmindre|siden|eftersom|selvom|selv om|inden|for|efter|idet|forudsat|under|i|pa|med"
    "|skulle|mens|ved|til|uden|bortset|hvad angar) "
)
"""What a clause begins with after which the verb comes first, and nobody asks."""

_REQUEST = re.compile(
    rf"(?:sa )?(?:kan|vil|kunne|ku|gider|ville|magter|orker) (?:du|i(?! (?:dag|morgen|gar|aften)))"
    rf" (?:[a-z]+ ){{0,4}}?(?:{_INFINITIVE}|vare sod)(?= |$)"
    r"|ma jeg (?:lige )?(?:bede|fa dig til)|er du sod|er i sode"
)
_WISHED = re.compile(
    r"\b(?:vil(?: meget| lige)? (?:gerne )?(?:have at (?:du|i)|have (?:dig|jer) til|bede (?:dig|jer)|bede om at)"
    r"|vare? (?:sa )?(?:sod|venlig|rar|flink)|(?:du|i) ma (?:meget |godt |lige )?(?:gerne|godt)|sa gerne at du"
    r"|i bedes|du bedes|(?:rart|dejligt|fint|godt) hvis du|please (?=[a-z]))"
)
_SENTENCE = re.compile("([^;?:]+)([;?:]?)")


class Asking(NamedTuple):
    """Whether anything in it asks to be told, and whether anything asks to be done."""

    asks: bool
    requests: bool


def asking(sentence: str) -> Asking:
    """The questions and requests in what was heard."""
    each = [_asking(words.strip(), mark == "?") for words, mark in _SENTENCE.findall(sentence) if words.strip()]
    if not each:
        return Asking("?" in sentence, False)
    return Asking(any(one.asks for one in each), any(one.requests for one in each))


def _asking(words: str, marked: bool) -> Asking:
    clauses = [_begun(clause.strip()) for clause in words.split(",")]
    opened = bool(_OPENS.match(clauses[0]))
    requested = [bool(_REQUEST.match(clause)) for clause in clauses]
    requests = any(requested) or bool(_WISHED.search(words))
    asks = any(
        not is_request and _is_question(clause, at > 0, opened)
        for at, (clause, is_request) in enumerate(zip(clauses, requested, strict=True))
    )
    return Asking(asks or (marked and not requests) or bool(_WANTS_TO_KNOW.search(words)), requests)


def _begun(clause: str) -> str:
    """Without the greeting and the small words that it begins with."""
    found = _WORD.match(clause)
    return found["rest"] if found else clause


def _is_question(clause: str, follows: bool, opened: bool) -> bool:
    if follows:
        inverted = not opened and not _SAID_SO.match(clause) and _VERB_FIRST.match(clause)
        return bool(_ASKED_ON.match(clause) or inverted)
    return bool(_QUESTION_WORD.match(clause) or _VERB_FIRST.match(clause))
