"""One secretariat with several forums has one list, is asked which is meant, and reads which an answer is about."""

from bot.domain.forum.actions import TieChannel
from bot.domain.kernel.action import Action
from bot.domain.saying.actions import Offered
from bot.local.board import words
from bot.local.directory import PERSONAL
from cards.forum.cards import which_forum
from cards.html.walk import buttons
from cards.kit.buttons import unpack
from tests.harness.cases import SAMPLES
from tests.harness.forging import said
from tests.harness.seeds import OpenSeeds
from tests.harness.steps import VISITS

SECRETARIAT = "sekretariat-kommuner"
POLITICAL, STEERING = "politisk-klynge-nord", "klyngestyregruppe-nord"
LIST = "Møder på tværs af dine fora"


async def test_one_list_across_forums_and_the_forums_name_on_every_answer(open_seeds: OpenSeeds) -> None:
    async with open_seeds(POLITICAL, STEERING) as (political, steering):
        form = await political.says("formand-laesoe", "foreslå")
        await political.clicks("formand-laesoe", form, "Send forslag", VISITS)
        for sentence in ("mine møder", "møder"):
            shown = words(await political.says(SECRETARIAT, sentence, PERSONAL))
            for part in (
                LIST,
                "Politisk Klynge Nord",
                "tirsdag den 16. marts 2027 kl. 16.30–19.00 · Hjørring Rådhus",
                "1 forslag venter på at blive behandlet.",
                "Klyngestyregruppe Nord",
            ):
                assert part in shown, part
            assert shown.index("Klyngestyregruppe Nord") < shown.index("Politisk Klynge Nord")
        asked = await political.says(SECRETARIAT, "flyt møde til 6/4", PERSONAL)
        offered = next(each.title for each in buttons(asked.card or {}) if "Klyngestyregruppe" in each.title)
        form_shown = said((await political.clicks(SECRETARIAT, asked, offered)).card)
        assert "Klyngestyregruppe Nord" in form_shown
        done = said((await political.clicks(SECRETARIAT, asked, "Flyt mødet")).card)
        assert "er flyttet til den 6. april 2027" in done
        assert "Klyngestyregruppe Nord" in done
        assert "Klyngestyregruppe Nord" not in words(await political.says("formand-laesoe", "møder", PERSONAL))
        assert LIST not in words(await steering.says(SECRETARIAT, "møder"))


def test_which_forum_asks_for_every_action_just_as_it_was_meant() -> None:
    for kind, action in SAMPLES.items():
        if kind in (TieChannel, Offered):
            continue
        asked: dict[str, Action] = {"Det ene": action, "Det andet": action}
        offered = buttons(which_forum(asked).content)
        assert [unpack(each.action["data"]) for each in offered] == [action, action], kind
