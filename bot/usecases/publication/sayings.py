"""What people say in everyday words about making papers public; see bot/usecases/said/sayings.py."""

from bot.usecases.publication.said import (
    has_link,
    link,
    previewed,
    publication_unless_bid,
    release,
    shown_to_all,
    take_back,
    taken_back,
)
from bot.usecases.said.sayings import Saying

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "offentliggørelsen status | offentliggørelser | hvad offentliggjort/offentligt/offentliggøres"
            " | er referat/dagsorden/det offentligt/offentliggjort/offentlig"
            " | på/hvad hjemmeside [ligger/referat/dagsorden]"
            " | ligger referat/dagsorden hjemmeside/nettet/offentligt"
            " | er referat/dagsorden lagt hjemmeside/nettet/op"
            " | kan/må borgere/borgerne/pressen/offentligheden/alle/andre se/læse"
            " | hvad kan offentligheden/borgerne se | mangler offentliggjort/offentliggørelse/offentliggøres"
            " | må offentliggøres | skal referat/dagsorden offentliggøres/offentliggør"
            " | hvor ser/finder borgere/borgerne | hvornår offentliggøres/offentligt/offentlig"
            " | offentliggør/offentliggøre/offentliggøres/publicer/publicere ikke | link virker ikke"
            " | link dødt/forkert | embargo | hvem har offentliggjort | hvad ligger på nettet"
            " | hvor offentliggjort | er publiceret | hvad er publiceret | hvilke referater offentlige"
            " | offentligheden | offentlig | offentligt | borgerne se/læse"
        ),
        act=publication_unless_bid,
        means="ShowPublication",
    ),
    Saying(
        ways=(
            "kan/må borgere/borgerne/pressen/offentligheden/alle/andre se/læse"
            " | skal/kan/må referat/dagsorden offentliggøres | skal/kan/må offentliggøres"
        ),
        act=shown_to_all,
    ),
    Saying(
        ways=(
            "offentliggør/offentliggøre/offentliggøres [referat/dagsorden] !ikke !medlemmer"
            " | publicer/publicere/publiceres/publicering !ikke"
            " | læg/lægge/lægges/op/sæt/ud referat/dagsorden hjemmeside/nettet !ikke !væk !fra !ned"
            " | på hjemmeside/nettet referat/dagsorden skal/læg/op !ikke !er !hvad"
            " | læg på hjemmeside/nettet !ikke | gør/gøre referat/dagsorden/det/den offentlig/offentligt !ikke"
            " | frigiv/frigive/frigives !ikke | referat/dagsorden ud til/offentligheden/borgerne/pressen !ikke"
            " | online referat/dagsorden læg | skal ud på nettet/hjemmeside | lægge/læg åbent frem"
            " | referat/dagsorden på/ud hjemmeside/nettet [må/kan/skal/gerne/komme] !ikke !er !hvad !hvilke"
            " | på nettet må/skal/kan komme/læg"
            " | referat/dagsorden/det må/skal/gerne blive/være offentlig/offentligt !ikke"
            " | vis/giv/gør/del referat/dagsorden/det offentligheden/borgerne/pressen/offentlig/offentligt !ikke"
            " | referat/dagsorden offentligheden/offentlig/borgerne ses/se/nu !ikke"
        ),
        act=release,
        by_secretariat=True,
    ),
    Saying(
        ways="hvad ser/får borgere/borgerne/offentligheden hvis referat/dagsorden lægges/udgives",
        act=previewed,
        means="OpenRelease",
        by_secretariat=True,
    ),
    Saying(
        ways="offentliggørelse/offentliggjort trækkes/kaldes/tilbagekald tilbage",
        act=taken_back,
        means="OpenTakeBack",
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "offentliggørelse fejl/forkert/tilbage | afpublicer/afpublicere/afpubliceres"
            " | skulle ikke være/have offentliggjort | offentliggjort/offentligt fejl/forkert"
            " | offentliggjorde/offentliggjort for meget/tidligt | offentliggjorde fejl/forkert/tilbage/træk"
            " | offentliggjort træk/tilbage/fortryd | lagt for meget ud | ved en fejl lagt/lå nettet/hjemmeside"
            " | tag/fjern ned hjemmeside/nettet/referat | må ikke ligge offentligt/hjemmeside/nettet"
            " | skal væk hjemmeside/nettet | ned fra hjemmeside/nettet | af hjemmeside/nettet igen"
            " | væk fra hjemmeside/nettet [få/igen/tag/dagsorden/referat] | få væk/ned hjemmeside/nettet"
            " | ikke ligge længere/mere hjemmeside/nettet"
            " | tag/tage/tages/fjern/fjerne/fjernes referat/dagsorden/det/den hjemmeside/nettet"
            " | slet/slette/pil/træk/trække/hiv referat/dagsorden/det/den hjemmeside/nettet"
            " | tag/tage/træk/trække/trækkes offentliggørelse/offentliggørelsen"
            " | fortryd/fortryde/annuller/fjern/stop offentliggørelse/offentliggørelsen"
            " | skjul/skjule/skjules referat/dagsorden/det/den | gør/gøre ikke offentlig/offentligt længere"
            " | privat igen referat/dagsorden"
        ),
        act=take_back,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "link indsæt/indsætte/sæt/sætte/tilføj/tilføje/her/nyt/er !kalender !møde"
            " | link til referat/dagsorden/hjemmeside/offentliggørelse | linket er"
            " | link hvor/hvordan indsætter/sætter | bevis offentliggjort/offentliggørelse"
            " | adresse hjemmeside referat/dagsorden | url | har link | ret/rette/skift/skifte link | nyt link"
            " | webadresse"
        ),
        act=link,
        means="OpenLink InsertLink",
        by_secretariat=True,
        is_plain=has_link,
    ),
    Saying(
        ways=(
            "ligger/står/findes/lagt/kan/offentliggjort/publiceret/er på/her/nu | https | http | www | læses på"
            " | her er | se"
        ),
        act=lambda told: link(told) if has_link(told) else None,
        by_secretariat=True,
        is_plain=has_link,
    ),
)
