"""What people ask for that there is not, in everyday words; see bot/usecases/said/sayings.py."""

import re
from collections.abc import Callable

from bot.domain.saying.absent import Absent
from bot.usecases.said.sayings import Act, Saying
from bot.usecases.said.told import Told
from bot.usecases.saying.absent import nearest
from bot.usecases.saying.absent_ways import BY_MAIL, HAS_DONE, WAYS
from bot.usecases.saying.sayings_of_elsewhere import ELSEWHERE

_TELLS = re.compile(
    r"\b(?:sig|fort(?:æ|ae?)l|giv(?! mig| os)|bed|hils|sp(?:ø|oe?)rg|kontakt|lad|videregiv|aflever"
    r"|skrive? (?:lige )?til|(?:send|skriv)e? (?:lige |en )?besked"
    r"|(?:kan|vil|gider) du (?:lige )?(?:sige|give(?! mig| os)|bede|sp(?:ø|oe?)rge|fort(?:æ|ae?)lle|hilse|kontakte))\b",
    re.IGNORECASE,
)

_RECORDS = re.compile(
    r"optagels|\boptage?r? (?:du|i|det|lyd|os|video|samtalen|mødet?|vi)\b|\b(?:optag|optages)\b", re.IGNORECASE
)

_CALLS = re.compile(
    r"^(?:(?:(?:kan|vil|gider) du|please|så|bed \w{1,30}(?: om at)?) )?ringe?\b"
    r"|\b(?:du (?:lige )?ringe|ring (?:lige )?(?:til|op|mig)|ringer du|ring lige)\b",
    re.IGNORECASE,
)


def _absent(what: Absent) -> Act:
    return lambda told: nearest(what, serves=told.moment.serves)


def _with(what: Absent, is_so: Callable[[Told], bool]) -> Act:
    return lambda told: nearest(what, serves=told.moment.serves) if is_so(told) else None


SAYINGS: tuple[Saying, ...] = (
    *(
        Saying(ways=ways, act=_absent(what), means=f"absent.{what}")
        for what, ways in (*WAYS.items(), *ELSEWHERE.items())
    ),
    Saying(
        ways=(
            "giv/give/send/sende/skriv/aflever/bring/videregiv besked | send besked til"
            " | skriv/skrive til formanden/borgmesteren/koordinatoren/kommunerne/lægerne/medlemmerne"
            " | sig/fortæl formanden/borgmesteren/koordinatoren/sekretariatet/regionen/ham/hende/dem/alle/at"
            " | bed formanden/borgmesteren/koordinatoren/kommunerne/regionen/ham/hende/dem"
            " | hils/hilse [formanden/alle] | hilsen videre"
            " | spørg/spørge formanden/borgmesteren/regionen/kommunerne/ham/hende/sekretariatet"
            " | skynde sig/de/dem | lad formanden vide | kontakt formanden/ham/hende"
        ),
        act=_with(Absent.MESSAGE_TO_SOMEBODY, lambda told: _TELLS.search(told.said) is not None),
    ),
    Saying(
        ways=(
            "ring/ringe sekretariatet/formanden bed/få | ring [op/til/mig/formanden/lige] | ringe [du/op/til/formanden]"
        ),
        act=_with(Absent.CALL, lambda told: _CALLS.search(told.said) is not None),
    ),
    Saying(
        ways=(
            "dagsorden/referat/det/den sms/mail/email på/som/via [kan/få/vil/have] | kan jeg få det på mail/sms"
            " | send/skriv en mail/sms/email til/mig [alle] | send mig mail/sms når [dagsorden/klar]"
            " | få/have på mail/sms/email | mail | mails | email | e-mail | sms | sms'er"
        ),
        act=_with(Absent.MAIL, lambda told: bool(BY_MAIL.search(told.said)) and not HAS_DONE.search(told.said)),
    ),
    Saying(
        ways="optagelse/optag [møde/af/findes/er] | optage møde/lyd/os/video/samtalen | referat optagelse",
        act=_with(Absent.RECORDING, lambda told: _RECORDS.search(told.said) is not None),
    ),
    Saying(
        ways=(
            "mind/påmind/husk mig kl/klokken [om/møde/det] | mind mig om | påmind mig | husk mig | mind mig på"
            " | giv mig besked kl | sig til kl"
        ),
        act=_with(Absent.ALARM, lambda told: bool(told.slots.clocks)),
    ),
)
