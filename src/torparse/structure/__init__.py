"""What a document is made of: reading copy, units, sections, sentences, groups, kind.

``analyse`` runs the steps in their order; each step is a module.
"""

from __future__ import annotations

from dataclasses import dataclass

from torparse.model import Document, Kind
from torparse.structure import kind
from torparse.structure.bodies import Group
from torparse.structure.citations import citations
from torparse.structure.clean import clean
from torparse.structure.groups import groups_of, main_group
from torparse.structure.layout import layout
from torparse.structure.outline import Outline, outline
from torparse.structure.roster import Roster, called_in_full, roster
from torparse.structure.sorts import Sort, sort_of
from torparse.structure.units import Unit


@dataclass(frozen=True, slots=True)
class Structure:
    """A document analysed. ``clean`` is the reading copy (same length as the text); ``groups[0]`` is the main one."""

    document: Document
    clean: str
    units: tuple[Unit, ...]
    outline: Outline
    kind: Kind
    roster: Roster
    scopes: tuple[str | None, ...]
    """For each section the group whose section it is, or None."""
    citations: tuple[str, ...]
    """For each unit how an officer cites it, or an empty string."""
    sort: Sort | None = None
    """The sort of document that lays nothing down which this one looks like."""

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups with a title, heading or pointer."""
        return self.roster.groups

    def text(self, unit: Unit) -> str:
        """The unit's words in the reading copy, without its label."""
        return self.clean[unit.start : unit.end]


def analyse(document: Document) -> Structure:
    """Find out what ``document`` is made of."""
    copy = clean(document.text, document.prompts)
    units = layout(document, copy)
    sections = outline(units, copy, len(document.text))
    sort = sort_of(units, copy)
    what = kind.kind_of(units, copy, sort)
    main = main_group(units, copy, document.name)
    named = what is not Kind.INDUCTION_GUIDE or kind.of_one_body(units, copy)
    groups, touched, scopes = called_in_full(groups_of(units, sections, copy, main, what, named), copy)
    names = roster(groups, touched, copy)
    return Structure(document, copy, units, sections, what, names, scopes, citations(units, sections), sort)
