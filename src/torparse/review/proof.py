"""The words that prove a clause as a person types or pastes them, and where they stand in the document.

Several runs are parted by a line that holds nothing but "…". White space does not count; every other character does.
"""

from __future__ import annotations

import re

from torparse.corrections import Quote
from torparse.corrections.anchoring import placed
from torparse.model import Clause, Document

QUOTE = "quote"
"""The name of the input."""
_PARTED = re.compile(r"\n\s*(?:…|\.\.\.)\s*\n")


def shown(clause: Clause) -> str:
    """The runs of a clause's evidence as the form shows them."""
    return "\n…\n".join(run.quote for run in clause.evidence)


def quotes_of(typed: str, document: Document, before: Clause | None) -> tuple[Quote, ...] | str:
    """The runs that were typed, as quotes of the document; or what is wrong, in a sentence.

    A run that the clause had ``before`` stays where it was; another one is the only, or the first, place of its words.
    """
    runs = [run.strip() for run in _PARTED.split(typed.replace("\r\n", "\n")) if run.strip()]
    if not runs:
        return "Give the words of the document that say it: select them in the text, or paste them here."
    text = document.text
    had = {_plain(run.quote): (run.start, run.end) for run in before.evidence} if before else {}
    found = []
    for run in runs:
        place = had.get(_plain(run)) or placed(Quote(0, 0, run), text)
        if place is None:
            return f"These words are not in the document: “{_short(run)}”. Copy them from the text as they stand there."
        found.append(Quote.of(text, *place))
    return tuple(sorted(set(found), key=lambda one: one.start))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    plain = _plain(text)
    return plain if len(plain) <= 80 else f"{plain[:79]}…"
