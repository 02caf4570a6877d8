"""What every paper has around what it says: its title, what runs on each page, and the seal of its version."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bot.domain.documents.blocks import Block, Document, Facts, Paragraph, Run, Seal, Tone
from bot.domain.kernel.witness import Witness
from cards.audit.code import code
from cards.kit.words import say


def document(
    title: str,
    *,
    forum_name: str,
    running: str,
    at: datetime,
    blocks: Iterable[Block],
    seal: Seal,
    keywords: Sequence[str] = (),
) -> Document:
    """The paper of that title; `running` stands on each page beside the forum's name."""
    return Document(
        title=title,
        author=forum_name,
        subject=say("documents.subject", papir=running, forum=forum_name),
        header=say("documents.header", forum=forum_name, papir=running),
        page_words=say("documents.page", side="{side}", sider="{sider}"),
        at=at,
        blocks=tuple(blocks),
        seal=seal,
        keywords=(forum_name, *keywords),
    )


def seal(lines: Iterable[str], witness: Witness | None, address: str | None) -> Seal:
    """The lines, the code of the entry that the paper left with, and where anybody may ask whether it is so."""
    coded = () if witness is None else (code(witness),)
    is_asked = witness is not None and address is not None
    return Seal(
        lines=(*lines, *coded, *((say("documents.seal.ask"),) if is_asked else ())),
        address=address if is_asked else None,
        address_words=say("documents.seal.address") if is_asked else "",
    )


def plain(words: str, tone: Tone = Tone.PLAIN) -> Paragraph:
    """One paragraph."""
    return Paragraph(runs=(Run(words),), tone=tone)


def paragraphs(words: str, tone: Tone = Tone.PLAIN) -> Iterator[Paragraph]:
    """Long texts as they were typed: a blank line begins another paragraph."""
    for each in words.replace("\r\n", "\n").split("\n\n"):
        if each.strip():
            yield plain(each.strip("\n"), tone)


def facts(rows: Iterable[tuple[str, str | None]]) -> Iterator[Facts]:
    """Those that have a value; nothing where none has."""
    shown = tuple((term, said) for term, said in rows if said)
    if shown:
        yield Facts(rows=shown)


def in_a_line(words: str) -> str:
    """Words as a heading or a cell has them."""
    return " ".join(words.split())
