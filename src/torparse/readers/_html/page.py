"""A web page parsed: its encoding, limits before parsing, and which part of it is the content.

Roles and elements are those of the HTML Living Standard and WAI-ARIA 1.2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from torparse.readers._base import Source
from torparse.readers._lines import decode

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CHARSET = re.compile(
    rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml\b[^>]{0,100}?encoding=[\"']([\w.:-]{2,40})",
    re.I,
)
# The standard reads these labels as Windows-1252, as browsers have always done.
_AS_WINDOWS = frozenset((
    "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252", "x-cp1252",
))  # fmt: skip
_TAG = re.compile(r"<(/?)([a-z][a-z0-9:-]*)", re.I)
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
))  # fmt: skip
_CLOSED_BY_OTHERS = frozenset((
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "head",
    "body",
))  # fmt: skip
# Depth times elements: the parser needs time by the square of the depth, and repeats what formatting is left open in
# each paragraph. Real pages have some tens times some thousands.
_MAX_WORK = 50_000_000
_PICTURES = re.compile(r"<(svg|math)\b.*?</\1\s*>|<\w+:\w+[^<>]*/>", re.I | re.S)

_NEVER = frozenset((
    "script", "style", "noscript", "template", "nav", "aside", "footer", "iframe", "object", "embed", "applet",
    "audio", "video", "canvas", "svg", "math", "map", "select", "textarea", "input", "datalist", "img",
    "picture", "head", "title", "dialog", "frameset", "noframes", "rp", "rt",
))  # fmt: skip
_LEFT_OUT_ROLES = frozenset((
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu",
    "menubar", "toolbar", "tooltip", "doc-backlink", "doc-toc",
))  # fmt: skip
_LEFT_OUT_NAMES = re.compile(
    r"(?:^|[-_])(?:cookies?|breadcrumbs?|crumbs?|navigation|navbar|skip-?(?:to|nav|link)s?|sr-only|visually-?hidden|"
    r"pagination|pager|noprint|no-print|footer)(?:$|[-_])",
    re.I,
)
_CONTENT_NAMES = re.compile(r"(?:^|[-_])(?:main|content|maincontent|article|bodytext)(?:$|[-_])", re.I)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# Of a page's words: the only article is its content where it holds enough of them, another element where it holds most.
_ENOUGH, _MOST = 0.3, 0.65


class Page:
    """One page; ``root`` holds the content. Raises UnreadableInput where parsing would take beyond reason."""

    def __init__(self, source: Source) -> None:
        from selectolax.lexbor import LexborHTMLParser

        self.undone = "ins" if source.choices.original else "del"
        text, self.warning = _decode(source.data)
        text = _PICTURES.sub(" ", text.replace("\x00", ""))
        if _beyond_reason(text):
            raise source.unreadable("is nested too deeply for a web page", "Open it in a browser and save it again")
        tree = LexborHTMLParser(text)
        self.frames = len(tree.css("iframe[src], frame[src]"))
        title = tree.css_first("title")
        self.title = " ".join(title.text().split()) if title is not None else ""
        self.top = tree.body
        self.opened = {_reference(one) for one in self._all("[aria-controls], [data-target], [data-bs-target]")}
        self.notes = dict(_notes(self._all("sup a[href^='#'], a[role='doc-noteref']")))
        self.root = self._content()

    def _all(self, selector: str) -> list[LexborNode]:
        return [] if self.top is None else self.top.css(selector)

    def _content(self) -> LexborNode | None:
        """The element with the content: the page's main or only article, or what holds most of its words."""
        if self.top is None:
            return None
        mains = [one for one in self._all("main, [role='main']") if not self.hidden(one)]
        if len(mains) == 1 and mains[0].text(deep=True).strip():
            return mains[0]
        whole = _length(self.top)
        articles = self._all("article")
        named = [one for one in self._all("div[id], section[id], td[id]") if _CONTENT_NAMES.search(one.id or "")]
        if len(articles) == 1 and _length(articles[0]) > whole * _ENOUGH:
            return articles[0]
        return next((one for one in [*articles, *named] if _length(one) > whole * _MOST), self.top)

    def heading(self) -> str:
        """A heading for content that has no h1: the page's own h1, else its title."""
        if self.root is None or self.root.css_first("h1") is not None:
            return ""
        outside = [" ".join(one.text(deep=True).split()) for one in self._all("h1") if not self.hidden(one)]
        return next((text for text in outside if text), self.title)

    def left_out(self, node: LexborNode) -> bool:
        """Whether an element is no part of the content: navigation, banners, scripts, what is hidden."""
        tag = node.tag or ""
        found = node.attributes
        name = found.get("id") or ""
        if name in self.notes or (found.get("role") or "").startswith(("doc-footnote", "doc-endnote")):
            return False
        if tag in _NEVER or tag == self.undone or (found.get("role") or "").lower() in _LEFT_OUT_ROLES:
            return True
        if tag == "header" and self.root is self.top and not _within(node, ("article", "section", "main")):
            return node.css_first("h1") is None
        if self.hidden(node):
            return True
        names = f"{name} {found.get('class') or ''}".split()
        if any(_LEFT_OUT_NAMES.search(one) for one in names):
            return node.css_first("main, article, h1") is None and tag not in ("body", "main", "article", *HEADINGS)
        return False

    def hidden(self, node: LexborNode) -> bool:
        """Whether the page hides an element, unless it is one that a reader opens (an accordion's panel, a tab)."""
        found = node.attributes
        shut = "hidden" in found or _HIDDEN_STYLE.search(found.get("style") or "")
        if shut:
            return (found.get("id") or "") not in self.opened and found.get("role") != "tabpanel"
        return found.get("aria-hidden") == "true" and found.get("role") != "tabpanel"


def _length(node: LexborNode) -> int:
    """How many characters of words an element holds."""
    return sum(map(len, node.text(deep=True).split()))


def _within(node: LexborNode, tags: tuple[str, ...]) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in tags:
            return True
        above = above.parent
    return False


def _reference(node: LexborNode) -> str:
    found = node.attributes
    return (found.get("aria-controls") or found.get("data-target") or found.get("data-bs-target") or "").lstrip("#")


def _notes(links: list[LexborNode]) -> Iterator[tuple[str, str]]:
    """The ids of the notes that the text cites, with the mark shown there."""
    for one in links:
        mark = re.sub(r"[\s\[\]()]", "", one.text(deep=True))
        target = (one.attributes.get("href") or "").removeprefix("#")
        if target and 0 < len(mark) <= 3:
            yield target, mark


def _decode(data: bytes) -> tuple[str, str]:
    """The page as text by its mark or declared encoding (which has to fit), else as other text."""
    match = _CHARSET.search(data[:4096])
    name = next((one for one in match.groups() if one), b"").decode("ascii", "replace").lower() if match else ""
    if data[:3] == b"\xef\xbb\xbf" or data[:2] in (b"\xff\xfe", b"\xfe\xff") or not name:
        return decode(data)
    try:
        return data.decode("cp1252" if name in _AS_WINDOWS else name), ""
    except (LookupError, ValueError):  # an encoding that Python does not know, or that is no encoding of text
        return decode(data)


def _beyond_reason(text: str) -> bool:
    """Whether the page is nested deeper than any page that was meant to be read.

    Counted by tag, without parsing: an element left open counts until one of its name is closed.
    """
    open_now: Counter[str] = Counter()
    total = deepest = elements = 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name in _VOID or name in _CLOSED_BY_OTHERS:
            elements += not match[1]
            continue
        if match[1]:
            if open_now[name]:
                open_now[name] -= 1
                total -= 1
        else:
            open_now[name] += 1
            total += 1
            elements += 1
            deepest = max(deepest, total)
    return deepest * elements > _MAX_WORK
