"""The terms as one self-contained web page: British English, one h1, no script, prints on A4 portrait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torparse.drafting.compose import Draft, pieces
from torparse.report.pages import environment

if TYPE_CHECKING:
    from markupsafe import Markup


def to_page(draft: Draft) -> str:
    """The text of an HTML file. It does not name torparse as its maker, so that it is read like any other document."""
    return environment().get_template("draft.html").render(draft=draft, text=marked)


def marked(text: str) -> Markup:
    """A text with its places to fill in marked, everything else escaped."""
    from markupsafe import Markup, escape

    return Markup("").join(
        Markup('<mark class="blank">[{}]</mark>').format(piece) if is_blank else escape(piece)
        for piece, is_blank in pieces(text)
    )
