"""What people say in everyday words about bilag; see bot/usecases/said/sayings.py."""

from bot.usecases.attachments.said import (
    attach,
    attach_or_ask,
    every,
    every_of_something,
    fetched,
    files_came,
    new_version,
    numbered,
    of_bilag,
    offered,
    shown_one,
    taken_off,
)
from bot.usecases.said.sayings import Saying

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
        act=every,
        means="ShowAttachments",
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
        act=every_of_something,
    ),
    Saying(
        ways=(
            "hvad står/er der i bilag | hvad er bilag for noget | åbn/vis/se/læs bilag/bilaget"
            " | bilag indhold/handler/siger"
        ),
        act=numbered,
        means="ShowAttachment",
    ),
    Saying(
        ways=(
            "vis/se/åbn/læs bilag/bilaget | det første bilag/bilaget | bilag/bilaget igen"
            " | hvad står der i bilag/bilaget | hvad er bilag/bilaget | åbn/vis det/den første/øverste"
            " | versioner/versionerne af bilag/bilaget | hvem har lagt bilag/bilaget"
            " | hvor mange udgaver/versioner | hvilke udgaver/versioner | tidligere/gamle udgaver/versioner"
        ),
        act=shown_one,
        means="ShowAttachment",
    ),
    Saying(
        ways=(
            "hent/hente/download/downloade bilag/bilaget/fil/filen/notat/notatet"
            " | send/få/giv mig bilag/bilaget/filen/notatet"
        ),
        act=fetched,
        means="FetchAttachment",
    ),
    Saying(
        ways=(
            "hent/hente/download/downloade | hent/hente det/den | send mig | send mig det/den første/øverste"
            " | få/få det/den/filen | må/kan jeg få/hente det/den | giv mig det/den | åbn filen | hent filen"
            " | gem/gemme"
        ),
        act=fetched,
        when=of_bilag,
    ),
    Saying(
        ways=(
            "ny/nyere/nyeste/opdateret/rettet/revideret version/udgave bilag/bilaget/notat/notatet/fil/filen"
            " | bilag/bilaget opdateret | udskift/udskifte/erstat/erstatte/skift bilag/bilaget/fil/filen/notat"
            " | opdater/opdatere bilag/bilaget/notat/filen | nyt bilag i stedet | nyeste bilag/notat"
            " | ny version bilag | forkert bilag/fil !fjern !slet !tag !væk"
        ),
        act=new_version,
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
        act=new_version,
        when=of_bilag,
    ),
    Saying(
        ways=(
            "vedhæft/vedhæfte/læg/lægge/sæt fil/filen/filerne/det/den/dem punkt/forslag/på/til"
            " | skal på/ved/under/til/med punkt/forslag"
        ),
        act=attach,
        when=files_came,
        is_plain=True,
    ),
    Saying(
        ways=(
            "hører til | bilag/fil/notat til/på | det/de/dem er bilag til | til punkt/forslag | på punkt/forslag"
            " | punkt/forslag | det/den/de/dem er til/på | ved punkt | under punkt | skal med/på/til/under | til"
            " | bilag | det er til"
        ),
        act=attach,
        when=files_came,
        is_plain=True,
    ),
    Saying(
        ways=(
            "tag/tage/fjern/fjerne/slet/slette bilag/bilaget/filen/fil/notat/notatet [af]"
            " | bilag/bilaget/filen skal væk/af/fjernes/slettes/ud | drop/droppe/stryg bilag/bilaget"
            " | tag/fjern/slet bilag/bilaget fra punkt | bilag/bilaget er forkert | bilag/bilaget ikke med"
        ),
        act=taken_off,
        means="TakeOffAttachment",
    ),
    Saying(
        ways=(
            "fjern/fjerne/slet/slette/drop/stryg det/den/øverste/første | tag/tage det/den af/ned/væk"
            " | skal væk/af/fjernes/slettes | fjern/slet | forkert fil/forkerte | personoplysninger/persondata"
            " | må ikke ligge der | smid/smide/kyl/hiv det/den ud/væk | ud/væk med det/den | skal ud/ned igen"
        ),
        act=taken_off,
        when=of_bilag,
    ),
    Saying(
        ways="bilag/fil/filen/filer/notat hægtes/hæftes punkt/forslag",
        act=attach_or_ask,
        means="AttachFiles",
        refuses=True,
    ),
    Saying(
        ways="hvor havner/hører filer/filerne/filen hen/til | vælg punkt til filer/filerne/filen",
        act=offered,
        means="OfferFiles",
        refuses=True,
    ),
)
