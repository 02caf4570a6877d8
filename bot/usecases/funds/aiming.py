"""What money is for, in the words that somebody typed: a purpose, an item that was decided on, or an organisation."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from bot.domain.funds import ledger
from bot.domain.funds.actions import Dispose, Entering, RegisterGrant
from bot.domain.funds.delegating import delegating
from bot.domain.funds.settings import purposes
from bot.domain.kernel.danish import bare, fold
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk
from bot.usecases.funds.loading import Decided, decided
from bot.usecases.funds.typed import read_year
from bot.usecases.funds.views import agendas_of, decision_view
from cards.kit.words import listing, say
from storage import funds as store

_LONGEST = 200  # characters of what is compared


async def aimed(desk: Desk, actor: str, action: Dispose) -> Dispose:
    """The disposal with what it is for in its own field; Refusal "funds_unknown_aim".

    A purpose that has no account of its own stays as its name, to be kept beside what the disposal rests on.
    """
    words = action.aim.strip().rstrip(".")[: _LONGEST + 1]
    if not words:
        return action
    party = fold(words)
    own = [each for each in delegating(desk.forum) if party in (fold(each.id), fold(each.name))]
    if own:
        return replace(action, aim="", party=action.party or own[0].id)
    if (purpose := purpose_called(desk, words)) is not None:
        known = ledger.accounts(await store.of_year(desk.conn, desk.forum.id, _year(desk, action)))
        name = say("funds.aim", formaal=purposes(desk.forum)[purpose])
        return replace(action, aim="", fund_purpose=purpose) if purpose in known else replace(action, aim=name)
    found = await _titled(desk, actor, words)
    if len(found) == 1:
        return replace(action, aim="", decision=action.decision or found[0].key)
    own = [each for each in delegating(desk.forum) if party in fold(each.name)]
    if len(own) != 1:
        raise _unknown(desk, words)
    return replace(action, aim="", party=action.party or own[0].id)


async def as_far_as_known(desk: Desk, actor: str, action: Entering) -> Entering:
    """The same where it can be told what is meant; else what was typed, as it was."""
    with suppress(Refusal):
        if isinstance(action, Dispose):
            return await aimed(desk, actor, action)
        if isinstance(action, RegisterGrant) and action.aim:
            return replace(action, aim="", fund_purpose=purpose_meant(desk, action.aim))
    return action


def purpose_meant(desk: Desk, typed: str) -> str:
    """The purpose that is called that; Refusal "funds_unknown_purpose" with those that there are."""
    found = purpose_called(desk, typed)
    if found is None:
        raise Refusal("funds_unknown_purpose", field="fund_purpose", navn=typed[:_LONGEST], formaal=_purposes(desk))
    return found


def purpose_called(desk: Desk, typed: str) -> str | None:
    """The only purpose that is called that, by its id, its name or a part of that."""
    words = bare(typed[: _LONGEST + 1]).strip().rstrip(".")
    named = {each: bare(name) for each, name in purposes(desk.forum).items()}
    whole = [each for each, name in named.items() if words in (bare(each), name)]
    found = whole or [each for each, name in named.items() if words and words in name]
    return found[0] if len(found) == 1 else None


async def _titled(desk: Desk, actor: str, words: str) -> Sequence[Decided]:
    """The decisions whose title, as that person may see it here, has these words; first those not used up."""
    every = await decided(desk)
    known = await agendas_of(desk, [each.decision for each in every])
    sought = bare(words[: _LONGEST + 1])
    found = [each for each in every if sought in bare(decision_view(desk, actor, each, known).title)]
    return [each for each in found if each.left > 0] or found[:1]


def _unknown(desk: Desk, words: str) -> Refusal:
    example = next((each.name for each in delegating(desk.forum)), desk.forum.name)
    return Refusal("funds_unknown_aim", navn=words[:_LONGEST], formaal=_purposes(desk), organisation=example)


def _purposes(desk: Desk) -> str:
    names = purposes(desk.forum).values()
    return listing(names) if names else say("common.not_regulated")


def _year(desk: Desk, action: Dispose) -> int:
    return read_year(action.fund_year, desk.now.year)
