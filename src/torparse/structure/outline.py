"""Sections: which heading a unit stands under."""

from __future__ import annotations

from dataclasses import dataclass

from torparse.model import Section
from torparse.structure.units import Role, Unit


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections in reading order; ``of_unit[i]`` is the index of unit i's innermost section (None: before the first)."""

    sections: tuple[Section, ...]
    of_unit: tuple[int | None, ...]

    def chain(self, section: int | None) -> list[Section]:
        """The section and those around it, innermost first."""
        found = []
        while section is not None:
            found.append(self.sections[section])
            section = self.sections[section].parent
        return found


def outline(units: tuple[Unit, ...], clean: str, length: int) -> Outline:
    """Build the sections from the headings' levels; a section ends where the next one of its depth or above begins."""
    heads: list[tuple[Unit, int | None]] = []
    stack: list[int] = []
    of_unit: list[int | None] = []
    for unit in units:
        if unit.role is Role.HEADING:
            while stack and heads[stack[-1]][0].level >= unit.level:
                stack.pop()
            heads.append((unit, stack[-1] if stack else None))
            stack.append(len(heads) - 1)
        of_unit.append(stack[-1] if stack else None)
    sections = []
    for i, (unit, parent) in enumerate(heads):
        end = next((other.outer for other, _ in heads[i + 1 :] if other.level <= unit.level), length)
        number = unit.label.text if unit.label and unit.label.kind != "question" else ""
        title = " ".join(clean[unit.start : unit.end].split()).rstrip(":# ")
        sections.append(Section(number, title, unit.level, unit.outer, end, parent))
    return Outline(tuple(sections), tuple(of_unit))
