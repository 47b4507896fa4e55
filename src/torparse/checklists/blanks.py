"""The blanks of a suggested wording: what a draft's own words and figures may stand for.

``{Body}``, ``{body's}``, ``{chair}``
    a word that every draft has its own form of (``WORDS`` has the neutral ones)
``{keeps|keep}``
    a verb in the present tense and its infinitive: "shall keep" where the draft says "shall"
``[seven|papers]``
    a choice that the draft's own figure replaces, where it states one
``[the council's|host's?]``
    a choice for which the draft has a candidate: it stays in brackets, to be confirmed
``[two thirds]``
    a choice that only people can make
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

WORDS: Mapping[str, str] = {
    "body": "the partnership", "Body": "The partnership", "body's": "the partnership's", "Body's": "The partnership's",
    "Name": "The partnership",
    "name": "the partnership", "members": "members", "Members": "Members", "member": "member",
    "organisation": "member organisation", "organisations": "member organisations",
    "chair": "chair", "vice-chair": "vice-chair", "these terms": "these terms", "These terms": "These terms",
    "the FOI Act": "the Freedom of Information Act 2000",
}  # fmt: skip
"""The blanks in braces, each with its neutral form. ``name`` is the body's name even where the draft says "we"."""
VALUES = (
    "host",
    "Host",
    "host's",
    "post",
    "the post",
    "papers",
    "days",
    "meetings",
    "quorum",
    "chosen",
    "deputy chosen",
    "term",
    "months",
)
"""The names behind ``|`` in square brackets. What each of them is: ``suggesting.facts``."""
PLURAL = frozenset(["members", "Members", "organisations", "these terms", "These terms"])
"""The blanks whose neutral form is plural."""
SUBJECTS = ("Body", "Members", "These terms")
"""The blanks whose number decides that of the verbs behind them in their sentence."""

_PIECE = re.compile(r"\{([^{}]*)\}|\[((?:[^\[\]{}]|\{[^{}]*\})*)\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a wording: "text", "word" (a blank in braces), "verb" (with its infinitive), or "choice".

    ``name`` is the blank's name, or that of the value for a choice; ``asked`` is True where it only proposes one.
    """

    kind: str
    text: str
    name: str = ""
    asked: bool = False


def pieces(template: str) -> Iterator[Piece]:
    """The pieces of a wording in their order. Raises KeyError, naming it, for braces that hold no blank."""
    at = 0
    for match in _PIECE.finditer(template):
        yield from _text(template[at : match.start()])
        yield _braces(match[1]) if match[1] is not None else _choice(match[2])
        at = match.end()
    yield from _text(template[at:])


def plain(template: str) -> str:
    """The wording as it reads without a draft: neutral words, choices in square brackets."""
    made = []
    for piece in pieces(template):
        made.append(f"[{plain(piece.text)}]" if piece.kind == "choice" else piece.text)
    return "".join(made)


def _text(text: str) -> Iterator[Piece]:
    if text:
        yield Piece("text", text)


def _braces(inside: str) -> Piece:
    if inside in WORDS:
        return Piece("word", WORDS[inside], inside)
    present, bar, infinitive = inside.partition("|")
    if not (bar and present.strip() and infinitive.strip()):
        raise KeyError(inside)
    return Piece("verb", present, infinitive)


def _choice(inside: str) -> Piece:
    text, _, name = inside.rpartition("|")
    asked = name.endswith("?")
    if text and name.removesuffix("?") in VALUES:
        return Piece("choice", text, name.removesuffix("?"), asked)
    return Piece("choice", inside)
