"""What makes a yes no plain yes: a no, an if, an exception, a reservation."""

import re
from typing import NamedTuple

_REMARKS = (
    "(?:bemarkninger|bemarkning|indvendinger|indvending|indsigelser|indsigelse|kommentarer|kommentar|problemer|problem"
    "|rettelser|andringer|andringsforslag|tilfojelser|anmarkninger|sporgsmal|forbehold|betankeligheder|tvivl)"
)
_MORE = "(?:(?:yderligere|andre|flere|ovrige|sarlige|vasentlige|egentlige|nogen|nogle|noget|nogensomhelst|som helst) )"
_HARMLESS = re.compile(
    rf"\b(?:ingen|uden) {_MORE}{{0,2}}{_REMARKS}\b"
    rf"|\bhar (?:[a-z]+ ){{0,2}}ikke (?:haft )?{_MORE}{{0,2}}{_REMARKS}\b"
    r"|\bikke (?:et|noget|nogen) problem(?:er)?\b"
    r"|\b(?:intet|ingenting|ikke noget|ikke mere|ikke yderligere) (?:yderligere )?at"
    r" (?:bemarke|tilfoje|indvende|udsatte|kommentere)\b"
    r"|\bikke sandt\b|\bhvorfor ikke\b|\bikke mindst\b|\bdet gor ikke noget\b|(?<=du )ikke (?:nok|lige|godt)\b"
    r"|\buden (?:mig|os|ham|hende|videre|for)\b"
    r"|(?:^|(?<=[;,] ))(?:(?:sa|hej|og) )?(?:kan|kunne|vil|ville|gider|skal|skulle) (?:du|vi|i|man)"
    r" (?:(?:lige|godt|bare|sa) )?ikke\b(?! (?:[a-z]+ ){0,2}(?:godkend|sige (?:ja|ok)|accept|tiltrad))"
)
_NOT_ONLY = re.compile(r"\bikke (?:kun|bare|blot|alene)\b([^;?]{0,80}?)\bmen (?:ogsa|tillige)\b")
NOTHING = "*"
"""No word: stands where a harmless one did, so that what stood around does not meet."""

_NEGATES = re.compile(
    r"\b(?:ikke|ikke[a-z]{2,}|(?:kan|er|vil|skal|ma|har|det|den|jeg|vi)ikke|ej|nej|ingen|intet|ingenting|aldrig|nappe"
    r"|hverken|umulig[te]?|uenige?|langt fra|for tidligt"
    r"|afvis(?:er|e|t|es|ning)|nagt(?:er|e|et|es)|forkast[a-z]*|underkend[a-z]*|modsatter|frabeder|undlad(?:e|er)?"
    r"|uden at|siger? fra|godt glemme|glem (?:at|det|alt|mit|min)|lade? vare?|(?:er|stemmer|stemme) imod"
    r"|not|don t|dont|cannot|can t|cant|won t|never|no(?! [0-9])|inte|inga|nicht|keine?|ikkje)\b"
)

_PART = "(?:punkt|punktet|pkt|nr|nummer|sag|sagen|forslag|bilag|bilaget|okonomien|belobet|datoen|tiden)"
_CHANGES = (
    "(?:udgar|bliver|er|kommer|ryger|falder|rettes|andres|flyttes|slettes|fjernes|tages|udskydes|uddybes|praciseres"
    "|forklares|omskrives|far|kan|skal|har|star)"
)
_NOT_REACHING = "".join(
    rf"(?<!\b{who} )" for who in ("jeg", "vi", "du", "han", "hun", "i", "de", "man", "det", "den", "der", "ikke")
)  # after them it is the verb
_CONDITIONS = re.compile(
    r"\b(?:hvis|safremt|sa fremt|medmindre|med mindre|forudsat|forudsatter|forudsatning(?:en)?|ifald|i fald|i sa fald"
    r"|i tilfalde af|givet at|mod at|sa lange|salange|for sa vidt|i det omfang|betinge(?:t|lse|lser|lsen|r)"
    r"|afhang(?:er|ig|igt) af|kraver at|sa snart"
    r"|kun (?:hvis|nar)|forst (?:nar|efter|hvis|skal|vil|ma|pa|om)|kan forst"
    rf"|ellers|if|unless|provided|{_NOT_REACHING}nar(?! (?:ikke|det|at|frem) )(?= )"
    rf"|bare (?:{_PART}|vi|jeg|der|de|i(?= [a-z]+r\b)|(?:det|den) {_CHANGES})(?= )"
    rf"|skulle (?:det|den|der|noget|nogen|nogle|{_PART}))\b"
)

_EXCEPTS = re.compile(
    r"\b(?:undtag[a-z]*|bortset|fraset|fraregnet|pa nar|panar|men ikke|dog ikke|ud over|udover|foruden|minus"
    r"|uden|eks?kl|excl|eks?klusive|except|resten|de ovrige|det ovrige|ovrige punkter|alt (?:det )?andet|alle andre"
    r"|delvist?|til dels|halvt|det meste|de fleste|de [a-z]+ (?:forste|sidste)|storstedelen|dele af"
    rf"|godkend[a-z]* kun|kun (?:godkend[a-z]*|{_PART}|[0-9]+|de|den|det|forste|en del|halvdelen|til|med|under|for))\b"
)
_OTHER_THAN = re.compile(r"\b(?:andre|anden|andet|yderligere|bemarkninger) (?:[a-z0-9]+ ){0,3}end\b")

_REPAIRS = (
    "(?:rettes|andres|uddybes|flyttes|slettes|udga|fjernes|praciseres|omformuleres|tilfojes|skrives|omskrives|laves om"
    "|op|ned|ud|vak)"
)
_DAYS = "mandag|tirsdag|onsdag|torsdag|fredag|lordag|sondag"
_DOES = "(?:flyt|ret|slet|fjern|tilfoj|skriv|byt|andr|udskyd|uddyb|prac?iser|tag|stryg)"
_RESERVES = re.compile(
    r"\b(?:men|dog|imidlertid|forbehold[a-z]*|betankelig[a-z]*|tvivl[a-z]*|usikker[a-z]*|bekymr[a-z]*|skeptisk"
    r"|ved(?: [a-z]+)? ikke|maske|muligvis|vistnok|formentlig|formodentlig|sandsynligvis|umiddelbart|nasten"
    r"|narmest|tror jeg|jeg (?:[a-z]+ )?tror|jeg tanker|lige (?:tanke|se pa|vende)|tanke over|vent|vente"
    r"|venter (?:vi |jeg )?(?:med|lige|til)|afvent[a-z]*|selv ?om|trods|senere|ikke endnu|endnu ikke"
    r"|synes (?:[a-z0-9]+ ){0,8}(?:skal|kunne|er for)|bemarkning[a-z]*|indsigelse[a-z]*|indvending[a-z]*"
    r"|med (?:en|folgende|nogle|den|et par)? ?kommentar(?:er|en)?|kommentar(?:er)? :|bor|burde"
    r"|har (?:(?:lige|ogsa|et|nogle|flere|en|par) ){0,3}(?:sporgsmal|problem(?:er)?|rettelser?)|er forkert"
    r"|er (?:en|nogle|flere|to|tre|[0-9]+) (?:[a-z]+ )?(?:[a-z]{1,20})?fejl|er (?:vist|vel) [a-z]+"
    r"|nok (?:fint?|ok|okay|godt|i orden|godkendt)"
    r"|med (?:[a-z]+ ){0,2}(?:andring(?:er)?|rettelser?|justering(?:er)?|tilfojelser?)"
    rf"|godkend[a-z]*(?: den| det| dagsordenen)? (?:i morgen|i overmorgen|efter|pa (?:{_DAYS}))"
    rf"|skal (?:[a-z]+ ){{0,3}}{_REPAIRS}|godkend[a-z]*(?: [a-z0-9]+){{0,6}}(?: ,| ;| og| sa| samt| lige)+ {_DOES}"
    r"|but|however)\b"
)
_LACKS = re.compile(r"\bman?gler\b")


_NAYS = re.compile(r"\b(?:ikke|aldrig|lade? vare?|undlad(?:e|er)?|glem (?:at|det))\b")


class Reserving(NamedTuple):
    """What of it is there."""

    negates: bool
    conditions: bool
    excepts: bool
    reserves: bool


def reserving(sentence: str, asks: bool) -> Reserving:
    """What speaks against a yes in what was heard; that something is missing does not where one asks for it."""
    meant = without_harmless(sentence)
    return Reserving(
        negates=bool(_NEGATES.search(meant)),
        conditions=bool(_CONDITIONS.search(meant)),
        excepts=bool(_EXCEPTS.search(meant) or _OTHER_THAN.search(sentence)),
        reserves=bool(_RESERVES.search(meant) or (not asks and _LACKS.search(sentence))),
    )


def is_reserved(sentence: str) -> bool:
    """Whether anything speaks against a yes in it."""
    return any(reserving(sentence, asks=False))


def without_harmless(sentence: str) -> str:
    """Without the words that look like a no and say that there is nothing against it."""
    whole = _NOT_ONLY.sub(rf"{NOTHING}\1{NOTHING}", sentence) if "ikke" in sentence else sentence
    return _HARMLESS.sub(NOTHING, whole)


def nays_of(sentence: str) -> int:
    """How often it turns round what it says; a "nej" answers what was said before it."""
    return len(_NAYS.findall(sentence))
