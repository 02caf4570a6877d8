"""What people say in everyday words about bilag; see bot/usecases/said/sayings.py."""

import re
from typing import Any

from bot.domain.attachments.actions import (
    AttachFiles,
    BilagAction,
    FetchAttachment,
    OfferFiles,
    OpenNewVersion,
    ShowAttachment,
    ShowAttachments,
    TakeOffAttachment,
)
from bot.domain.kernel.danish import bare
from bot.domain.saying.slots import Counted
from bot.usecases.said.moment import Moment
from bot.usecases.said.pointed import item_named, item_of, meeting_of_item, numbers_of, proposal_of
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told

_READ = 2_000  # characters
_FIRST = re.compile(r"\b(?:forste|overste)\b")
_CLOSED = re.compile(r"\b(?:lukket|fortrolig)")


def _of_bilag(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, BilagAction | ShowAttachments)


def _files_came(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, OfferFiles) or any(
        isinstance(each, OfferFiles | AttachFiles) for each in moment.talk.offered
    )


def _one(told: Told) -> dict[str, Any] | None:
    """The bilag that is meant: by its number, as the first of those shown, or as the one that was shown."""
    shown = told.moment.talk.shown
    numbers = numbers_of(told, Counted.BILAG)
    if numbers:
        return {"meeting": told.meeting, "bilag": numbers[0]}
    if isinstance(shown, BilagAction) and (shown.bilag is not None or shown.attachment is not None):
        return {"meeting": shown.meeting, "bilag": shown.bilag, "attachment": shown.attachment}
    if isinstance(shown, ShowAttachments) and _FIRST.search(bare(told.said[:_READ])):
        return {"meeting": shown.meeting, "bilag": 1}
    return None


def _all(told: Told) -> ShowAttachments | ShowAttachment:
    """Those of the item or proposal that is named, else of the meeting; or the one that is called by its number."""
    if numbers := numbers_of(told, Counted.BILAG):
        return ShowAttachment(meeting=told.meeting, bilag=numbers[0])
    position, proposal = item_of(told), proposal_of(told)
    if position is not None:
        return ShowAttachments(meeting=meeting_of_item(told), position=position)
    if proposal is not None:
        return ShowAttachments(number=proposal.number, year=proposal.year)
    return ShowAttachments(meeting=told.meeting)


def _all_of_something(told: Told) -> ShowAttachments | ShowAttachment | None:
    """The same where it is said of what."""
    return _all(told) if item_of(told) or proposal_of(told) else None


def _shown(told: Told) -> ShowAttachment | ShowAttachments:
    found = _one(told)
    return _all(told) if found is None else ShowAttachment(**found)


def _numbered(told: Told) -> ShowAttachment | None:
    """The one that is called by its number."""
    return (
        ShowAttachment(meeting=told.meeting, bilag=numbers[0]) if (numbers := numbers_of(told, Counted.BILAG)) else None
    )


def _fetched(told: Told) -> FetchAttachment | ShowAttachment | ShowAttachments:
    found = _one(told)
    return _all(told) if found is None else FetchAttachment(**found)


def _new_version(told: Told) -> OpenNewVersion | ShowAttachment | ShowAttachments:
    found = _one(told)
    return _all(told) if found is None else OpenNewVersion(**found)


def _taken_off(told: Told) -> TakeOffAttachment | ShowAttachment | ShowAttachments:
    found = _one(told)
    return _all(told) if found is None else TakeOffAttachment(**found)


def _attach(told: Told) -> AttachFiles | None:
    """The files that just came, to the item or the proposal that is named."""
    shown = told.moment.talk.shown
    upload = shown.upload if isinstance(shown, OfferFiles) else ""
    is_closed = bool(_CLOSED.search(bare(told.said[:_READ])))
    position, proposal, bilag = item_named(told), proposal_of(told), numbers_of(told, Counted.BILAG)
    if bilag:
        return AttachFiles(upload=upload, bilag=bilag[0], is_closed=is_closed)
    if position is not None:
        return AttachFiles(upload=upload, position=position, is_closed=is_closed)
    if proposal is None:
        return None
    return AttachFiles(upload=upload, number=proposal.number, year=proposal.year, is_closed=is_closed)


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "bilag/bilagene/bilaget | hvor ligger/finder/er bilag/bilagene/bilaget | er der bilag | hvilke bilag"
            " | alle bilag | bilag/bilagene/bilaget punkt/forslag | vis/se/læse bilag/bilagene"
            " | mangler bilag/bilaget | bilag/bilaget kommet med | har jeg/i bilag | lægge/lagt/læg bilag på"
            " | vedhæft/vedhæfte/vedhæftet/vedhæftning/vedhæftninger"
            " | uploade/upload/lægge/lægger op fil/filer/notat/dokument | hvordan bilag/fil"
            " | sende/sende fil/filer/notat | filer/filerne"
            " | notat/notatet/regneark/regnearket/rapport/rapporten/præsentation/præsentationen/slides"
            " | attachments | bilag/notat/fil skal med/på | jeg har et bilag/notat/dokument"
            " | tilføj/tilføje bilag/notat/fil"
        ),
        act=_all,
        means="ShowAttachments ShowAttachment",
    ),
    Saying(
        ways=(
            "papir/papirer/papirerne/papiret | materiale/materialer/materialet/materialerne"
            " | notat/notatet/rapport/rapporten | dokument/dokumenter/dokumenterne"
            " | hvor finder/ligger papirer/papirerne/materialet/materialerne/dokumenterne | regneark"
            " | papir/papirer/materiale/dokument/filer hører/til/ved/under punkt/forslag"
            " | hvilke/hvad papir/papirer/materiale/dokumenter/filer punkt/forslag/til"
            " | punkt/forslag papir/papirer/materiale/dokumenter"
        ),
        act=_all_of_something,
    ),
    Saying(
        ways=(
            "hvad står/er der i bilag | hvad er bilag for noget | åbn/vis/se/læs bilag/bilaget"
            " | bilag indhold/handler/siger"
        ),
        act=_numbered,
        means="ShowAttachment",
    ),
    Saying(
        ways=(
            "vis/se/åbn/læs bilag/bilaget | det første bilag/bilaget | bilag/bilaget igen"
            " | hvad står der i bilag/bilaget | hvad er bilag/bilaget | åbn/vis det/den første/øverste"
            " | versioner/versionerne af bilag/bilaget | hvem har lagt bilag/bilaget"
            " | hvor mange udgaver/versioner | hvilke udgaver/versioner | tidligere/gamle udgaver/versioner"
        ),
        act=_shown,
    ),
    Saying(
        ways=(
            "hent/hente/download/downloade bilag/bilaget/fil/filen/notat/notatet"
            " | send/få/giv mig bilag/bilaget/filen/notatet"
        ),
        act=_fetched,
        means="FetchAttachment",
    ),
    Saying(
        ways=(
            "hent/hente/download/downloade | hent/hente det/den | send mig | send mig det/den første/øverste"
            " | få/få det/den/filen | må/kan jeg få/hente det/den | giv mig det/den | åbn filen | hent filen"
            " | gem/gemme"
        ),
        act=_fetched,
        when=_of_bilag,
    ),
    Saying(
        ways=(
            "ny/nyere/nyeste/opdateret/rettet/revideret version/udgave bilag/bilaget/notat/notatet/fil/filen"
            " | bilag/bilaget opdateret | udskift/udskifte/erstat/erstatte/skift bilag/bilaget/fil/filen/notat"
            " | opdater/opdatere bilag/bilaget/notat/filen | nyt bilag i stedet | nyeste bilag/notat"
            " | ny version bilag | forkert bilag/fil !fjern !slet !tag !væk"
        ),
        act=_new_version,
        means="OpenNewVersion",
    ),
    Saying(
        ways=(
            "ny/nyere/nyeste/opdateret/rettet/revideret version/udgave"
            " | udskift/udskifte/erstat/erstatte/skift/opdater det/den | nyere | udgave/version af det/notatet"
            " | har rettet i det | rettet udgave/version | er blevet opdateret | forældet | ny fil"
            " | sendt/har/kommet/fået rettet/opdateret/nyere/bedre/revideret !fjern !slet | rettet !fjern"
            " | den rigtige"
        ),
        act=_new_version,
        when=_of_bilag,
    ),
    Saying(
        ways=(
            "vedhæft/vedhæfte/læg/lægge/sæt fil/filen/filerne/det/den/dem punkt/forslag/på/til"
            " | skal på/ved/under/til/med punkt/forslag"
        ),
        act=_attach,
        when=_files_came,
        is_plain=True,
    ),
    Saying(
        ways=(
            "hører til | bilag/fil/notat til/på | det/de/dem er bilag til | til punkt/forslag | på punkt/forslag"
            " | punkt/forslag | det/den/de/dem er til/på | ved punkt | under punkt | skal med/på/til/under | til"
            " | bilag | det er til"
        ),
        act=_attach,
        when=_files_came,
        is_plain=True,
    ),
    Saying(
        ways=(
            "tag/tage/fjern/fjerne/slet/slette bilag/bilaget/filen/fil/notat/notatet [af]"
            " | bilag/bilaget/filen skal væk/af/fjernes/slettes/ud | drop/droppe/stryg bilag/bilaget"
            " | tag/fjern/slet bilag/bilaget fra punkt | bilag/bilaget er forkert | bilag/bilaget ikke med"
        ),
        act=_taken_off,
        means="TakeOffAttachment",
    ),
    Saying(
        ways=(
            "fjern/fjerne/slet/slette/drop/stryg det/den/øverste/første | tag/tage det/den af/ned/væk"
            " | skal væk/af/fjernes/slettes | fjern/slet | forkert fil/forkerte | personoplysninger/persondata"
            " | må ikke ligge der | smid/smide/kyl/hiv det/den ud/væk | ud/væk med det/den | skal ud/ned igen"
        ),
        act=_taken_off,
        when=_of_bilag,
    ),
)
