"""The reason is what was typed after the first word or sign that gives one."""

from datetime import date

import pytest

from bot.domain.saying.slots import read_slots

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("send den retur fordi økonomien mangler", "økonomien mangler"),
        ("retur, fordi: Økonomien mangler!", "Økonomien mangler!"),
        ("Godkend ikke: fordi den er tynd", "den er tynd"),
        ("retur da økonomien mangler", "økonomien mangler"),
        ("Jeg kommer ikke, da jeg er syg", "jeg er syg"),
        ("Da jeg er syg, kan jeg ikke komme", "jeg er syg"),
        ("Fordi vi er få, bør vi vente", "vi er få"),
        ("afbud på grund af sygdom", "sygdom"),
        ("afbud pga. sygdom", "sygdom"),
        ("afbud pga sygdom", "sygdom"),
        ("afbud paa grund af vagt", "vagt"),
        ("retur: punkt 3 er tyndt, fordi tallene mangler", "punkt 3 er tyndt, fordi tallene mangler"),
        ("retur – tallene mangler", "tallene mangler"),
        ("retur - tallene mangler", "tallene mangler"),
        ("mødet kl. 16:30: for sent", "for sent"),
        ("ferie 8. - 21. marts - vi er bortrejst", "vi er bortrejst"),
        ("Emne: vagt\nBegrundelse: Vi er få\n\nMed venlig hilsen\nkoordinatoren", "Vi er få"),
        ("Fra: formanden\nretur: tallene mangler", "tallene mangler"),
    ],
)
def test_a_reason(text: str, reason: str) -> None:
    slots = read_slots(text, TODAY)
    assert slots.reason == reason
    assert slots.reason_start == text.index(reason)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "godkend",
        "kl. 16:30",
        "fint :) vi ses",
        "se https://eksempel.dk/a",
        "sproget er da-DK",
        "det kan vi da godt",
        "kan du da sende den",
        "er det da den rigtige",
        "ferie 8. - 21. marts",
        "retur:",
        "retur, fordi ",
        "- et punkt",
        "den ene-anden",
    ],
)
def test_no_reason(text: str) -> None:
    slots = read_slots(text, TODAY)
    assert (slots.reason, slots.reason_start) == ("", None)
