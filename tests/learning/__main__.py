"""`python -m tests.learning`: weigh the words of the sentences beside this anew, for the product to read.

It needs scikit-learn (`pip install -e '.[learn]'`), and takes some minutes. What it writes is the same each time for
the same sentences and the same ways.
"""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bot.usecases.said.moment import Moment
from bot.usecases.understanding import likely
from storage import forum as forums
from storage.database import Database
from storage.migrate import upgrade
from tests.harness.klynge_nord import charter_texts, klynge_nord
from tests.harness.situations import moments
from tests.learning.rows import EVERY, digest, lessons
from tests.learning.weighing import Learned, learn

_WRITTEN = Path(likely.__file__).with_name(likely.FILE)


@click.command()
@click.option("--without", multiple=True, help="A file of sentences to leave out, by its name, to try them afterwards.")
def main(without: tuple[str, ...]) -> None:
    """Write what the traits of all sentences speak for."""
    files = [each for each in EVERY if each.name not in without]
    known = list(lessons(asyncio.run(_moments()), files))
    click.echo(f"{len(known)} sentences of {len(files)} files")
    learned = learn(known)
    _WRITTEN.write_text(_told(learned, "" if without else digest()), "utf-8")
    click.echo(f"{len(learned.acts)} acts, {len(learned.traits)} traits, {_WRITTEN.stat().st_size / 1e6:.1f} MB")


async def _moments() -> Mapping[tuple[str, str, bool], Moment]:
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/klyngebot.sqlite")
        await upgrade(database)
        async with database.writing(klynge_nord().id) as conn:
            await forums.put(conn, klynge_nord(), *charter_texts())
        known = await moments(database)
        await database.close()
    return known


def _told(learned: Learned, made_of: str) -> str:
    """A line a trait, so that what changes can be seen."""
    dump = json.dumps
    traits = ",\n".join(
        f"{dump(trait, ensure_ascii=False)}:{dump([n for pair in those for n in pair], separators=(',', ':'))}"
        for trait, those in learned.traits.items()
    )
    head = f'"made_of":{dump(made_of)},\n"acts":{dump(learned.acts)},\n"biases":{dump(learned.biases)}'
    return f'{{{head},\n"traits":{{\n{traits}\n}}}}\n'


if __name__ == "__main__":
    main()
