"""A stored name does nothing anywhere, whatever was sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.attachments.names import LONGEST, ending, safe_name


@given(st.text(max_size=400))
def test_any_name_becomes_a_safe_one_and_stays_it(sent: str) -> None:
    name = safe_name(sent)
    assert name
    assert name == safe_name(name)
    assert not set(name) & set('/\\<>:"|?*\0\n\u202e')
    assert not name.startswith((".", " "))
    assert not name.endswith((".", " "))
    assert len(name) <= LONGEST + 20
    assert len(name.encode()) < 255
    assert name.isprintable()


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("../../x.pdf", "x.pdf"),
        ("C:\\temp\\Budget 2027.XLSX", "Budget 2027.xlsx"),
        ("CON.pdf", "bilag-CON.pdf"),
        ("nul", "bilag-nul"),
        ("Brev\u202efdp.exe", "Brevfdp.exe"),
        ("", "bilag"),
        ("...", "bilag"),
        ("Æ" * 300 + ".docx", "Æ" * 90 + ".docx"),
        ("a/b\u0000c.pdf", "bc.pdf"),
    ],
)
def test_what_is_dangerous_in_a_name_is_gone(sent: str, name: str) -> None:
    assert safe_name(sent) == name


def test_the_ending_is_the_one_that_is_left() -> None:
    assert (ending("budget.pdf.EXE"), ending("README"), ending(".pdf")) == ("exe", "", "")
