"""What people say in everyday words about standing; see bot/usecases/said/sayings.py."""

from bot.domain.standing.actions import ShowStanding
from bot.usecases.said.sayings import Saying

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "status | er det mig | mig gøre noget | min/vores tur nu !vært | skal mig/jeg/vi foretage"
            " | forventes/forventer I/af mig | hvad gør jeg/vi nu | hvad er næste | hvad forventes"
            " | mangler jeg noget/at | brug for mig/fra | hvor er vi | hvor er vi nået | skal jeg/vi nå/huske"
            " | hvad har jeg glemt | glemt noget | er der noget til mig | gør jeg nu | hvad kommer nu"
            " | hvad er planen | er jeg bagud | noget presserende/vigtigt jeg/nu | hvad haster | hvad mangle"
            " | er noget vi/jeg mangle | hvad skal jeg/vi gøre | skal jeg gøre noget | hvad gøre nu"
            " | noget venter/afventer mig/os | hvad venter/afventer | venter på noget mig/os | hvad ligge mig"
            " | haste noget/hvad | hvor langt vi/i [med] [når] !tid | hvor står vi/det | hvordan står det"
            " | hvad så nu | hvad sker nu | overblik langt | bagud | næste skridt | hvad skal knap"
            " | skal jeg svare | skal jeg forberede | noget nyt siden !forslag | huskeliste | hvad får lave"
            " | sket noget/siden | hvad er der sket | noget nyt/sket !bunken !forslag | kræver/kræves mig/jeg"
            " | hvad skal jeg starte/begynde | hvor starter/begynder jeg | hvad vil I/du have af mig"
            " | venter I på mig | hvad skylder jeg | er jeg ajour | mangler jeg | brænder på | noget akut"
            " | noget der haster | hvad er vigtigst"
        ),
        act=lambda told: ShowStanding(),
        means="ShowStanding",
    ),
)
