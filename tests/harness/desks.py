"""Settings of somebody who runs commands on a database of the tests, without an anchor or a secret of anybody's."""

from tempfile import TemporaryDirectory

from bot.config import Settings, load_settings

_FOLDER = TemporaryDirectory(prefix="klyngebot-desk-")


def desk_of(database_url: str, **settings: str) -> Settings:
    """What the commands are given; nothing that serves is, since it would anchor one database's log for another's."""
    usual = {"KLYNGEBOT_AUTH": "off", "KLYNGEBOT_DATA": _FOLDER.name, "KLYNGEBOT_DATABASE_URL": database_url}
    return load_settings(usual | settings)
