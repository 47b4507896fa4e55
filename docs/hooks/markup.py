"""Markdown of the generated pages: texts that stand as they are, codes, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>#|~^$&])")


def plain(text: str) -> str:
    """A text on one line in which nothing is Markdown."""
    return _escaped(" ".join(text.split()))


def prose(text: str) -> str:
    """A text on one line, with what stands between backquotes (one or two) as code."""
    parts = re.split(r"``?([^`]+)``?", " ".join(text.split()))
    return "".join(code(part) if number % 2 else _escaped(part) for number, part in enumerate(parts))


def _escaped(text: str) -> str:
    return _MEANS_SOMETHING.sub(r"\\\1", text).replace("\\<", "&lt;").replace("\\&", "&amp;")


def code(text: str) -> str:
    """A name or a code as code; in a table a bar in it does not end the cell."""
    return f"`{' '.join(text.split())}`" if text else ""


def code_in_tables(markdown: str) -> str:
    """Markdown in which a bar in code in a table has no backslash: GitHub needs one, and mkdocs would show it."""
    rows = re.compile(r"^\|.*$", re.MULTILINE)
    return rows.sub(lambda row: re.sub(r"`[^`]*`", lambda said: said[0].replace(r"\|", "|"), row[0]), markdown)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table whose cells are Markdown already, and an empty line."""
    lines = [_row(head), _row(["---"] * len(head)), *map(_row, rows)]
    return [*lines, ""]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def share(number: float | None) -> str:
    """A share (0 to 1) with two decimals; a dash where there is none."""
    return "–" if number is None else f"{number:.2f}"


def f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean of precision and recall; None where it cannot be told."""
    if precision is None or recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
