"""Clearance in one's own organisation, beside the chairs' approval: asked of an organisation, and never in the way."""

import pytest

from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.forging import said
from tests.harness.passing_time import chose, reapplied
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, approve, circulated, in_channel, propose, told

LOCAL, REGIONAL = CHAIRS
OF_REGION = "koordinator-region"
REGION = "Region Nordjylland"
CARD = "Afklaring i egen organisation"
REQUEST = "Godkendelse af dagsorden"
ALSO_HJOERRING = (
    "kind: municipality, own_organisation_step: none, meeting_leader: formand-kommunal",
    "kind: municipality, own_organisation_step: political, meeting_leader: formand-kommunal",
)


async def card_of(nord: Stage, organisation: str = REGION) -> Message:
    """The organisation's card in the channel."""
    return await nord.sees(CARD, f"{organisation} bedes senest")


@pytest.mark.both_databases
async def test_what_the_region_answers_stands_on_the_chairs_card_and_holds_nothing_back(nord: Stage) -> None:
    await circulated(nord)
    card = await card_of(nord)
    assert len(in_channel(nord, CARD, "bedes senest")) == 1
    assert "Region Nordjylland bedes senest" in words(await nord.says(OF_REGION, "godkendelser"))
    refused = await nord.clicks(COORDINATOR, card, "Afklaret")
    assert "Kun Klyngekoordinator (Region Nordjylland) kan svare for Region Nordjylland" in said(refused.card)
    without = await nord.clicks(OF_REGION, card, "Ikke afklaret")
    assert "Skriv en bemærkning" in said(without.card)
    given = await nord.clicks(OF_REGION, card, "Ikke afklaret", {"Bemærkninger": "Økonomien mangler."})
    assert "Region Nordjylland: Ikke afklaret" in said(given.card)
    request = await nord.sees(REQUEST, "Region Nordjylland: Ikke afklaret: Økonomien mangler.")
    await told(nord, SECRETARIAT, "Region Nordjylland har svaret", "Ikke afklaret: Økonomien mangler.")
    assert "afventer dit svar" in words(await nord.says(OF_REGION, "godkendelser"))
    shown = words(await nord.says(SECRETARIAT, "godkendelser"))
    assert "Region Nordjylland: Ikke afklaret: Økonomien mangler." in shown
    await approve(nord, request)
    await nord.sees(REQUEST, "er godkendt", "Region Nordjylland: Ikke afklaret")
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den")
    over = await nord.says(OF_REGION, "afklaret")
    assert "Fristen er udløbet" in words(over)


async def test_it_is_answered_in_words_and_changed_and_the_secretariat_answers_on_behalf(nord: Stage) -> None:
    await circulated(nord)
    assert "Region Nordjylland: Mangler" in words(await nord.says(COORDINATOR, "afklaring"))
    await nord.says(OF_REGION, "ikke afklaret: Vi mangler bilag.")
    assert "Region Nordjylland: Ikke afklaret: Vi mangler bilag." in words(await nord.says(LOCAL, "afklaring"))
    changed = await nord.says(OF_REGION, "afklaret")
    assert "Region Nordjylland: Afklaret." in words(changed)
    await nord.sees(REQUEST, "Region Nordjylland: Afklaret")
    behalf = await nord.says(SECRETARIAT, "ikke relevant hos os", PERSONAL)
    assert "på vegne af Region Nordjylland" in words(behalf)
    await nord.sees(
        REQUEST, "Ikke relevant hos os (registreret af Sekretariat, kommunal side på organisationens vegne)"
    )
    assert "Kun Klyngekoordinator" in words(await nord.says(REGIONAL, "afklaret"))


async def test_an_organisation_that_chooses_it_meanwhile_is_asked_and_who_answers_for_several_is_asked_which(
    nord: Stage,
) -> None:
    await circulated(nord)
    await reapplied(nord, ALSO_HJOERRING)
    await card_of(nord, "Hjørring Kommune")
    asked = await nord.says(SECRETARIAT, "ikke afklaret: Venter på udvalget.", PERSONAL)
    assert "Hvilken organisation svarer du for?" in words(asked)
    given = await nord.clicks(SECRETARIAT, asked, "Hjørring Kommune")
    assert "Hjørring Kommune: Ikke afklaret. Det er registreret" in said(given.card)
    openly = await nord.says(SECRETARIAT, "afklaret")
    assert "Skriv navnet først" in words(openly)
    await nord.says(SECRETARIAT, "afklaret: Region Nordjylland")
    await nord.sees(REQUEST, "Region Nordjylland: Afklaret", "Hjørring Kommune: Ikke afklaret: Venter på udvalget.")
    assert "Hjørring Kommune: Afklaret" in words(await nord.says(LOCAL, "afklaret", PERSONAL))


async def test_only_the_silent_organisation_is_reminded(nord: Stage) -> None:
    await reapplied(nord, ALSO_HJOERRING)
    await circulated(nord)
    own = await told(nord, LOCAL, CARD, "Hjørring Kommune bedes senest")
    await nord.clicks(LOCAL, own, "Afklaret")
    await nord.at("2027-03-04T08:00")
    await nord.sees("<at>Klyngekoordinator (Region Nordjylland)</at>", "Region Nordjylland mangler at svare.")
    await nord.service.delivery.deliver_due()
    assert not [each for each in nord.teams.board.messages() if "Hjørring Kommune mangler at svare" in words(each)]


@pytest.mark.both_databases
async def test_a_change_of_substance_asks_anew_and_others_answers_carry_over(nord: Stage) -> None:
    await reapplied(nord, ALSO_HJOERRING)
    await circulated(nord)
    await nord.clicks(OF_REGION, await card_of(nord), "Afklaret")
    await nord.says(SECRETARIAT, "punkt 2 20 min")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    await nord.sees(REQUEST, "Version 2", "Region Nordjylland: Afklaret")
    await propose(nord, fields={"Overskrift": "Fælles akutteam"})
    await accept(nord, 2)
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    await nord.sees(REQUEST, "Version 3", "Region Nordjylland: Mangler")
    anew = await nord.sees(CARD, "Indholdet er ændret siden jeres svar. Afklar version 3 igen.")
    await nord.clicks(OF_REGION, anew, "Afklaret")
    await nord.sees(REQUEST, "Version 3", "Region Nordjylland: Afklaret", "Hjørring Kommune: Mangler")


async def test_not_cleared_after_the_chairs_approved_is_told_to_them_and_the_approval_stands(nord: Stage) -> None:
    await circulated(nord)
    await approve(nord, await nord.sees(REQUEST))
    await nord.sees(REQUEST, "er godkendt")
    await nord.clicks(OF_REGION, await card_of(nord), "Ikke afklaret", {"Bemærkninger": "Direktionen er imod."})
    news = ("Region Nordjylland: Ikke afklaret: Direktionen er imod.", "Formandskabets godkendelse gælder fortsat.")
    for person in (LOCAL, SECRETARIAT):
        await told(nord, person, *news)
    await nord.sees("<at>Formand (Region Nordjylland)</at>: Region Nordjylland har svaret", *news)
    await nord.sees(REQUEST, "er godkendt", "Region Nordjylland: Ikke afklaret: Direktionen er imod.")


@pytest.mark.parametrize(
    ("mode", "told"), [("none", "Der er ikke nogen dagsorden"), ("consult", "Der er ingen organisation")]
)
async def test_without_approval_no_organisation_is_asked(nord: Stage, mode: str, told: str) -> None:
    await reapplied(nord, chose("agenda_approval", "approve", mode))
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    await nord.service.delivery.deliver_due()
    assert told in words(await nord.says(OF_REGION, "afklaret"))
    assert not in_channel(nord, CARD, "bedes senest")


async def test_a_consulted_chair_holds_nothing_back_and_what_left_was_laid_before_them(nord: Stage) -> None:
    await reapplied(nord, chose("agenda_approval", "approve", "consult"))
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    await nord.sees("Dagsorden til bemærkninger")
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den")
    await nord.sees("Dagsorden til bemærkninger", "Dagsordenen er forelagt")
