"""The templates of the pages: how they are loaded, and what each of them is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def environment() -> Environment:
    """Templates that escape what they show and fail on a name they are not given."""
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    made = Environment(
        loader=PackageLoader("torparse"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["md"] = markdown_text
    return made


def markdown_text(text: str) -> str:
    """``text`` on one line with everything escaped that Markdown would take for markup."""
    escaped = "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!~&" else c for c in " ".join(text.split()))
    # A line must not begin like a list, a heading or a rule.
    head, dot, rest = escaped.partition(".")
    if dot and head.isdigit():
        return f"{head}\\.{rest}"
    return f"\\{escaped}" if escaped[:1] in ("-", "+", "=", ">") else escaped
