"""A meeting is moved to where little fits any more: over the change of clocks, before answers are due, to no year."""

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.forging import is_refused, said
from tests.harness.steps import CHAIRS, SECRETARIAT, approve, circulated, told

LOCAL, REGIONAL = CHAIRS


async def test_a_night_in_which_the_clocks_go_back_is_held_and_reminded_of_in_local_time(nord: Stage) -> None:
    form = await nord.says(SECRETARIAT, "flyt møde 5/10 til 30/10 kl. 22-3.30", PERSONAL)
    shown = words(form)
    assert "Mødet slutter dagen efter, den 31. oktober 2027." in shown
    assert "Den 30. oktober 2027 er en lørdag. Mødet kan godt holdes." in shown
    done = said((await nord.clicks(SECRETARIAT, form, "Flyt mødet")).card)
    assert "er flyttet til den 30. oktober 2027" in done
    await nord.sees("lørdag den 30. oktober 2027 kl. 22.00–3.30")
    answer = await nord.clicks(
        SECRETARIAT,
        await nord.says(SECRETARIAT, "flyt møde 30/10", PERSONAL),
        "Flyt mødet",
        {"Dato": "27. marts 2027", "Fra kl.": "22", "Til kl.": "2.30"},
    )
    assert is_refused(answer.card)
    assert "uret stilles frem til sommertid" in said(answer.card)
    await nord.at("2027-10-29T08:00")
    await nord.sees("Påmindelse om møde", "lørdag den 30. oktober 2027 kl. 22.00–3.30")


async def test_before_the_answers_deadline_the_round_goes_on_with_a_new_one(nord: Stage) -> None:
    await nord.says(LOCAL, "hjælp", PERSONAL)
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"), REGIONAL)
    form = await nord.says(SECRETARIAT, "flyt møde 16/3 til 5/3: hallen er optaget", PERSONAL)
    shown = words(form)
    past = shown.partition("Frister, der nu ligger i fortiden")[2]
    for part in ("Svar på godkendelse af dagsordenen", "Forslag: Bed om svar senest", "Udsendelse af dagsordenen"):
        assert part in past, part
    assert "De svar på dagsordenen, der er givet, gælder fortsat." in shown
    await nord.clicks(SECRETARIAT, form, "Flyt mødet")
    await told(nord, LOCAL, "Fristen for at svare på dagsordenen til mødet den 5. marts 2027 er ændret.")
    await approve(nord, await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret"), LOCAL)
    await nord.sees("Dagsorden til mødet den 5. marts 2027")


async def test_what_the_year_then_lacks_and_whom_nobody_else_tells_is_shown_first(nord: Stage) -> None:
    await nord.says(SECRETARIAT, "invitér gæst: Anna Lund, Aalborg Universitet", PERSONAL)
    form = await nord.says(SECRETARIAT, "aflys møde 5/10", PERSONAL)
    assert "Kommissoriet siger" not in words(form)
    await nord.clicks(SECRETARIAT, form, "Aflys mødet")
    shown = words(await nord.says(SECRETARIAT, "flyt møde til 11/1/2028", PERSONAL))
    assert "Kommissoriet siger mindst 1 møde om året. I 2027 er der så 0." in shown
    assert "Inviterede gæster får ikke besked af sig selv: Anna Lund" in shown
