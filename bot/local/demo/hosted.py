"""A political cluster's meeting by the charter alone: the host leads, nobody approves, and the charter sets the days.

The agenda leaves by itself seven days before, and the minutes are owed within seven days after.
"""

from bot.local.demo.cast import cast_of
from bot.local.demo.stage import Stage
from bot.local.demo.steps import propose, resolve, send_minutes, take_up


async def play(stage: Stage) -> None:
    """From two politicians' proposals, which they have a right to, to the minutes."""
    cast = cast_of(stage.file.forum)
    municipal, regional = cast.serving
    await stage.says(municipal, f"tilknyt {cast.forum.id}")
    await stage.says(cast.leading[0], "om forummet")
    await stage.says(cast.leading[0], "møder")
    await stage.at(cast.day(-27, "10:15"))
    await propose(stage, cast.leading[0], "overgange")
    await stage.at(cast.day(-25, "14:00"))
    await propose(stage, cast.members[0], "rekruttering", quietly=True)
    await stage.at(cast.day(-19, "09:30"))
    homecoming, nights = await take_up(stage, municipal, 1), await take_up(stage, regional, 2)
    await stage.says(municipal, "frister")
    await stage.at(cast.day(-7, "08:00"))
    await stage.sees("Dagsorden til mødet den")
    await stage.at(cast.working_day_before("08:00"))
    await stage.sees("Påmindelse om møde", "Værten leder mødet")
    await stage.at(cast.day(1, "08:00"))
    await stage.hears(municipal, "Referatet skal udsendes")
    await stage.says(municipal, "alle var til stede")
    await resolve(
        stage,
        municipal,
        {
            homecoming: "Drøftet. Klyngestyregruppen følger op på næste møde.",
            nights: "Godkendt. Kommunerne annoncerer sammen.",
        },
    )
    await send_minutes(stage, municipal)
    await stage.says(cast.leading[0], "foreslå")
