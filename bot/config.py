"""The settings, read once from the environment and `.env`; what is unsafe or incomplete is refused in one line."""

import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from bot.journal.settled import LEVELS, USUAL
from bot.secret import SHORTEST

TEAMS_HOSTS = ("smba.trafficmanager.net", "botframework.com")
FILE_HOSTS = ("sharepoint.com",)  # where Teams keeps what is sent in a chat: <tenant>-my.sharepoint.com


class UnsafeSettings(Exception):  # noqa: N818 - it is the person's settings that are wrong, not the program
    """The bot must not start like this; the message is one Danish line that says what to change."""


class AppType(StrEnum):
    """How the bot is registered with Microsoft; multi-tenant bots can no longer be created."""

    SINGLE_TENANT = "SingleTenant"
    MANAGED_IDENTITY = "UserAssignedMSI"


def _one_of(**meanings: object) -> BeforeValidator:
    def read(value: object) -> object:
        if isinstance(value, str):
            if value.strip().lower() not in meanings:
                raise ValueError("skal være " + " eller ".join(meanings))
            return meanings[value.strip().lower()]
        return value

    return BeforeValidator(read)


def _app_type(value: object) -> object:
    known = {each.lower(): each for each in AppType}
    if isinstance(value, str) and value.strip().lower() not in known:
        raise ValueError("skal være " + " eller ".join(AppType))
    return known[value.strip().lower()] if isinstance(value, str) else value


def _port(value: object) -> object:
    if isinstance(value, str) and not (re.fullmatch(r"[0-9]{1,5}", value.strip()) and int(value) <= 65535):
        raise ValueError("skal være et portnummer mellem 0 og 65535")
    return value


def _rate(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[1-9][0-9]{0,5}", value.strip()):
        raise ValueError("skal være et helt antal i sekundet mellem 1 og 999999")
    return value


def _tenant_rate(value: object) -> object:
    if isinstance(value, str) and not (re.fullmatch(r"[0-9]{1,2}", value.strip()) and 1 <= int(value) <= 50):
        raise ValueError("skal være et antal anmodninger i sekundet mellem 1 og 50")
    return value


def _megabytes(most: int) -> BeforeValidator:
    def read(value: object) -> object:
        if isinstance(value, str) and not (re.fullmatch(r"[0-9]{1,7}", value.strip()) and 1 <= int(value) <= most):
            raise ValueError(f"skal være et helt antal MB mellem 1 og {most}")
        return value

    return BeforeValidator(read)


def _list(value: object) -> object:
    if not isinstance(value, str):
        return value
    parts = [part.strip().lower() for part in value.split(",")]
    if not all(re.fullmatch(r"[a-z0-9._-]+", part) for part in parts):
        raise ValueError("skal være navne eller id'er adskilt af kommaer, uden tomme led, https:// og port")
    return parts


def _moment(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ValueError("skal være et tidspunkt som 2027-02-16T08:00:00+01:00")
    return moment


def _database_url(value: object) -> object:
    if isinstance(value, str):
        scheme, _, rest = value.strip().partition("://")
        try:
            _ = urlsplit(value).port
        except ValueError:
            raise ValueError("skal have et portnummer, fx postgresql://bruger@vært:5432/navn") from None
        is_file = scheme == "sqlite" and rest.startswith("/") and rest.strip("/") not in {"", ":memory:"}
        if not (is_file or (scheme == "postgresql" and rest)):
            raise ValueError("skal begynde med sqlite:/// (og en fil) eller postgresql://")
    return value


def _web_address(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value and not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", value):
        raise ValueError("skal være en webadresse, der begynder med https://")
    return value.rstrip("/")


def _contact(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[^\x00-\x1f]{0,200}", value):
        raise ValueError("skal være én linje på højst 200 tegn: en mailadresse, en webadresse eller et kontor")
    return value


def _secret(value: object) -> object:
    if isinstance(value, str) and 0 < len(value) < SHORTEST:
        raise ValueError(f"skal have mindst {SHORTEST} tegn")
    return value


def _certificate(value: object) -> object:
    if isinstance(value, str) and not Path(value).is_file():
        raise ValueError("peger på en fil, der ikke findes")
    return value


_Names = Annotated[frozenset[str], NoDecode, BeforeValidator(_list)]


class Settings(BaseSettings):
    """Everything the surroundings decide. Names in the environment are the aliases; lists are lower-cased."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8-sig",
        extra="ignore",
        frozen=True,
        env_ignore_empty=True,
        hide_input_in_errors=True,
    )

    host: str = Field("127.0.0.1", validation_alias="KLYNGEBOT_HOST")
    port: Annotated[int, BeforeValidator(_port)] = Field(3978, validation_alias="PORT")
    app_type: Annotated[AppType, BeforeValidator(_app_type)] = Field(
        AppType.SINGLE_TENANT, validation_alias="MicrosoftAppType"
    )
    app_id: str = Field("", validation_alias="MicrosoftAppId")
    app_password: SecretStr = Field(SecretStr(""), validation_alias="MicrosoftAppPassword")
    app_tenant: str = Field("", validation_alias="MicrosoftAppTenantId")
    certificate: Annotated[Path | None, BeforeValidator(_certificate)] = Field(
        None, validation_alias="KLYNGEBOT_CERTIFICATE"
    )
    data: Path = Field(Path("data"), validation_alias="KLYNGEBOT_DATA")
    database_url: Annotated[str, BeforeValidator(_database_url)] = Field(
        default_factory=lambda read: f"sqlite:///{Path(read.get('data', 'data')).as_posix()}/klyngebot.db",
        validation_alias="KLYNGEBOT_DATABASE_URL",
    )
    anchor: Path = Field(
        default_factory=lambda read: read.get("data", Path("data")) / "anchor.jsonl",
        validation_alias="KLYNGEBOT_ANCHOR",
    )
    tenants: _Names = Field(frozenset(), validation_alias="KLYNGEBOT_TENANTS")
    service_hosts: _Names = Field(frozenset(TEAMS_HOSTS), validation_alias="KLYNGEBOT_SERVICE_HOSTS")
    admins: _Names = Field(frozenset(), validation_alias="KLYNGEBOT_ADMINS")
    public_url: Annotated[str, BeforeValidator(_web_address)] = Field("", validation_alias="KLYNGEBOT_PUBLIC_URL")
    public_pages: Annotated[bool, _one_of(on=True, off=False)] = Field(True, validation_alias="KLYNGEBOT_PUBLIC_PAGES")
    public_contact: Annotated[str, BeforeValidator(_contact)] = Field("", validation_alias="KLYNGEBOT_PUBLIC_CONTACT")
    secret: Annotated[SecretStr, BeforeValidator(_secret)] = Field(SecretStr(""), validation_alias="KLYNGEBOT_SECRET")
    authenticates: Annotated[bool, _one_of(on=True, off=False)] = Field(True, validation_alias="KLYNGEBOT_AUTH")
    limits: Annotated[bool, _one_of(teams=True, off=False)] = Field(True, validation_alias="KLYNGEBOT_LIMITS")
    inbound_rate: Annotated[int, BeforeValidator(_rate)] = Field(100, validation_alias="KLYNGEBOT_INBOUND_RATE")
    tenant_rate: Annotated[int, BeforeValidator(_tenant_rate)] = Field(25, validation_alias="KLYNGEBOT_TENANT_RATE")
    file_hosts: _Names = Field(frozenset(FILE_HOSTS), validation_alias="KLYNGEBOT_FILE_HOSTS")
    file_megabytes: Annotated[int, _megabytes(100)] = Field(25, validation_alias="KLYNGEBOT_FILE_MB")
    forum_megabytes: Annotated[int, _megabytes(1_000_000)] = Field(5_000, validation_alias="KLYNGEBOT_FORUM_MB")
    log: Annotated[str, _one_of(**dict(zip(LEVELS, LEVELS, strict=True)))] = Field(
        USUAL, validation_alias="KLYNGEBOT_LOG"
    )
    checks_links: Annotated[bool, _one_of(on=True, off=False)] = Field(True, validation_alias="KLYNGEBOT_CHECK_LINKS")
    now: Annotated[datetime | None, BeforeValidator(_moment)] = Field(None, validation_alias="KLYNGEBOT_NOW")

    @model_validator(mode="after")
    def _is_safe(self) -> Self:
        problem = _lack(self) if self.authenticates else _danger(self)
        if problem:
            raise ValueError(problem)
        return self


def load_settings(env: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process, or those of `env` alone; raises UnsafeSettings."""
    try:
        if env is None:
            return Settings()
        return _Given.model_validate({name: value for name, value in env.items() if value})
    except ValidationError as error:
        raise UnsafeSettings(_one_line(error)) from None
    except (OSError, UnicodeDecodeError):
        raise UnsafeSettings("Filen .env kan ikke læses.") from None


class _Given(Settings):
    """Settings from a mapping alone, deaf to the environment."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


def is_loopback(host: str) -> bool:
    """Whether a host name or address can only be this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _lack(settings: Settings) -> str | None:
    """What keeps a bot that authenticates from being safe and complete."""
    has_key = bool(settings.app_password.get_secret_value() or settings.certificate)
    required: dict[str, Any] = {
        "MicrosoftAppId": settings.app_id,
        "MicrosoftAppTenantId": settings.app_tenant,
        "MicrosoftAppPassword": has_key or settings.app_type is AppType.MANAGED_IDENTITY,
        "KLYNGEBOT_TENANTS": settings.tenants,
    }
    if missing := [name for name, value in required.items() if not value]:
        return f"Der mangler {', '.join(missing)}. Uden Teams: sæt KLYNGEBOT_AUTH=off."
    if settings.now is not None:
        return "KLYNGEBOT_NOW må kun bruges sammen med KLYNGEBOT_AUTH=off."
    if not settings.limits:
        return "KLYNGEBOT_LIMITS=off må kun bruges sammen med KLYNGEBOT_AUTH=off."
    if settings.public_url and not settings.public_url.startswith("https://"):
        return "KLYNGEBOT_PUBLIC_URL skal begynde med https://."
    return None


def _danger(settings: Settings) -> str | None:
    """What makes it unsafe to leave authentication off."""
    if settings.app_id:
        return "KLYNGEBOT_AUTH=off må ikke bruges, når MicrosoftAppId er sat."
    if not is_loopback(settings.host):
        return f"KLYNGEBOT_AUTH=off kræver, at KLYNGEBOT_HOST er denne maskine (127.0.0.1), ikke {settings.host}."
    reached = urlsplit(settings.public_url)
    if reached.scheme == "http" and not is_loopback(reached.hostname or ""):
        return "KLYNGEBOT_PUBLIC_URL må kun begynde med http://, når den er denne maskine (127.0.0.1)."
    return None


def _one_line(error: ValidationError) -> str:
    first = error.errors()[0]
    said = first["msg"].removeprefix("Value error, ")
    return f"{first['loc'][0]} {said}." if first["loc"] else said
