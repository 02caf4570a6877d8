"""What an admin is told of a database that was restored: what it lacks, what waits meanwhile, and what ends that."""

from bot.domain.kernel.chains import INSTALLATION, Loss
from cards.audit.restored import lost, told
from tests.cards.checks import check, texts

NORD = Loss(chain="politisk-klynge-nord", first=16, last=20, is_cut=True)


def test_the_card_says_what_is_missing_and_what_to_do() -> None:
    card = told((Loss(chain=INSTALLATION, first=7, last=7, is_cut=True), NORD), None)
    check(card)
    said = texts(card)
    assert "Loggen er ikke den, som ankeret har set: installationen mangler nr. 7; politisk-klynge-nord" in said
    assert "politisk-klynge-nord mangler nr. 16 til 20." in said
    assert "klyngebot audit accept" in said
    assert "Jeg svarer jer som altid" in said


def test_each_loss_is_a_line_of_its_own_kind() -> None:
    unlike = [Loss(chain="syd", first=first, last=5, is_cut=False) for first in (4, 5)]
    assert lost((NORD, *unlike), 3) == (
        "politisk-klynge-nord mangler nr. 16 til 20",
        "syd har andet end det, ankeret har set, i nr. 4 til 5",
        "syd har andet end det, ankeret har set, i nr. 5",
        "ankerets linje 3 er ikke skrevet med denne installations hemmelighed",
    )


def test_a_thousand_losses_fit_on_the_card() -> None:
    card = told([Loss(chain=f"{'klynge-' * 8}{n}", first=1, last=n, is_cut=True) for n in range(1, 1001)], None)
    check(card)
    assert "og 980 til" in texts(card)
