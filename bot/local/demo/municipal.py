"""A municipal cluster's meeting: members with a mandate, a chair who is the way in, and no day set by its charter.

Where there is no secretariat the chair does what it would do.
"""

from bot.local.demo.cast import cast_of
from bot.local.demo.stage import Stage
from bot.local.demo.steps import propose, resolve, send_minutes, take_up


async def play(stage: Stage) -> None:
    """From what one municipality learnt to a common position, on which each has a mandate to decide."""
    cast = cast_of(stage.file.forum)
    serving, chair = cast.serving[0], cast.leading[0]
    await stage.says(serving, f"tilknyt {cast.forum.id}")
    await stage.says(cast.members[0], "kontakt")
    await stage.says(cast.members[0], "sammensætning")
    await stage.at(cast.day(-27, "10:15"))
    await propose(stage, cast.members[0], "erfaringer")
    await stage.at(cast.day(-25, "14:00"))
    await propose(stage, chair, "holdning", quietly=True)
    await stage.at(cast.day(-19, "09:30"))
    learnt, position = await take_up(stage, serving, 1), await take_up(stage, serving, 2)
    await stage.says(chair, "frister")
    await stage.at(cast.day(-12, "13:00"))
    await stage.says(serving, "send dagsorden ud")
    await stage.sees("Dagsorden til mødet den")
    await stage.at(cast.working_day_before("08:00"))
    await stage.sees("Påmindelse om møde")
    await stage.at(cast.day(1, "09:00"))
    await stage.says(serving, "alle var til stede")
    await resolve(
        stage,
        serving,
        {
            learnt: "Drøftet. Erfaringerne deles med de øvrige klynger.",
            position: "Godkendt. Alle deltagere havde mandat fra egen kommune.",
        },
    )
    await send_minutes(stage, serving)
    await stage.says(chair, "foreslå")
