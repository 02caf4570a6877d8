"""The channel stays quiet: how much a whole meeting of Politisk Klynge Nord brings into it, as it left for Teams."""

from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from tests.harness.channel import called, replies, roots
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, VISITS, told

FIRST, SECOND = CHAIRS
REGION = "koordinator-region"
CHAIRED = ["Formand (Hjørring)", "Formand (Region Nordjylland)"]
CLEARING = ["Klyngekoordinator (Region Nordjylland)"]
REGIONAL = ["Sekretariat, regional side"]  # of another tenant: called where something asks for it


async def proposed(nord: Stage, day: str, person: str, title: str) -> None:
    await nord.at(day)
    typed: dict[str, Value] = VISITS | {"Overskrift": title}
    where = PERSONAL if nord.teams.directory.can_chat(nord.account(person)) else None
    form = await nord.says(person, "foreslå", where)
    await nord.clicks(person, form, "Send forslag", typed)
    await told(nord, SECRETARIAT, "Nyt forslag til dagsordenen", title)


async def asked(nord: Stage) -> None:
    """On 2 March the agenda with two items is sent to the chairs, and the region clears it."""
    await proposed(nord, "2027-01-14T10:30", COORDINATOR, "Hjemmebesøg")
    await proposed(nord, "2027-01-20T13:10", "formand-laesoe", "Lægedækning")
    await nord.at("2027-02-09T08:00")
    await nord.sees("Frist for forslag")
    await nord.at("2027-02-17T09:00")
    for number in (1, 2):
        await nord.says(SECRETARIAT, f"optag {number}", PERSONAL)
    await nord.at("2027-03-01T08:00")
    await nord.at("2027-03-02T09:00")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse", PERSONAL)
    await nord.says(REGION, "afklaret")


async def approved(nord: Stage, *chairs: str) -> None:
    request = await nord.sees("Godkendelse af dagsorden", "0 af 2 har svaret")
    for chair in chairs:
        await nord.clicks(chair, request, "Godkend")


async def written(nord: Stage) -> None:
    """The minutes are written and sent on the day after the meeting, and approved at the next one."""
    for item in (2, 3):
        await nord.says(SECRETARIAT, f"beslutning {item}: Godkendt.", PERSONAL)
    await nord.says(SECRETARIAT, "send referat", PERSONAL)
    await nord.sees("Referat fra mødet den 16. marts 2027", "Sendt den")


async def test_a_normal_meeting_is_one_post_and_five_replies_and_calls_whoever_owes_an_answer_alone(
    nord: Stage,
) -> None:
    await asked(nord)
    await approved(nord, *CHAIRS)
    for moment in ("2027-03-04T08:00", "2027-03-09T08:00", "2027-03-15T08:00", "2027-03-17T08:00"):
        await nord.at(moment)
    await written(nord)
    await nord.at("2027-03-24T08:00")
    assert roots(nord) == ["Nyt forslag til dagsordenen: Hjemmebesøg"]  # as the meeting's post was when it was new
    expected = (
        "Godkendelse af dagsorden",
        "Afklaring i egen organisation",
        "Dagsorden til mødet",
        "Politisk Klynge Nord holder møde",
        "Referat fra mødet",
    )
    assert [each.startswith(said) for each, said in zip(replies(nord), expected, strict=True)] == [True] * 5
    assert called(nord) == [CHAIRED, CLEARING]


async def test_a_meeting_with_trouble_calls_nobody_who_owes_nothing_either(nord: Stage) -> None:
    """Returned, overdue, moved, with a remark on the minutes."""
    await asked(nord)
    request = await nord.sees("Godkendelse af dagsorden", "0 af 2 har svaret")
    await nord.clicks(FIRST, request, "Send retur", {"Bemærkninger": "Lægedækningen bør behandles først."})
    await nord.says(SECRETARIAT, "flyt punkt 3 til 2", PERSONAL)
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse", PERSONAL)
    await approved(nord, FIRST)
    for moment in ("2027-03-04T08:00", "2027-03-08T08:00"):  # the other chair is silent until it is overdue
        await nord.at(moment)
    await nord.clicks(SECOND, await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret"), "Godkend")
    await nord.at("2027-03-09T08:00")
    form = await nord.says(SECRETARIAT, "flyt møde til 17. marts 2027", PERSONAL)
    await nord.clicks(SECRETARIAT, form, "Flyt mødet")
    for moment in ("2027-03-16T08:00", "2027-03-18T08:00"):
        await nord.at(moment)
    for item in (2, 3):
        await nord.says(SECRETARIAT, f"beslutning {item}: Godkendt.", PERSONAL)
    await nord.says(SECRETARIAT, "send referat", PERSONAL)
    await nord.says("formand-laesoe", "bemærkning til referat: Punkt 2 mangler et beløb.", PERSONAL)
    await nord.settle()
    assert len(roots(nord)) == 1, roots(nord)
    assert len(replies(nord)) == 11, replies(nord)
    assert (
        called(nord)
        == [
            CHAIRED,
            CLEARING,
            REGIONAL,  # returned
            CHAIRED,
            CHAIRED[1:],  # reminded
            REGIONAL,  # overdue
            REGIONAL,  # a remark on the minutes
        ]
    )
