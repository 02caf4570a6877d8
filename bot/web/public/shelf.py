"""What was drawn and may be asked for again: so many bytes and no more, what was asked for longest ago goes first."""

from collections import OrderedDict
from collections.abc import Hashable

from bot.web.public.answers import Answer

_OVERHEAD = 1_000  # bytes of an answer beside its own


class Shelf:
    """Keeps at most so many bytes; what alone is more than a quarter of them is not kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[Hashable, Answer] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def size(self) -> int:
        """Bytes that are kept."""
        return self._size

    def get(self, key: Hashable) -> Answer | None:
        """What is kept under that key."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: Hashable, answer: Answer) -> None:
        """Keep it, if need be in the place of others."""
        weight = answer.size + _OVERHEAD
        if weight > self._most // 4:
            return
        if (before := self._kept.pop(key, None)) is not None:
            self._size -= before.size + _OVERHEAD
        self._kept[key] = answer
        self._size += weight
        while self._size > self._most:
            _, oldest = self._kept.popitem(last=False)
            self._size -= oldest.size + _OVERHEAD

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()
        self._size = 0
