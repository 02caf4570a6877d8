"""Two forums in one transaction: what one sends on and the other receives holds in both, or in neither."""

from bot.domain.kernel.conversation import Place
from bot.usecases.desk import WritingDesk, open_writing_desk
from storage.holding import hold_forum


async def beside(desk: WritingDesk, forum: str) -> WritingDesk:
    """The desk of another forum in the same transaction, which holds that forum too from now on.

    Whoever acts has no place in it: its log names the account alone, and the facts must tell whence it came. Raises
    Refusal("unknown_forum") where there is none, Unreadable where it is broken.
    """
    await hold_forum(desk.conn, forum)
    return await open_writing_desk(
        desk.conn, forum, desk.now, Place.CHANNEL, account=desk.account, operator=desk.operator
    )
