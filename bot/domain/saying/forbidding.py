"""Whether a sentence says that something is not to be done: "flyt ikke mødet", "du skal ikke sende den"."""

import re

from bot.domain.saying.heard import heard

_DO = (
    "(?:abn|accepter|aflys|afslut|afvis|andr|behandl|bekraft|brug|byt|bed|disponer|fa|fjern|flyt|fortryd|foresla|giv"
    "|godkend|gor|hent|indarbejd|inviter|juster|kald|kom|lag|lad|luk|marker|meld|mind|nedlag|noter|offentliggor|opdater"
    "|opret|pamind|publicer|red|regis?trer|ret|ryk|rund|saml|sat|send|sig|skift|skriv|slet|stands|start|stop|stryg|svar"
    "|tag|tilfoj|tilknyt|traek|trak|udpeg|udsat|udskyd|udsend|vedhaft|vent|videresend|vis)"
)
_WHAT = r"(?:(?:den|det|dem|mig|os|jer|[a-z]+e[nt]|[a-z]+ne|punkt|forslag|opgave|bilag|nr|nummer|[0-9]+|til|for|om) )"
_FORBIDS = re.compile(
    rf"(?:^|[;:,?] )(?:(?:hej|klyngebot|venligst|nej|hov|og|sa|men|please) ,? ?){{0,3}}{_DO} {_WHAT}{{0,4}}"
    r"(?:(?:endelig|bare|venligst|lige|nu|altsa|da|dog) ){0,2}(?:ikke|aldrig)\b"
    r"|\b(?:du|i) (?:ma|skal|bor|behover) (?:[a-z]+ ){0,2}?(?:ikke|aldrig)\b(?! (?:regne|vente|forvente))"
    r"|\b(?:ma|skal|bor|behover) (?:du|i) (?:[a-z]+ ){0,1}?(?:ikke|aldrig)\b"
    r"|^ma (?:ikke|aldrig) [a-z]+\b(?![^?]*[?])"
    r"|\b(?:lad|lade|lader) (?:[a-z]+ )?v?ar(?:e|)\b|\bundlad(?:e)?\b|\bdo not\b|\bdon t\b"
)


def forbids(text: str) -> bool:
    """Whether a command in it is turned round by a "not" of its own; time is linear in its length."""
    return _FORBIDS.search(heard(text)) is not None
