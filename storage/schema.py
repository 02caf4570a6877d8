"""Every table there is, whichever topic it belongs to: loaded here, so that none must be listed anywhere."""

from importlib import import_module
from pkgutil import walk_packages

import storage
from storage.engine.schema import metadata

__all__ = ["metadata"]

_NO_TABLES = ("storage.migrations", "storage.schema")

for _module in walk_packages(storage.__path__, "storage."):
    if not _module.name.startswith(_NO_TABLES):
        import_module(_module.name)
