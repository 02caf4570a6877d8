"""How one sees bilag, fetches them and sends them."""

from bot.domain.attachments.actions import ShowAttachments
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="attachments", place=29, wish=Wish.AGENDA, opens=ShowAttachments),
    HelpLine(name="attachments_secretariat", place=30, wish=Wish.AGENDA, audience=Audience.SECRETARIAT),
)
