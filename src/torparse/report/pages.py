"""The templates of the pages: how they are loaded, and what each of them is given."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


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
    made.filters["percent"] = lambda share: f"{share * 100:.3g} %"
    return made


def markdown_text(text: str) -> str:
    """``text`` on one line with everything escaped that Markdown would take for markup."""
    escaped = "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!~&" else c for c in " ".join(text.split()))
    # A line must not begin like a list, a heading or a rule.
    head, dot, rest = escaped.partition(".")
    if dot and head.isdigit():
        return f"{head}\\.{rest}"
    return f"\\{escaped}" if escaped[:1] in ("-", "+", "=", ">") else escaped


@cache
def script(name: str) -> tuple[Markup, str]:
    """A script of the templates for a page, and its hash as a Content-Security-Policy names it (CSP level 3, 2.3.1).

    A page runs the scripts whose hash it names and no other.
    """
    from markupsafe import Markup

    text = "\n" + resources.files("torparse").joinpath("templates", name).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return Markup(text), f"sha256-{digest}"


@cache
def measured() -> tuple[dict[str, Any], ...]:
    """How well torparse was found to work, a set of documents each, the strictest last: ``title``, ``documents``,
    ``clauses`` and the shares (0 to 1) ``precision``, ``recall`` and ``values_right``; where they were measured, the
    same by clause type in ``types`` (a share that cannot be told is None). Written by ``make baseline``."""
    text = resources.files("torparse").joinpath("report", "measured.json").read_text(encoding="utf-8")
    return tuple(json.loads(text))
