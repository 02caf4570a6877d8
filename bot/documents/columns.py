"""How wide the columns of a table are: by what stands in them, so that neither a word nor a sentence is squeezed."""

from bot.domain.documents.blocks import Grid

_NARROWEST, _WIDEST = 6, 60  # signs
_SHORT = 24  # signs that should stand on one line
_ROOM = 3  # signs of space at the sides of a cell
_LINE = 90  # signs that stand side by side on a page


def widths(grid: Grid) -> tuple[int, ...]:
    """The share of each column, as whole numbers of at least one: room for its words first, then for what it says."""
    columns = list(zip(grid.header, *grid.rows, strict=True))
    needed = [_needed(cells) for cells in columns]
    more = [max(0, _wanted(cells) - need) for cells, need in zip(columns, needed, strict=True)]
    spare = min(max(0, _LINE - sum(needed)), sum(more))
    return tuple(need + spare * each // max(1, sum(more)) for need, each in zip(needed, more, strict=True))


def narrow(grid: Grid) -> tuple[bool, ...]:
    """Of each column, whether it holds a word that is longer than the column is wide, and so must be broken."""
    shares = widths(grid)
    room = (_LINE * share // sum(shares) - _ROOM for share in shares)
    return tuple(
        _word(cells) > most for cells, most in zip(zip(grid.header, *grid.rows, strict=True), room, strict=True)
    )


def _needed(cells: tuple[str, ...]) -> int:
    """For its longest word, which should not be broken."""
    return max(_NARROWEST, min(_word(cells), _WIDEST // 2) + _ROOM)


def _wanted(cells: tuple[str, ...]) -> int:
    """For its short cells on one line each, and for the length of what is said in it."""
    short = max((len(cell) for cell in cells if len(cell) <= _SHORT), default=0)
    return max(short + _ROOM, min(sum(map(len, cells)) // len(cells), _WIDEST))


def _word(cells: tuple[str, ...]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=0)
