"""A stored charter, read from its text once in a process."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.charters.stored import stored_charter
from bot.domain.kernel.charter import Charter


async def read_charter(text: str) -> Charter:
    """The charter in a stored text, read once in a process; that takes some 40 ms, which the event loop does not wait.

    Raises BrokenFile where it is none.
    """
    if text not in _charters:
        _charters[text] = await asyncio.get_running_loop().run_in_executor(_READER, stored_charter, text)
    return _charters[text]


_charters: dict[str, Charter] = {}
_READER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="charters")  # two would take the processor from others
