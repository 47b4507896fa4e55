"""The terms as Markdown: numbers written out, places to fill in within square brackets."""

from __future__ import annotations

from torparse.drafting.compose import Draft, pieces
from torparse.report.pages import environment, markdown_text


def to_markdown(draft: Draft) -> str:
    """The text of a Markdown file."""
    return environment().get_template("draft.md").render(draft=draft, text=marked)


def marked(text: str) -> str:
    """A text with its places to fill in within square brackets, everything else escaped."""
    return "".join(f"[{markdown_text(piece)}]" if is_blank else _escaped(piece) for piece, is_blank in pieces(text))


def _escaped(piece: str) -> str:
    """``markdown_text`` trims; the spaces beside a place to fill in stay."""
    lead = piece[: len(piece) - len(piece.lstrip())]
    tail = piece[len(piece.rstrip()) :]
    return f"{lead}{markdown_text(piece)}{tail}"
