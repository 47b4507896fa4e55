"""Who coded: torparse, and each person who corrected or confirmed what it found."""

from __future__ import annotations

from lxml import etree

from torparse.export.identifiers import guid
from torparse.export.refi.xml import below, element
from torparse.model import Review

MACHINE = "torparse"


class People:
    """The users of a project, as they come up. torparse is the first."""

    def __init__(self, day: str) -> None:
        self._day, self._names = day, {MACHINE: guid("user", MACHINE)}

    def machine(self) -> dict[str, str]:
        """The attributes of what torparse made: on the day that the export is of, as it does not look at the clock."""
        return {"creatingUser": self._names[MACHINE], "creationDateTime": f"{self._day}T00:00:00Z"}

    def of(self, review: Review | None) -> dict[str, str]:
        """The attributes of what a person looked at, or else of what torparse made."""
        if review is None:
            return self.machine()
        made = self._names.setdefault(review.by, guid("user", review.by))
        return {"creatingUser": made, "creationDateTime": review.on}

    def element(self) -> etree._Element:
        """The users."""
        made = element("Users")
        for name, guid_ in self._names.items():
            below(made, "User", guid=guid_, name=name)
        return made
