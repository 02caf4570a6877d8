"""The secretariat learns who comes as the agenda leaves and the working day before, and what it answers is told on."""

from bot.domain.approval.actions import Respond
from bot.domain.approval.state import Verdict
from bot.local.board import words
from bot.local.demo.stage import Stage
from cards.kit.buttons import pack
from storage import audit
from tests.harness.forging import STRANGER, press, said
from tests.harness.passing_time import chose, reapplied
from tests.harness.steps import (
    CHAIRS,
    POST,
    SECRETARIAT,
    accept,
    agenda_sent,
    approve,
    circulate,
    circulated,
    in_chat,
    propose,
    told,
    until_unsaid,
)

QUESTION = "Hvem repræsenterer PLO på mødet den 16. marts 2027?"
TABLE = "Sammensætning", "mødet den 16. marts 2027"
BY_AGENDA = chose("gp_organisation", "plo-nordjylland", "by_agenda")
PARTY = "formand-laesoe"


async def test_who_speaks_for_the_doctors_is_asked_as_the_agenda_leaves_and_told_on_the_reminder(nord: Stage) -> None:
    await reapplied(nord, BY_AGENDA)
    await circulated(nord)
    assert not [each for each in in_chat(nord, SECRETARIAT) if QUESTION in words(each)]
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    await nord.at("2027-03-09T08:00")
    asked = await told(nord, SECRETARIAT, QUESTION, "PLO-Nordjylland · PLO-kommunal · Begge")
    await told(nord, SECRETARIAT, *TABLE, "PLO · Ikke oplyst for dette møde")
    answered = await nord.clicks(SECRETARIAT, asked, "PLO-kommunal")
    assert "PLO repræsenteres af PLO-kommunal på mødet den 16. marts 2027." in said(answered.card or {})
    await nord.sees(POST, "PLO · PLO-kommunal")
    await nord.sees(QUESTION, "PLO repræsenteres af PLO-kommunal")  # the other secretary's, who reads the channel
    await nord.at("2027-03-15T08:00")
    await nord.sees("Påmindelse om møde", "PLO repræsenteres af PLO-kommunal.")
    await told(nord, SECRETARIAT, *TABLE, "PLO · PLO-kommunal")
    await nord.says(SECRETARIAT, "plo: begge")
    await nord.sees(POST, "PLO · PLO-Nordjylland og PLO-kommunal")
    await nord.at("2027-03-16T17:00")
    assert "Mødet er begyndt" in words(await nord.says(SECRETARIAT, "plo: PLO-kommunal"))


async def test_a_forum_that_chose_one_of_them_is_not_asked(nord: Stage) -> None:
    await agenda_sent(nord)
    await told(nord, SECRETARIAT, *TABLE, "PLO · PLO-Nordjylland")
    assert not [each for each in in_chat(nord, SECRETARIAT) if QUESTION in words(each)]
    assert "afgøres ikke fra møde til møde" in words(await nord.says(SECRETARIAT, "plo: begge"))


async def test_a_guest_is_invited_by_a_card_stands_on_the_agenda_and_answers_nothing(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    shown = await nord.says(PARTY, "sammensætning")
    await nord.clicks(PARTY, shown, "Invitér en gæst")
    typed = {
        "Navn": "En fremmed",
        "Organisation eller rolle (valgfrit)": "Kræftens Bekæmpelse",
        "Punkter (valgfrit)": "2. Fælles model for opfølgende hjemmebesøg",
    }
    done = await nord.clicks(PARTY, shown, "Invitér", typed)
    guest = "En fremmed, Kræftens Bekæmpelse (punkt 2)"
    assert f"{guest} er inviteret til mødet den 16. marts 2027." in said(done.card or {})
    await nord.sees(POST, f"Gæster · {guest}")
    await approve(nord, await circulate(nord), CHAIRS[0])
    click = pack(Respond(forum=nord.file.forum.id, meeting="2027-1", version=1, verdict=Verdict.APPROVED))
    refused = said((await press(nord, STRANGER, click)).card or {})
    assert "Du er ikke registreret som medlem af Politisk Klynge Nord" in refused
    request = await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret")
    await approve(nord, request, CHAIRS[1])
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den", f"Gæster · {guest}")
    await nord.clicks(PARTY, await nord.says(PARTY, "sammensætning"), "Træk tilbage")
    await until_unsaid(nord, POST, "En fremmed")
    async with nord.service.database.reading() as conn:
        found = [each.what async for each in audit.entries(conn, nord.file.forum.id)]
    assert found.count("composition.guest_invited") == found.count("composition.guest_withdrawn") == 1


async def test_a_refused_invitation_keeps_what_was_typed(nord: Stage) -> None:
    form = await nord.says(PARTY, "invitér gæst")
    refused = await nord.clicks(PARTY, form, "Invitér", {"Organisation eller rolle (valgfrit)": "KL"})
    assert "Udfyld feltet »Navn«" in said(refused.card or {})
    assert "'value': 'KL'" in str(refused.card)


async def test_the_secretariat_confirms_a_mandate_for_somebody_on_a_form(nord: Stage) -> None:
    form = await nord.says(SECRETARIAT, "bekræft mandat")
    assert "Hvem har mandat?" in words(form)
    await nord.clicks(SECRETARIAT, form, "Bekræft mandat")
    typed = {"Repræsentant": "Udvalgsformand (Læsø)", "Bekræftet den": "12. januar 2028"}
    assert "endnu ikke er kommet" in said((await nord.clicks(SECRETARIAT, form, "Bekræft mandat", typed)).card or {})
    done = await nord.clicks(SECRETARIAT, form, "Bekræft mandat", typed | {"Bekræftet den": "4. januar 2027"})
    assert "Udvalgsformand (Læsø) kan træffe beslutninger for Læsø Kommune" in said(done.card or {})
    await nord.clicks(SECRETARIAT, form, "Fortryd bekræftelsen")
    assert "har intet bekræftet mandat" in words(
        await nord.says(SECRETARIAT, "fortryd mandat for Udvalgsformand (Læsø)")
    )
