"""The migrations lead to the tables that the code describes."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from storage.database import Database
from storage.migrate import is_current, upgrade
from storage.schema import metadata


async def test_the_migrations_build_the_tables_the_code_describes(stored: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with stored.reading() as conn:
        assert await conn.run_sync(differences) == []


async def test_migrating_twice_changes_nothing(stored: Database) -> None:
    await upgrade(stored)
    assert await is_current(stored)


async def test_a_new_database_is_not_current(tmp_path: object) -> None:
    database = Database(f"sqlite:///{tmp_path}/new.db")
    assert not await is_current(database)
    await database.close()
