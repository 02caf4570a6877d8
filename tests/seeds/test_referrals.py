"""Sending on and answering back: the seeds' rules that speak of it, each on its own charter, seen from outside."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.charters.forum_file import ForumFile
from bot.charters.stored import stored_charter
from bot.local.board import Message, words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from storage import audit
from tests.cards.checks import elements
from tests.harness.minute_steps import said
from tests.harness.seeds import OpenSeed, OpenSeeds
from tests.harness.steps import VISITS, in_channel, told

CHIEF, CLERK_B = "sundhedschef-helsingoer", "sekretariat"  # of Kommuneklynge Nord
DIRECTOR, CLERK = "direktoer-hjoerring", "sekretariat-kommuner"  # of Klyngestyregruppe Nord
STEERING, POLITICAL = "klyngestyregruppe-nord", "politisk-klynge-nord"
TITLE = str(VISITS["Overskrift"])
SSF, FORWARD = "Strategisk Sundhedsforum", "Videresend til andet forum"
BACKWARDS = (
    "relations:\n  - {id: beder, name: Beder, from: politisk-klynge, to: klyngestyregruppe,"
    " kind: communicates-both-ways, words: Parterne}\n"
)
WRITING = BACKWARDS.replace("to: klyngestyregruppe", "to: plo-nordjylland")


def rewritten(which: str | ForumFile, old: str, new: str) -> ForumFile:
    """The forum under its charter with these words of the file otherwise."""
    file = shipped(which) if isinstance(which, str) else which
    ident = file.forum.charter.id
    assert file.charter_texts[ident].count(old) == 1, old
    text = file.charter_texts[ident].replace(old, new)
    charter = stored_charter(text)
    versions = (replace(file.forum.versions[0], charter=charter, text=text),)
    forum = replace(file.forum, charter=charter, versions=versions)
    return replace(file, forum=forum, charter_texts={**file.charter_texts, ident: text})


def without_relation(which: str, ident: str) -> ForumFile:
    """The forum under its charter without that relation."""
    text = shipped(which).charter_texts[shipped(which).forum.charter.id]
    (line,) = [each for each in text.splitlines(keepends=True) if f"{{id: {ident}," in each and "from:" in each]
    return rewritten(which, line, "")


async def proposed(stage: Stage, person: str, **fields: Any) -> None:
    """No. 1 of the forum."""
    form = await stage.says(person, "foreslå", PERSONAL)
    await stage.clicks(person, form, "Send forslag", VISITS | fields)


async def sends(stage: Stage, clerk: str, where: str | None = None, **typed: str) -> str:
    """No. 1 is sent on from its form; what that is answered with."""
    form = await stage.says(clerk, "videresend 1", where)
    fields = {name.replace("_", " "): value for name, value in typed.items()}
    return said(await stage.clicks(clerk, form, "Videresend", {"Hvad ønskes besvaret?": "Hvad nu?"} | fields))


def choices(form: Message, label: str) -> list[str]:
    """What a field of the form offers; nothing where there is no such field."""
    assert form.card is not None
    found = [each for each in elements(form.card) if each.get("label") == label]
    return [str(one["title"]) for each in found for one in each["choices"]]


def offered(asked: Message, forum: str) -> str:
    """The button of that forum's."""
    assert asked.card is not None
    return next(each.title for each in buttons(asked.card) if forum in each.title)


async def test_b14_what_a_municipality_sends_in_goes_on_at_a_level_and_its_answer_comes_back(
    open_seed: OpenSeed,
) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        await cluster.says(CHIEF, "hjælp", PERSONAL)
        await proposed(cluster, CHIEF)
        form = await cluster.says(CLERK_B, "videresend 1")
        assert choices(form, "Niveau") == ["Politisk", "Direktion", "Udførende"]
        assert {"Tværkommunale samarbejdsfora", "Tværsektorielle samarbejdsfora"} <= {*choices(form, "Forum")}
        sent = await sends(cluster, CLERK_B, Forum="Tværkommunale samarbejdsfora", Niveau="Direktion")
        assert "Brev til Tværkommunale samarbejdsfora" in sent
        assert "Niveau: Direktion" in sent
        assert "Venter på svar" in words(await cluster.says(CHIEF, "videresendte"))
        await cluster.says(CLERK_B, "registrér svar 1: Vi tager den op.")
        await told(cluster, CHIEF, "Svar fra Tværkommunale samarbejdsfora", "Vi tager den op.")


async def test_b14_without_levels_in_the_charter_none_is_asked_for(open_seed: OpenSeed) -> None:
    file = rewritten("kommuneklynge-nord", "levels: [politisk, direktion, udfoerende], ", "")
    async with open_seed(file) as cluster:
        await proposed(cluster, CHIEF)
        assert choices(await cluster.says(CLERK_B, "videresend 1"), "Niveau") == []


async def test_b17_a_case_goes_on_to_the_politicians_whom_the_charter_speaks_of(open_seeds: OpenSeeds) -> None:
    file = without_relation("kommuneklynge-midt", "understoetter-politikere")
    async with open_seeds("kommuneklynge-nord", file) as (cluster, other):
        await proposed(cluster, CHIEF)
        assert "Brev til Klyngekommunernes politikere" in await sends(
            cluster, CLERK_B, Forum="Klyngekommunernes politikere"
        )
        clerk = next(seat.person for seat in other.file.forum.seats if "secretariat" in seat.roles)
        await proposed(other, clerk)
        refused = words(await other.says(clerk, "videresend 1 til Klyngekommunernes politikere"))
        assert "kender kommissoriet ikke som et forum" in refused


async def test_d14_what_is_brought_on_needs_a_resolution_where_the_charter_says_so(open_seeds: OpenSeeds) -> None:
    free = replace(without_relation(STEERING, "viderebringer"))
    async with open_seeds(STEERING) as (group,):
        await proposed(group, DIRECTOR)
        refused = words(await group.says(CLERK, f"videresend 1 til {SSF}: Bakker I op?"))
        assert "truffet beslutning om" in refused
        assert "Der er ikke videresendt noget" in words(await group.says(CLERK, "videresendte"))
    async with open_seeds(free) as (group,):
        await proposed(group, DIRECTOR)
        assert f"Brev til {SSF}" in words(await group.says(CLERK, f"videresend 1 til {SSF}: Bakker I op?", PERSONAL))


async def test_d16_the_form_says_what_the_charter_lets_one_contribute_to(open_seeds: OpenSeeds) -> None:
    words_of_it = f"{SSF}: Bidrager til dagsordenen. »At bidrage til dagsordenssætningen i Strategisk Sundhedsforum«"
    async with open_seeds(STEERING) as (group,):
        await proposed(group, DIRECTOR)
        assert words_of_it in words(await group.says(CLERK, "videresend 1"))
    async with open_seeds(without_relation(STEERING, "foreslaar-strategisk-sundhedsforum")) as (group,):
        await proposed(group, DIRECTOR)
        assert words_of_it not in words(await group.says(CLERK, "videresend 1"))


async def test_d17_a_contribution_to_the_political_cluster_rests_on_the_plan(open_seeds: OpenSeeds) -> None:
    async with open_seeds(STEERING) as (group,):  # a letter, for the cluster has no forum here
        await proposed(group, DIRECTOR)
        refused = await sends(group, CLERK, Forum="Den politiske klynge", Grundlag="Andet")
        assert "skal bygge på Implementeringsplanen" in refused
        assert "på baggrund af Sundhedskoordinationsudvalgets implementeringsplan" in refused
        sent = await sends(group, CLERK, Forum="Den politiske klynge", Grundlag="Implementeringsplanen")
        assert "Grundlag: Implementeringsplanen" in sent
    bases = (
        ", bases: [{id: plan, name: Implementeringsplanen, words: på baggrund af"
        " Sundhedskoordinationsudvalgets implementeringsplan}]"
    )
    async with open_seeds(rewritten(STEERING, bases, "")) as (group,):
        await proposed(group, DIRECTOR)
        assert "Brev til Den politiske klynge" in await sends(group, CLERK, Forum="Den politiske klynge")


async def test_d17_the_receiving_charter_asks_for_the_plan_as_well(open_seeds: OpenSeeds) -> None:
    bases = (
        ", bases: [{id: plan, name: Implementeringsplanen, words: på baggrund af"
        " Sundhedskoordinationsudvalgets implementeringsplan}]"
    )
    async with open_seeds(rewritten(STEERING, bases, ""), POLITICAL) as (group, political):
        await proposed(group, DIRECTOR)
        assert "skal bygge på Implementeringsplanen" in await sends(group, CLERK, Grundlag="Andet", Forum=SHOWN)
        await sends(group, CLERK, Grundlag="Implementeringsplanen", Forum=SHOWN)
        await political.sees("Bidrag fra Klyngestyregruppe Nord")
        facts = [each.facts async for each in _entries(political, "proposal.received")]
        assert [(each["from_forum"], each["by_right"]) for each in facts] == [(STEERING, False)]


SHOWN = "Politisk Klynge Nord"


async def test_a_case_does_not_go_back_to_where_it_came_from(open_seeds: OpenSeeds) -> None:
    file = rewritten(POLITICAL, "relations:\n", BACKWARDS)
    async with open_seeds(STEERING, file) as (group, political):
        await proposed(group, DIRECTOR)
        await sends(group, CLERK, Forum=SHOWN, Grundlag="Implementeringsplanen")
        refused = words(await political.says(CLERK, "videresend 1 til Klyngestyregruppe Nord"))
        assert "har allerede haft sagen" in refused
        assert "Klyngestyregruppe Nord → Politisk Klynge Nord → Klyngestyregruppe Nord" in refused


async def test_a_forum_that_ended_is_refused_with_what_follows_it(open_seeds: OpenSeeds) -> None:
    ended = shipped(POLITICAL)
    over = replace(ended.forum, valid_until=date(2026, 12, 31), succeeded_by="kommuneklynge-nord")
    async with open_seeds(
        STEERING, replace(ended, forum=over), "kommuneklynge-nord", tied=False, KLYNGEBOT_TENANTS=""
    ) as (group, *_):
        await group.says(CLERK, f"tilknyt {STEERING}")
        await proposed(group, DIRECTOR)
        refused = words(await group.says(CLERK, f"videresend 1 til {SHOWN}"))
        assert "er ophørt 31. december 2026" in refused
        assert "Efter det kommer Kommuneklynge Nord." in refused


async def test_of_several_clusters_the_form_offers_each_and_the_file_may_name_one(open_seeds: OpenSeeds) -> None:
    named = shipped(STEERING)
    forum = replace(named.forum, bodies={"politisk-klynge": "politisk-klynge-syd"})
    async with open_seeds(STEERING, "politisk-klynge-midt", POLITICAL) as (group, *_):
        await proposed(group, DIRECTOR)
        offered = choices(await group.says(CLERK, "videresend 1"), "Forum")
        assert offered == [SSF, SHOWN, "Politisk Klynge Midt"]
    async with open_seeds(replace(named, forum=forum), POLITICAL, "politisk-klynge-syd") as (group, *_):
        await proposed(group, DIRECTOR)
        assert choices(await group.says(CLERK, "videresend 1"), "Forum") == [SSF, "Politisk Klynge Syd"]


async def test_a_closed_case_crosses_as_its_neutral_title_and_its_content_to_those_who_treat_it(
    open_seeds: OpenSeeds,
) -> None:
    async with open_seeds(STEERING, POLITICAL) as (group, political):
        await group.says(DIRECTOR, "hjælp", PERSONAL)
        await proposed(group, DIRECTOR, **{"Overskrift": "Hemmelig sag", "Punktet bør være lukket": True})
        assert "Sagen er lukket" in words(await group.says(CLERK, "videresend 1"))
        which = await group.says(CLERK, "videresend 1", PERSONAL)
        form = await group.clicks(CLERK, which, offered(which, "Klyngestyregruppe Nord"))
        assert "Hemmelig sag" in said(form)
        typed = {"Forum": SHOWN, "Hvad ønskes besvaret?": "Hemmeligt spørgsmål", "Grundlag": "Implementeringsplanen"}
        await group.clicks(CLERK, which, "Videresend", typed)
        await political.sees("Lukket punkt")
        theirs = await political.says(CLERK, "behandl 1", PERSONAL)
        seen = said(await political.clicks(CLERK, theirs, offered(theirs, SHOWN)))
        assert "Hemmelig sag" in seen
        assert "Hemmeligt spørgsmål" in seen
        await political.says(CLERK, "sæt ikke på dagsordenen 1: Ikke os.")
        await told(group, DIRECTOR, "ikke sat på dagsordenen")
        for stage, person in ((group, DIRECTOR), (political, "formand-laesoe")):
            shown = words(await stage.says(person, "sagens vej 1"))
            assert "Lukket punkt" in shown
            assert "ikke sat på dagsordenen" in shown
            assert "emmelig" not in shown
            assert in_channel(stage, "emmelig") == []
        listed = words(await group.says("direktoer-laesoe", "videresendte", PERSONAL))
        assert "Ikke taget op" in listed
        assert "emmelig" not in listed


async def test_it_is_the_secretariat_that_sends_on_registers_and_takes_back(open_seed: OpenSeed) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        await proposed(cluster, CHIEF)
        await sends(cluster, CLERK_B, Forum="Klyngekommunernes politikere")
        for sentence in (
            "videresend 1",
            "videresend 1 til Tværkommunale samarbejdsfora: Hvad nu?",
            "registrér svar 1: Ja",
            "træk videresendelse 1 tilbage",
        ):
            assert "rettigheder" in words(await cluster.says(CHIEF, sentence)), sentence
        assert "trukket tilbage" in words(await cluster.says(CLERK_B, "træk videresendelse 1 tilbage", PERSONAL))
        assert "Modtaget" in words(await cluster.says(CLERK_B, "behandl 1"))


async def test_what_was_sent_on_from_there_is_withdrawn_there_as_it_is_taken_back_here(open_seeds: OpenSeeds) -> None:
    async with open_seeds(STEERING, rewritten(POLITICAL, "relations:\n", WRITING)) as (group, political):
        await group.says(DIRECTOR, "hjælp", PERSONAL)
        await proposed(group, DIRECTOR)
        await sends(group, CLERK, Forum=SHOWN, Grundlag="Implementeringsplanen")
        await political.says(CLERK, "videresend 1 til PLO-Nordjylland: Hvad mener I?")
        assert "Venter på svar" in words(await political.says(CLERK, "videresendte"))
        assert "Forslaget er videresendt. Her kan" in words(await political.says(CLERK, "ret forslag 1"))
        assert "trukket tilbage" in words(await group.says(CLERK, "træk videresendelse 1 tilbage"))
        assert "Trukket tilbage" in words(await political.says(CLERK, "behandl 1"))
        assert "trukket tilbage" in words(await political.says(CLERK, "optag 1"))


async def test_what_was_declined_there_and_is_sent_on_after_all_is_answered_here(open_seeds: OpenSeeds) -> None:
    async with open_seeds(STEERING, rewritten(POLITICAL, "relations:\n", WRITING)) as (group, political):
        await group.says(DIRECTOR, "hjælp", PERSONAL)
        await proposed(group, DIRECTOR)
        await sends(group, CLERK, Forum=SHOWN, Grundlag="Implementeringsplanen")
        await political.says(CLERK, "sæt ikke på dagsordenen 1: Ikke os.")
        assert "Ikke taget op" in words(await group.says(CLERK, "videresendte"))
        await political.says(CLERK, "videresend 1 til PLO-Nordjylland: Hvad mener I?")
        assert "Venter på svar" in words(await group.says(CLERK, "videresendte"))
        await political.says(CLERK, "registrér svar 1: Det bakker vi op om.")
        await told(group, DIRECTOR, "Det bakker vi op om.")
        assert "Besvaret" in words(await group.says(CLERK, "videresendte"))


async def _entries(stage: Stage, what: str) -> Any:
    async with stage.service.database.reading() as conn:
        async for each in audit.entries(conn, stage.file.forum.id):
            if each.what == what:
                yield each
