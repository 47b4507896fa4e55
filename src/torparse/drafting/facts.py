"""The facts of a body that its terms of reference are drafted for: its name, its members, who supports it."""

from __future__ import annotations

import re
from dataclasses import dataclass

KINDS = (
    "partnership", "board", "forum", "panel", "committee", "group", "network", "alliance", "executive",
)  # fmt: skip
"""Kinds of body: the word by which the terms call it ("the Board"), alone or behind other words."""
_LONGEST = 4  # words of a short name
_SMALL = ("and", "of", "for", "the", "in")
REGISTERS = ("formal", "plain")
"""Formal: "The Board shall meet". Plain: "The Board meets"."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member organisation: its name, its sector ("" where not said) and how many seats it has (1 or more)."""

    organisation: str
    sector: str = ""
    seats: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the terms say of the body beside its rules. An empty string is a fact still to be decided.

    ``kind`` is one of KINDS, or a short name that ends in one ("Partnership Board").
    ``purpose`` and ``vision`` go on from "The purpose of the Board is to …" and "Our vision is …". ``agreed`` is the
    ISO 8601 date (or year-month) on which the terms were agreed, by ``agreed_by`` (empty: by the body itself).
    ``host`` is the organisation that gives the support, ``secretary`` the post in it that people write to.
    """

    name: str
    kind: str = "partnership"
    register: str = "formal"
    purpose: str = ""
    vision: str = ""
    area: str = ""
    members: tuple[Member, ...] = ()
    agreed: str = ""
    agreed_by: str = ""
    version: str = "1.0"
    host: str = ""
    secretary: str = ""

    @property
    def short(self) -> str:
        """What the terms call the body after its name has been given: "Board"."""
        return short_of(self.kind)

    @property
    def is_plain(self) -> bool:
        """Whether the terms are written in the plain register."""
        return self.register == "plain"

    @property
    def seats(self) -> int:
        """Seats of all the members together."""
        return sum(member.seats for member in self.members)


def kind_of(words: str) -> str | None:
    """The kind or short name that ``words`` give: up to four words, the last one of KINDS; None where they do not.

    >>> kind_of("Board"), kind_of("partnership board"), kind_of("Health and Care Forum"), kind_of("circle")
    ('board', 'Partnership Board', 'Health and Care Forum', None)
    """
    said = words.split()
    if not 1 <= len(said) <= _LONGEST or said[-1].lower() not in KINDS:
        return None
    if len(said) == 1:
        return said[0].lower()
    return short_of(" ".join(said)) if all(re.fullmatch(r"[^\W\d_][\w’'-]*|&", one) for one in said) else None


def short_of(kind: str) -> str:
    """A kind as the terms write it: "Board", "Partnership Board"."""
    return " ".join(one if one in _SMALL else one[:1].upper() + one[1:] for one in kind.split())
