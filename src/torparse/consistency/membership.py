"""How many members a body has, as far as the document says: a number, or a list whose every item can be counted."""

from __future__ import annotations

from dataclasses import dataclass

from torparse.clauses._membership.lists import numbers, organisation, seats
from torparse.consistency.note import Reading
from torparse.model import Body, Clause, Evidence
from torparse.structure.units import Role


@dataclass(frozen=True, slots=True)
class Members:
    """``number`` as said; ``organisations`` on a list with the seats of each, where every item of it is one.

    ``evidence`` is where the number is said, or the items of the list with more than one seat. ``minimum`` is the
    fewest members as said, ``places`` the seats of a list whose items are not all organisations.
    """

    number: int | None = None
    maximum: int | None = None
    organisations: tuple[tuple[str, int], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    minimum: int | None = None
    places: int | None = None

    @property
    def seats(self) -> int:
        """Representatives that the list adds up to; 0 without a list."""
        return sum(number for _, number in self.organisations)

    @property
    def differ(self) -> bool:
        """Whether there are more representatives than organisations, and no number that settles it."""
        return self.number is None and self.seats > len(self.organisations)

    @property
    def whole(self) -> int | None:
        """How many members there are: the number said, else the organisations."""
        return self.number or len(self.organisations) or None

    @property
    def noun(self) -> str:
        """What they are."""
        return "members" if self.number else "member organisations"


def members_of(reading: Reading, body: Body) -> Members:
    """The members of ``body``; the first clause that gives a number or a list that can be counted.

    Where none does, the first that tells of the fewest members, or of seats, gives ``minimum`` or ``places`` alone.
    """
    rest = Members()
    for clause in reading.stated("membership", body):
        value = clause.value.as_dict()
        number, maximum = value.get("number"), value.get("maximum")
        listed = _listed(reading, clause) if value.get("seats") and value.get("organisations") else ()
        if number or maximum or listed:
            said = [run for run in clause.evidence if numbers(run.quote)]
            several = [run for run in clause.evidence if organisation(run.quote) and (seats(run.quote) or 0) > 1]
            evidence = tuple(said if number or maximum else several)
            return Members(number, maximum, listed, evidence, value.get("minimum"))
        if rest == Members():
            rest = Members(minimum=value.get("minimum"), places=value.get("seats"))
    return rest


def _listed(reading: Reading, clause: Clause) -> tuple[tuple[str, int], ...]:
    """The items of the list with their seats, or nothing where one of them is no organisation or has no number."""
    found = []
    for unit in reading.context.units:
        if unit.role is Role.ITEM and any(e.start <= unit.start < e.end for e in clause.evidence):
            text = reading.text[unit.start : unit.end]
            name, number = organisation(text), seats(text)
            if not name or not number:
                return ()
            shown = " ".join(text.split())
            at = shown.lower().find(name)
            found.append((shown[at : at + len(name)] if at >= 0 else name, number))
    return tuple(found)
