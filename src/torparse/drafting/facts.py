"""The facts of a body that its terms of reference are drafted for: its name, its members, who supports it."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "partnership", "board", "forum", "panel", "committee", "group", "network", "alliance", "executive",
)  # fmt: skip
"""Kinds of body: the word by which the terms call it ("the Board")."""
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
        return self.kind[:1].upper() + self.kind[1:]

    @property
    def is_plain(self) -> bool:
        """Whether the terms are written in the plain register."""
        return self.register == "plain"

    @property
    def seats(self) -> int:
        """Seats of all the members together."""
        return sum(member.seats for member in self.members)
