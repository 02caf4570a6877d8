"""What people type about finding one's way; see bot/usecases/phrases.py."""

from bot.domain.forum.actions import (
    ChangeChoice,
    OpenChoices,
    OpenHandOver,
    ShowAbout,
    ShowChoices,
    ShowContact,
    ShowHelp,
    ShowProvisions,
    ShowSuccession,
    TieChannel,
)
from bot.usecases.forum.said import spoken_of
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases("hjælp | help | kommandoer", lambda got: ShowHelp()),
    QueryPhrases(
        "[vis/se] kontakt | hvem er kontakt | contact | hvem er formand/formanden/mødeleder/mødelederen"
        " | hvem kan/skal jeg kontakte/spørge | hvem kan/skal jeg skrive til | hvem er [i] sekretariatet",
        lambda got: ShowContact(),
    ),
    QueryPhrases(
        "[vis/se] om forummet/forum/klyngen | about | hvad er klyngen/forummet/kosu"
        " | hvilken region er vi i | hvilken region hører vi til",
        lambda got: ShowAbout(),
    ),
    QueryPhrases(
        "videreført | [vis/se] videreførelse/videreførelsen | hvad er/blev videreført | hvad kom fra det gamle forum",
        lambda got: ShowSuccession(),
    ),
    QueryPhrases("giv [et] forum/forummet videre", lambda got: OpenHandOver()),
    QueryPhrases("giv videre {ord}", lambda got: OpenHandOver(typed=got.tail)),
    QueryPhrases(
        "[vis/se] kommissoriets ord | [vis/se] kommissoriet/kommissorium | hvad siger kommissoriet"
        " | hvad står [der] i kommissoriet | hvilke regler gælder [der]",
        lambda got: ShowProvisions(),
    ),
    QueryPhrases(
        "kommissoriets ord om {ord} | hvad siger kommissoriet om {ord} | hvad står [der] i kommissoriet om {ord}",
        lambda got: ShowProvisions(word=spoken_of(got.tail)),
    ),
    QueryPhrases(
        "hvor ofte mødes vi | hvor ofte skal vi mødes | hvor mange møder skal vi holde/have",
        lambda got: ShowProvisions(word="møder"),
    ),
    QueryPhrases(
        "[vis/se] forummets valg | [vis/se] valg | hvad har vi valgt/besluttet | hvem har besluttet/bestemt/valgt det"
        " | skal vi godkende dagsordenen | kan vi lade være med at godkende dagsordenen"
        " | kan vi slippe for at godkende dagsordenen | vi vil ikke godkende dagsordenen [længere/mere]"
        " | hvem har besluttet/bestemt at vi skal godkende [dagsordenen]"
        " | hvem må foreslå [punkter/noget] | hvem må sætte punkter på [dagsordenen]",
        lambda got: ShowChoices(),
    ),
    QueryPhrases("ret/ændr/ændre [et] valg", lambda got: OpenChoices()),
    CommandPhrases("ret/ændr/ændre valg/valget {ord}", lambda got: ChangeChoice(typed=got.tail)),
    CommandPhrases("tilknyt/tie {ord} | tilknyt/tie", lambda got: TieChannel(forum=got.tail or None)),
)
