"""What people say in everyday words for a page of their own; see bot/usecases/said/sayings.py."""

from bot.domain.page.actions import OpenOwnPage
from bot.usecases.said.sayings import Saying

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "min egen side | side kun jeg/mig | side jeg kan se | min side"
            " | egen/personlig/privat/personlige/private side | link til min side | uden de andre ser/læser"
            " | uden at andre ser/kan | ikke her i kanalen/tråden | andre ikke se/læse/vide | se det for mig selv"
            " | vis det kun til mig | skjult for andre | privat/fortroligt/hemmeligt vis/se/læse/skrive"
            " | under fire øjne | lukkede/lukket punkter/punkt se/vis/læse/hvor | se det lukkede"
            " | hvor ser jeg det lukkede/fortrolige | i browser/browseren | på en webside/hjemmeside/side"
            " | for mig selv | kun mig | åbn side/siden | hvor er siden | side kun/egen/privat [jeg/mig/se]"
            " | kun jeg kan se | egen side | personlige side"
            " | på nettet !referatet !dagsordenen !læg !læs !offentligt"
        ),
        act=lambda told: OpenOwnPage(),
        means="OpenOwnPage",
        refuses=True,  # what is not shown to all, or cannot be, is why they ask
    ),
)
