"""Documents as the committee's papers are, and as long, odd or hostile as people make them."""

from datetime import UTC, datetime

from bot.domain.documents.blocks import (
    Block,
    Bullets,
    Document,
    Enclosed,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Run,
    Seal,
    Tone,
)

AT = datetime(2027, 3, 1, 9, 30, 14, tzinfo=UTC)
ADDRESS = "https://klyngebot.example/kontrol/7Q4M-2XKP"
CASE = (
    "Sundhedsklyngen har siden efteråret arbejdet med fælles overgange mellem hospital og kommune. Erfaringerne fra de "
    "første måneder viser, at borgerne oplever færre afbrudte forløb, når hjemmeplejen inddrages inden udskrivelsen, "
    "og at de praktiserende læger efterspørger én fast indgang. "
)
TYPST = '#read("/etc/passwd") $x^2$ @ref <label> \\ `raw` *a* _b_ // /* = x'
PASTED = f"Kommune\tAntal\x07Ny linje\x0bTredje\r\nEfter\x0c{TYPST}"
"""A table from Word, and all of typst's own signs."""


def words(text: str, tone: Tone = Tone.PLAIN) -> Paragraph:
    """A paragraph that says it."""
    return Paragraph((Run(text),), tone)


def document(*blocks: Block, title: str = "Dagsorden", enclosed: tuple[Enclosed, ...] = ()) -> Document:
    """A document of these blocks."""
    return Document(
        title=title,
        author="Klynge Nord",
        subject="Dagsorden til møde i Klynge Nord",
        header="Klynge Nord · møde tirsdag 16. marts 2027",
        page_words="Side {side} af {sider}",
        at=AT,
        keywords=("dagsorden", "sundhedsklynge"),
        blocks=blocks,
        seal=Seal(
            lines=("Version 2 · sendt 1. marts 2027 kl. 10.30", "Post 117 i loggen · 7Q4M-2XKP"),
            address=ADDRESS,
            address_words="QR-kode med adressen, hvor versionen kan kontrolleres",
        ),
        enclosed=enclosed,
    )


def agenda(items: int = 6, *, first: int = 1) -> Document:
    """An agenda of so many items, no two of which say the same; `first` is the first one's number."""
    told = (block for number in range(first, first + items) for block in _item(number))
    machine = Enclosed(
        name="dagsorden.json", media_type="application/json", description="Samme indhold", data=b'{"kind": "agenda"}'
    )
    return document(
        words("Dagsorden til mødet i Klynge Nord tirsdag 16. marts 2027 kl. 9.00–11.00.", Tone.LEAD),
        Facts(
            (("Sted", "Rådhuset, mødelokale 2\nHovedgaden 1"), ("Vært", "Nordby Kommune"), ("Sagsnummer", "27/1234"))
        ),
        *told,
        title="Dagsorden til møde i Klynge Nord 16. marts 2027",
        enclosed=(machine,),
    )


def _item(number: int) -> tuple[Block, ...]:
    return (
        Heading(1, f"{number}. Overgange mellem hospital og kommune", f"punkt-{number}"),
        Facts((("Til", "Beslutning"), ("Foreslået af", "Nordby Kommune"), ("Tid", "20 minutter"))),
        Heading(2, "Sagsfremstilling"),
        words("".join(f"{CASE}Se sag {number}-{part}. " for part in range(3))),
        Heading(2, "Indstilling"),
        words("Det indstilles, at klyngen godkender planen og følger op i september."),
        Bullets(("Planen sendes til kommunalbestyrelserne", "Der afsættes to møder til opfølgning")),
        Paragraph((Run("Bilag 1: "), Run("Plan for overgange", link="https://eksempel.dk/plan"))),
    )


def approvals(rows: int = 48) -> Document:
    """Who answered what, and when, on more than a page."""
    answers = (
        (f"Medlem {number}", "Nordby Kommune", "Godkendt", f"2. marts kl. 9.{number:02}") for number in range(rows)
    )
    return document(
        Heading(1, "Svar på version 2"),
        Grid("Svar på dagsordenen, version 2", ("Navn", "Organisation", "Svar", "Hvornår"), tuple(answers)),
        words("Intet svar inden fristen tæller som godkendt.", Tone.ASIDE),
        title="Godkendelser",
    )


def minutes() -> Document:
    """Minutes with what was resolved."""
    told: list[Block] = []
    for number in range(1, 6):
        told += [
            Heading(1, f"{number}. Fælles indgang for borgere med kronisk sygdom", f"punkt-{number}"),
            words(CASE),
            Heading(2, "Beslutning"),
            words("Klyngen godkendte indstillingen. Regionen tog forbehold for økonomien.", Tone.RESOLUTION),
        ]
    present = (("Formand", "Nordby Kommune", "Til stede"), ("Næstformand", "Region Nord", "Afbud"))
    return document(
        words("Referat af mødet i Klynge Nord 16. marts 2027", Tone.LEAD),
        Heading(1, "Deltagere"),
        Grid("Deltagere", ("Rolle", "Organisation", "Til stede"), present),
        *told,
        title="Referat",
    )
