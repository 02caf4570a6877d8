"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.attachments.actions import (
    AttachFiles,
    BilagAction,
    FetchAttachment,
    OfferFiles,
    OpenNewVersion,
    ShowAttachment,
    ShowAttachments,
    TakeOffAttachment,
)
from bot.domain.kernel.action import Action
from cards.kit.naming import Naming, Title
from cards.kit.titled import facts_of, item_of, number_of, titled
from cards.kit.words import say


def _bilag(action: BilagAction, naming: Naming) -> str:
    """Like "bilag 2"; one that is known by its id alone has no number here."""
    return say("click.attachments.one" if action.bilag is None else "click.attachments.bilag", nr=action.bilag)


def _of(action: ShowAttachments | AttachFiles, naming: Naming) -> str:
    """What they belong to: a proposal, an item, or a bilag that gets a new version."""
    proposal = say("click.attachments.proposal", nr=number_of(action, naming)) if action.number is not None else ""
    bilag = _bilag(action, naming) if isinstance(action, AttachFiles) and action.bilag is not None else ""
    what = proposal or item_of(action, naming) or bilag
    day = facts_of(action, naming)["om"] if not proposal else ""
    return f" {say('click.to', hvad=what)}{day}" if what else day


def _version(action: FetchAttachment, naming: Naming) -> str:
    return "" if action.revision is None else f", {say('click.version', nr=action.revision)}"


def _closed(action: AttachFiles, naming: Naming) -> str:
    return f", {say('click.attachments.closed')}" if action.is_closed else ""


TITLES: Mapping[type[Action], Title] = {
    ShowAttachments: titled("click.attachments.list", til_hvad=_of),
    ShowAttachment: titled("click.attachments.see", bilag=_bilag),
    FetchAttachment: titled("click.attachments.fetch", bilag=_bilag, udgave=_version),
    OpenNewVersion: titled("click.attachments.replace", bilag=_bilag),
    OfferFiles: titled("click.attachments.offer"),
    AttachFiles: titled("click.attachments.attach", til_hvad=_of, lukket=_closed),
    TakeOffAttachment: titled("click.attachments.off", bilag=_bilag),
}
