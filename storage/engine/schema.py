"""Where every topic's tables meet; what is asked about stands in columns, what is only read whole stands in JSON."""

from sqlalchemy import MetaData, String

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

ID = String(64)
"""An id that people or files give: of a forum, a person, a meeting."""
