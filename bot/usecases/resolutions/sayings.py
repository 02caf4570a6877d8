"""What people say in everyday words to find what was resolved; see bot/usecases/said/sayings.py."""

import re

from bot.domain.kernel.danish import bare
from bot.domain.resolutions.actions import ShowResolutions
from bot.domain.saying.slots import Counted
from bot.usecases.said.pointed import numbers_of
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told

_READ = 2_000  # characters
_LONGEST = 100  # characters that are searched for
_FILLS = frozenset(
    (
        *(
            "de",
            "den",
            "det",
            "der",
            "en",
            "et",
            "vi",
            "i",
            "jeg",
            "har",
            "er",
            "blev",
            "med",
            "om",
            "for",
            "af",
            "til",
            "at",
            "og",
            "noget",
        ),
        *(
            "nogen",
            "som",
            "dette",
            "denne",
            "alle",
            "mon",
            "egentlig",
            "tiden",
            "gennem",
            "sidste",
            "ar",
            "arene",
            "nogensinde",
            "tidligere",
            "sidst",
            "her",
            "os",
            "dem",
            "vores",
        ),
    )
)
_ABOUT = re.compile(r"\b(?:om|vedr(?:ørende|\.)?|angående|ang\.|med|på)\s+(?=\S)", re.IGNORECASE)
_ENDS = re.compile(
    r"[,.;:!?\n]|\s(?:gennem tiden|de sidste|det sidste|sidste|tidligere|på (?:sidste )?møde)", re.IGNORECASE
)


def _found(told: Told) -> ShowResolutions | None:
    """What was resolved about that; of an item by its number its own meeting tells."""
    return None if numbers_of(told, Counted.ITEM) else ShowResolutions(words=_matter(told))


def _found_of_matter(told: Told) -> ShowResolutions | None:
    """The same where it is said what it is about, as the words alone would be about anything."""
    found = _found(told)
    return found if found is not None and found.words else None


def _matter(told: Told) -> str:
    """What follows "om", else what nothing explains, without the words that say nothing by themselves."""
    begins = _ABOUT.search(told.said[:_READ])
    about = told.said[begins.end() : begins.end() + 2 * _LONGEST] if begins is not None else ""
    end = _ENDS.search(about)
    words = (about[: end.start()] if end is not None else about).split()
    kept = [each for each in words if bare(each) not in _FILLS] or [
        each for each in told.rest.split() if bare(each) not in _FILLS
    ]
    return " ".join(kept)[:_LONGEST].strip(" ,.?!»«\"'")


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "beslutninger/beslutningerne | gamle/seneste/nyeste/alle beslutninger/vedtagelser"
            " | find/søg/vis/slå beslutning/beslutninger | hvad har vi besluttet | hvad besluttede vi"
            " | hvad blev der besluttet/vedtaget/bestemt/aftalt | hvad vedtog vi | beslutninger om"
            " | vedtagelser om | beslutning om | beslutningshistorik | hvad er der besluttet/vedtaget/bestemt"
            " | hvad endte vi med at beslutte | hvad kom vi frem til | hvad blev vi enige om"
            " | hvad blev konklusionen/resultatet/beslutningen | hvad sagde klyngen/vi/udvalget/mødet"
            " | hvad har klyngen/vi sagt | er det besluttet/vedtaget | hvornår besluttede/vedtog vi"
            " | hvornår blev det besluttet/vedtaget"
        ),
        act=_found,
        means="ShowResolutions",
    ),
    Saying(
        ways=(
            "besluttet [før] [nogensinde] [klyngen] [har] [noget] [om] [vi] [udvalget] [forummet]"
            " | besluttede [før] [nogensinde] [klyngen] [har] [noget] [om] [vi] [udvalget] [forummet]"
            " | beslutning [før] [nogensinde] [klyngen] [har] [noget] [om] [vi] [udvalget] [forummet]"
            " | vedtaget/vedtog/afgjort [før] [nogensinde]"
            " | nogensinde/før/sidst besluttet/besluttede/vedtaget/bestemt/behandlet"
            " | nogensinde/før/sidst drøftet/talt/afgjort/sagt/været | hvad sagde vi om | hvad blev der sagt"
            " | hvad endte det med/på | landede/lander/endte/nåede på/frem om/omkring hvad | hvad landede"
            " | hvad var det vi/nu landede/sagde/endte | besluttede/besluttet om/vedrørende/omkring"
            " | hvad blev det til | hvad blev resultatet/udfaldet/konklusionen"
            " | har vi/klyngen/forummet/udvalget besluttet/vedtaget/bestemt/drøftet/behandlet"
            " | har vi haft om/oppe/på | været oppe før | fik de penge/pengene/midler | fik vi penge/pengene"
            " | blev det vedtaget/godkendt/besluttet | er bevilliget/bevilget"
            " | hvornår talte/drøftede/behandlede vi sidst | hvordan endte/gik det med | hvad gjorde vi med"
            " | afgørelse/konklusion om | søg i referater/referaterne | hvad mener klyngen om"
            " | hvad er klyngens holdning | holdning til | søg/søge/led/lede/slå efter/på/op/frem"
            " | taget/tage stilling [til/før/nogensinde/tidligere/klyngen] !forslag"
            " | tidligere/før/sidst stilling/besluttet/vedtaget/sagt/aftalt"
            " | find/finde beslutning/besluttet/besluttede/vedtog/vedtaget/sagt"
            " | hvornår/hvad vedtog/besluttede/aftalte vi/klyngen/mødet | alle/alt beslutninger/besluttet om"
            " | aftalt/aftalte om/nogensinde | beslutningen om/vedrørende | truffet afgørelse/beslutning"
            " | sagen om afgjort/endt"
            " | hvornår besluttede/besluttet/vedtog/vedtaget/aftalte vi/at/blev [bruge/penge/midler]"
        ),
        act=_found_of_matter,
    ),
)
