"""Settings are read from names, lists and times as documented, and whatever is unsafe is refused in one Danish line."""

import contextlib
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import AppType, UnsafeSettings, load_settings

TEAMS = {
    "MicrosoftAppType": "SingleTenant",
    "MicrosoftAppId": "11111111-aaaa-4aaa-8aaa-111111111111",
    "MicrosoftAppPassword": "hemmelig-og-lang",
    "MicrosoftAppTenantId": "22222222-aaaa-4aaa-8aaa-222222222222",
    "KLYNGEBOT_TENANTS": "22222222-AAAA-4aaa-8aaa-222222222222, 33333333-aaaa-4aaa-8aaa-333333333333",
}
LOCAL = {"KLYNGEBOT_AUTH": "off"}


def test_teams_settings_are_read_with_lists_in_lower_case() -> None:
    settings = load_settings(TEAMS)
    assert settings.authenticates
    assert settings.limits
    assert settings.inbound_rate == 100
    assert settings.app_type is AppType.SINGLE_TENANT
    assert settings.app_password.get_secret_value() == "hemmelig-og-lang"
    assert settings.tenants == {"22222222-aaaa-4aaa-8aaa-222222222222", "33333333-aaaa-4aaa-8aaa-333333333333"}
    assert settings.service_hosts == {"smba.trafficmanager.net", "botframework.com"}
    assert (settings.host, settings.port) == ("127.0.0.1", 3978)


def test_without_authentication_nothing_else_is_needed() -> None:
    settings = load_settings(LOCAL)
    assert not settings.authenticates
    assert settings.tenants == frozenset()
    assert settings.database_url == "sqlite:///data/klyngebot.db"


def test_a_service_without_authentication_is_reached_on_this_machine_by_http_or_anywhere_by_https() -> None:
    for url in ("http://127.0.0.1:3978", "http://localhost:3978", "https://klynge.example.org"):
        assert load_settings(LOCAL | {"KLYNGEBOT_PUBLIC_URL": url}).public_url == url


def test_a_secret_is_shown_to_nobody_who_prints_the_settings() -> None:
    settings = load_settings(LOCAL | {"KLYNGEBOT_SECRET": "x" * 32})
    assert settings.secret.get_secret_value() == "x" * 32
    assert "xxx" not in repr(settings)


def test_the_database_lies_in_the_data_folder_unless_told_otherwise() -> None:
    assert load_settings(LOCAL | {"KLYNGEBOT_DATA": "/srv/x"}).database_url == "sqlite:////srv/x/klyngebot.db"
    url = "postgresql://klyngebot@db/klyngebot"
    assert load_settings(LOCAL | {"KLYNGEBOT_DATABASE_URL": url}).database_url == url


def test_a_pinned_clock_and_lifted_limits_are_read_when_authentication_is_off() -> None:
    settings = load_settings(LOCAL | {"KLYNGEBOT_NOW": "2027-02-16T08:00:00+01:00", "KLYNGEBOT_LIMITS": "off"})
    assert settings.now is not None
    assert settings.now == datetime.fromisoformat("2027-02-16T07:00:00+00:00")
    assert settings.now.utcoffset() == timedelta(hours=1)
    assert not settings.limits


@pytest.mark.parametrize(("given", "read"), [({}, 25), ({"KLYNGEBOT_TENANT_RATE": " 50 "}, 50)])
def test_the_rate_for_a_tenant_is_half_of_what_teams_allows_unless_told_otherwise(
    given: dict[str, str], read: int
) -> None:
    assert load_settings(LOCAL | given).tenant_rate == read


def test_a_managed_identity_needs_no_secret() -> None:
    env = {name: value for name, value in TEAMS.items() if name != "MicrosoftAppPassword"}
    assert load_settings(env | {"MicrosoftAppType": "UserAssignedMSI"}).app_type is AppType.MANAGED_IDENTITY


def test_a_certificate_stands_in_for_the_secret(tmp_path: Path) -> None:
    pem = tmp_path / "bot.pem"
    pem.write_text("-")
    env = {name: value for name, value in TEAMS.items() if name != "MicrosoftAppPassword"}
    assert load_settings(env | {"KLYNGEBOT_CERTIFICATE": str(pem)}).certificate == pem


def test_the_process_environment_is_read_and_an_empty_value_counts_as_unset(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("KLYNGEBOT_AUTH=off\nPORT=4001\nKLYNGEBOT_TENANTS=\nUKENDT=1\n")
    monkeypatch.setenv("PORT", "4002")
    monkeypatch.setenv("MicrosoftAppId", "")
    settings = load_settings()
    assert settings.port == 4002
    assert not settings.authenticates


def test_settings_from_a_mapping_are_deaf_to_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MicrosoftAppId", "fra-miljøet")
    assert load_settings(LOCAL).app_id == ""


UNSAFE = [
    ({}, "MicrosoftAppId"),
    (LOCAL | {"MicrosoftAppId": "x"}, "MicrosoftAppId"),
    (LOCAL | {"KLYNGEBOT_HOST": "0.0.0.0"}, "KLYNGEBOT_HOST"),  # noqa: S104 - that it is refused is the point
    (LOCAL | {"KLYNGEBOT_HOST": "example.org"}, "KLYNGEBOT_HOST"),
    ({"KLYNGEBOT_AUTH": "nej"}, "KLYNGEBOT_AUTH skal være on eller off."),
    (LOCAL | {"PORT": "70000"}, "PORT"),
    (LOCAL | {"PORT": "http"}, "PORT"),
    (LOCAL | {"PORT": "-1"}, "PORT"),
    (LOCAL | {"PORT": "٣٩٧٨"}, "PORT"),
    (LOCAL | {"KLYNGEBOT_DATABASE_URL": "mysql://x/y"}, "KLYNGEBOT_DATABASE_URL"),
    (LOCAL | {"KLYNGEBOT_DATABASE_URL": "sqlite:///:memory:"}, "KLYNGEBOT_DATABASE_URL"),
    (LOCAL | {"KLYNGEBOT_DATABASE_URL": "sqlite://"}, "KLYNGEBOT_DATABASE_URL"),
    (LOCAL | {"KLYNGEBOT_ADMINS": "a,,b"}, "KLYNGEBOT_ADMINS"),
    (LOCAL | {"KLYNGEBOT_ADMINS": "a b"}, "KLYNGEBOT_ADMINS"),
    (LOCAL | {"KLYNGEBOT_SERVICE_HOSTS": "https://smba.trafficmanager.net"}, "KLYNGEBOT_SERVICE_HOSTS"),
    (LOCAL | {"KLYNGEBOT_SERVICE_HOSTS": "smba.trafficmanager.net:443"}, "KLYNGEBOT_SERVICE_HOSTS"),
    (LOCAL | {"KLYNGEBOT_NOW": "2027-02-16T08:00:00"}, "KLYNGEBOT_NOW"),
    (LOCAL | {"KLYNGEBOT_NOW": "i morgen"}, "KLYNGEBOT_NOW"),
    (LOCAL | {"KLYNGEBOT_LIMITS": "0"}, "KLYNGEBOT_LIMITS"),
    (LOCAL | {"KLYNGEBOT_INBOUND_RATE": "0"}, "KLYNGEBOT_INBOUND_RATE"),
    (LOCAL | {"KLYNGEBOT_INBOUND_RATE": "mange"}, "KLYNGEBOT_INBOUND_RATE"),
    (LOCAL | {"KLYNGEBOT_INBOUND_RATE": "1e3"}, "KLYNGEBOT_INBOUND_RATE"),
    (LOCAL | {"KLYNGEBOT_TENANT_RATE": "0"}, "KLYNGEBOT_TENANT_RATE"),
    (LOCAL | {"KLYNGEBOT_TENANT_RATE": "51"}, "KLYNGEBOT_TENANT_RATE"),
    (LOCAL | {"KLYNGEBOT_TENANT_RATE": "hurtigt"}, "KLYNGEBOT_TENANT_RATE"),
    (LOCAL | {"KLYNGEBOT_PUBLIC_URL": "javascript:alert(1)"}, "KLYNGEBOT_PUBLIC_URL"),
    (LOCAL | {"KLYNGEBOT_PUBLIC_URL": "http://klynge.example.org"}, "KLYNGEBOT_PUBLIC_URL"),
    (LOCAL | {"KLYNGEBOT_SECRET": "hemmelig-og-lang-men-for-kort"}, "KLYNGEBOT_SECRET skal have mindst 32 tegn."),
    (TEAMS | {"MicrosoftAppType": "MultiTenant"}, "MicrosoftAppType"),
    (TEAMS | {"MicrosoftAppId": ""}, "MicrosoftAppId"),
    (TEAMS | {"MicrosoftAppPassword": ""}, "MicrosoftAppPassword"),
    (TEAMS | {"MicrosoftAppTenantId": ""}, "MicrosoftAppTenantId"),
    (TEAMS | {"KLYNGEBOT_TENANTS": ""}, "KLYNGEBOT_TENANTS"),
    (TEAMS | {"KLYNGEBOT_CERTIFICATE": "/findes/ikke.pem"}, "KLYNGEBOT_CERTIFICATE"),
    (TEAMS | {"KLYNGEBOT_NOW": "2027-02-16T08:00:00+01:00"}, "KLYNGEBOT_NOW"),
    (TEAMS | {"KLYNGEBOT_LIMITS": "off"}, "KLYNGEBOT_LIMITS"),
    (TEAMS | {"KLYNGEBOT_LIMITS": "måske"}, "KLYNGEBOT_LIMITS"),
    (TEAMS | {"KLYNGEBOT_PUBLIC_URL": "http://klynge.example.org"}, "KLYNGEBOT_PUBLIC_URL"),
]


@pytest.mark.parametrize(("env", "named"), UNSAFE)
def test_what_is_unsafe_is_refused_in_one_line_that_names_the_setting(env: dict[str, str], named: str) -> None:
    with pytest.raises(UnsafeSettings) as refused:
        load_settings(env)
    line = str(refused.value)
    assert named in line
    assert "\n" not in line
    assert "hemmelig-og-lang" not in line


@given(
    st.dictionaries(
        st.sampled_from(
            [
                *TEAMS,
                "PORT",
                "KLYNGEBOT_AUTH",
                "KLYNGEBOT_NOW",
                "KLYNGEBOT_PUBLIC_URL",
                "KLYNGEBOT_LIMITS",
                "KLYNGEBOT_TENANT_RATE",
            ]
        ),
        st.text(max_size=30),
    )
)
def test_no_text_in_any_setting_does_more_than_be_refused(env: dict[str, str]) -> None:
    """Each odd value is either taken or refused by UnsafeSettings, never by another error."""
    with contextlib.suppress(UnsafeSettings):
        load_settings(LOCAL | env)
