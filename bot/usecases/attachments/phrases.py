"""What people type about bilag, alone or together with a file; see bot/usecases/phrases.py."""

from bot.domain.attachments.actions import (
    AttachFiles,
    FetchAttachment,
    ShowAttachment,
    ShowAttachments,
    TakeOffAttachment,
)
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases("[vis/se] bilag/bilagene | [vis/se] alle bilag | attachments", lambda got: ShowAttachments()),
    QueryPhrases("[vis/se] bilag til punkt {n}", lambda got: ShowAttachments(position=got.number)),
    QueryPhrases("[vis/se] bilag til forslag {nr}", lambda got: ShowAttachments(number=got.number, year=got.year)),
    QueryPhrases("[vis/se/åbn] bilag {n}", lambda got: ShowAttachment(bilag=got.number)),
    QueryPhrases("hent/download bilag {n}", lambda got: FetchAttachment(bilag=got.number)),
    CommandPhrases("vedhæft til punkt {n}", lambda got: AttachFiles(position=got.number)),
    CommandPhrases("vedhæft til forslag {nr}", lambda got: AttachFiles(number=got.number, year=got.year)),
    CommandPhrases("lukket bilag til punkt {n}", lambda got: AttachFiles(position=got.number, is_closed=True)),
    CommandPhrases(
        "lukket bilag til forslag {nr}",
        lambda got: AttachFiles(number=got.number, year=got.year, is_closed=True),
    ),
    CommandPhrases("ny version af bilag {n}", lambda got: AttachFiles(bilag=got.number)),
    CommandPhrases("tag bilag {n} af", lambda got: TakeOffAttachment(bilag=got.number)),
)
