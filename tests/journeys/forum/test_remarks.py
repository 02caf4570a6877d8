"""The secretariat hears of what departs from the charter when a forum file brings it, and of nothing else."""

from bot.local.board import words
from bot.local.demo.stage import Stage
from tests.harness.forging import quiet
from tests.harness.passing_time import moved_to, reapplied
from tests.harness.steps import SECRETARIAT, in_channel, in_chat, told
from tests.journeys.conftest import OpenStage

TITLE = "Afviger fra kommissoriet"
OTHER_TENANT = "<at>Sekretariat, regional side</at>"
DROPPED = (
    "  - {person: naestformand-broenderslev, organisation: broenderslev, roles: [politician], level: political}\n",
    "",
)
EASTER, WORKDAY = moved_to("2027-03-28"), moved_to("2027-03-30")


def heard(nord: Stage) -> list[str]:
    """Every message about remarks that the bot wrote, to one or in the channel."""
    every = (*in_chat(nord, SECRETARIAT), *in_channel(nord))
    return [words(each) for each in every if TITLE in words(each)]


async def test_each_of_the_secretariat_is_told_once_of_what_a_new_file_brings(nord: Stage) -> None:
    await quiet(nord)
    before = len(heard(nord))
    await reapplied(nord, DROPPED)
    in_person = words(await told(nord, SECRETARIAT, TITLE, "Brønderslev Kommune"))
    assert "Brønderslev Kommune: 1 politiker; kommissoriet siger 2-4" in in_person
    assert in_person.index("Brønderslev Kommune: 1") < in_person.index("Det stod der også før")
    assert in_person.index("Det stod der også før") < in_person.index("Læsø Kommune: 1 politiker")
    await nord.sees(TITLE, OTHER_TENANT, "Brønderslev Kommune")
    await quiet(nord)
    assert len(heard(nord)) == before + 2
    await reapplied(nord, DROPPED)
    await reapplied(nord)  # which mends it
    await quiet(nord)
    assert len(heard(nord)) == before + 2


async def test_a_meeting_on_easter_sunday_is_told_and_one_on_a_working_day_is_not(nord: Stage) -> None:
    await quiet(nord)
    before = len(heard(nord))
    await reapplied(nord, WORKDAY)
    await quiet(nord)
    assert len(heard(nord)) == before
    await reapplied(nord, EASTER)
    in_person = words(await told(nord, SECRETARIAT, TITLE, "Påskedag"))
    assert "Mødet den 28. marts 2027 ligger på en helligdag (Påskedag)." in in_person


async def test_who_ties_the_channel_sees_what_departs_and_what_is_mended_by_then_is_told_to_nobody(
    open_stage: OpenStage,
) -> None:
    async with open_stage(tied=False) as nord:
        await reapplied(nord, DROPPED)
        await reapplied(nord)
        tied = words(await nord.says(SECRETARIAT, "tilknyt politisk-klynge-nord"))
        assert "Afviger fra kommissoriet · Læsø Kommune: 1 politiker; kommissoriet siger 2-4" in tied
        await quiet(nord)
        assert not [each for each in heard(nord) if "Brønderslev" in each]
