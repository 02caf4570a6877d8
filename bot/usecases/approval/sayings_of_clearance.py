"""How an organisation says in everyday words that an agenda is cleared at home; see bot/usecases/said/sayings.py."""

from collections.abc import Callable

from bot.domain.approval.actions import Clear
from bot.domain.approval.clearance import Clearing
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told


def _clear(clearing: Clearing) -> Callable[[Told], Clear]:
    is_bare = clearing in (Clearing.CLEARED, Clearing.NOT_RELEVANT)
    return lambda told: Clear(
        clearing=clearing, organisation=_cleared_for(told), words="" if is_bare else told.reason or told.said
    )


def _cleared_for(told: Told) -> str | None:
    """The organisation that the secretariat tells of."""
    return told.organisations[0] if told.moment.serves and told.organisations else None


def _cleared_of(told: Told) -> Clear | None:
    """An organisation has nothing to say, by what the secretariat tells of it."""
    party = _cleared_for(told)
    return None if party is None or told.mood.asks else Clear(clearing=Clearing.CLEARED, organisation=party)


def _cleared_of_ones_own(told: Told) -> Clear | None:
    return None if told.mood.asks else Clear(clearing=Clearing.CLEARED)


CLEARING: tuple[Saying, ...] = (
    Saying(
        ways=(
            "dagsorden fin/fint/ok/god/godt/orden/tilfreds/enig/enige/med !ikke !hvor !hvornår !lukket !kopi"
            " | vedkommende fin/fint/ok/orden/godt/ingen"
            " | ingen/ikke bemærkninger/kommentarer/indvendinger/rettelser dagsorden/fra/herfra/os !referat"
            " | fint/ok/orden/godt for os/vores | bakker op dagsorden | intet at bemærke/tilføje"
            " | ok/orden/fint/fin/godkendt fra/herfra/hos !referat !godkende | alt i orden/ok/fint fra"
            " | klar i/fra/hos vi/os send | vi er klar [send/i/her]"
        ),
        act=_cleared_of_ones_own,
        when=lambda moment: moment.asked is None,
    ),
    Saying(
        ways=(
            "afklaret os/hjemme | har afklaret | er afklaret | afklaret"
            " | vores direktion/ledelse/forvaltning set/godkendt/sagt ok | afstemt os/hjemme/internt"
            " | klar fra os | ok fra vores organisation | bagland med på"
            " | igennem/gennemgået/vendt/drøftet/behandlet/læst/afklaret/kigget/godkendt bestyrelse/udvalg/"
            "udvalget/direktion/direktionen/ledelse/ledelsen/administration/forvaltning/byråd/kommunalbestyrelse/"
            "regionsråd/bagland !ikke !aldrig !bemærkninger !vil !gerne !bør !midler !klyngemidler !bevilling"
            " !kr !penge"
            " | bestyrelse/udvalg/direktion/ledelse/administration/forvaltning/byråd/kommunalbestyrelse/bagland"
            " bakker/ok/enig/enige/grønt/ja/plads/fin/fint/indforstået/tilfreds !ikke !midler !klyngemidler"
            " !bevilling !kr !penge !kandidat !plads"
            " | vendt/drøftet/talt hjemme/hjemmefra/internt/bagland !vil !gerne !bør"
            " | direktør/direktøren/chef/borgmester/borgmesteren/kommunaldirektør/leder/ledelsen/forvaltningen/"
            "administrationen sagt/set/god/ok/enig/ja/grønt !ikke !midler !penge !bevilling"
            " | dagsorden afklaret os/hjemme/vores/hos !hvem !ikke | set godkendt !alle !hvem"
            " | set/godkendt på/hos øen/rådhuset/kontoret | sagt/siger god for vi/vores/direktør"
            " | ingen/ikke bemærkninger/kommentarer/indvendinger os/hjemme/kommunen/udvalget/bestyrelsen"
            " | kan/vil bakke/støtte op | bakker op vi/os/plo | støtter vi/os !forslag"
        ),
        act=_clear(Clearing.CLEARED),
        means="Clear.cleared",
    ),
    Saying(
        ways=(
            "afklaret bemærkning/bemærkninger | afklaret men | afstemt men | organisation bemærkninger"
            " | forvaltningen bemærkninger | direktionen bemærkninger/kommentarer"
            " | os/vi/vores/udvalget/bestyrelsen/plo har bemærkninger/kommentarer !dagsordenen !referat"
            " | har et par bemærkninger/kommentarer/ting os/vi !referat"
        ),
        act=_clear(Clearing.CLEARED_WITH_REMARKS),
        means="Clear.cleared_with_remarks",
    ),
    Saying(
        ways=(
            "ikke afklaret | uafklaret | kan ikke afklares | afklarer ikke | ikke afstemt | ikke fået svar hjemme"
            " | mangler afklaring os | direktionen siger nej | ikke enige hjemme"
            " | ikke igennem/gennemgået/vendt/drøftet/behandlet/nået/set/færdig/taget bestyrelse/udvalg/"
            "direktion/ledelse/administration/forvaltning/byråd/kommunalbestyrelse/regionsråd/bagland"
            " | afventer/venter/mangler bestyrelse/udvalg/direktion/ledelse/forvaltning/byråd/bagland"
            " | bestyrelse/udvalg/direktion/ledelse/forvaltning/byråd/bagland skal først/endnu !send !sende"
            " | ikke færdig/færdige/klar/klare hjemme/os/endnu | mangler stadig hjemme/byråd/udvalg"
            " | kommer/skal i/på byråd/udvalget/kommunalbestyrelsen/bestyrelsen først/næste"
            " | ikke vendt/drøftet/behandlet/set plo/hjemme/endnu/kommunen vi/os/den !forslag"
        ),
        act=_clear(Clearing.NOT_CLEARED),
        means="Clear.not_cleared",
    ),
    Saying(
        ways=(
            "ikke relevant [os] | irrelevant os | vedrører ikke os | ikke noget for os | uden betydning os"
            " | angår ikke os"
        ),
        act=_clear(Clearing.NOT_RELEVANT),
        means="Clear.not_relevant",
    ),
    Saying(
        ways=(
            "ingen bemærkninger/indvendinger/kommentarer/rettelser | intet/ikke bemærke/tilføje/indvende"
            " | ok/okay med | har sagt ja/ok/god | siger god/ja/ok | er klar/enige/enig | på plads | bakker op"
            " | siger ok/ja/god for | ringede ok | clearet/cleared/cleret/klaret [internt/hjemme] | styr på"
            " | har godkendt/godkender"
        ),
        act=_cleared_of,
        by_secretariat=True,
        refuses=True,
    ),
)
