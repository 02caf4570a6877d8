"""The forum's own charter held against the common one: what both settle differently is told with both quotations."""

from collections.abc import Iterator

from bot.charters.bodies import unknown_bodies
from bot.charters.document import Document
from bot.charters.problems import Problem
from bot.charters.reader import Node, read
from bot.charters.shape import shaped
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.layers import Clash, clashes


def local_problems(text: str, filename: str, local: Charter, common: Charter) -> Iterator[Problem]:
    """Everything for which that local charter cannot be laid into the common one."""
    node = read(text, filename)
    introduced = (*common.bodies, *common.organisations, *common.clusters)
    known = {*(each.id for each in introduced), common.body_kind.value or ""}
    yield from unknown_bodies(shaped(Document, node, filename), node, known)
    yield from (_contradiction(each, node) for each in clashes(common, local))


def _contradiction(clash: Clash, node: Node) -> Problem:
    there = ".".join(str(step) for step in clash.path if isinstance(step, str))
    common = f"det fælles kommissorium siger {clash.common}: »{clash.common_words}«"
    reason = f"»{there}« er {clash.local}: »{clash.local_words}«, men {common}"
    return Problem(node.line_of(*clash.path), reason)
