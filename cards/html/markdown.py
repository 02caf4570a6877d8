"""The Markdown of cards (bold, italic, links, lists, mentions) as HTML; everything else stays text."""

from collections.abc import Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

from cards.kit.unlinked import as_typed

_SAFE = ("https://", "http://", "mailto:")


def blocks(words: str, mentions: Mapping[str, str]) -> Markup:
    """Paragraphs and lists; `mentions` maps what stands in the text (`<at>…</at>`) to the name shown."""
    return Markup(_MARKDOWN.render(as_typed(words), {"mentions": mentions}))  # noqa: S704 - the parser escapes, HTML is off


def inline(words: str, mentions: Mapping[str, str]) -> Markup:
    """The same without paragraphs and lists, for headings and names."""
    return Markup(_MARKDOWN.renderInline(as_typed(words), {"mentions": mentions}))  # noqa: S704 - as above


def is_safe_link(url: str) -> bool:
    """Whether an address may be followed: web and mail only."""
    return url.strip().lower().startswith(_SAFE)


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's own name
        return is_safe_link(url)


def _mention(state: StateInline, silent: bool) -> bool:
    end = state.src.find("</at>", state.pos)
    if not state.src.startswith("<at>", state.pos) or end < 0:
        return False
    name = state.env.get("mentions", {}).get(state.src[state.pos : end + 5])
    if name is None:
        return False
    if not silent:
        state.push("mention_open", "span", 1).attrSet("class", "card-mention")
        state.push("text", "", 0).content = name
        state.push("mention_close", "span", -1)
    state.pos = end + 5
    return True


def _link_open(
    renderer: RendererProtocol,
    tokens: Sequence[Token],
    at: int,
    options: Any,
    env: Any,
) -> str:
    tokens[at].attrSet("rel", "noopener noreferrer")
    return str(renderer.renderToken(tokens, at, options, env))  # type: ignore[attr-defined] # missing in the protocol


_MARKDOWN = _Markdown("zero").enable(["emphasis", "link", "escape", "entity", "newline", "list"])
_MARKDOWN.inline.ruler.before("escape", "mention", _mention)
_MARKDOWN.add_render_rule("link_open", _link_open)
