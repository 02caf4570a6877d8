"""Which of the charter's words somebody asks about."""

from bot.domain.actions import AnyQuery
from bot.domain.forum.actions import ShowAbout, ShowProvisions
from bot.usecases.danish.forms import EMPTY, stem_of
from bot.usecases.danish.words import terms
from bot.usecases.said.sayings import Act
from bot.usecases.said.told import Told

_WORDS = {
    stem_of(said): word
    for word, every in {
        "formand": "formand formanden formænd formændene formandskab formandskabet forperson",
        "næstformand": "næstformand næstformanden",
        "suppleant": "suppleant suppleanten suppleanter suppleanterne vikar",
        "stedfortræder": "stedfortræder stedfortrædere stedfortræderen stedfortræderne",
        "afbud": "afbud fravær forfald",
        "habilitet": "habilitet inhabil inhabilitet habil",
        "offentlig": "offentlighed offentlig offentligt offentlige åbne",
        "lukket": "lukket lukkede fortrolig fortroligt fortrolighed tavshedspligt",
        "beslutningsdygtig": "beslutningsdygtig beslutningsdygtige quorum fremmøde",
        "enighed": "enighed konsensus enige enig uenig uenige uenighed",
        "flertal": "flertal flertallet",
        "stemme": "stemme stemmer stemmeret afstemning afstemninger",
        "dagsorden": "dagsorden dagsordenen dagsordner",
        "referat": "referat referatet referater",
        "frist": "frist frister fristen tidsfrist deadline",
        "midler": "midler midlerne penge pengene økonomi økonomien klyngemidler klyngemidlerne",
        "sekretariat": "sekretariat sekretariatet sekretariatsbetjening",
        "koordinator": "koordinator koordinatorer",
        "mandat": "mandat mandatet",
        "opgave": "opgave opgaver opgaverne",
        "formål": "formål formålet",
        "medlem": "medlem medlemmer medlemmerne deltagere deltager",
        "møde": "møde møder mødet møderne mødes mødekadence kadence",
        "arbejdsgruppe": "arbejdsgruppe arbejdsgrupper undergrupper",
        "almen praksis": "plo praksis lægerne læger læge",
        "patient": "patient patienter borger borgere brugere patientinddragelse brugerinddragelse",
        "region": "region regionen",
        "vært": "vært værter værtskab",
        "gæst": "gæst gæster",
        "evaluering": "evaluering evaluere evalueres",
        "bilag": "bilag bilagene",
        "forslag": "forslag foreslå punkter",
    }.items()
    for said in every.split()
}
"""What people call what a charter speaks of, and the word that it is found by there."""

_ASKS = frozenset(
    map(
        stem_of,
        [
            "hvem",
            "hvad",
            "hvor",
            "hvornår",
            "hvordan",
            "hvorfor",
            "hvilke",
            "hvilken",
            "om",
            "siger",
            "står",
            "kommissoriet",
            "kommissorium",
        ],
    )
)
_OF_THE_CHARTER = frozenset(
    map(
        stem_of,
        [
            "kommissoriet",
            "kommissorium",
            "vedtægter",
            "regler",
            "regel",
            "reglerne",
            "vedtægterne",
            "ord",
            "skrevet",
            "gælder",
        ],
    )
)
_NO_MATTER = EMPTY | _ASKS | _OF_THE_CHARTER
_WIDE = frozenset({"møde", "medlem", "opgave"})  # hardly what is asked about where something else is named too
_FEW = 3  # words of a question
_LONGEST = 40  # characters of a word that is looked for


def provisions(told: Told) -> ShowProvisions:
    """Those that speak of what is asked about: of what charters speak of, else of the longest word of the matter."""
    return ShowProvisions(word=_known_in(told.said) or _longest_in(told.rest))


def spoken_of(asked: str) -> str:
    """What is looked for of what follows "om": a word or two as they stand, else as above."""
    return asked if len(asked.split()) < _FEW else _known_in(asked) or _longest_in(asked)


def _known_in(said: str) -> str:
    known = [word for each in terms(said) if each.stem not in _OF_THE_CHARTER and (word := _WORDS.get(each.stem))]
    return next((word for word in known if word not in _WIDE), known[0]) if known else ""


def _longest_in(matter: str) -> str:
    words = [matter[each.start : each.end] for each in terms(matter) if each.stem not in _NO_MATTER]
    return max(words, key=len, default="")[:_LONGEST]


def about(word: str) -> Act:
    """What the charter says of that; who does not ask speaks of something else."""
    return lambda told: ShowProvisions(word=word) if told.mood.asks else None


def who_decides(told: Told) -> AnyQuery:
    """What the charter says of it where it is called by a word of its own, else what the forum is."""
    found = provisions(told)
    return found if found.word in _WORDS.values() else ShowAbout()
