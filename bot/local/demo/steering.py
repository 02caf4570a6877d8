"""A steering group's meeting: directors propose and share the chair, nobody approves, and no day is set by its charter.

The secretariat is shared by two sides, so one thing is done by the municipal side and the next by the regional.
"""

from bot.local.demo.cast import cast_of
from bot.local.demo.stage import Stage
from bot.local.demo.steps import propose, resolve, send_minutes, take_up


async def play(stage: Stage) -> None:
    """From two directors' proposals to the minutes."""
    cast = cast_of(stage.file.forum)
    municipal, regional = cast.serving
    await stage.says(municipal, f"tilknyt {cast.forum.id}")
    await stage.says(cast.leading[0], "om forummet")
    await stage.says(cast.leading[0], "møder")
    await stage.at(cast.day(-27, "10:15"))
    await propose(stage, cast.leading[0], "udskrivningsplaner")
    await stage.at(cast.day(-25, "14:00"))
    await propose(stage, cast.of("psychiatry"), "psykiatri", quietly=True)
    await stage.at(cast.day(-19, "09:30"))
    plans, psychiatry = await take_up(stage, municipal, 1), await take_up(stage, regional, 2)
    await stage.says(regional, "frister")
    await stage.at(cast.day(-12, "13:00"))
    await stage.says(municipal, "send dagsorden til godkendelse")  # nobody agreed on an approval: it can only be sent
    await stage.says(municipal, "send dagsorden ud")
    await stage.sees("Dagsorden til mødet den")
    await stage.at(cast.working_day_before("08:00"))
    await stage.sees("Påmindelse om møde")
    await stage.at(cast.day(1, "09:00"))
    await stage.says(regional, "alle var til stede")
    await resolve(
        stage,
        regional,
        {
            plans: "Godkendt. Kommunerne og hospitalet udpeger hver en tovholder.",
            psychiatry: "Drøftet. Psykiatrien og kommunerne beskriver en fælles arbejdsgang til næste møde.",
        },
    )
    await stage.says(
        regional, "opret opgave til punkt " + plans + ": Udpeg tovholdere, ansvarlig Hjørring Kommune, frist 1/9"
    )
    await stage.says(regional, "opgaver")
    await send_minutes(stage, regional)
    await stage.says(cast.leading[1], "foreslå")
