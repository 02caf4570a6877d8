"""What somebody wrote themselves, out of a message with other people's words in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.saying.quoted import is_automatic, own_words

QUOTED = [
    "> Kære formandskab\n> I bedes godkende",
    "Fra: Kommunaldirektøren\nSendt: 1. marts 2027 09.12\nTil: Borgmesteren\nEmne: SV: Sag\n\nVil du godkende?\nMvh",
    "From: Mayor\nSent: Monday\nTo: Me\n\nApprove",
    "Fra: Hanne Hansen Sendt: 1. marts 2027 Til: mig Emne: godkend dagsordenen",
    "-----Oprindelig meddelelse-----\ngodkend",
    "-----Original Message-----\ngodkend",
    "---------- Videresendt besked ----------\nEmne: VS\n\ngodkend",
    "Den 3. mar. 2027 kl. 10.12 skrev Hanne Hansen <hanne@example.dk>:\ngodkend",
    "Den 3. mar. 2027 kl. 10.12 skrev Hanne Hansen\n<hanne@example.dk>:\ngodkend",
    "Den 3. mar. 2027 kl. 10.12 skrev Hanne:\n> godkend",
    "Fwd: Vedr. møde\nKære alle\nPunkt 3 er udsat",
    "[03-03-2027 10:12] Hanne Hansen\ngodkend dagsordenen",
    "[10:12] Hanne Hansen: godkend dagsordenen",
    '<blockquote itemtype="http://schema.skype.com/Reply">Hanne: godkend</blockquote>',
    "<blockquote>godkend",
    "&gt; godkend",
    "Automatisk svar: Jeg holder ferie til mandag",
    "Automatic reply: I am out of the office until Monday.",
]


@pytest.mark.parametrize("quoted", QUOTED)
def test_all_of_a_quoted_mail_is_somebody_elses(quoted: str) -> None:
    assert own_words(quoted) == ""


@pytest.mark.parametrize("quoted", QUOTED[:-2])
def test_what_stands_above_it_is_the_persons_own(quoted: str) -> None:
    assert own_words(f"Nej tak\n\n{quoted}") == "Nej tak"


@pytest.mark.parametrize(
    ("message", "own"),
    [
        ("> godkend?\nja", "ja"),
        ("Den 3. mar. 2027 kl. 10.12 skrev Hanne:\n> godkend?\n\nnej", "nej"),
        ("[10:12] Hanne Hansen\ngodkend?\n\nnej", "nej"),
        ("[10:12] Hanne: godkend?\n\n<<< nej", "nej"),
        ("<blockquote>godkend?</blockquote>nej", "nej"),
        ('<quoted messageId="17"/>nej', "nej"),
        ("SV: Dagsorden\nnej", "nej"),
        ("godkendt\n\nMed venlig hilsen\nHanne Hansen\nFormand", "godkendt"),
        ("godkendt\nMvh Hanne", "godkendt"),
        ("godkendt\nHilsen\nHanne", "godkendt"),
        ("godkendt\nVh", "godkendt"),
        ("godkendt\n\nSendt fra min iPhone", "godkendt"),
        ("godkendt. Mvh Hanne Hansen", "godkendt."),
        ("godkendt\nMvh Hanne\nPS: ikke punkt 4", "godkendt\nPS: ikke punkt 4"),
        ("godkendt\nMvh Hanne\n\nPunkt 4 skal dog udgå", "godkendt\nPunkt 4 skal dog udgå"),
    ],
)
def test_ones_own_words_are_kept_without_quote_and_signature(message: str, own: str) -> None:
    assert own_words(message) == own


@pytest.mark.parametrize(
    "message",
    [
        *("send en hilsen til formanden", "Hilsen til Læsø: vi kommer", "Med venlig hilsen fra os er den godkendt"),
        *("Fra: mig til dig", "godkendt. Mvh men ikke punkt 4", "Godkendt\nSom Hanne skrev:\npunkt 4 skal ud"),
        'Borgmesteren siger "godkend dagsordenen"',
        "Emne: Vagtplan\nMøde: 5. oktober\nTid: 20 min",
    ],
)
def test_nothing_of_ones_own_is_cut_away(message: str) -> None:
    assert own_words(message) == message


def test_an_automatic_answer_is_told_from_an_absence() -> None:
    assert is_automatic("SV: Automatisk svar: ferie")
    assert not is_automatic("jeg svarer automatisk ja")


@given(st.text(max_size=3_000))
def test_own_words_are_found_in_every_text(text: str) -> None:
    assert len(own_words(text)) <= 2_000
