"""What people type about who takes part; see bot/usecases/phrases.py."""

from bot.domain.composition.actions import (
    AnswerGpQuestion,
    ConfirmMandate,
    InviteGuest,
    OpenGpQuestion,
    OpenGuestForm,
    ShowComposition,
    WithdrawGuest,
    WithdrawMandate,
)
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases


def _confirmed(got: Filled) -> ConfirmMandate:
    """A name and, after the last comma, perhaps a day."""
    typed = got.tail or got.words
    name, _, day = typed.rpartition(",")
    is_day = any(sign.isdigit() for sign in day)
    return ConfirmMandate(person=name.strip(), confirmed=day.strip()) if is_day else ConfirmMandate(person=typed)


def _guest(got: Filled) -> InviteGuest:
    """A name and, after the first comma, the organisation or role."""
    name, _, role = got.words.partition(",")
    return InviteGuest(name=name.strip(), role=role.strip())


def _named(got: Filled) -> OpenGuestForm:
    """The same filled in, to be sent: without "gæst:" it may be a misspelling of the word."""
    name, _, role = got.tail.partition(",")
    return OpenGuestForm(name=name.strip(), role=role.strip())


PHRASES = (
    QueryPhrases(
        "[vis/se] [forummets/mødets] sammensætning/sammensætningen | composition"
        " | hvem er/sidder [med] i klyngen/forummet/gruppen/styregruppen | hvem er medlem/medlemmer"
        " | hvem er medlem/medlemmer af klyngen/forummet/gruppen/styregruppen | hvem har/mangler mandat",
        lambda got: ShowComposition(),
    ),
    QueryPhrases(
        "[vis/se] sammensætning/sammensætningen [for/til] [mødet] {dag}",
        lambda got: ShowComposition(meeting=got.tail or None),
    ),
    CommandPhrases("bekræft [mit/et] mandat/mandatet", lambda got: ConfirmMandate()),
    CommandPhrases("bekræft mandat/mandatet for {ord} | bekræft mandat/mandatet:", _confirmed),
    CommandPhrases("fortryd [mit] mandat/mandatet", lambda got: WithdrawMandate()),
    CommandPhrases(
        "fortryd mandat/mandatet for {ord} | fortryd mandat/mandatet:",
        lambda got: WithdrawMandate(person=got.tail or got.words),
    ),
    QueryPhrases("hvem repræsenterer plo", lambda got: OpenGpQuestion()),
    CommandPhrases(
        "plo: | hvem repræsenterer plo: | plo repræsenteres af {ord}",
        lambda got: AnswerGpQuestion(words=got.words or got.tail),
    ),
    QueryPhrases(
        "invitér/inviter [en] [ny] gæst | kan/må jeg/vi invitere en gæst | kan/må jeg/vi invitere gæster"
        " | vi vil gerne have en gæst med",
        lambda got: OpenGuestForm(),
    ),
    CommandPhrases("invitér/inviter [en] [ny] gæst:", _guest),
    QueryPhrases("invitér/inviter {ord}", _named),
    CommandPhrases(
        "træk gæst {n} tilbage | fjern gæst {n} | afmeld gæst {n}", lambda got: WithdrawGuest(number=got.number)
    ),
)
